"""Numbered lines in bold that end with a stop, as headings of notices do: known where several stand over plain text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.text.characters import closes_sentence

FEWEST = 2
ROOM = 2.0  # ems behind a line that is the whole of its paragraph
LONGEST = 30.0  # ems


def bold_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that are such headings, where lines are printed and the type of most is not bold."""
    found = [at for at, (line, below) in enumerate(pairwise(lines)) if _is_head(line, below)]
    return frozenset(found) if len(found) >= FEWEST else frozenset()


def _is_head(line: Line, below: Line) -> bool:
    one, other = line.laid, below.laid
    if not one or not other or not one.heavy or other.heavy or one.table or one.ems > LONGEST:
        return False
    return one.behind >= ROOM and bool(kind_of_number(line.words)) and closes_sentence(line.words)
