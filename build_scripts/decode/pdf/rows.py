"""Strings that stand side by side as rows, from the top of a region to its foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.decode.pdf.strings import GlyphString

SHARED = 0.5  # of the height of the smaller string, and the two are in one row
UNUSUAL = 10.0  # points, where a page has no type


@dataclass(frozen=True, slots=True)
class StringRow:
    """Strings in the order in which they are read, and their box in points."""

    strings: tuple[GlyphString, ...]
    x0: float
    x1: float
    bottom: float
    top: float
    main: GlyphString  # the string that most of the row is like

    @property
    def size(self) -> float:
        """The size of most of its type, in points."""
        count: Counter[float] = Counter()
        for string in self.strings:
            count[round(string.size, 1)] += len(string.glyphs) if not string.blank else 0
        return max(count, key=lambda size: (count[size], size))

    @property
    def text(self) -> str:
        return "".join(string.text for string in self.strings)


def row_of(strings: Iterable[GlyphString]) -> StringRow:
    """The row of strings in any order; what runs downwards stays a row of its own by `find_rows`."""
    found = tuple(sorted(strings, key=lambda string: string.x0))
    return StringRow(
        found,
        min(string.x0 for string in found),
        max(string.x1 for string in found),
        min(string.bottom for string in found),
        max(string.top for string in found),
        max(found, key=lambda string: (not string.blank, len(string.glyphs), string.size)),
    )


def find_rows(strings: Sequence[GlyphString]) -> list[StringRow]:
    """Every string in one row, the rows from top to bottom. What is larger makes rows first, so that raised figures join it."""
    groups: list[tuple[float, float, list[GlyphString]]] = []  # bottom, top
    whole = [string for string in strings if not (string.stacked or string.turned)]
    for string in sorted(whole, key=lambda string: (string.blank, -string.size, -string.baseline)):
        best, share = -1, SHARED
        for index, (bottom, top, _) in enumerate(groups):
            if bottom >= string.top or top <= string.bottom:
                continue
            common = (min(top, string.top) - max(bottom, string.bottom)) / max(string.top - string.bottom, 0.1)
            if common > share:
                best, share = index, common
        if best < 0:
            groups.append((string.bottom, string.top, [string]))
        else:
            groups[best][2].append(string)
    rows = [row_of(group) for *_, group in groups]
    rows += [row_of([string]) for string in strings if string.stacked or string.turned]
    return sorted(rows, key=_from_the_top)


def _from_the_top(row: StringRow) -> tuple[float, float]:
    if row.main.stacked:  # columns of vertical writing go from right to left
        return -row.top, -row.x0
    return -(row.main.baseline + row.main.size * 0.5), row.x0


def usual_size(strings: Iterable[GlyphString]) -> float:
    """The size of most type, in points."""
    count: Counter[float] = Counter()
    for string in strings:
        if not string.blank:
            count[round(string.size, 1)] += len(string.glyphs)
    return max(count, key=lambda size: (count[size], size), default=UNUSUAL)
