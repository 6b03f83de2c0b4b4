"""The data types of linking: spans, differences, links. All offsets are half-open code points of published text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter


class LinkType(StrEnum):
    """How one span stands to another."""

    REPRINT = "reprint"
    QUOTATION = "quotation"
    SAME_WORDING = "same-wording"
    ECHO = "echo"
    NOTE_CITATION = "note-citation"

    @property
    def takes(self) -> bool:
        """Whether the words are given as the other text's: a quotation or a reprint, not an echo or parallel wording."""
        return self in (LinkType.REPRINT, LinkType.QUOTATION)


class Fidelity(StrEnum):
    """How closely a span keeps to the words it takes; the later ones include what the earlier ones allow."""

    VERBATIM = "verbatim"
    SCRIPT_ONLY = "script-only"
    REGIONAL_WORDING = "regional-wording"
    ELIDED = "elided"
    ALTERED = "altered"


class ChangeKind(StrEnum):
    """What sort of difference two wordings show."""

    SCRIPT = "script"
    PUNCTUATION = "punctuation"
    REGIONAL = "regional"
    INSERTED = "inserted"
    OMITTED = "omitted"
    REPLACED = "replaced"

    @property
    def substantive(self) -> bool:
        return self in (ChangeKind.INSERTED, ChangeKind.OMITTED, ChangeKind.REPLACED)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points `[start, end)` of a block, or of a note under the note's id, as published."""

    document: str
    block: str
    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """How many code points two spans share; 0 where they stand in different blocks."""
        if (self.document, self.block) != (other.document, other.block):
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def touched(spans: Sequence[Span], near: Span) -> Iterator[Span]:
    """Of the spans of one block, in order and apart from one another, those that share a code point with another span."""
    first = bisect_right(spans, near.start, key=attrgetter("end"))
    last = bisect_left(spans, near.end, key=attrgetter("start"))
    return filter(near.overlap, spans[first:last])


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `[start, end)` of the linking block reads `words`, `[to_start, to_end)` of the other `to_words`.

    Offsets are code points of the two blocks; an insertion has an empty span on the other side, an omission on this.
    """

    kind: ChangeKind
    start: int
    end: int
    words: str
    to_start: int
    to_end: int
    to_words: str


@dataclass(frozen=True, slots=True)
class TextLink:
    """Words at `source` that are words of `target`: a reprint, a quotation, the same wording or an echo. `work` is
    what the governing note cites, `marked` says whether the words stand inside quotation marks."""

    type: LinkType
    fidelity: Fidelity
    marked: bool
    source: Span
    target: Span
    work: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteCitation:
    """A note that cites a work: `source` lies in the note; `target` is where the work opens in the edition, None where the
    edition does not have it."""

    source: Span
    target: Span | None
    work: str

    @property
    def type(self) -> LinkType:
        return LinkType.NOTE_CITATION


Link = TextLink | NoteCitation
