"""Paragraphs of a print that may be several, and captions: by white above lines and behind them, where it tells too little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.laid.captions import is_below_white
from build_scripts.readers.laid.types import WIDER, is_centred, stands_apart
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.running.columns import ends_sentence
from build_scripts.readers.running.running_text import LinesOfBlock

ROOM = 5.0  # ems behind a line on which any next word had room
FEWEST = 2  # short lines inside a paragraph that end a sentence; a formula or a picture leaves one


def apart_doubts(parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """One doubt with the lines inside paragraphs that may begin one, and one with the captions that their place alone shows; of
    lines that no editor has given.
    """
    read = [(state, lines) for state, lines, given in parts if not given]
    inside = [line.number for state, lines in read if state == "first" for line in (*_apart(lines), *_below_short_ends(lines))]
    numbers = sorted(set(inside))
    if numbers:
        sentence = f"{in_ranges(numbers)} read as more of a paragraph, below a short line or white; they may begin one"
        hint = f"write “paragraph: {numbers[0]}” under “structure” if it does, and the like for the others"
        yield Doubt(numbers[0], "doubtful-line", sentence, hint)
    below = [lines[0].number for state, lines in read if state == "caption" and is_below_white(lines[0])]
    if below:
        sentence = f"{in_ranges(below)} read as a caption for standing small and in the middle below much white"
        hint = f"write “heading: {below[0]}”, or what it is, under “structure”"
        yield Doubt(below[0], "doubtful-line", sentence, hint)


def _apart(lines: Sequence[Line]) -> list[Line]:
    """The lines that stand apart below room for their first word; all, where none stands as near as in a paragraph."""
    steps = [line.laid.step for line in lines[1:] if line.laid and not line.laid.table]
    if steps and min(steps) > WIDER:
        return list(lines[1:])
    return [line for above, line in pairwise(lines) if stands_apart(above, line)]


def _below_short_ends(lines: Sequence[Line]) -> list[Line]:
    """The lines below short ones that end a sentence, where a paragraph holds several."""
    found = [line for above, line in pairwise(lines) if line.laid and ends_sentence(above) and _leaves_room(above)]
    return found if len(found) >= FEWEST else []


def _leaves_room(line: Line) -> bool:
    each = line.laid
    return bool(each and each.behind >= ROOM and not (each.inset or each.table or each.across or is_centred(each)))
