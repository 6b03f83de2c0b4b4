"""Paragraphs that break off inside a sentence where another paragraph follows: torn by a figure, a page or the extraction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.running.article_parts import is_closed
from build_scripts.readers.running.running_text import LinesOfBlock
from build_scripts.text.characters import HAN, width

# What ends a paragraph as a stop does: what announces or lists, dots, and a bracket or quotation mark behind which all is said.
ENDS = re.compile(r"[:：;；…—）)】\]」』”’*]$|\.{2,}$")
SHORTEST = 12.0  # ems of a line that is no label or cell
BULLET = re.compile("[•●▪■◆◦‣▶➢✓·–-]")
GOES_ON = re.compile(rf"[{HAN}a-z]")


def torn_doubts(parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """One doubt with the lines at which a paragraph breaks off and the next begins like the rest of it."""
    found = [
        (one[1][-1].number, other[1][0].number)
        for one, other in pairwise(parts)
        if _is_text(one, other) and _breaks(one, other)
    ]
    if found:
        sentence = f"{in_ranges([last for last, _ in found])} read as the end of a paragraph and not closed; the next may go on"
        yield Doubt(found[0][0], "doubtful-line", sentence, f"write “continued: {found[0][1]}” under “structure” if it does")


def _is_text(one: LinesOfBlock, other: LinesOfBlock) -> bool:
    """Whether two parts are paragraphs, the second by the reading and not by the editor."""
    return one[0] == other[0] == "first" and not other[2]


def _breaks(one: LinesOfBlock, other: LinesOfBlock) -> bool:
    """Whether the first is no label and ends inside a sentence, and the second opens as nothing new does."""
    last, first = one[1][-1].words, other[1][0].words
    wide = len(one[1]) > 1 or width(last) >= SHORTEST
    opens = GOES_ON.match(first) and not kind_of_number(first) and not BULLET.match(first)
    return bool(wide and opens and not is_closed(last) and not ENDS.search(last))
