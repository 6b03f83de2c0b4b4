"""Statements at the foot of a page in the middle of the text: when it came in, who paid for it, who its author is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.article_parts import STATEMENT, is_closed
from build_scripts.readers.running.geometry import Geometry

LONGEST = 14  # lines of all statements of a page
ENDS = "）)】]》"  # beside a stop, or a figure


@dataclass(frozen=True, slots=True)
class Feet:
    """By index: the first line of each statement, the other lines of statements, and of the first line below each page's
    statements the line of text above them.
    """

    first: frozenset[int] = frozenset()
    more: frozenset[int] = frozenset()
    above: dict[int, int] = field(default_factory=dict)


def statements_at_feet(lines: Sequence[Line], geometry: Geometry) -> Feet:
    """The statements that stand last on pages after which the text goes on; a page at whose end the last statement breaks off
    has none that can be told from its text.
    """
    starts = [index for index, new in enumerate(geometry.new_page) if new]
    first: set[int] = set()
    more: set[int] = set()
    above: dict[int, int] = {}
    for end in starts:
        head = max((start for start in starts if start < end), default=0)
        found = [at for at in range(max(head, end - LONGEST), end) if STATEMENT.match(lines[at].words)]
        if found and found[0] > 0 and _ends(lines[end - 1].words):
            first.update(found)
            more.update(set(range(found[0], end)) - set(found))
            above[end] = found[0] - 1
    return Feet(frozenset(first), frozenset(more), above)


def _ends(words: str) -> bool:
    return is_closed(words) or words[-1] in ENDS or words[-1].isdigit()
