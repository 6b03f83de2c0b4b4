"""Lists of other texts, each with the beginning of its first sentence and its time, as sites set them below a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_scripts.readers.particulars.stamps import DAY_ALONE, STAMP
from build_scripts.text.scripts import simplified

FEWEST = 3  # entries of a list
LONGEST_ENTRY = 4  # lines
CUT = re.compile(r"(?:\.{3,}|…+|⋯+)$")


def teasers(texts: Sequence[str]) -> list[bool]:
    """Which lines are of a list whose entries each close with a time alone, and of which a line at least each is cut off.

    >>> entry = ["某地开工", "昨天在某地，工人们...", "2021-03-04 10:20"]
    >>> teasers([*entry * 3, "某报"])
    [True, True, True, True, True, True, True, True, True, False]
    >>> any(teasers(["2021-03-04 10:20", "水位上涨。"] * 4))
    False
    """
    stamped = [at for at, text in enumerate(texts) if _is_time(simplified(text))]
    found = [False] * len(texts)
    for run in _runs(stamped):
        size = run[1] - run[0]
        first = max(0, run[0] - size + 1)
        cut = sum(bool(CUT.search(text)) for text in texts[first : run[-1]])
        if len(run) >= FEWEST and cut >= len(run):
            found[first : run[-1] + 1] = [True] * (run[-1] + 1 - first)
    return found


def _is_time(text: str) -> bool:
    return bool(STAMP.fullmatch(text) or DAY_ALONE.fullmatch(text))


def _runs(stamped: Sequence[int]) -> list[list[int]]:
    """Times that follow one another at the distance of an entry, two or more."""
    runs: list[list[int]] = []
    for before, after in pairwise(stamped):
        if not 1 < after - before <= LONGEST_ENTRY:
            continue
        if runs and runs[-1][-1] == before:
            runs[-1].append(after)
        else:
            runs.append([before, after])
    return runs
