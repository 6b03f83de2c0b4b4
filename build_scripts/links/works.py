"""Works cited: what the notes of all documents cite, each work once, with every place that cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2s

from build_scripts.links.citations import Citation, read_citations
from build_scripts.links.fold import letters_of
from build_scripts.links.occasions import Occasion, Occasions
from build_scripts.model import Document, Kind

SIMILAR_TITLES = 0.85
# A report of an occasion is printed within so many days of its other dates.
DAYS = 60


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place that cites a work: document id, number of the note, page or pages as written, code points of the note."""

    document: str
    note: int
    locator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Work:
    """A work that notes cite. `date` is EDTF; `document` is the id of the document of this edition that it is."""

    id: str
    kind: str
    authors: tuple[str, ...]
    title: str
    container: str
    date: str
    publisher: str
    place: str
    pages: tuple[str, ...]
    language: str
    site: str
    url: str
    cited_by: tuple[CitedBy, ...]
    document: str | None


def read_works(documents: Sequence[Document]) -> tuple[Work, ...]:
    """Every work that the notes cite, in the order of first citation; repeated and short citations are one work."""
    cited: list[tuple[Citation, CitedBy]] = []
    for document in documents:
        earlier: list[Citation] = []
        for note in document.notes:
            for citation in read_citations(note.text.text, tuple(earlier)):
                earlier.append(citation)
                by = CitedBy(document.id, note.number, citation.locator, citation.start, citation.end)
                cited.append((citation, by))
    groups: list[list[tuple[Citation, CitedBy]]] = []
    for citation, by in cited:
        group = next((group for group in groups if _same_work(citation, group)), None)
        groups.append([(citation, by)]) if group is None else group.append((citation, by))
    occasions = Occasions()
    return tuple(_work(group, documents, occasions) for group in groups)


def _same_work(citation: Citation, group: Sequence[tuple[Citation, CitedBy]]) -> bool:
    """Whether the citation names the group's work: the same title, and nothing that both give differs."""
    full = group[0][0]
    if letters_of(citation.title) != letters_of(full.title):
        return False
    fields = ((citation.container, full.container), (citation.date, full.date), (citation.publisher, full.publisher))
    return all(not one or not two or letters_of(one) == letters_of(two) for one, two in fields)


def _work(group: Sequence[tuple[Citation, CitedBy]], documents: Sequence[Document], occasions: Occasions) -> Work:
    """The work, in the words of its fullest citation."""
    full = max((citation for citation, _ in group), key=lambda item: len(item.container + item.publisher + item.date))
    authors = full.authors or next((citation.authors for citation, _ in group if citation.authors), ())
    pages = tuple(dict.fromkeys(by.locator for _, by in group if by.locator))
    key = "|".join(map(letters_of, (full.title, full.container, full.publisher))) + full.date
    name = "work-" + blake2s(key.encode("utf-8"), digest_size=4).hexdigest()
    place = full.place
    return Work(
        name,
        full.kind,
        authors,
        full.title,
        full.container,
        full.date,
        full.publisher,
        place,
        pages,
        full.language,
        full.site,
        full.url,
        tuple(by for _, by in group),
        _document_of(full, documents, occasions),
    )


def _document_of(citation: Citation, documents: Sequence[Document], occasions: Occasions) -> str | None:
    """The document of the edition that the citation means, speeches first."""
    for document in sorted(documents, key=lambda item: item.kind is not Kind.SPEECH):
        occasion = occasions.of(document)
        if _dates_agree(citation.date, occasion) and any(_same_title(citation.title, title) for title in occasion.titles):
            return document.id
    return None


def _same_title(cited: str, title: str) -> bool:
    """Whether two folded titles are one, small differences allowed but none of number."""
    cited = letters_of(cited)
    if min(len(cited), len(title)) < 4 or _numerals(cited) != _numerals(title):
        return cited == title
    return cited == title or SequenceMatcher(None, cited, title, autojunk=False).ratio() >= SIMILAR_TITLES


def _numerals(text: str) -> list[str]:
    return re.findall(r"[一二三四五六七八九十百零〇\d]+(?=[次届轮年月日])", text)


def _dates_agree(date: str, occasion: Occasion) -> bool:
    """Whether a work of this date may be the document, as far as both dates are known."""
    return days_apart(date, occasion) <= DAYS


def days_apart(date: str, occasion: Occasion) -> int:
    """Days between an EDTF date and the nearest date of the occasion, a year having 360; 0 where either is open."""
    parts = [int(part) for part in re.findall(r"\d+", date)]
    known = [known for known in occasion.mention.dates if known[0]]
    if not parts or not known:
        return 0
    return min(abs(_days(parts, other)) for other in known)


def _days(date: Sequence[int], other: Sequence[int]) -> int:
    """Signed days between two dates as far as both are given."""
    total = 0
    for one, two, days in zip(date, other, (360, 30, 1), strict=False):
        if not one or not two:
            break
        total += (one - two) * days
    return total


def works_of_note(works: Iterable[Work], document: str, note: int) -> tuple[Work, ...]:
    """The works that one note cites."""
    return tuple(work for work in works if any((by.document, by.note) == (document, note) for by in work.cited_by))
