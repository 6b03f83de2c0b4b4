"""What the print of lines shows that are worded like captions or particulars: their type, and rows of a table beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.laid.types import is_centred, is_small
from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.parts.boxes import CAPTION_MARK
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line

SHOWN = ("number-of-a-figure", "legend", "caption-in-small-type", "caption-below-white")  # what shows a caption by itself
PICTURE, LARGE_PICTURE = 5.0, 10.0  # times the usual step
LITTLE = 0.5  # ems
# What states something opens with a bracket or a sign, and a note with its number.
OPENS_STATEMENT = re.compile(r"[^\w“「『《]|\d")


def captions_of(lines: Sequence[Line], index: int) -> list[str]:
    """The names of what is seen of a line that is worded like a caption, or stands below a picture; none of another."""
    below = lines[index + 1 : index + 2]
    if is_below_white(lines[index]) and (not _is_at_left(lines[index]) or _ends_column(lines[index], below)):
        return ["caption-below-white"]
    if is_small(lines[index]) and below and is_small(below[0]) and CAPTION.match(below[0].words):
        return ["small-above-a-caption"]
    if not CAPTION.match(lines[index].words) and not CAPTION_MARK.match(lines[index].words):
        return []
    if is_small(lines[index]):
        return ["caption-in-small-type"]
    beside = [laid for at in (index - 1, index + 1) if 0 <= at < len(lines) and (laid := lines[at].laid)]
    each = lines[index].laid
    return ["caption-beside-a-table"] if each and any(other.table for other in beside) else []


def is_below_white(line: Line) -> bool:
    """Whether a small line in the middle has so much white above it in its column as a picture takes; or, at the left, as a
    large one takes.
    """
    each = line.laid
    if not each or not is_small(line) or line.words.isdecimal():
        return False
    return (is_centred(each) and each.step >= PICTURE) or (_is_at_left(line) and each.step >= LARGE_PICTURE)


def _is_at_left(line: Line) -> bool:
    return bool(line.laid and line.laid.indent <= LITTLE and not line.laid.table)


def _ends_column(line: Line, below: Sequence[Line]) -> bool:
    """Whether the text goes on in another column below a line that is the last of its own, and states nothing."""
    each, other = line.laid, below[0].laid if below else None
    return bool(each and other and each.column != other.column and not OPENS_STATEMENT.match(line.words))


def particulars_of(line: Line) -> list[str]:
    """The name of what is seen of a small line that states a time, or names what it states."""
    return ["particulars"] * bool(is_small(line) and holds_particulars(line.words) in ("time", "labelled"))
