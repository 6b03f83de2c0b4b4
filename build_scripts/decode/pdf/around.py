"""What stands around the pages of a PDF, known by its place: heads, feet and numbers that come again at one height."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

from build_scripts.decode.pdf.rows import StringRow, find_rows
from build_scripts.decode.pdf.strings import GlyphString

OUTERMOST = 2  # rows at either edge of a page that may stand around it
HEIGHT = 3.0  # points by which what comes again may stand higher or lower
ALIKE = 0.8  # of two heads' characters that are the same; recognised text differs from page to page
WHITE = 1.2  # times the distance of rows, between a head and the text
SMALLER = 0.95  # of the usual size
FEWEST_DIGITS = 3  # of the number in a head that is set like the text; chapters and figures have fewer
NEAREST = 16  # pages before and behind one on which what stands around it is looked for
SURE = 2  # other pages that have the very same, and it need not stand apart
NUMBER = re.compile(
    r"(?:第|[Pp](?:age|AGE)?)?[\W_]*(\d{1,4})[\W_]*(?:页|頁)?[\W_]*(?:(?:共|of)?[\W_]*\d{1,4}[\W_]*(?:页|頁)?)?[\W_]*"
)
OPENS, ENDS = re.compile(r"^\d{1,4}(?!\d)"), re.compile(r"(?<!\d)\d{1,4}$")
CELL = 1.0  # ems between the parts of a head
SHORTEST_CELL = 4  # characters
FIRST_SURE = 10  # a page number below it may be that of a chapter
AT_END = re.compile(r"^\d{1,4}(?!\d)|(?<!\d)\d{1,4}$")
FIGURES = re.compile(r"\d{1,9}")
Edges = dict[int, str]  # id of a string to the edge of the page: head or foot
Candidate = tuple[int, str, int, StringRow, bool]  # page, edge, how far from it, the row, whether it stands apart


def find_edges(pages: Sequence[Sequence[GlyphString]]) -> list[Edges]:
    """For each page the strings around it. What comes on one page only is never one of them."""
    candidates = [(page, *each) for page, strings in enumerate(pages) for each in _outermost(strings)]
    found: list[Edges] = [{} for _ in pages]
    small = [SMALLER * usual for usual in map(_usual_size, pages)]
    for page, edge, depth, row, apart in candidates:
        near = _near(candidates, page)
        others = [
            (other, each)
            for other, side, _, each, _ in near
            if other != page
            and side == edge
            and _is_level(row, each)
            and (
                _comes_again(page, row, other, each, edge)
                or (
                    edge == "head"
                    and (
                        _numbered(
                            row, each, other - page, _digits(row.size < small[page] and each.size < small[other], not depth)
                        )
                        or _faces(row, each, other - page)
                        or (not depth and _shares_cell(row, each))
                    )
                )
                or (edge == "foot" and not depth and row.size < small[page] and _faces(row, each, other - page))
            )
        ]
        if edge == "head" and not depth and not others and apart:
            alone = _numbers_alone(page, row, near)
            others = [(other, each) for other, _, each in alone]
            for other, side, each in alone:
                found[other] |= {id(string): side for string in each.strings}
        same = {other for other, each in others if _words(each) == _words(row)}
        outside = sum(side == edge for side in found[page].values())
        if others and (apart or (len(same) >= SURE and not depth)) and (not depth or outside):
            found[page] |= {id(string): edge for string in row.strings}
    return found


def _near(candidates: Sequence[Candidate], page: int) -> Sequence[Candidate]:
    """Those of the pages around one, so that the pages of a book are not each compared with all others."""
    first = bisect_left(candidates, page - NEAREST, key=lambda each: each[0])
    return candidates[first : bisect_right(candidates, page + NEAREST, key=lambda each: each[0])]


def _outermost(strings: Sequence[GlyphString]) -> Iterator[tuple[str, int, StringRow, bool]]:
    """The rows at the edges of a page: which edge, how far from it, the row, and whether it stands apart from the next one."""
    rows = [row for row in find_rows([each for each in strings if not each.turned]) if row.text.strip()]
    steps = [one.main.baseline - other.main.baseline for one, other in pairwise(rows)]
    step = median(steps) if steps else 0.0
    most = OUTERMOST if len(rows) > 2 * OUTERMOST else min(1, len(rows))
    for edge, inward, gaps in (("head", rows, steps), ("foot", rows[::-1], steps[::-1])):
        for depth, row in enumerate(inward[:most]):
            inner = inward[depth + 1] if depth + 1 < len(inward) else None
            yield edge, depth, row, not inner or gaps[depth] > WHITE * step or row.size < SMALLER * inner.size


def _is_level(row: StringRow, other: StringRow) -> bool:
    return abs(row.main.baseline - other.main.baseline) <= HEIGHT and abs(row.size - other.size) <= 0.2 * row.size


def _comes_again(page: int, row: StringRow, other: int, again: StringRow, edge: str) -> bool:
    """Whether two rows of one height are the same head, or numbers that go with their pages. At the foot, where notes stand
    that are like each other, only a number may differ, and it goes with the page.
    """
    first, second = (NUMBER.fullmatch(_words(each)) for each in (row, again))
    if first and second:
        return int(second[1]) - int(first[1]) == other - page
    if first or second:
        return False
    keys = _key(row), _key(again)
    if min(map(len, keys)) < 2:
        return keys[0] == keys[1] and keys[0] != "#"
    if edge == "foot":
        return keys[0] == keys[1] and _counts_pages(_words(row), _words(again), other - page)
    return SequenceMatcher(None, *keys, autojunk=False).ratio() > ALIKE


def _usual_size(strings: Sequence[GlyphString]) -> float:
    """The size of the type of most rows of a page, in points; 0 where it has none."""
    return median([row.size for row in find_rows([each for each in strings if not each.turned])] or [0.0])


def _digits(small: bool, outermost: bool) -> int:
    """How many digits a number in a head must have to show that it counts pages."""
    return 1 if small else FEWEST_DIGITS if outermost else 99


def _numbered(row: StringRow, again: StringRow, pages: int, digits: int) -> bool:
    """Whether two rows have a number at an end, of so many digits at least, that goes up as the pages do: heads of left and
    right pages are not alike.
    """
    ends = (AT_END.findall(_words(each)) for each in (row, again))
    first, second = ({int(number) for number in numbers if len(number) >= digits} for numbers in ends)
    return any(number + pages in second for number in first)


def _faces(row: StringRow, again: StringRow, pages: int) -> bool:
    """Whether two rows are heads of a left and a right page: an even number opens the one, an odd one ends the other, and they
    go up as the pages do.
    """
    for left, right, step in ((row, again, pages), (again, row, -pages)):
        opens, ends = OPENS.search(_words(left)), ENDS.search(_words(right))
        if opens and ends and not int(opens[0]) % 2 and int(opens[0]) + step == int(ends[0]):
            return True
    return False


def _shares_cell(row: StringRow, again: StringRow) -> bool:
    """Whether two rows of several parts have one in common: the name of the paper, or its issue."""
    one, other = (_cells(each) for each in (row, again))
    return len(one) > 1 and len(other) > 1 and any(len(cell) >= SHORTEST_CELL for cell in {*one} & {*other})


def _cells(row: StringRow) -> list[str]:
    """What stands together in a row, without spaces."""
    cells: list[str] = []
    right = 0.0
    for string in row.strings:
        if string.blank:
            continue
        if not cells or string.x0 - right > CELL * row.size:
            cells.append("")
        cells[-1] += re.sub(r"\s", "", string.text)
        right = string.x1
    return cells


def _numbers_alone(page: int, row: StringRow, candidates: Sequence[Candidate]) -> list[tuple[int, str, StringRow]]:
    """The numbers alone at the edges of other pages that count up to the one in a head, where its page has none."""
    opens, ends = OPENS.search(_words(row)), ENDS.search(_words(row))
    numbers = {int(number[0]) for number, odd in ((opens, 0), (ends, 1)) if number and int(number[0]) % 2 == odd}
    alone = [
        (at, side, each, int(number[1])) for at, side, _, each, _ in candidates if (number := NUMBER.fullmatch(_words(each)))
    ]
    if any(at == page for at, *_ in alone):
        return []
    return [each[:3] for each in alone if each[3] + page - each[0] in numbers and each[3] >= FIRST_SURE]


def _counts_pages(one: str, two: str, pages: int) -> bool:
    """Whether the numbers in two rows are the same, or one of them goes up as the pages do."""
    steps = [int(second) - int(first) for first, second in zip(FIGURES.findall(one), FIGURES.findall(two), strict=True)]
    return [step for step in steps if step] in ([], [pages])


def _key(row: StringRow) -> str:
    """What stays the same of a head from page to page: its words without numbers and spaces."""
    return re.sub(FIGURES, "#", _words(row))


def _words(row: StringRow) -> str:
    return re.sub(r"\s", "", row.text)
