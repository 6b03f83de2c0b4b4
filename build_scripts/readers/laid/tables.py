"""Rows of tables, known by cells that stand below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.readers.laid.types import ALIKE
from build_scripts.readers.parts.lines import Line
from build_scripts.roles import Given
from build_scripts.text.characters import closes_sentence

FEWEST_ROWS = 3
FEWEST_CELLS = 2
FAR = 4.0  # ems
ALIGNED = 0.6  # ems
CellEnds = tuple[float, float, float]
Cells = Sequence[CellEnds]


def rows_of_tables(lines: Sequence[tuple[int, Cells]]) -> frozenset[int]:
    """The numbers of lines, given in order with the ends of their cells in points and the size of their type, that are rows
    of a table: at least three running, of several cells, each aligned with the row above in a cell that is not its first.
    A line between two of them whose cells each stand below one that is not the first goes on with the row above.
    """
    found: set[int] = set()
    run: list[int] = []
    more: list[int] = []  # lines that go on with the rows of the run, each before another row
    waiting: list[int] = []  # those for which no other row has come
    above: Cells = ()
    for number, cells in lines:
        if run and len(cells) < FEWEST_CELLS and _goes_on(above, cells):
            waiting.append(number)
            continue
        if run and not _align(above, cells):
            found |= {*run, *more} if len(run) >= FEWEST_ROWS else set()
            run, more, waiting = [], [], []
        if len(cells) >= FEWEST_CELLS:
            run.append(number)
            more, waiting = [*more, *waiting], []
        above = cells
    return frozenset(found | ({*run, *more} if len(run) >= FEWEST_ROWS else set()))


def _align(above: Cells, cells: Cells) -> bool:
    """Whether a cell beyond the first has its left, its middle or its right below that of one above."""
    if min(len(above), len(cells)) < FEWEST_CELLS:
        return False
    return any(_below(cell, other) for cell in cells[1:] for other in above[1:])


def _goes_on(above: Cells, cells: Cells) -> bool:
    """Whether each cell stands below one beyond the first."""
    return bool(cells) and all(any(_below(cell, other) for other in above[1:]) for cell in cells)


def _below(cell: CellEnds, other: CellEnds) -> bool:
    (x0, x1, em), (left, right, _) = cell, other
    return min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2) <= ALIGNED * em


def beside_tables(parts: Sequence[tuple[str, list[Line], Given | None]]) -> Iterator[int]:
    """The numbers of lines that were read as text and stand right above or below rows of a table, in the rows’ type and not
    in that of the text: heads of columns over several lines look so.
    """
    for one, other in pairwise(parts):
        for text, row in ((one, other), (other, one)):
            line = text[1][-1] if text is one else text[1][0]
            if text[0] == "first" and not text[2] and row[0] == "table" and _is_like(line, row[1][0]):
                yield line.number


def rows_without_first_cell(parts: Sequence[tuple[str, list[Line], Given | None]]) -> Iterator[int]:
    """The numbers of rows that begin far from where the row above begins, and of those: cells of several lines look so."""
    for one, other in pairwise(parts):
        above, each = one[1][0].laid, other[1][0].laid
        rows = one[0] == other[0] == "table" and not other[2]
        if rows and above and each and above.column == each.column and each.indent - above.indent >= FAR:
            yield from (one[1][0].number, other[1][0].number)


def _is_like(line: Line, row: Line) -> bool:
    each, other = line.laid, row.laid
    if not each or not other or each.page != other.page or closes_sentence(line.words) or line.words[-1] in "：:":
        return False
    return abs(each.scale - other.scale) <= ALIKE and other.scale < 1 - ALIKE and not each.across
