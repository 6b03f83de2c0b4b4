"""Figures that glyphs of their own raise: on the line, in the size of the text, and narrower than the other figures of a face.

OpenType's superiors (feature `sups`) do so: nothing but their width tells them in the content of a PDF.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_scripts.decode.pdf.glyphs import Glyph, GlyphPage

NARROW = 0.72  # of the width of the figures of a face
MOST_WIDTHS = 3  # that the figures of a printed face have; those of a text layer by OCR have many
FEWEST = 2  # different figures that are narrow: in some faces 1 alone is, unless the same figure is wide elsewhere
LEVEL = 0.5  # points between glyphs of one line
# What may stand before a call: no formula (H₂O, (OH)₂), which lowers its figures by the same glyphs.
BEFORE = re.compile(r"(?:^|[^\W_a-zA-Z\d]|[a-z]{3}|[^\w)\]）］])$")


def raise_narrow(pages: Sequence[GlyphPage]) -> list[GlyphPage]:
    """The pages, with the figures marked as raised that are narrower than those of their face, where they open a line or stand
    behind a word or a mark.
    """
    most = _narrow(glyph for page in pages for glyph in page.glyphs if _is_figure(glyph))
    return [replace(page, glyphs=tuple(_marked(page.glyphs, most))) for page in pages] if most else list(pages)


def _narrow(figures: Iterator[Glyph]) -> dict[str, float]:
    """By face the width, in ems, up to which its figures are narrow; only faces that have such figures and others."""
    widths: dict[str, Counter[float]] = defaultdict(Counter)
    chars: dict[tuple[str, float], set[str]] = defaultdict(set)
    for glyph in figures:
        width = _width(glyph)
        widths[glyph.face][width] += 1
        chars[glyph.face, width].add(glyph.text)
    found = {}
    for face, count in widths.items():
        usual = max(count) if len(count) <= MOST_WIDTHS else 0.0
        wide = {char for width in count if width > NARROW * usual for char in chars[face, width]}
        narrow = [width for width in count if width <= NARROW * usual and _are_others(chars[face, width], wide)]
        if narrow:
            found[face] = max(narrow)
    return found


def _are_others(narrow: set[str], wide: set[str]) -> bool:
    """Whether narrow figures are other glyphs than those of the text: several are narrow, or one has both widths."""
    return len(narrow) >= FEWEST or narrow <= wide


def _is_figure(glyph: Glyph) -> bool:
    return glyph.text.isascii() and glyph.text.isdigit() and not (glyph.turned or glyph.upright) and glyph.size > 0


def _width(glyph: Glyph) -> float:
    return round((glyph.x1 - glyph.x0) / glyph.size, 2)


def _marked(glyphs: Sequence[Glyph], most: Mapping[str, float]) -> Iterator[Glyph]:
    before, last = "", None  # the end of what stands before on the line, without the figures that are raised
    for glyph in glyphs:
        if last is None or abs(last.baseline - glyph.baseline) > LEVEL or glyph.x0 < last.x0:
            before = ""
        narrow = _is_figure(glyph) and _width(glyph) <= most.get(glyph.face, 0.0)
        if narrow and BEFORE.search(before):
            yield replace(glyph, raised=True)
        else:
            before = (before + glyph.text)[-3:]
            yield glyph
        last = glyph
