"""The order in which the strings of a page are read: columns inside bands, bands below each other, rows inside columns.

A recursive cut in the manner of Nagy and Seth, “Hierarchical representation of optically scanned documents”, ICPR 1984, with
gutters before bands: white across the whole region parts columns; where something crosses the best gutter, it parts bands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.decode.pdf.downwards import split_downwards
from build_scripts.decode.pdf.labels import are_labels
from build_scripts.decode.pdf.lefts import NARROWEST, find_lefts
from build_scripts.decode.pdf.over import split_over
from build_scripts.decode.pdf.rows import StringRow, find_rows, row_of, usual_size
from build_scripts.decode.pdf.strings import GlyphString

GUTTER = 0.8  # ems that a gutter is wide at least
FEWEST = 3  # rows of a column
NARROW, FEWEST_NARROW = 10.0, 6  # ems, and rows of a column so narrow: with fewer it is one of a table
FULL = 0.6  # of a column's width that a row of text fills
MOST_FULL = 0.5  # share of rows that are full in a column of text
LEAST_LINE = 6.0  # ems of a line of text, on average; cells of tables are narrower
OFTEN = 0.5  # times as many rows as begin at the commonest place
LONG = 5  # rows of a column that shows where columns begin on its page
INDENT = 2.5  # ems that a line may stand in
DISPLAY = 1.3  # ems of the type of headlines
FAR_APART = 4.0  # of their own ems between two headlines on one height
ALIKE = 0.05  # ems by which the lines of a paragraph differ in size, and in where they begin
NEAR = 1.8  # ems between the lines of a paragraph
DEEPEST = 12  # cuts inside cuts
TRIED = 24  # gutters that are looked at in one region


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Rows one below another, in order; `sides` in points where others than its own rows show them."""

    rows: tuple[StringRow, ...]
    sides: tuple[float, float] | None = None


def read_columns(strings: Sequence[GlyphString]) -> list[TextColumn]:
    """The columns of a page in the order of reading; every string is in one row of one column.

    The page is cut twice: the long columns of the first time show where short ones begin.
    """
    tiers, beside = split_downwards(strings)
    level = [string for string in beside if not string.turned]
    turned = [string for string in strings if string.turned]
    em = usual_size(level)
    first = list(_Cutter(em).cut(level)) if level else []
    long = [column for column in first if len(column.rows) >= LONG and _is_filled(column.rows)]
    lefts = find_lefts([_left(column) for column in long], em, max((string.x1 for string in level), default=0.0))
    found = list(_whole(level, _Cutter(em, lefts))) if lefts else first
    down = [TextColumn(tuple(tier)) for tier in tiers]
    return [*down, *found, *(TextColumn((row,)) for row in find_rows(turned))]


def _whole(strings: Sequence[GlyphString], cutter: _Cutter) -> Iterator[TextColumn]:
    """The columns of a page, those that stand over and under all others first and last."""
    over, inner, under = split_over(strings, cutter.columns(strings), cutter.em)
    sides = min(string.x0 for string in strings), max(string.x1 for string in strings)
    yield from (replace(column, sides=sides) for column in (cutter.cut(over) if over else ()))
    yield from cutter.cut(inner)
    yield from (replace(column, sides=sides) for column in (cutter.cut(under) if under else ()))


def _left(column: TextColumn) -> float:
    """Where most rows of a column begin, or as many as its indents leave; opening marks hang out of it."""
    count = Counter(round(row.x0) for row in column.rows)
    return min(left for left, number in count.items() if number >= OFTEN * max(count.values()))


def _is_filled(rows: Sequence[StringRow]) -> bool:
    """Whether most rows fill the width that they have together."""
    width = max(row.x1 for row in rows) - min(row.x0 for row in rows)
    full = sum(_filled(row) >= FULL * width for row in rows)
    return full >= MOST_FULL * len(rows)


def _filled(row: StringRow) -> float:
    return sum(string.width for string in row.strings if not string.blank)


