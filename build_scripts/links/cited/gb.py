"""Citations in the form of GB/T 7714-2015: 作者. 题名[J]. 刊名, 2024, 3(1): 1-5."""

from __future__ import annotations

import re

from build_scripts.links.cited.citation import URL, Citation
from build_scripts.links.cited.parts import people
from build_scripts.text.characters import is_mostly_han

GB_TITLE = re.compile(
    r"^(?:(?P<authors>[^.．\[《]{1,60}?)[.．]\s*+)?(?P<title>[^\[]*[^\[\s])\s*\[(?P<type>[A-Z]{1,2}(?:/(?:OL|CD|DK|MT))?)\][.．]?\s*+(?P<rest>.*)$"
)
# The marks of GB/T 7714-2015, table B.1.
GB_KINDS = {
    "M": "book",
    "C": "book",
    "G": "book",
    "J": "journal-article",
    "N": "newspaper-article",
    "R": "report",
    "D": "thesis",
    "S": "standard",
    "P": "patent",
    "A": "document",
    "Z": "document",
    "EB": "web-page",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
    "CM": "map",
}
GB_DAY = r"\d{4}-\d{1,2}-\d{1,2}"
GB_PLACE = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:,\s*(?P<volume>\d+))?\s*(?:[（(](?P<issue>[\d—–-]+)[）)])?\s*(?:[:：]\s*(?P<pages>[\dA-Z]+(?:[-–—]\d+)?))?"
)


def read_gb(text: str, start: int, end: int) -> Citation | None:
    match = GB_TITLE.match(text)
    assert match is not None  # the caller looked
    kind, rest = GB_KINDS.get(match["type"].partition("/")[0], "document"), match["rest"]
    read_on = re.search(rf"\[({GB_DAY})\]", rest)
    url = URL.search(rest)
    rest = re.sub(rf"\[{GB_DAY}\]", "", URL.sub("", rest)).strip(" .．")
    day = re.search(rf"[（(]({GB_DAY})[）)]|({GB_DAY})", rest)
    where = next((found for found in GB_PLACE.finditer(rest) if not day or found.start() < day.start()), None)
    at = min((found.start() for found in (day, where) if found), default=len(rest))
    host = rest[:at].rpartition("//")[2]
    inside = rest.startswith("//")
    head = host.strip(" .．,，(（")
    container, head = (head.split(".")[0].split("．")[0].strip(), head.partition(".")[2].strip()) if inside else ("", head)
    place, colon, publisher = head.rpartition(":") if ":" in head else head.rpartition("：")
    book = kind in ("book", "report", "thesis", "standard", "patent", "dataset", "web-page", "document", "map") or inside
    pages = re.search(r"[:：]\s*(\d+(?:[-–—]\d+)?)\s*$", rest)
    names = people(match["authors"].replace(", et al", "").replace(" et al", "")) if match["authors"] else ()
    printed = re.sub(r"-(\d)(?=-|$)", r"-0\1", (day[1] or day[2])) if day else where["year"] if where else ""
    return Citation(
        start=start,
        end=end,
        kind="chapter" if inside else kind,
        title=match["title"].strip(),
        authors=names,
        container=container or ("" if book else head),
        date=printed,
        publisher=(publisher if colon else head).strip() if book else "",
        place=place.strip() if book and colon else "",
        locator=pages[1] if pages else "",
        language="zh" if is_mostly_han(match["title"]) else "en",
        url=url[0] if url else "",
        volume=(where["volume"] or "") if where and not book else "",
        issue=(where["issue"] or "") if where and not book else "",
        accessed=read_on[1] if read_on else "",
    )
