"""Paragraphs that break off inside a sentence where another paragraph follows: torn by a figure, a page or the extraction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.bullets import MARKED
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.running.article_parts import is_closed
from build_scripts.readers.running.going_on import PAUSE
from build_scripts.readers.running.running_text import LinesOfBlock
from build_scripts.text.characters import HAN, width

# What ends a paragraph as a stop does: what announces or lists, dots, a bracket or quotation mark behind which all is said, and
# a figure behind a stop, that calls a note.
ENDS = re.compile(r"[:：;；…—）)】\]」』”’*]$|\.{2,}$|[。！？][”’」』]?\d{1,3}$")
SHORTEST = 12.0  # ems of a line that is no label or cell
SHORT, SHORTEST_INSIDE = 0.6, 2.0  # of the widest line of a paragraph; ems
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
    short = [line.number for before, part in pairwise([None, *parts]) if part for line in _short_inside(before, part)]
    if short:
        sentence = f"{in_ranges(short)} short below a sentence that ends, and read as part of the paragraph around"
        yield Doubt(short[0], "doubtful-line", sentence, f"write “heading: {short[0]}” under “structure” if it is one")


def _short_inside(before: LinesOfBlock | None, part: LinesOfBlock) -> Iterator[Line]:
    """The lines of a paragraph on which more had room, below one that ends a sentence: headings may look so."""
    state, lines, given = part
    above = before[1][-1].words if before and before[0] == "first" and not given else ""
    widest = max(line.width for line in lines)
    for index, line in enumerate(lines[:-1] if state == "first" else ()):
        words = lines[index - 1].words if index else above
        below_end = bool(words) and is_closed(words)
        short = not line.laid and SHORTEST_INSIDE <= line.width < widest * SHORT
        if below_end and short and not is_closed(line.words) and line.words[-1] not in PAUSE:
            yield line


def _is_text(one: LinesOfBlock, other: LinesOfBlock) -> bool:
    """Whether two parts are paragraphs, the second by the reading and not by the editor."""
    return one[0] == other[0] == "first" and not other[2]


def _breaks(one: LinesOfBlock, other: LinesOfBlock) -> bool:
    """Whether the first is no label and ends inside a sentence, and the second opens as nothing new does."""
    last, first = one[1][-1].words, other[1][0].words
    wide = len(one[1]) > 1 or width(last) >= SHORTEST
    opens = GOES_ON.match(first) and not kind_of_number(first) and not MARKED.match(first)
    return bool(wide and opens and not is_closed(last) and not ENDS.search(last))
