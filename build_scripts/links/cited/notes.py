"""Reading one note: the works that it cites, by the conventions of Chinese and English notes.

Chinese: 作者：《题》，《报》2024年3月7日。 / 《书》，出版社2021年版，第272页。 (the style of the Party School journals), and
GB/T 7714 (作者. 题名[J]. 刊名, 2024(3): 1-5.). English: Author, “Title”, Container, December 12, 2024.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_scripts.links.cited.citation import PAGES, URL, Citation, locator
from build_scripts.links.cited.gb import GB_TITLE, read_gb
from build_scripts.links.cited.latin import LATIN_TITLE, read_latin
from build_scripts.links.cited.parts import COUNTRY, EDITED, SCHOOL, TRANSLATORS, VOLUME, accessed, authors_of, people
from build_scripts.links.words.fold import letters_of
from build_scripts.text.characters import is_mostly_han
from build_scripts.text.lexicon import any_word

INTRODUCTION = re.compile(rf"^\s*{any_word('citations', 'see')}[:：]?\s*")
EARLIER = any_word("citations", "earlier_note")
IBID = re.compile(rf"^(?!{EARLIER}){any_word('citations', 'again')}")
SAME_NOTE = re.compile(rf"^{EARLIER}\s*[〔［\[（(]?\s*(?P<number>\d{{1,3}}|[①-⑳])\s*[〕］\])）]?")
TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
TRANSLATOR = re.compile(r"^[^，。；《》]{1,20}译$")
DATE = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?")
EDITION = re.compile(r"(?P<publisher>[^，,。《》]*?)(?:19|20)\d{2}年(?:第\S{1,3}版|版)?")
PUBLISHER = any_word("citations", "publishing", "houses")
APART = re.compile(
    rf"(?:^|[，,])\s*(?:(?P<place>[^，,。《》：:]{{2,8}})[：:])?(?P<publisher>[^，,。《》：:]*{PUBLISHER})[，,]\s*(?:19|20)\d{{2}}年"
)
ISSUE = re.compile(r"第(\d+(?:[—\-~～]\d+)?)期")
SITE = re.compile(rf"[，,。]\s*(?P<site>[^，,。《》]*{any_word('citations', 'sites')})\s*(?=[，,。]|(?:19|20)\d{{2}}|$)")
REPORT = re.compile(any_word("citations", "reports"))
PART = re.compile(rf"（[^）]{{1,12}}）|第[一二三四五六七八九十\d]+{any_word('citations', 'volumes')}")
PRINTED = re.compile(rf"版(?:社|，|。|$)|{any_word('citations', 'houses')}")


def read_citations(
    text: str, earlier: Sequence[Citation] = (), of_notes: Mapping[int, Sequence[Citation]] | None = None
) -> list[Citation]:
    """The works that a note cites; `earlier` are those of the notes before it, for 同上 and short forms, `of_notes` the same by
    the number of the note, for 同注③.

    >>> [(c.kind, c.title, c.container, c.date) for c in read_citations("《致贺信》，《海洋日报》2024年6月21日。")]
    [('newspaper-article', '致贺信', '海洋日报', '2024-06-21')]
    >>> read_citations("这是作者的说明，没有引用。")
    []
    """
    found: list[Citation] = []
    for start, end in _parts(text):
        citation = _read(text[start:end], start, end, (*earlier, *found), of_notes or {})
        if citation:
            found.append(citation)
    return found


def _parts(text: str) -> list[tuple[int, int]]:
    """Half-open code points of each work's citation, without the closing full stop or the space around it."""
    points = [0, *_separators(text), len(text)]
    spans = []
    for start, end in itertools.pairwise(points):
        piece = text[start:end]
        size = len(piece.rstrip(" 。.；;"))
        start += len(piece) - len(piece.lstrip())
        spans.append((start, max(start, end - len(piece) + size)))
    return [span for span in spans if span[0] < span[1]]


def _separators(text: str) -> list[int]:
    """Behind each semicolon at which one work ends and the next begins: not inside a title or a quotation.

    >>> _separators("《甲；乙》；丙；")
    [6, 8]
    """
    found: list[int] = []
    title = quotation = ""  # the mark that comes next
    for at in range(len(text) - 1, -1, -1):
        char = text[at]
        title, quotation = (char if char in "《》" else title), (char if char in "“”" else quotation)
        if char in "；;" and title != "》" and quotation != "”":
            found.append(at + 1)
    return found[::-1]


def _read(
    text: str, start: int, end: int, earlier: Sequence[Citation], of_notes: Mapping[int, Sequence[Citation]]
) -> Citation | None:
    introduction = INTRODUCTION.match(text)
    body = text[introduction.end() :] if introduction else text
    same = SAME_NOTE.match(body)
    if same:
        cited = of_notes.get(_number(same["number"]), ())
        rest = letters_of(body[same.end() :])
        named = [one for one in cited if letters_of(one.title) in rest or any(letters_of(name) in rest for name in one.authors)]
        return _again((named or list(cited))[0], start, end, locator(body)) if cited else None
    if IBID.match(body):
        return _again(earlier[-1], start, end, locator(body)) if earlier else None
    chinese = is_mostly_han(body)
    if GB_TITLE.match(body):
        return read_gb(body, start, end)
    if TITLE.search(body) and (chinese or not LATIN_TITLE.search(body)):
        return _chinese(body, start, end, earlier)
    return None if chinese else read_latin(body, start, end)


