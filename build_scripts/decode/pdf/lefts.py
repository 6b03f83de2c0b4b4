"""Where the columns of a page begin, those too of which its long ones alone tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NARROWEST = 5.0  # ems of a column of text


def find_lefts(found: Sequence[float], em: float, right: float) -> list[float]:
    """The left sides of the columns of a page that reaches to `right`, with those that are missing where the others stand at
    one distance.
    """
    lefts: list[float] = []
    for left in sorted(found):
        if not lefts or left - lefts[-1] > NARROWEST * em:
            lefts.append(left)
    steps = [other - one for one, other in pairwise(lefts)]
    step = min(steps, default=0.0)
    for left, gap in zip(lefts[:-1], steps, strict=True):
        times = round(gap / step)
        if times > 1 and abs(gap - times * step) < em:
            lefts += [left + step * at for at in range(1, times)]
    while step and lefts and max(lefts) + step < right:
        lefts.append(max(lefts) + step)
    return sorted(lefts)
