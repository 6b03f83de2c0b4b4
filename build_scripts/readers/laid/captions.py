"""What the print of lines shows that are worded like captions or particulars: their type, and rows of a table beside them."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.readers.laid.types import is_small
from build_scripts.readers.particulars.particulars import holds_particulars
from build_scripts.readers.parts.boxes import CAPTION_MARK
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line


def captions_of(lines: Sequence[Line], index: int) -> list[str]:
    """The names of what is seen of a line that is worded like a caption; none of another."""
    if not CAPTION.match(lines[index].words) and not CAPTION_MARK.match(lines[index].words):
        return []
    if is_small(lines[index]):
        return ["caption-in-small-type"]
    beside = [laid for at in (index - 1, index + 1) if 0 <= at < len(lines) and (laid := lines[at].laid)]
    each = lines[index].laid
    return ["caption-beside-a-table"] if each and any(other.table for other in beside) else []


def particulars_of(line: Line) -> list[str]:
    """The name of what is seen of a small line that states a time, or names what it states."""
    return ["particulars"] * bool(is_small(line) and holds_particulars(line.words) in ("time", "labelled"))
