"""Glyphs that are printed a second time on their own place, as shadows and false bold are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.decode.pdf.glyphs import Glyph

CELL = 8.0  # points of the width of what is looked through together
NEAR = 0.12  # ems by which a copy may lie beside the first


def split_copies(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that are printed first, and the copies of them, both in order."""
    firsts: list[Glyph] = []
    copies: list[Glyph] = []
    seen: dict[tuple[str, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        column = int(glyph.x0 // CELL)
        near = int(NEAR * glyph.size // CELL) + 1
        around = (seen.get((glyph.text, at)) for at in range(column - near, column + near + 1))
        if any(_is_copy(glyph, other) for others in around if others for other in others):
            copies.append(glyph)
        else:
            seen[glyph.text, column].append(glyph)
            firsts.append(glyph)
    return firsts, copies


def _is_copy(glyph: Glyph, other: Glyph) -> bool:
    most = NEAR * glyph.size
    near = abs(glyph.x0 - other.x0) <= most and abs(glyph.baseline - other.baseline) <= most
    return near and abs(glyph.size - other.size) <= most
