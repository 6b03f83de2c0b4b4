"""Lines of a saved page, each with the elements that its characters stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.readers.parts.lines import Line

LINKED = 0.7  # the share of links from which on a line is one


@dataclass(frozen=True, slots=True)
class Lined:
    """A line with the elements of its characters, each with how many of its letters stand in it.

    `after_picture`: a picture stands before it. `own_block`: no `<br>` parts it from the next line or the one before.
    """

    line: Line
    parts: tuple[tuple[PageElement, int], ...]
    after_picture: bool
    own_block: bool

    @property
    def element(self) -> PageElement | None:
        """The element that all of the line stands in, the innermost."""
        if not self.parts:
            return None
        shared = list(self.parts[0][0].around())
        for element, _ in self.parts[1:]:
            around = set(element.around())
            shared = [each for each in shared if each in around]
        return shared[0] if shared else None

    def share(self, *tags: str) -> float:
        """The share of the line's letters that stand in elements of these tags."""
        letters = sum(count for _, count in self.parts)
        return sum(count for element, count in self.parts if element.inside(*tags)) / letters if letters else 0.0


def with_elements(lines: Sequence[Line], decoded: Decoded) -> Iterator[Lined]:
    """Each line that is not blank with its elements."""
    portions = [portion for portion in decoded.portions if isinstance(portion.known, PageElement)]
    broken = {portion.start for portion in portions if isinstance(portion.known, PageElement) and portion.known.tag == "br"}
    at, picture = 0, False
    for line in lines:
        start, end = line.text.start, line.text.start + len(line.text.text)
        parts: list[tuple[PageElement, int]] = []
        while at and portions[at - 1].end > start:
            at -= 1
        while at < len(portions) and portions[at].start < end:
            known = portions[at].known
            assert isinstance(known, PageElement)
            if portions[at].start == portions[at].end:
                picture = picture or known.tag == "img"
            elif letters := _letters(portions[at], start, end, decoded.text):
                parts.append((known, letters))
            at += 1
        if not line.blank:
            yield Lined(line, tuple(parts), picture, start - 1 not in broken and end - 1 not in broken)
            picture = False


def _letters(portion: Portion, start: int, end: int, text: str) -> int:
    return len("".join(text[max(portion.start, start) : min(portion.end, end)].split()))
