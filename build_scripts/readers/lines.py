"""The capture as numbered lines, each with its line end, so that no character is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.model import Source
from build_scripts.text.characters import bare, width
from build_scripts.text.spacing import close_letter_spacing
from build_scripts.traced import Traced, capture, concat


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the capture, from 1, with its line end."""

    number: int
    text: Traced

    @property
    def words(self) -> str:
        """The line without its outer spaces, its line end and what prints nothing."""
        return bare(self.text.text)

    @property
    def blank(self) -> bool:
        return not self.words

    @property
    def starts_object(self) -> bool:
        """Whether the line opens a new text object of a PDF page, which extraction marks with a space or form feed."""
        return not self.blank and self.text.text[0] in " \f"

    @property
    def shows_indent(self) -> bool:
        """Whether the capture itself carries the indent of a Chinese paragraph, two ideographic spaces."""
        return self.text.text.startswith("\u3000\u3000")

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


def given_roles(source: Source, lines: Sequence[Line]) -> dict[int, str]:
    """The role that `structure` gives to a line, by its number. Raises BadInput: line-twice, bad-lines."""
    count = Counter(number for _, number in source.roles)
    there = {line.number for line in lines}
    problems = []
    for role, number in dict((number, (role, number)) for role, number in source.roles).values():
        place = source.place(f"structure.{role}")
        if count[number] > 1:
            problems.append(Diagnostic(place, "line-twice", f"raw line {number} is given out {count[number]} times"))
        if number not in there:
            hint = f"its last line is {max(there, default=0)}"
            problems.append(Diagnostic(place, "bad-lines", f"the capture has no line {number}", hint))
    if problems:
        raise BadInput(*problems)
    return {number: role for role, number in source.roles}
