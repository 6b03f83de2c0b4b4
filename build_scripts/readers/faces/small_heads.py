"""Headings of what is set smaller than the text: of a box, an explanatory note, an editor's remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import runs_out

SMALLER, ALIKE = 0.93, 0.03  # shares of the usual size
WIDEST = 0.7  # of the column


def heads_of_small_print(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of short lines in bold that stand right over a line in the same small type that is not."""
    return frozenset(_heads(lines))


def _heads(lines: Sequence[Line]) -> Iterator[int]:
    for at, (line, below) in enumerate(pairwise(lines)):
        one, other = line.laid, below.laid
        if not one or not other or one.column != other.column or one.table or other.table or not one.heavy or other.heavy:
            continue
        small = one.scale <= SMALLER and abs(one.scale - other.scale) <= ALIKE
        alone = one.ems <= WIDEST * one.full and runs_out(line.words)
        if small and alone and not CAPTION.match(line.words):
            yield at
