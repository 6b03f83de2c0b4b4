"""Rows of tables in a text that knows no places: lines of as many cells, set apart by gaps; and columns of text that an
extraction has left side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.text.characters import HAN, closes_sentence, width
from build_scripts.text.lexicon import any_word

GAP = re.compile(r"[ \u00a0]*\u3000[ \u00a0\u3000]*|[ \u00a0]{2,}|\t+")
LETTER_SPACED = re.compile(rf"(?:(?<=^[{HAN}])|(?<=[ \u3000][{HAN}]))[ \u3000]{{1,2}}(?=[{HAN}](?:[ \u3000]|$))")
UNIT = re.compile(rf"{any_word('articles', 'units')}\s*[:：]")
FEWEST_ROWS, FEWEST_CELLS = 2, 2
FEWEST_ALONE = 3  # rows that no caption shows
NEAR_ROWS = 3  # lines from a row to the next of a table that a page end divides
FIGURES = re.compile(r"[-+−]?\d[\d,.，]*[%％]?[*＊]{0,3}")
FEWEST_SIDES = 3  # lines that show columns side by side
NEAR = 2.0  # ems by which a column's lines differ
LONGEST_CELL = 12.0  # ems
FAR_IN = 6  # characters of white, more than a paragraph stands in
NARROW = 4.0  # ems of a column of text


def rows_of_tables(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that are rows of tables: right below a caption, or above one; or several of as many cells, one
    column of which holds figures.
    """
    cells = [[""] * _stands_far_in(line) + _cells(line) for line in lines]
    found = set(_rows_with_figures(lines, cells))
    for index, line in enumerate(lines):
        if CAPTION.match(line.words) and not line.laid:
            for start, step in ((index + 1 + _says_unit(lines, index + 1), 1), (index - 1, -1)):
                run = list(_run(cells, start, step))
                found |= set(run) if len(run) >= FEWEST_ROWS else set()
    return frozenset(at for at in found if not CAPTION.match(lines[at].words))


def _rows_with_figures(lines: Sequence[Line], cells: Sequence[Sequence[str]]) -> Iterator[int]:
    """Lines one after another of at least three cells, as many in each, of which a column holds figures below its first; and
    such lines a little below them, where a page may have ended.
    """
    at, last, many = 0, -NEAR_ROWS - 1, 0
    while at < len(lines):
        run = [] if lines[at].laid else list(_run(cells, at, 1))
        rows = [cells[row] for row in run if len(cells[row]) == len(cells[run[-1]])]
        again = bool(rows) and at - last <= NEAR_ROWS and len(rows[0]) == many
        columns = zip(*rows[0 if again else 1 :], strict=True)
        figures = any(all(map(FIGURES.fullmatch, each)) for each in columns)
        if figures and len(rows[0]) > FEWEST_CELLS and (again or len(rows) >= FEWEST_ALONE):
            yield from run
            last, many = run[-1], len(rows[0])
        at += max(len(run), 1)


def _stands_far_in(line: Line) -> bool:
    """Whether white stands before a line that has more, as where the first cell of a row is empty."""
    return line.text.text[:FAR_IN].isspace() and len(_cells(line)) >= FEWEST_CELLS


def _says_unit(lines: Sequence[Line], index: int) -> bool:
    """Whether a line below a caption says in what its table counts."""
    return index < len(lines) and bool(UNIT.match(lines[index].words))


def _run(cells: Sequence[Sequence[str]], start: int, step: int) -> Iterator[int]:
    """Lines one after another of several short cells, as many in each; the columns' heads may have none for the first."""
    at, many = start, len(cells[start]) if 0 <= start < len(cells) else 0
    below = len(cells[start + 1]) if step > 0 and start + 1 < len(cells) else 0
    if below == many + 1 > FEWEST_CELLS and _are_short(cells[start]):
        yield start
        at, many = start + 1, many + 1
    while 0 <= at < len(cells) and len(cells[at]) == many >= FEWEST_CELLS and _are_short(cells[at]):
        yield at
        at += step


def _are_short(cells: Sequence[str]) -> bool:
    return all(width(cell) <= LONGEST_CELL and not closes_sentence(cell) for cell in cells)


def _cells(line: Line) -> list[str]:
    return [cell for cell in GAP.split(LETTER_SPACED.sub("", line.words)) if cell]


def are_rows(one: Line, other: Line) -> bool:
    """Whether two lines that follow each other have three short cells or more, each as many."""
    cells, below = _cells(one), _cells(other)
    near = 0 < other.number - one.number <= 2 and not (one.laid or other.laid)
    return near and len(cells) == len(below) > FEWEST_CELLS and _are_short([*cells, *below])


def has_cells(line: Line) -> bool:
    """Whether a line of which nothing is known but its words has several cells, and a figure is one of them."""
    cells = [] if line.laid else _cells(line)
    return len(cells) >= FEWEST_CELLS and any(map(FIGURES.fullmatch, cells))


def side_by_side(lines: Sequence[Line], rows: frozenset[int]) -> Iterator[Doubt]:
    """A doubt where several lines running are pieces of text beside each other, each piece as wide as the one above it."""
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        cells = [] if line.laid or index in rows else _cells(line)
        if len(cells) < FEWEST_CELLS or min(map(width, cells)) < NARROW or (run and not _alike(cells, _cells(lines[run[-1]]))):
            found += run if len(run) >= FEWEST_SIDES else []
            run = []
        run += [index] if len(cells) >= FEWEST_CELLS and min(map(width, cells)) >= NARROW else []
    found += run if len(run) >= FEWEST_SIDES else []
    if found:
        numbers = [lines[at].number for at in found]
        sentence = f"{in_ranges(numbers)} like lines of columns side by side, and read across them"
        hint = f"keep a capture in which the columns stand one below the other, or write “table: {numbers[0]}-{numbers[-1]}”"
        yield Doubt(numbers[0], "doubtful-line", sentence, hint)


def _alike(cells: Sequence[str], above: Sequence[str]) -> bool:
    pairs = zip(cells[:-1], above[:-1], strict=False)
    return len(cells) == len(above) and all(abs(width(one) - width(other)) <= NEAR for one, other in pairs)
