"""The capture as numbered lines, each with its line end, so that no character is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_scripts.diagnostics import line_starts
from build_scripts.text.characters import bare, width
from build_scripts.text.spacing import close_letter_spacing
from build_scripts.traced import Edit, Traced, capture, concat


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on its page, in points from the lower left."""

    x0: float
    x1: float
    bottom: float
    top: float

    def over(self, other: Box) -> float:
        """How much of the other's width lies below or above this, as a share of it."""
        return max(0.0, min(self.x1, other.x1) - max(self.x0, other.x0)) / max(other.x1 - other.x0, 0.1)

    def beside(self, other: Box) -> float:
        """How much of the other's height lies at the height of this, as a share of it."""
        return max(0.0, min(self.top, other.top) - max(self.bottom, other.bottom)) / max(other.top - other.bottom, 0.1)


@dataclass(frozen=True, slots=True)
class Laid:
    """How a line is printed: its page and column, from 1 through the capture; its own box; its width and its column's in ems of
    its own type; how far it stands in from either side, in ems of the usual type; its baseline and size in points; its size as
    a share of the usual one.

    `edge` tells what stands around the pages (`head`, `foot`) or is printed twice (`copy`). `step` is the distance from the
    line above in its column, as a share of the usual one; 0 where none is. `heavy` type is bolder than the usual, `across`
    runs downwards or at an angle, `table` tells a row of a table, `downwards` one of several columns of vertical writing, whose
    measures are those along it, `inset` one of several that stand in from both sides together.
    """

    page: int
    column: int
    box: Box
    edge: str
    ems: float
    full: float
    indent: float
    behind: float
    baseline: float
    size: float
    scale: float
    face: str
    heavy: bool
    across: bool
    step: float = 0.0
    table: bool = False
    downwards: bool = False
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the capture, from 1, with its line end, and how it is printed where the capture knows."""

    number: int
    text: Traced
    laid: Laid | None = None

    @property
    def words(self) -> str:
        """The line without its outer spaces, its line end and what prints nothing."""
        return bare(self.text.text)

    @property
    def blank(self) -> bool:
        return not self.words

    @property
    def start(self) -> int:
        """Where the line begins in the capture, in code points: pieces of one raw line have its number, and none this."""
        return self.text.start

    def offset(self, at: int) -> int:
        """The code point of the capture that stands at `at` of the line."""
        for start, run in self.text.placed():
            if start <= at < start + len(run.text):
                return run.start + (at - start if len(run.text) == run.end - run.start else 0)
        raise IndexError(at)

    def holds(self, point: int) -> bool:
        """Whether a code point of the capture stands on this line, which nothing has been taken out of."""
        return self.text.start <= point < self.text.runs[-1].end

    @property
    def starts_object(self) -> bool:
        """Whether the line opens a new text object of a PDF page, which extraction marks with a space or form feed."""
        return not self.laid and not self.blank and self.text.text[0] in " \f"

    @property
    def shows_indent(self) -> bool:
        """Whether the capture itself carries the indent of a Chinese paragraph, two ideographic spaces."""
        return self.text.text.startswith("\u3000\u3000")

    @property
    def width(self) -> float:
        """The width in ems, letter-spacing left out where it is told from the text."""
        if self.laid:
            return self.laid.ems
        return width(without(self.text.text, close_letter_spacing(self.text.text)))


def without(text: str, removals: Iterable[Edit]) -> str:
    """The text without what sorted edits would take out."""
    kept, at = [], 0
    for edit in removals:
        kept.append(text[at : edit.start])
        at = edit.end
    return "".join([*kept, text[at:]])


def split_lines(raw: str) -> list[Line]:
    """All lines of the capture; together they are the capture."""
    parts = capture(raw).partition(line_starts(raw))
    return [Line(number, part) for number, part in enumerate(parts, 1) if part.runs]


def gather(lines: Iterable[Line]) -> Traced:
    """The lines as one text, in the order given."""
    return concat(line.text for line in lines)


def on_one_line(one: Line, other: Line) -> Line:
    """Two lines as one, a space in place of the end of the first."""
    end = len(one.text.text.rstrip())
    spaced = one.text.edit([Edit(end, len(one.text.text), " ", "line-break")])
    return Line(one.number, concat([spaced, other.text]))


def runs_of_true(flags: Iterable[object]) -> Iterator[tuple[int, int]]:
    """The runs of neighbours that are true, by half-open indices.

    >>> list(runs_of_true(["", "a", "b", "", "c"]))
    [(1, 3), (4, 5)]
    """
    for is_true, run in groupby(enumerate(flags), key=lambda pair: bool(pair[1])):
        indices = [index for index, _ in run]
        if is_true:
            yield indices[0], indices[-1] + 1
