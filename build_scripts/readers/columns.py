"""Paragraphs of hard-wrapped columns, told apart by width, indentation and closing punctuation.

A column is `full` ems wide; the first line of a paragraph is printed two ems further in, so that extraction, which drops
the indent, leaves it about two ems short. Learnt from seeds/wang-wenze/raw.txt:251-253, where a full line that ends a
sentence is followed by the same paragraph, and :111-113, where it is followed by the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from build_scripts.readers.lines import Line
from build_scripts.text.characters import closes_sentence, is_mostly_han

NEIGHBOURS = 6
FEWEST = 3  # lines that make a width
INDENT = 2.0
CALL_AT_END = re.compile(r"(?:[［\[〔]\d{1,3}[］\]〕]|[①-⑳])$")
TOLERANCE = 1.5  # ems that punctuation at the margin and justified digits add to a line or take from it


def full_widths(lines: Sequence[Line]) -> list[float]:
    """For each line the width of the column in which it stands: the commonest among its neighbours, in ems."""
    widths = [line.width for line in lines]
    return [
        _commonest(Counter(widths[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1])) for index in range(len(lines))
    ]


def _commonest(near: Counter[float]) -> float:
    """The commonest width; where paragraphs are so short that this is that of their first lines, an indent more."""
    size = max(near, key=lambda size: (near[size], size))
    wider = near[size + INDENT]
    return size + INDENT if wider >= FEWEST and wider * 3 >= near[size] else size


def is_indented(size: float, full: float) -> bool:
    """Whether a line has the width of a full line less an indent."""
    return full - INDENT - TOLERANCE < size < full - INDENT + TOLERANCE


def is_short(size: float, full: float) -> bool:
    """Whether a line is too short to be anything but the last of its paragraph, or a heading."""
    return size <= full - INDENT - TOLERANCE


def split_paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, blank ones left out by the caller, as paragraphs."""
    full = full_widths(lines)
    paragraphs: list[list[Line]] = []
    for index, line in enumerate(lines):
        if not index or _breaks_before(lines, index, full[index], first=len(paragraphs[-1]) == 1):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def ends_sentence(line: Line) -> bool:
    """Whether a line ends with a sentence, a note call after it allowed for (seeds/wang-wenze/raw.txt:547)."""
    return closes_sentence(CALL_AT_END.sub("", line.words))


def _breaks_before(lines: Sequence[Line], index: int, full: float, first: bool) -> bool:
    """Whether a paragraph ends before a line; `first` says that the line before it is the first of its paragraph."""
    before, line = lines[index - 1], lines[index]
    if line.shows_indent:
        return True
    if not ends_sentence(before):
        return False
    if is_short(before.width, full):
        return True
    if not is_mostly_han(line.words):  # Latin columns are ragged: a width says nothing about an indent
        return False
    if not first and before.width < full - TOLERANCE:
        return True
    if not is_indented(line.width, full):
        return False
    # A line of that width that ends a sentence is a first line only where the next one is not.
    after = lines[index + 1] if index + 1 < len(lines) else None
    return not ends_sentence(line) or bool(after and not is_indented(after.width, full))
