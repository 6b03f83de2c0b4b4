"""Rows of tables, known by cells that stand below each other."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_ROWS = 3
FEWEST_CELLS = 2
ALIGNED = 0.6  # ems
Cells = Sequence[tuple[float, float, float]]


def rows_of_tables(lines: Sequence[tuple[int, Cells]]) -> frozenset[int]:
    """The numbers of lines, given in order with the ends of their cells in points and the size of their type, that are rows
    of a table: at least three running, of several cells, each aligned with the row above in a cell that is not its first.
    """
    found: set[int] = set()
    run: list[int] = []
    for index, (number, cells) in enumerate(lines):
        if run and not _align(lines[index - 1][1], cells):
            found |= set(run) if len(run) >= FEWEST_ROWS else set()
            run = []
        if len(cells) >= FEWEST_CELLS:
            run.append(number)
    return frozenset(found | (set(run) if len(run) >= FEWEST_ROWS else set()))


def _align(above: Cells, cells: Cells) -> bool:
    """Whether a cell beyond the first has its left, its middle or its right below that of one above."""
    if min(len(above), len(cells)) < FEWEST_CELLS:
        return False
    return any(
        min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2) <= ALIGNED * em
        for x0, x1, em in cells[1:]
        for left, right, _ in above[1:]
    )
