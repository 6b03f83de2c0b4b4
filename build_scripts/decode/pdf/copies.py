"""Glyphs that are printed a second time on their own place, as shadows and false bold are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.decode.pdf.glyphs import Glyph

NEAR = 0.12  # ems by which a copy may lie beside the first


def split_copies(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that are printed first, and the copies of them, both in order."""
    firsts: list[Glyph] = []
    copies: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        step = max(glyph.size, 1.0)
        column, row = int(glyph.x0 // step), int(glyph.baseline // step)
        around = ((glyph.text, column + right, row + up) for right in (-1, 0, 1) for up in (-1, 0, 1))
        if any(_is_copy(glyph, other) for key in around for other in seen.get(key, ())):
            copies.append(glyph)
        else:
            seen[glyph.text, column, row].append(glyph)
            firsts.append(glyph)
    return firsts, copies


def _is_copy(glyph: Glyph, other: Glyph) -> bool:
    most = NEAR * glyph.size
    near = abs(glyph.x0 - other.x0) <= most and abs(glyph.baseline - other.baseline) <= most
    return near and abs(glyph.size - other.size) <= most
