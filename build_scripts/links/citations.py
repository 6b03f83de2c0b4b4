"""Reading one note: the works that it cites, by the conventions of Chinese and English notes.

Chinese: 作者：《题》，《报》2024年3月7日。 / 《书》，出版社2021年版，第272页。 (the style of the Party School journals), and
GB/T 7714 (作者. 题名[J]. 刊名, 2024(3): 1-5.). English: Author, “Title”, Container, December 12, 2024.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.links.fold import letters_of
from build_scripts.text.characters import is_mostly_han

# Where one work ends and the next begins: not inside a title.
SEPARATOR = re.compile(r"[；;](?![^《]*》)(?![^“]*”)")
INTRODUCTION = re.compile(r"^\s*(?:参见|參見|详见|詳見|另见|又见|见|見|转引自|轉引自|引自|参阅|See also|See|Cf\.)[:：]?\s*")
IBID = re.compile(r"^(?:同上|同前|Ibid\.?)")
TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
LATIN_TITLE = re.compile(r"“([^”]+?),?”|\"([^\"]+?),?\"")
AUTHORS = re.compile(r"^(?P<authors>[^《》“”]{1,40}?)(?:主编|编著|编|著)?[：:]\s*$")
TRANSLATOR = re.compile(r"^[^，。；《》]{1,20}译$")
DATE = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?")
EDITION = re.compile(r"(?P<publisher>[^，,。《》]*?)(?:19|20)\d{2}年(?:第\S{1,3}版|版)?")
ISSUE = re.compile(r"第(\d+(?:[—\-~～]\d+)?)期")
PAGES = re.compile(r"第\s*(\d+(?:\s*[—–\-~～、]+\s*\d+)*)\s*页|\bpp?\.\s*(\d+(?:[–—-]\d+)?)")
URL = re.compile(r"https?://[^\s，。；>）)]+")
SITE = re.compile(r"[，,。]\s*(?P<site>[^，,。《》]*(?:网站|網站|网|網|客户端|公众号))\s*(?=[，,。]|(?:19|20)\d{2}|$)")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LATIN_DATE = re.compile(rf"(?:(?P<month>{'|'.join(MONTHS)})\s+(?:(?P<day>\d{{1,2}}),?\s+)?)?(?P<year>(?:19|20)\d{{2}})")
GB_TITLE = re.compile(
    r"^(?P<authors>[^.．\[《]{1,60}?)[.．]\s*(?P<title>[^\[]+?)\[(?P<type>[A-Z]{1,2}(?:/OL)?)\][.．]?\s*(?P<rest>.*)$"
)
GB_KINDS = {"M": "book", "J": "journal-article", "N": "newspaper-article", "R": "report", "D": "thesis", "C": "book"}
REPORT = re.compile(r"报告|報告|白皮书|公报|Report")


@dataclass(frozen=True, slots=True)
class Citation:
    """One work as one note names it, at code points `[start, end)` of the note. Empty strings for what is not said."""

    start: int
    end: int
    kind: str
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    date: str = ""
    publisher: str = ""
    place: str = ""
    locator: str = ""
    language: str = "zh"
    site: str = ""
    url: str = ""


def read_citations(text: str, earlier: Sequence[Citation] = ()) -> list[Citation]:
    """The works that a note cites; `earlier` are those of the notes before it, for 同上 and short forms.

    >>> [(c.kind, c.title, c.container, c.date) for c in read_citations("《致贺信》，《人民日报》2024年6月21日。")]
    [('newspaper-article', '致贺信', '人民日报', '2024-06-21')]
    >>> read_citations("这是作者的说明，没有引用。")
    []
    """
    found: list[Citation] = []
    for start, end in _parts(text):
        citation = _read(text[start:end], start, end, (*earlier, *found))
        if citation:
            found.append(citation)
    return found


def _parts(text: str) -> list[tuple[int, int]]:
    """Half-open code points of each work's citation, without the closing full stop or the space around it."""
    points = [0, *(match.end() for match in SEPARATOR.finditer(text)), len(text)]
    spans = []
    for start, end in itertools.pairwise(points):
        piece = text[start:end]
        size = len(piece.rstrip(" 。.；;"))
        start += len(piece) - len(piece.lstrip())
        spans.append((start, max(start, end - len(piece) + size)))
    return [span for span in spans if span[0] < span[1]]


def _read(text: str, start: int, end: int, earlier: Sequence[Citation]) -> Citation | None:
    introduction = INTRODUCTION.match(text)
    body = text[introduction.end() :] if introduction else text
    if IBID.match(body):
        return _again(earlier[-1], start, end, _locator(body)) if earlier else None
    chinese = is_mostly_han(body)
    if GB_TITLE.match(body):
        return _gb(body, start, end)
    if TITLE.search(body) and (chinese or not LATIN_TITLE.search(body)):
        return _chinese(body, start, end, earlier)
    return None if chinese else _latin(body, start, end)


def _again(citation: Citation, start: int, end: int, locator: str) -> Citation:
    return Citation(
        start,
        end,
        citation.kind,
        citation.title,
        citation.authors,
        citation.container,
        citation.date,
        citation.publisher,
        citation.place,
        locator,
        citation.language,
        citation.site,
        citation.url,
    )


