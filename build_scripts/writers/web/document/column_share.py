"""How two columns share their width, so that a text and its translation end nearly together."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.text.characters import is_han
from build_scripts.views.document import Row

HAN = 1.9  # letters that take as much of a page as one Chinese character, measured on texts set in columns of equal width
LEAST, MOST, STEP = 40, 60, 5  # per cent; narrower than two fifths no column is read with ease


def column_share(rows: Iterable[Row]) -> int:
    """The share of the first column in per cent, by what both sides need; of rows that have two sides."""
    pairs = [[_need(side.text) for side in row.sides] for row in rows if len(row.sides) == 2]
    first, second = (sum(pair[side] for pair in pairs) for side in (0, 1))
    return share_of(first, second)


def share_of(first: float, second: float) -> int:
    """The share of the first of two needs in per cent, in steps and within what can be read.

    >>> share_of(1, 1), share_of(2, 1), share_of(1, 1.3), share_of(0, 0)
    (50, 60, 45, 50)
    """
    wanted = 100 * first / (first + second) if first + second else 50
    return max(LEAST, min(MOST, STEP * round(wanted / STEP)))


def _need(text: str) -> float:
    han = sum(map(is_han, text))
    return HAN * han + len(text) - han
