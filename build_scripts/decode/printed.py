"""How a piece of a line is printed on a page, as decoders of pages tell it and readers see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece of a line in one type: its page and column, both from 1 through the whole capture, its box along the baseline
    and the sides of its column in points from the lower left of the page, the height of its type, and its face.

    `edge` is `head` or `foot` for what stands around the pages, `copy` for what is printed a second time on its own place.
    `stacked` runs downwards, `turned` at an angle; `raised` are figures that stand on the line and that their glyphs raise.
    """

    page: int
    column: int
    x0: float
    x1: float
    baseline: float
    size: float
    face: str
    left: float
    right: float
    edge: str = ""
    stacked: bool = False
    turned: bool = False
    raised: bool = False