def _chinese(text: str, start: int, end: int, earlier: Sequence[Citation]) -> Citation:
    title = TITLE.search(text)
    assert title is not None  # the caller looked
    volume = re.match(r"（[^）]{1,12}）|第[一二三四五六七八九十\d]+[卷册辑]", text[title.end() :])
    name, rest = title[1] + (volume[0] if volume else ""), text[title.end() + (len(volume[0]) if volume else 0) :]
    authors = AUTHORS.match(text[: title.start()])
    container = TITLE.search(rest)
    pages = _locator(rest)
    bare = PAGES.sub("", rest)
    full = not container and not DATE.search(bare) and not URL.search(rest)
    named = next((item for item in earlier if full and letters_of(item.title) == letters_of(name)), None)
    if named:
        return _again(named, start, end, pages)
    publisher, place = ("", "") if container else _publisher(bare)
    site = SITE.search("，" + bare)
    url = URL.search(rest)
    kind = _kind(name, container[1] if container else "", rest, bool(site or url), publisher)
    return Citation(
        start,
        end,
        kind,
        name,
        _names(authors["authors"]) if authors else (),
        container[1] if container else "",
        _date(rest),
        "" if site else publisher,
        place,
        pages,
        "zh",
        site["site"] if site else "",
        url[0] if url else "",
    )


def _publisher(rest: str) -> tuple[str, str]:
    """Publisher and place: 北京：人民出版社2024年版, or the publisher alone."""
    for part in re.split("[，,]", rest):
        edition = EDITION.match(part.strip())
        if edition and not TRANSLATOR.match(part):
            place, colon, name = edition["publisher"].rpartition("：")
            return name.strip(), place.strip() if colon else ""
    return "", ""


def _kind(title: str, container: str, rest: str, online: bool, publisher: str) -> str:
    if container:
        return "journal-article" if ISSUE.search(rest) else "newspaper-article"
    if online:
        return "report" if REPORT.search(title) else "web-page"
    return "book" if publisher or PAGES.search(rest) else "document"


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split("[、,，]|和(?=[^，]{2,4}$)", text) if name.strip())


def _locator(text: str) -> str:
    match = PAGES.search(text)
    return re.sub(r"\s*[—–\-~～]+\s*", "–", match[1] or match[2]) if match else ""


def _date(text: str) -> str:
    """The date as EDTF, as exact as it is given; of an issue, its year."""
    match = DATE.search(text)
    return "-".join(f"{int(part):02d}" for part in (match["year"], match["month"], match["day"]) if part) if match else ""


def _gb(text: str, start: int, end: int) -> Citation | None:
    match = GB_TITLE.match(text)
    assert match is not None  # the caller looked
    kind = GB_KINDS.get(match["type"][0], "web-page")
    rest = match["rest"]
    year = re.search(r"(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?", rest)
    head = re.split(r"[,，.．]", rest[: year.start()] if year else rest)[0].strip()
    place, colon, publisher = head.rpartition(":") if ":" in head else head.rpartition("：")
    pages = re.search(r"[:：]\s*(\d+(?:[-–—]\d+)?)\s*[.．]?$", rest)
    url = URL.search(rest)
    book = kind in ("book", "report", "thesis")
    return Citation(
        start,
        end,
        kind,
        match["title"].strip(),
        _names(match["authors"]),
        "" if book else head,
        year[0] if year else "",
        (publisher if colon else head).strip() if book else "",
        place if book and colon else "",
        pages[1] if pages else "",
        "zh" if is_mostly_han(match["title"]) else "en",
        "",
        url[0] if url else "",
    )


def _latin(text: str, start: int, end: int) -> Citation | None:
    """Author, “Title”, Container, December 12, 2024; or Author, Title, Place: Publisher, 2020, p. 3."""
    title = LATIN_TITLE.search(text)
    *_, date = (None, *LATIN_DATE.finditer(text))
    if not title and not date:
        return None
    url, pages = URL.search(text), _locator(text)
    if title:
        authors = text[: title.start()].strip(" ,")
        container = text[title.end() : date.start() if date else None].strip(" ,.")
        name, kind, publisher, place = title[1] or title[2], "article", "", ""
    else:
        parts = [part.strip() for part in text[: date.start()].split(",") if part.strip()] if date else []
        if len(parts) < 2:
            return None
        authors, name, container, kind = parts[0], parts[1], "", "book"
        place, _, publisher = (", ".join(parts[2:])).rpartition(": ")
    return Citation(
        start,
        end,
        kind,
        name,
        tuple(part for part in re.split(r",\s*|\s+and\s+", authors) if part),
        container,
        _latin_date(date) if date else "",
        publisher,
        place,
        pages,
        "en",
        "",
        url[0] if url else "",
    )


def _latin_date(match: re.Match[str]) -> str:
    month = f"{MONTHS.index(match['month']) + 1:02d}" if match["month"] else ""
    return "-".join(part for part in (match["year"], month, f"{int(match['day']):02d}" if match["day"] else "") if part)
