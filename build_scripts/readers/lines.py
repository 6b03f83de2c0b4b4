"""The capture as numbered lines, each with its line end, so that no character is left over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.text.characters import width
from build_scripts.text.spacing import close_letter_spacing
from build_scripts.traced import Traced, capture, concat


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the capture, from 1, with its line end."""

    number: int
    text: Traced

    @property
    def words(self) -> str:
        """The line without its outer spaces and its line end."""
        return self.text.text.strip()

    @property
    def blank(self) -> bool:
        return not self.words

    @property
    def starts_object(self) -> bool:
        """Whether the line opens a new text object of a PDF page, which extraction marks with a space or form feed."""
        return not self.blank and self.text.text[0] in " \f"

    @property
    def width(self) -> float:
        """The width in ems, letter-spacing left out."""
        return width(self.text.edit(close_letter_spacing(self.text.text)).text)


def split_lines(raw: str) -> list[Line]:
    """All lines of the capture; together they are the capture."""
    points, at = [], 0
    for line in raw.split("\n")[:-1]:
        at += len(line) + 1
        points.append(at)
    parts = capture(raw).partition(points)
    return [Line(number, part) for number, part in enumerate(parts, 1) if part.runs]


def gather(lines: Iterable[Line]) -> Traced:
    """The lines as one text, in the order given."""
    return concat(line.text for line in lines)