class _Cutter:
    """Cuts the strings of one page; `lefts` are the left sides of its columns as far as they are known, in points."""

    def __init__(self, em: float, lefts: Sequence[float] = ()) -> None:
        self.em, self.lefts = em, lefts

    def cut(self, strings: Sequence[GlyphString], depth: int = DEEPEST) -> Iterator[TextColumn]:
        """The columns of a region in order."""
        for parts in (self.columns, self.bands) if depth and len(strings) > 1 else ():
            found = parts(strings)
            if len(found) > 1:
                for part in found:
                    yield from self.cut(part, depth - 1)
                return
        yield TextColumn(tuple(part for row in find_rows(strings) for part in self._headlines(row)))

    def _headlines(self, row: StringRow) -> Iterator[StringRow]:
        """A row of large type as what stands far apart in it: headlines side by side, over no columns of their own yet."""
        if row.size < DISPLAY * self.em:
            yield row
            return
        parts: list[list[GlyphString]] = [[]]
        right = float("inf")  # of what is seen of the part
        for string in row.strings:
            if not string.blank:
                if string.x0 - right >= FAR_APART * string.size:
                    parts.append([])
                    right = float("inf")
                right = string.x1 if right == float("inf") else max(right, string.x1)
            parts[-1].append(string)
        yield from map(row_of, parts)

    def columns(self, strings: Sequence[GlyphString]) -> list[list[GlyphString]]:
        """The strings in columns where white runs through all of the region."""
        ordered = sorted((string for string in strings if not string.blank), key=lambda string: string.x0)
        cuts, right = [], float("-inf")
        for string in ordered:
            if string.x0 - right >= GUTTER * self.em and right > float("-inf"):
                cuts.append((right + string.x0) / 2)
            right = max(right, string.x1)
        sides = [list(strings)]
        for cut in cuts:  # a cut that leaves no column on one side parts nothing
            left = [string for string in sides[-1] if string.x0 < cut]
            rest = [string for string in sides[-1] if string.x0 >= cut]
            if self._are_columns(left, rest):
                sides[-1:] = [left, rest]
        return sides

    def _are_columns(self, left: Sequence[GlyphString], right: Sequence[GlyphString]) -> bool:
        return self._is_side(left) and self._is_side(right) and not are_labels(left, right)

    def _is_side(self, strings: Sequence[GlyphString]) -> bool:
        """Whether strings stand as a column of text or several; a short one where a column is known to begin."""
        printed = [string for string in strings if not string.blank]
        if not printed:
            return False
        if all(string.stacked for string in printed):
            return True
        x0, x1 = min(string.x0 for string in printed), max(string.x1 for string in printed)
        begins = any(-0.6 * self.em <= x0 - left <= INDENT * self.em for left in self.lefts)
        if self.lefts and begins:
            return True
        rows = find_rows(printed)
        fewest = FEWEST if x1 - x0 >= NARROW * self.em else FEWEST_NARROW
        return x1 - x0 >= NARROWEST * self.em and len(rows) >= fewest and (_is_filled(rows) or self._has_lines(rows))

    def _has_lines(self, rows: Sequence[StringRow]) -> bool:
        """Whether what stands together in rows is as wide as lines of text are."""
        widths = []
        for row in rows:
            right = float("-inf")
            for string in (string for string in row.strings if not string.blank):
                if string.x0 - right >= GUTTER * self.em:
                    widths.append(0.0)
                widths[-1] += string.width
                right = max(right, string.x1)
        return bool(widths) and sum(widths) / len(widths) >= LEAST_LINE * self.em

    def bands(self, strings: Sequence[GlyphString]) -> list[list[GlyphString]]:
        """The strings in bands: those above, in and below the stretch in which the best gutter is crossed by nothing."""
        best: tuple[int, list[list[GlyphString]]] = (0, [])
        for gutter in self._gutters(strings):
            bands = _parted(strings, gutter)
            worth = sum(len(band) for band in bands if self._is_parted(band, gutter))
            if len(bands) > 1 and worth > best[0]:
                best = (worth, bands)
        return best[1]

    def _gutters(self, strings: Sequence[GlyphString]) -> list[float]:
        """Middles of the gaps in rows, those that come most often first."""
        count: dict[int, list[float]] = {}
        for row in find_rows(strings):
            right = float("inf")
            for string in (string for string in row.strings if not string.blank):
                if string.x0 - right >= GUTTER * self.em:
                    count.setdefault(round((right + string.x0) / 2 / self.em), []).append((right + string.x0) / 2)
                right = string.x1 if right == float("inf") else max(right, string.x1)
        often = sorted(count.values(), key=len, reverse=True)[:TRIED]
        return [sorted(group)[len(group) // 2] for group in often]

    def _is_parted(self, band: Sequence[GlyphString], gutter: float) -> bool:
        """Whether a band has columns on both sides of a gutter."""
        left = [string for string in band if string.x1 <= gutter]
        right = [string for string in band if string.x0 >= gutter]
        whole = len(left) + len(right) == len(band)
        return whole and self._are_columns(left, right)


def _parted(strings: Sequence[GlyphString], gutter: float) -> list[list[GlyphString]]:
    """The strings from the top in runs that cross a gutter or do not."""
    crossing = [string for string in strings if string.x0 < gutter < string.x1 and not string.blank]
    known = set(map(id, crossing))
    edges = sorted((string.bottom + string.top) / 2 for string in crossing)
    middle = (min(string.x0 for string in strings) + max(string.x1 for string in strings)) / 2
    bands: list[tuple[bool, list[GlyphString]]] = []
    for string in sorted(strings, key=lambda string: -(string.bottom + string.top)):
        across = id(string) in known or any(string.bottom < edge < string.top for edge in edges)  # on the row of what crosses
        if not across and (not bands or bands[-1][0]):  # below what crosses, alone and in the middle, or where that begins
            between = abs(string.x0 + string.x1 - 2 * middle) < string.size
            across = (between or _ends(string, bands[-1][1] if bands else ())) and _is_alone(string, strings)
        if not bands or bands[-1][0] != across:
            bands.append((across, []))
        bands[-1][1].append(string)
    return [band for _, band in bands]


def _ends(string: GlyphString, above: Sequence[GlyphString]) -> bool:
    """Whether a string is the short last line of what stands above: it begins where the rows there do, as near and as large."""
    last = min((other for other in above if not other.blank), key=lambda other: other.baseline, default=None)
    if not last or abs(last.size - string.size) > ALIKE * string.size:
        return False
    left = min(other.x0 for other in above if not other.blank and abs(other.baseline - last.baseline) < last.size / 2)
    return abs(left - string.x0) <= ALIKE * string.size and 0 < last.baseline - string.baseline <= NEAR * string.size


def _is_alone(string: GlyphString, strings: Sequence[GlyphString]) -> bool:
    return not any(other.bottom < string.top and string.bottom < other.top for other in strings if other is not string)
