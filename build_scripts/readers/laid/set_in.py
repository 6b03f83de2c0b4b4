"""Lines of a print that stand in from both sides together, as one narrower column: no line of these is set in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.readers.laid.types import ALIKE as SAME_SIZE
from build_scripts.readers.laid.types import LARGER, is_centred
from build_scripts.readers.parts.lines import Laid, Line
from build_scripts.text.characters import runs_out

ALIKE = 0.5  # ems by which lines differ that begin or end at one side
DEEP = 2.5  # ems on both sides, from which on a line by itself looks as if it were set in the middle
WIDE = 0.45  # of the column; what is narrower may be verse
STEP = 1.3  # times the usual one, and lines of one paragraph stand no further apart
FEWEST = 3  # lines that show both sides where the last is as wide as the others
SHORTER = 1.0  # ems, of a last line that begins at the left and is not set in the middle


def mark_set_in(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text in order, those marked that stand in from both sides together."""
    inside = {at for start, end in _stretches(lines) for at in range(start, end)}
    return [
        replace(line, laid=replace(line.laid, inset=True)) if line.laid and at in inside else line
        for at, line in enumerate(lines)
    ]


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The half-open spans of lines that fill a narrower column, the last of each as far as it reaches."""
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _fills(lines[start], lines[end - 1]) and _goes_on(lines[end - 1].laid, lines[end].laid):
            end += 1
        if _is_stretch(lines[start:end]):
            yield start, end
        start = end


def _fills(first: Line, line: Line) -> bool:
    """Whether a line reaches as far as the first one does, in a column that is not much narrower than the page's."""
    one, each = first.laid, line.laid
    return bool(one and each and is_centred(one) and abs(one.behind - each.behind) <= ALIKE and each.ems >= WIDE * each.full)


def _goes_on(above: Laid | None, each: Laid | None) -> bool:
    """Whether a line begins below another one, or at the head of the next column, as far in and in the same type."""
    if not above or not each or each.table or each.across or each.scale >= LARGER or abs(above.scale - each.scale) > SAME_SIZE:
        return False
    near = above.column != each.column or 0 < each.step < STEP
    return near and abs(above.indent - each.indent) <= ALIKE and above.heavy == each.heavy


def _is_stretch(lines: Sequence[Line]) -> bool:
    """Whether lines that begin at one side are a paragraph: they are broken inside sentences, and the last shows the side."""
    first, last = lines[0].laid, lines[-1].laid
    if len(lines) < 2 or not first or not last:
        return False
    broken = any(runs_out(line.words) for line in lines[:-1])
    return broken and (last.behind - first.behind > SHORTER or len(lines) >= FEWEST)
