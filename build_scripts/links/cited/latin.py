"""Citations in Latin letters: Author, “Title”, Container, December 12, 2024; or Author, Title, Place: Publisher, 2020, p. 3."""

from __future__ import annotations

import re

from build_scripts.links.cited.citation import URL, Citation, locator
from build_scripts.text.dates import MONTHS

LATIN_TITLE = re.compile(r"“([^“”]+?),?”|\"([^\"]+?),?\"")
LATIN_DATE = re.compile(rf"(?:(?P<month>{'|'.join(MONTHS)})\s+(?:(?P<day>\d{{1,2}}),?\s+)?)?(?P<year>(?:19|20)\d{{2}})")
# What a container in Latin letters is, by a word of its name.
JOURNAL = re.compile(r"\b(?:Journal|Review|Quarterly|Proceedings|Transactions|Annals)\b")
NEWSPAPER = re.compile(r"\b(?:Times|Post|Daily|Herald|Tribune|Gazette|Guardian|Telegraph|Mail)\b")
NEWS_SITE = re.compile(r"\b(?:News|Online|Blog|Website)\b|\.(?:com|org|net|gov)\b")


def read_latin(text: str, start: int, end: int) -> Citation | None:
    """Author, “Title”, Container, December 12, 2024; or Author, Title, Place: Publisher, 2020, p. 3."""
    title = LATIN_TITLE.search(text)
    *_, date = (None, *LATIN_DATE.finditer(text))
    if not title and not date:
        return None
    url, pages = URL.search(text), locator(text)
    if title:
        authors = text[: title.start()].strip(" ,")
        container = text[title.end() : date.start() if date else None].strip(" ,.")
        name, place = title[1] or title[2], ""
        kind, container, publisher = _held(container)
    else:
        parts = [part.strip() for part in text[: date.start()].split(",") if part.strip()] if date else []
        if len(parts) < 2:
            return None
        authors, name, container, kind = parts[0], parts[1], "", "book"
        place, _, publisher = (", ".join(parts[2:])).rpartition(": ")
    return Citation(
        start=start,
        end=end,
        kind=kind,
        title=name,
        authors=tuple(part for part in re.split(r",\s*|\s+and\s+", authors) if part),
        container=container,
        date=_latin_date(date) if date else "",
        publisher=publisher,
        place=place,
        locator=pages,
        language="en",
        url=url[0] if url else "",
        keyed=(publisher, "") if title and publisher else None,
    )


def _held(container: str) -> tuple[str, str, str]:
    """What kind of work stands in a container in Latin letters, the container, and who published what stands in none.

    >>> _held("Journal of Things"), _held("The Example Times")
    (('journal-article', 'Journal of Things', ''), ('newspaper-article', 'The Example Times', ''))
    >>> _held("Example News"), _held("Institute of Things")
    (('web-page', 'Example News', ''), ('report', '', 'Institute of Things'))
    """
    for pattern, kind in ((JOURNAL, "journal-article"), (NEWSPAPER, "newspaper-article"), (NEWS_SITE, "web-page")):
        if pattern.search(container):
            return kind, container, ""
    return ("report", "", container) if container else ("document", "", "")


def _latin_date(match: re.Match[str]) -> str:
    month = f"{MONTHS.index(match['month']) + 1:02d}" if match["month"] else ""
    return "-".join(part for part in (match["year"], month, f"{int(match['day']):02d}" if match["day"] else "") if part)
