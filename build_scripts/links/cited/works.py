"""Works cited: what the notes of all documents cite, each work once, with every place that cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from hashlib import blake2s
from typing import Any

from build_scripts.decided import unused
from build_scripts.links.cited.citation import Citation, Described
from build_scripts.links.cited.notes import read_citations
from build_scripts.links.occasions.occasion import OccasionClues, Occasions
from build_scripts.links.words.fold import bare_letters_of, letters_of
from build_scripts.model import Document
from build_scripts.source import Passage, WorkDecision
from build_scripts.text.numerals import COUNTING

SIMILAR_TITLES = 0.85
# A report of an occasion is printed within so many days of its other dates.
DAYS = 60


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place that cites a work: document id, number of the note, page or pages as written, code points of the note, its id."""

    document: str
    note: int
    locator: str
    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Described):
    """A work that notes cite, on `pages`; `document` is the id of the document of this edition that it is."""

    id: str
    pages: tuple[str, ...]
    cited_by: tuple[CitedBy, ...]
    document: str | None


def read_works(documents: Sequence[Document]) -> tuple[Work, ...]:
    """Every work that the notes cite, in the order of first citation; repeated and short citations are one work.

    What editors say of a work has the last word. Raises BadInput `decision-mismatch` where no note cites what they mean.
    """
    cited: list[tuple[Citation, CitedBy]] = []
    for document in documents:
        earlier: list[Citation] = []
        of_notes: dict[int, list[Citation]] = {}
        for note in document.notes:
            for citation in read_citations(note.text.text, tuple(earlier), of_notes):
                earlier.append(citation)
                of_notes.setdefault(note.number, []).append(citation)
                by = CitedBy(document.id, note.number, citation.locator, citation.start, citation.end, note.id)
                cited.append((citation, by))
    groups: list[list[tuple[Citation, CitedBy]]] = []
    for citation, by in cited:
        group = next((group for group in groups if _same_work(citation, group)), None)
        groups.append([(citation, by)]) if group is None else group.append((citation, by))
    occasions = Occasions()
    works = [_work(group, documents, occasions) for group in groups]
    for document in documents:
        for decision in document.source.decisions.works:
            works = _decided(works, decision) if decision.note.document == document.id else works
    return tuple(works)


def _decided(works: list[Work], decision: WorkDecision) -> list[Work]:
    """The works with what an editor says of the one that a note cites, `words` being words of its title."""
    meant = [work for work in works_of(works, decision.note) if decision.note.words in work.title]
    if len(meant) != 1:
        sentence = f"{decision.note.document}#{decision.note.block} cites {len(meant)} such works, not one"
        raise unused(decision.place, sentence)
    values: dict[str, Any] = dict(decision.values)
    author = values.pop("author", "")
    made = replace(meant[0], **(values | ({"authors": (author,)} if author else {})))
    if made == meant[0]:
        raise unused(decision.place, f"the work “{made.title}” is so already")
    return [made if work is meant[0] else work for work in works]


def _same_work(citation: Citation, group: Sequence[tuple[Citation, CitedBy]]) -> bool:
    """Whether the citation names the group's work: the same title, and nothing that both give differs."""
    full = group[0][0]
    if letters_of(citation.title) != letters_of(full.title) or citation.part != full.part:
        return False
    pairs = ((citation.container, full.container), (citation.date, full.date), (citation.publisher, full.publisher))
    return all(not one or not two or letters_of(one) == letters_of(two) for one, two in pairs)


def _work(group: Sequence[tuple[Citation, CitedBy]], documents: Sequence[Document], occasions: Occasions) -> Work:
    """The work, in the words of its fullest citation."""
    full = max((citation for citation, _ in group), key=lambda item: len(item.container + item.publisher + item.date))
    authors = full.authors or next((citation.authors for citation, _ in group if citation.authors), ())
    pages = tuple(dict.fromkeys(by.locator for _, by in group if by.locator))
    key = (
        "|".join(map(bare_letters_of, (full.title + full.part, *(full.keyed or (full.container, full.publisher))))) + full.date
    )
    name = "work-" + blake2s(key.encode("utf-8"), digest_size=4).hexdigest()
    described: dict[str, Any] = {each.name: getattr(full, each.name) for each in fields(Described)}
    return Work(
        **(described | {"authors": authors}),
        id=name,
        pages=pages,
        cited_by=tuple(by for _, by in group),
        document=_document_of(full, documents, occasions),
    )


def _document_of(citation: Citation, documents: Sequence[Document], occasions: Occasions) -> str | None:
    """The document of the edition that the citation means, speeches first."""
    for document in sorted(documents, key=lambda item: not item.kind.base):
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
    return re.findall(rf"(?<![{COUNTING}\d])[{COUNTING}\d]+(?=[次届轮年月日])", text)


def _dates_agree(date: str, occasion: OccasionClues) -> bool:
    """Whether a work of this date may be the document, as far as both dates are known."""
    return days_apart(date, occasion) <= DAYS


def days_apart(date: str, occasion: OccasionClues) -> int:
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


def works_of(works: Iterable[Work], note: Passage) -> tuple[Work, ...]:
    """What a note cites, named by its id."""
    return tuple(work for work in works if any((by.document, by.id) == (note.document, note.block) for by in work.cited_by))


def works_of_note(works: Iterable[Work], document: str, note: int) -> tuple[Work, ...]:
    """The works that one note cites."""
    return tuple(work for work in works if any((by.document, by.note) == (document, note) for by in work.cited_by))
