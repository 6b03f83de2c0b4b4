"""The sides of the columns of a PDF, also of those whose rows do not show them: a few rows, ragged ones, first lines alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.decode.pdf.rows import StringRow

ALIKE = 0.6  # ems within which two rows end at one place
FEWEST = 4  # rows that show where a column begins
FEWEST_ENDS, SHARE = 2, 0.15  # rows that end at a side which means nothing
OUTSIDE = 2.0  # ems by which a row may end outside its column
MOST_INDENT = 4.0  # ems by which first lines, of which a page may have no others, stand in


@dataclass(frozen=True, slots=True)
class LaidRows:
    """Rows that belong together on a page, and the sides of their column."""

    page: int
    rows: tuple[StringRow, ...]
    left: float
    right: float
    edge: str = ""


def furthest(ends: Sequence[float], em: float) -> float:
    """A side of a column: as far as two rows reach, for one alone may be no part of it."""
    ordered = sorted(ends, reverse=True)
    if len(ordered) < FEWEST:
        return ordered[0]
    return next((one for one, other in pairwise(ordered) if one - other < ALIKE * em), ordered[0])


def settled(laid: Sequence[LaidRows]) -> list[LaidRows]:
    """Columns that do not show their sides, for they have few rows or no two that end alike, with those of a longer one, on any
    page, in which they fit.
    """
    long = [each for each in laid if len(each.rows) >= FEWEST and not each.edge and not _is_ragged(each)]
    return [_flush(_sided(each, long), long) for each in laid]


def _flush(column: LaidRows, long: Sequence[LaidRows]) -> LaidRows:
    """A column of hardly more than first lines, which stand further in, with the sides of a longer one."""
    em = column.rows[0].size
    longer = [
        each
        for each in long
        if len(each.rows) > len(column.rows) and column.right < each.right + ALIKE * em
        if em < column.left - each.left <= MOST_INDENT * em
    ]
    near = min(longer, key=lambda each: abs(each.right - column.right), default=column)
    return column if column.edge else replace(column, left=near.left, right=max(near.right, column.right))


def _sided(column: LaidRows, long: Sequence[LaidRows]) -> LaidRows:
    if column.edge or (len(column.rows) >= FEWEST and not _is_ragged(column)):
        return column
    if len(column.rows) < FEWEST:
        return _within(column, long)
    wide = replace(column, right=max(row.x1 for row in column.rows))
    found = _within(wide, long)
    return column if found is wide else found


def _is_ragged(column: LaidRows) -> bool:
    """Whether few rows end at its right side and some far outside of it, as lines of code and lists do."""
    em = column.rows[0].size
    ends = sum(abs(row.x1 - column.right) < ALIKE * em for row in column.rows)
    outside = max(row.x1 for row in column.rows) - column.right > OUTSIDE * em
    return outside and ends <= max(FEWEST_ENDS, SHARE * len(column.rows))


def _within(short: LaidRows, long: Sequence[LaidRows]) -> LaidRows:
    em = short.rows[0].size
    fit = [each for each in long if each.left - em <= short.left and short.right <= each.right + em]
    if not fit:
        return short
    near = min(fit, key=lambda each: (each.page != short.page, each.right - each.left, abs(each.page - short.page)))
    return replace(short, left=min(near.left, short.left), right=max(near.right, short.right))
