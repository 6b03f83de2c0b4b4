"""What the reading of feet leaves open, as doubts on lines, each place once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.model import Doubt
from build_scripts.readers.notes.below_feet import below_feet
from build_scripts.readers.notes.note_ends import below_addresses, below_ends, broken_off, doubtful_ends
from build_scripts.readers.notes.running_over import Over, over_doubts
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.geometry import Geometry

# The margin below which the end of a note is told. It is wide: of made-up articles read right it names a line in one of twenty,
# of those read wrongly every one.
TOLD = 4.5


@dataclass(frozen=True, slots=True)
class FeetRead:
    """How lines were read as notes at feet or as text; the indices of lines that are notes for certain (`shown`) and of those
    that are of no note (`outside`), the notes that run over, and how wide full lines of notes are, in ems (0: none shows it).
    """

    lines: Sequence[Line]
    read: Sequence[Label]
    geometry: Geometry
    shown: frozenset[int]
    outside: frozenset[int]
    overs: Sequence[Over]
    width: float

    def doubts(self, narrow: float) -> tuple[list[Doubt], int]:
        """Every doubt, and how many of them do not speak against feet; `narrow` is the margin below which one does."""
        lines, read = self.lines, self.read
        told = doubtful_ends(lines, read, TOLD)
        mild = len(told) - len(doubtful_ends(lines, read, narrow))
        told += broken_off(lines, read, self.width, _places(told), {over.end for over in self.overs})
        firm = len(told)
        told += list(below_addresses(lines, read, self.shown, _places(told)))
        told += list(below_ends(lines, read, self.width, self.shown, self.geometry, _places(told)))
        told += list(below_feet(lines, read, self.geometry, self.outside, _places(told)))
        told += list(over_doubts(lines, self.overs))
        return told, mild + len(told) - firm


def _places(told: Sequence[Doubt]) -> set[int]:
    return {doubt.line for doubt in told}
