"""Headings that nothing but their face sets off from the text, as italics do: as large as it, and no bolder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Laid, Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.text.characters import runs_out

ALIKE = 0.06  # shares of the usual size
PARTED = 1.15  # times the usual step, above it
WIDEST = 0.75  # of the column
SURE = 2  # headings of one look


def heads_by_face(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of short lines that stand by themselves in another face than most text, over a line that is in that."""
    faces = Counter(line.laid.face for line in lines if line.laid and _is_usual(line.laid))
    usual = max(faces, key=faces.__getitem__, default="")
    return frozenset(
        at for at in range(1, len(lines) - 1) if _heads(lines[at], usual) and _is_alone(lines[at - 1 : at + 2], usual)
    )


def _is_usual(each: Laid) -> bool:
    return abs(each.scale - 1) <= ALIKE and not (each.heavy or each.table or each.across or each.edge)


def _heads(line: Line, usual: str) -> bool:
    each = line.laid
    if not each or not _is_usual(each) or each.face == usual or each.inset or each.ems > WIDEST * each.full:
        return False
    return runs_out(line.words)


def _is_alone(lines: Sequence[Line], usual: str) -> bool:
    """Whether the second of three lines has white above it, and stands over the third between lines in the face of the text."""
    above, each, below = (line.laid for line in lines)
    if not above or not each or not below or each.column != below.column or below.face != usual or above.face == each.face:
        return False
    return above.column != each.column or each.step >= PARTED


def face_doubts(lines: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """One doubt where a single heading is known by its face alone."""
    heads = heads_by_face(lines)
    found = [lines[at].number for at in heads if labels[at].state == "heading" and not labels[at].given]
    if found and len(heads) < SURE:
        sentence = f"{in_ranges(found)} read as a heading for its face alone"
        yield Doubt(found[0], "doubtful-line", sentence, f"write “paragraph: {found[0]}” under “structure” if it is none")
