"""What the print of lines shows that are worded like captions or particulars: their type, and rows of a table beside them."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.readers.laid.types import is_centred, is_small
from build_scripts.readers.particulars.particulars import holds_particulars
from build_scripts.readers.parts.boxes import CAPTION_MARK
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line

SHOWN = ("number-of-a-figure", "legend", "caption-in-small-type", "caption-below-white")  # what shows a caption by itself
PICTURE = 5.0  # times the usual step


def captions_of(lines: Sequence[Line], index: int) -> list[str]:
    """The names of what is seen of a line that is worded like a caption, or stands below a picture; none of another."""
    if is_below_white(lines[index]):
        return ["caption-below-white"]
    below = lines[index + 1 : index + 2]
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
    """Whether a small line in the middle has so much white above it in its column as a picture takes."""
    each = line.laid
    return bool(each and is_small(line) and is_centred(each) and each.step >= PICTURE and not line.words.isdecimal())


def particulars_of(line: Line) -> list[str]:
    """The name of what is seen of a small line that states a time, or names what it states."""
    return ["particulars"] * bool(is_small(line) and holds_particulars(line.words) in ("time", "labelled"))