def _number(printed: str) -> int:
    return ord(printed) - ord("①") + 1 if "①" <= printed <= "⑳" else int(printed)


def _again(citation: Citation, start: int, end: int, locator: str) -> Citation:
    return replace(citation, start=start, end=end, locator=locator)


def _chinese(text: str, start: int, end: int, earlier: Sequence[Citation]) -> Citation:
    title = TITLE.search(text)
    assert title is not None  # the caller looked
    volume = PART.match(text[title.end() :])
    name, part = title[1], volume[0] if volume else ""
    rest = text[title.end() + len(part) :]
    read_on, rest = accessed(rest)
    pages, bare, container = locator(rest), PAGES.sub("", rest), TITLE.search(rest)
    named = None if _says_more(rest, bare) else next((each for each in earlier if _names_again(each, name, part)), None)
    if named:
        return _again(named, start, end, pages)
    authors, editors, translators = authors_of(text[: title.start()])
    behind = bare[inner.end() :] if container and (inner := TITLE.search(bare)) else bare
    publisher, place = _imprint(rest, behind, container is not None)
    edited = EDITED.search(rest[: container.start()]) if container and publisher else None
    by, volume, issue = TRANSLATORS.search(bare), VOLUME.search(behind), ISSUE.search(rest)
    held_in = container[1] if container else ""
    kind, publisher, site, keyed = _source(name, held_in, rest, bare, publisher)
    return Citation(
        start=start,
        end=end,
        kind=kind,
        title=name,
        authors=authors,
        container=held_in,
        date=_date(rest),
        publisher=publisher,
        place=place,
        locator=pages,
        language="zh",
        site=site,
        url=address[0] if (address := URL.search(rest)) else "",
        editors=people(edited["names"]) if edited else editors,
        translators=translators or (people(by["names"]) if by else ()),
        volume=volume[1] if volume and issue else "",
        issue=issue[1] if issue else "",
        accessed=read_on,
        part=part,
        keyed=keyed,
    )


def _names_again(citation: Citation, name: str, part: str) -> bool:
    return letters_of(citation.title) == letters_of(name) and part in ("", citation.part)


def _says_more(rest: str, bare: str) -> bool:
    """Whether a note says more than a title, so that it does not only name again what an earlier one cites."""
    return any(pattern.search(words) for pattern, words in ((TITLE, rest), (DATE, bare), (URL, rest), (SCHOOL, bare)))


def _imprint(rest: str, behind: str, contained: bool) -> tuple[str, str]:
    """Publisher and place; of what a newspaper or a journal holds neither."""
    printed = PRINTED.search(behind) and not ISSUE.search(rest)
    return ("", "") if contained and not printed else _publisher(behind)


def _source(name: str, held_in: str, rest: str, bare: str, publisher: str) -> tuple[str, str, str, tuple[str, str] | None]:
    """The kind of work, who published it, the site that holds it, and what stood in their place in the name of the work."""
    site, school = SITE.search("，" + bare), SCHOOL.search(bare)
    kind = _kind(name, held_in, rest, bool(site or URL.search(rest)), publisher)
    if school:
        return (
            "thesis",
            COUNTRY.sub("", school["school"]).strip(),
            site["site"] if site else "",
            (held_in, "" if site else publisher),
        )
    if not site:
        return kind, publisher, "", None
    if site["site"].endswith(("网站", "網站")):
        return kind, site["site"][:-2], "" if kind == "report" else site["site"], (held_in, "")
    return kind, "", site["site"], None


def _publisher(rest: str) -> tuple[str, str]:
    """Publisher and place: 北京：海洋出版社2024年版, or the publisher alone."""
    apart = APART.search(rest)
    if apart:
        return apart["publisher"].strip(), (apart["place"] or "").strip()
    for part in re.split("[，,]", rest):
        edition = EDITION.match(part.strip())
        if edition and not TRANSLATOR.match(part):
            place, colon, name = edition["publisher"].rpartition("：")
            return name.strip(), place.strip() if colon else ""
    return "", ""


def _kind(title: str, container: str, rest: str, online: bool, publisher: str) -> str:
    if container:
        return "chapter" if publisher else "journal-article" if ISSUE.search(rest) else "newspaper-article"
    if online:
        return "report" if REPORT.search(title) else "web-page"
    return "book" if publisher or PAGES.search(rest) else "document"


def _date(text: str) -> str:
    """The date as EDTF, as exact as it is given; of an issue, its year."""
    match = DATE.search(text)
    return "-".join(f"{int(part):02d}" for part in (match["year"], match["month"], match["day"]) if part) if match else ""
