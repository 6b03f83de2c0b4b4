"""Pages of vertical writing: columns of characters, read from the right to the left, in one tier or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.decode.pdf.rows import StringRow, row_of
from build_scripts.decode.pdf.strings import GlyphString, string_of

SHARE = 0.8  # of the characters of a page that stand in columns
FEWEST = 3  # columns
TIER = 1.5  # ems of white between two tiers
ONE_COLUMN = 0.4  # ems by which the middles of pieces of one column differ
REST = 2  # characters at the end of a paragraph, too few to show that they run downwards


def split_downwards(strings: Sequence[GlyphString]) -> tuple[list[list[StringRow]], list[GlyphString]]:
    """The columns of a page of vertical writing, tier by tier from the right, and the strings that are of none; on another page
    all strings are of none.
    """
    printed = [string for string in strings if not string.blank]
    stacked = [string for string in printed if string.stacked]
    letters = sum(len(string.glyphs) for string in printed)
    if len(stacked) < FEWEST or sum(len(string.glyphs) for string in stacked) < SHARE * letters:
        return [], list(strings)
    top, bottom = max(string.top for string in stacked), min(string.bottom for string in stacked)
    down = [
        string
        for string in printed
        if string.stacked
        or (len(string.glyphs) <= REST and not string.turned and bottom <= string.bottom and string.top <= top)
    ]
    ids = {id(string) for string in down}
    return [_columns(tier) for tier in _tiers(down)], [string for string in strings if id(string) not in ids]


def _tiers(strings: Sequence[GlyphString]) -> list[list[GlyphString]]:
    """The strings parted where white runs through all of the page, from the top."""
    tiers: list[list[GlyphString]] = []
    bottom = 0.0
    for string in sorted(strings, key=lambda string: -string.top):
        if not tiers or bottom - string.top > TIER * string.size:
            tiers.append([])
            bottom = string.bottom
        tiers[-1].append(string)
        bottom = min(bottom, string.bottom)
    return tiers


def _columns(strings: Sequence[GlyphString]) -> list[StringRow]:
    """What stands below one another as one string each, from the right."""
    columns: list[list[GlyphString]] = []
    for string in sorted(strings, key=lambda string: -(string.x0 + string.x1)):
        last = columns[-1][0] if columns else None
        if last and abs(last.x0 + last.x1 - string.x0 - string.x1) / 2 < ONE_COLUMN * last.size:
            columns[-1].append(string)
        else:
            columns.append([string])
    return [row_of([_joined(sorted(column, key=lambda string: -string.top))]) for column in columns]


def _joined(strings: Sequence[GlyphString]) -> GlyphString:
    whole = string_of([glyph for string in strings for glyph in string.glyphs])
    return replace(whole, baseline=whole.bottom, stacked=True)
