"""Lines right below the pictures of an article: where every picture has a short one, these are captions."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean, median

FEWEST = 3  # pictures that show a habit
LONGEST = 50.0  # ems of a caption
TIMES = 2.0  # how much longer the other lines of such an article are


def below_each_picture(below: Sequence[float], others: Sequence[float]) -> str:
    """What is seen of all lines right below the pictures of an article: `below-each-picture` where they show to be captions,
    `below-some-pictures` where they may be; empty where one of them is as long as prose. Widths are in ems.
    """
    if len(below) < 2 or not others or max(below) > LONGEST:
        return ""
    shorter = median(others) >= TIMES * mean(below)
    return "below-each-picture" if len(below) >= FEWEST and shorter else "below-some-pictures"
