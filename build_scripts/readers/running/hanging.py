"""Paragraphs of a print that hang: their first lines begin at the side of the column and the others stand in, as in lists of
references.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.readers.laid.types import LARGER, is_centred
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.columns import ends_sentence

LEAST, MOST = 0.75, 4.0  # ems by which the lines that go on stand in
ALIKE = 0.5  # ems by which they differ
FULL = 4.0  # ems behind a line at most, below which one of the same paragraph stands in
FEWEST = 2  # paragraphs with lines that stand in


def hanging_lines(lines: Sequence[Line]) -> dict[int, bool]:
    """The indices of the lines of such paragraphs: True for the first of each, False for the others.

    No line at the side stands below one that breaks off, as in paragraphs whose first lines stand in, and above each line that
    stands in the column is full.
    """
    found: dict[int, bool] = {}
    for start, end in _stretches(lines):
        part = lines[start:end]
        below = [at for at in range(1, len(part)) if _leads(part[at])]
        heads = sum(not _leads(part[at - 1]) for at in below)
        if heads >= FEWEST and any(not ends_sentence(part[at - 1]) for at in below):
            found |= {start + at: not _leads(part[at]) for at in range(below[0] - 1, len(part))}
    return found


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Half-open spans of lines that stand as such paragraphs do."""
    start, depth = 0, 0.0  # ems by which the lines stand in that go on, as the first of them shows
    for at, line in enumerate(lines):
        if at > start and not _leads(lines[start]) and _goes_on(lines[at - 1], line, depth):
            depth = depth or _leads(line)
            continue
        torn = at > start and not _leads(line) and _leads(lines[at - 1])  # the line above opens a paragraph of another kind
        yield start, at - bool(torn)
        start, depth = at, 0.0
    yield start, len(lines)


def _goes_on(above: Line, line: Line, depth: float) -> bool:
    """Whether a line stands below another as the next of such paragraphs, of which lines stand in by `depth` ems; 0 where none
    has yet.
    """
    last, each = above.laid, line.laid
    if not last or not each or each.table or each.across or each.scale >= LARGER or is_centred(each):
        return False
    lead = _leads(line)
    if not lead:
        return ends_sentence(above) or last.behind > FULL
    return lead <= MOST and abs(lead - (depth or lead)) <= ALIKE and last.behind <= FULL


def _leads(line: Line) -> float:
    """How far a line stands in, in ems; 0 where it begins at the side of its column."""
    return line.laid.indent if line.laid and line.laid.indent >= LEAST else 0.0
