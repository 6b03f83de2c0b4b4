"""The data types of linking: spans, differences, links. All offsets are half-open code points of published text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkType(StrEnum):
    """How one span stands to another."""

    REPRINT = "reprint"
    QUOTATION = "quotation"
    SAME_WORDING = "same-wording"
    NOTE_CITATION = "note-citation"


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
class Link:
    """`source` leads to `target`; `work` is the work that the governing note cites, `marked` says whether the words
    stand inside quotation marks. `target` is None where the work cited is not in the edition."""

    type: LinkType
    fidelity: Fidelity | None
    marked: bool
    source: Span
    target: Span | None
    work: str | None = None
    changes: tuple[Change, ...] = ()
