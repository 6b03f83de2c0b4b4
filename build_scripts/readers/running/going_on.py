"""Whether lines go on with what stands above them or begin something, by indents, gaps and widths, whichever tell here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.running.article_parts import is_closed
from build_scripts.readers.running.columns import HANGS, INDENT, fill_of
from build_scripts.readers.running.geometry import Geometry

FEWEST_GAPS = 3  # lines that show how far apart they are set
PAUSE = "，,、；;：:（(《“‘—"
MOST = 0.8  # of them that must be alike


class GoingOn:
    """What the lines of a capture, in the order of reading, show of beginnings and ends in columns of a width given."""

    def __init__(self, lines: Sequence[Line], geometry: Geometry) -> None:
        self.lines, self.geometry = lines, geometry
        self.gaps_tell = gaps_tell([line.words for line in lines], geometry)

    def is_first(self, index: int, full: float) -> bool | None:
        """Whether the line at an index is the first of a paragraph or a heading; None where nothing tells."""
        geometry, line = self.geometry, self.lines[index]
        gap = geometry.gap[index] if self.gaps_tell else None
        if kind_of_number(line.words) or gap or (geometry.indents_vary and geometry.indented[index]):
            return True
        if self._is_short(index, full) and index + 1 < len(self.lines):  # a heading, or the end of something
            return True if self._begins(index + 1) else None
        if gap is not None or geometry.indents_vary:
            return False
        hang = 1.0 if line.words[-1] in HANGS else 0.0
        return False if full and not self.gaps_tell and line.width - hang > full - INDENT else None

    def _begins(self, index: int) -> bool:
        """Whether a gap or an indent shows that something begins with a line."""
        gap = self.geometry.gap[index] if self.gaps_tell else None
        return bool(gap) or (self.geometry.indents_vary and self.geometry.indented[index])

    def _is_short(self, index: int, full: float) -> bool:
        """Whether a line closes nothing and is as short as a heading."""
        words = self.lines[index].words
        return bool(full) and not is_closed(words) and words[-1] not in PAUSE and self.lines[index].width < full * 0.75

    def has_ended(self, index: int, full: float) -> bool:
        """Whether a paragraph ends with a line for certain: it is closed, and the next word had room on it."""
        fill = fill_of(self.lines, index, full, INDENT)
        room = fill.room if self.is_first(index, full) is False else fill.room_as_first
        return self.is_closed(index) and bool(full) and room is not None and room >= 0

    def is_open(self, index: int, full: float) -> bool:
        """Whether a line must go on: it closes no sentence and is too long for a heading."""
        return not self.is_closed(index) and self.lines[index].width > full - INDENT - 2.0

    def is_closed(self, index: int) -> bool:
        return is_closed(self.lines[index].words)


def gaps_tell(words: Sequence[str], geometry: Geometry) -> bool:
    """Whether blank lines are the breaks of paragraphs here: most stand after something that is closed or short."""
    places = [index for index, gap in enumerate(geometry.gap) if gap and index]
    if not places:
        return False
    most = max(geometry.widths)
    fit = sum(is_closed(words[at - 1]) or geometry.widths[at - 1] < most * 0.75 for at in places)
    return fit >= MOST * len(places)


def spacing(geometry: Geometry, notes: Collection[int]) -> tuple[int, int] | None:
    """How many blank lines stand below most lines of notes and below most others; None where they are alike or do not tell.
    `notes` holds the indices of lines that are of notes for certain.
    """
    below = {index - 1: blanks for index, blanks in enumerate(geometry.blanks) if index and blanks is not None}
    ours = Counter(blanks for index, blanks in below.items() if index in notes and index + 1 in notes)
    rest = Counter(blanks for index, blanks in below.items() if index not in notes)
    if sum(ours.values()) < FEWEST_GAPS or sum(rest.values()) < FEWEST_GAPS:
        return None
    (of_notes, most), (of_text, mostly) = ours.most_common(1)[0], rest.most_common(1)[0]
    alike = most >= MOST * sum(ours.values()) and mostly * 2 >= sum(rest.values())
    return (of_notes, of_text) if alike and of_notes != of_text else None
