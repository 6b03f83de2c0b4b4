"""Glyphs as strings: those that the content shows one after another on one baseline, or one below another in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from build_scripts.decode.pdf.glyphs import Glyph

LEVEL = 0.12  # ems that baselines of one string differ at most
ALIKE = 0.15  # share by which sizes of one string differ at most
BACK, AHEAD = -0.4, 0.9  # ems between two glyphs of one string
WIDE = 0.8  # ems of a mark that has a square of its own
OPENING, CLOSING = "“‘「『《〈（【〔［｛", "”’」』》〉）】〕］｝，。、；：！？"
FEWEST_STACKED = 3
HAN = re.compile("[\u3000-\u9fff\uff01-\uff5e]")
LEAST_APART, MOST_APART = 0.8, 1.6  # ems between baselines of glyphs set one below another


@dataclass(frozen=True, slots=True)
class GlyphString:
    """Glyphs in the order in which they are read, and the box of what is seen of their type, in points.

    A `stacked` string runs downwards, a `turned` one at an angle.
    """

    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float
    bottom: float
    top: float
    baseline: float
    size: float
    stacked: bool = False
    turned: bool = False
    text: str = field(init=False, default="", compare=False)
    blank: bool = field(init=False, default=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join(glyph.text for glyph in self.glyphs))
        object.__setattr__(self, "blank", not self.text.strip())

    @property
    def width(self) -> float:
        return self.x1 - self.x0


def find_strings(glyphs: Sequence[Glyph]) -> list[GlyphString]:
    """Every glyph in exactly one string; those that run downwards and those that do not."""
    return list(_stacks([string_of(run) for run in _runs(glyphs)]))


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    em = max(last.size, glyph.size, 0.1)
    if last.upright or glyph.upright:
        apart = last.baseline - glyph.baseline
        return last.upright and glyph.upright and abs(last.x0 - glyph.x0) < LEVEL * em and 0 < apart < 2 * em
    if last.turned or glyph.turned:
        near = abs(last.x1 - glyph.x0) < 2 * em and abs(last.baseline - glyph.baseline) < 2 * em
        return last.turned and glyph.turned and near
    level = abs(last.baseline - glyph.baseline) < LEVEL * em
    alike = abs(last.size - glyph.size) <= ALIKE * em
    return level and alike and BACK * em < glyph.x0 - last.x1 < AHEAD * em


def string_of(glyphs: Sequence[Glyph]) -> GlyphString:
    """The string of glyphs that are in order."""
    first = glyphs[0]
    size = median(glyph.size for glyph in glyphs)
    level = min(glyph.baseline for glyph in glyphs)
    top = max(glyph.baseline + glyph.size * 0.88 for glyph in glyphs)
    return GlyphString(
        tuple(glyphs),
        min(_seen_from(glyph) for glyph in glyphs),
        max(_seen_to(glyph) for glyph in glyphs),
        level - size * 0.12,
        top,
        median(glyph.baseline for glyph in glyphs),
        size,
        first.upright,
        first.turned,
    )


def _seen_from(glyph: Glyph) -> float:
    """Where a glyph begins to be seen: a wide opening mark stands in the right half of its square."""
    return glyph.x0 + (0.5 * glyph.size if glyph.text in OPENING and glyph.x1 - glyph.x0 > WIDE * glyph.size else 0.0)


def _seen_to(glyph: Glyph) -> float:
    return glyph.x1 - (0.5 * glyph.size if glyph.text in CLOSING and glyph.x1 - glyph.x0 > WIDE * glyph.size else 0.0)


def _stacks(strings: Sequence[GlyphString]) -> Iterator[GlyphString]:
    """Single glyphs one below another are one string that runs downwards."""
    stack: list[GlyphString] = []
    for string in [*strings, None]:
        if stack and (string is None or not _is_below(stack[-1], string)):
            yield from _stacked(stack)
            stack = []
        if string is not None:
            stack.append(string)


def _is_below(last: GlyphString, string: GlyphString) -> bool:
    if any(each.stacked or each.turned or not HAN.fullmatch(each.text.strip()) for each in (last, string)):
        return False
    em = max(last.size, string.size)
    apart = last.baseline - string.baseline
    middle = abs((last.x0 + last.x1) - (string.x0 + string.x1)) / 2
    return middle < 0.3 * em and LEAST_APART * em < apart < MOST_APART * em and abs(last.size - string.size) <= ALIKE * em


def _stacked(stack: Sequence[GlyphString]) -> list[GlyphString]:
    if len(stack) < FEWEST_STACKED:
        return list(stack)
    glyphs = [glyph for string in stack for glyph in string.glyphs]
    whole = string_of(glyphs)
    return [GlyphString(whole.glyphs, whole.x0, whole.x1, whole.bottom, whole.top, whole.bottom, whole.size, stacked=True)]
