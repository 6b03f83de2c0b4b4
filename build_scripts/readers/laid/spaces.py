"""Spaces that a print shows by distance alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from build_scripts.decode.decoded import Portion
from build_scripts.decode.printed import Printed
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import PRINTS_NOTHING, is_han
from build_scripts.traced import Edit

WORD_GAP = 0.17  # ems between letters that show a space
HAN_GAP = 0.8  # ems between other characters that do
RAISED = 0.12  # ems above the line
CODES = "".join(char for char in PRINTS_NOTHING if not char.isspace())
PrintedPieces = list[tuple[Portion, Printed]]


def shown_spaces(line: Line, pieces: PrintedPieces) -> Iterator[Edit]:
    """The spaces that only distance shows, as edits of a line of these pieces."""
    text, start = line.text.text, line.text.start
    for (left, one), (right, other) in pairwise(pieces):
        end = left.end - start
        at = len(text[:end].rstrip(CODES))  # a space stands behind what stays: codes that print nothing go, and cannot hold it
        if left.end == right.start and at and _is_space(text[at - 1], text[end], one, other):
            yield Edit(at, at, " ", "distance")


def _is_space(before: str, after: str, one: Printed, other: Printed) -> bool:
    """Whether the distance between two characters shows a space."""
    gap = (other.x0 - one.x1) / max(one.size, other.size, 0.1)
    latin = before.isalnum() and after.isalnum() and not (is_han(before) or is_han(after))
    level = abs(one.baseline - other.baseline) < RAISED * one.size
    if before.isspace() or after.isspace():
        return False
    return gap >= HAN_GAP or (gap >= WORD_GAP and level and (latin or _is_western(before, after)))


def _is_western(before: str, after: str) -> bool:
    """Whether a point and a letter of Latin text meet."""
    return before.isascii() and after.isascii() and before not in "([{/-" and after not in ")]}/.,;:!?-"
