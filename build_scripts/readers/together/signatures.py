"""The end of a document of an authority (GB/T 9704): who signs it, and below it the day."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.readers.particulars.name_shapes import is_publisher
from build_scripts.readers.particulars.stamps import DAY_ALONE
from build_scripts.text.scripts import simplified

MOST_SIGNERS = 4


def signatures(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Which lines name who signs, and which the day below: where a line above gives the day of publication.

    >>> signatures(["2021-03-05 来源：某网", "某事照办。", "某局办公室", "2021年3月4日"], [["facts-time"], ["stops"], [], []])
    [(), (), ('signature',), ('signed-day',)]
    >>> signatures(["某事照办。", "某局办公室", "2021年3月4日"], [["stops"], [], []])
    [(), (), ()]
    """
    found: list[tuple[str, ...]] = [()] * len(texts)
    published = next((at for at, seen in enumerate(evidence) if "facts-time" in seen), len(texts))
    for day in range(published + 1, len(texts)):
        first = day
        while first > published + 1 and day - first < MOST_SIGNERS and _signs(texts[first - 1], evidence[first - 1]):
            first -= 1
        if first < day and DAY_ALONE.fullmatch(simplified(texts[day])):
            found[first:day] = [("signature",)] * (day - first)
            found[day] = ("signed-day",)
    return found


def _signs(text: str, seen: Sequence[str]) -> bool:
    """Whether a line is the name of a body and nothing else."""
    return is_publisher(text) and not any(name.startswith("facts-") or name == "stops" for name in seen)
