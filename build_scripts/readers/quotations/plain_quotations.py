"""Quotations that a text without known places sets in: paragraphs that begin deeper than others, below a colon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from build_scripts.readers.parts.bullets import MARKED
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.running.article_parts import is_closed
from build_scripts.readers.running.geometry import LEAST_INDENT, lead
from build_scripts.readers.running.going_on import PAUSE
from build_scripts.readers.running.running_text import LinesOfBlock

ANNOUNCES = "：:"
FEWEST = 2  # paragraphs that show where one begins


def announced(parts: Sequence[LinesOfBlock]) -> frozenset[int]:
    """The indices of the parts that are such a quotation, as far as no editor has named them: all their lines stand in as far
    as paragraphs begin, and the first further, and do not all end with marks; a line alone ends a sentence, and no other such
    line stands below it.
    """
    usual = _usual(parts)
    found: set[int] = set()
    for index in range(1, len(parts)) if usual >= LEAST_INDENT else ():
        above, part = parts[index - 1], parts[index]
        told = above[0] == "first" and above[1][-1].words[-1] in ANNOUNCES
        alone = len(part[1]) == 1 and (not is_closed(part[1][0].words) or _is_deep(parts[index + 1 : index + 2], usual))
        if (
            _is_deep([part], usual)
            and not alone
            and not _may_be_verse(part[1])
            and (told or (index - 1 in found and len(part[1]) > 1))
        ):
            found.add(index)
    return frozenset(found)


def _usual(parts: Sequence[LinesOfBlock]) -> float:
    """By how many ems most paragraphs of several lines stand in; 0 where too few show it."""
    leads = Counter(lead(lines[0]) for state, lines, _ in parts if state == "first" and len(lines) > 1)
    most = max(leads, key=lambda each: (leads[each], -each), default=0.0)
    return most if leads[most] >= FEWEST else 0.0


def _is_deep(parts: Sequence[LinesOfBlock], usual: float) -> bool:
    return bool(parts) and all(
        state == "first" and not given and not _opens(lines[0]) and _stand_in(lines, usual) for state, lines, given in parts
    )


def _stand_in(lines: Sequence[Line], usual: float) -> bool:
    return not lines[0].laid and lead(lines[0]) >= usual + LEAST_INDENT and min(map(lead, lines)) >= usual


def _may_be_verse(lines: Sequence[Line]) -> bool:
    """Whether each of several lines ends with a mark, as lines of verse do and those of prose only by chance."""
    return len(lines) > 1 and all(is_closed(line.words) or line.words[-1] in PAUSE for line in lines[:-1])


def _opens(line: Line) -> bool:
    return bool(kind_of_number(line.words) or MARKED.match(line.words))
