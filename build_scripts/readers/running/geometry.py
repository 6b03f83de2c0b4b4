"""How the lines of a capture stand: widths, gaps, indents and pages, and which of them tell paragraphs apart here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.readers.laid.types import is_centred
from build_scripts.readers.parts.bullets import MARKED, opens_point
from build_scripts.readers.parts.lines import Laid, Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.quotations.insets import ends_inside, set_in_deep, set_in_together
from build_scripts.readers.running.columns import ends_sentence
from build_scripts.readers.running.hanging import hanging_lines
from build_scripts.text.characters import SPACE

SPACES = SPACE + "\f"
LEAST_INDENT = 1.5  # ems
HANGS = 2.0  # ems behind a point of a list that goes on
LEAST_PRINTED = 0.75  # where the place is known
MOST_INDENT = 6.0
WIDER = 1.2  # times the usual step from line to line
ROOM = 5.0  # ems behind a line for which no next word is too wide
MOST_BLANK = 200  # raw lines that one gap can have
MOST_SHARE = 0.65  # of lines that can be first lines of paragraphs


@dataclass(frozen=True, slots=True)
class Geometry:
    """Of each line that is not blank: its width in ems, whether a page begins with it, how many blank lines stand before it and
    whether these are more than before most lines (None where something else stood between), whether it is indented; and
    whether indents tell anything in this capture.
    """

    widths: tuple[float, ...]
    new_page: tuple[bool, ...]
    blanks: tuple[int | None, ...]
    gap: tuple[bool | None, ...]
    indented: tuple[bool, ...]
    indents_vary: bool
    inset: tuple[int, ...] = ()  # indices of lines that stand further in together, where no others do
    deep: tuple[tuple[int, ...], ...] = ()  # stretches of lines that stand further in than paragraphs begin


def measure(lines: Sequence[Line], blank: frozenset[int], edges: frozenset[int] = frozenset()) -> Geometry:
    """The geometry of lines in the order of reading; `blank` and `edges` hold the numbers of the raw lines that are blank,
    and of those that stand at the edge of a page.
    """
    if lines and lines[0].laid:
        return _as_printed(lines)
    gaps = [_gap(lines, index, blank) for index in range(len(lines))]
    common = Counter(gap for gap in gaps if gap is not None).most_common(1)
    wide = [None if gap is None else gap > common[0][0] for gap in gaps]
    leads = [lead(line) for line in lines]
    inset = set_in_together(leads)
    indented, indents_vary = ((False,) * len(lines), False) if inset else _indents(leads)
    deep = set_in_deep(lines, leads, indented) if indents_vary else []
    goes_on = {at for run in deep for at in run[1:]} - {at for run in deep for at in ends_inside(lines, run)}
    return Geometry(
        widths=tuple(line.width for line in lines),
        new_page=tuple(_starts_page(lines, index, edges) for index in range(len(lines))),
        blanks=tuple(gaps),
        gap=tuple(wide),
        indented=tuple(each and at not in goes_on for at, each in enumerate(indented)),
        indents_vary=indents_vary,
        inset=inset,
        deep=tuple(map(tuple, deep)),
    )


def _as_printed(lines: Sequence[Line]) -> Geometry:
    """The geometry of lines of which the capture knows how they are printed."""
    laid = [line.laid for line in lines]
    gaps = [bool(each and each.step > WIDER) if each and each.step else None for each in laid]
    leads = [each.indent if each and not each.across and not is_centred(each) else 0.0 for each in laid]
    hanging = hanging_lines(lines)
    indented, indents_vary = _indents(leads, LEAST_PRINTED)
    goes_on = [
        bool(index)
        and (leads[index] <= leads[index - 1] or _hangs(lines[index - 1]))
        and not (ends_sentence(lines[index - 1]) or gaps[index] or _leaves_room(laid[index - 1]))
        and not opens_point(lines[index].words, lines[index - 1].words)
        for index in range(len(lines))
    ]
    columns = [each.column if each else 0 for each in laid]
    return Geometry(
        widths=tuple(line.width for line in lines),
        new_page=tuple(bool(index) and columns[index] != columns[index - 1] for index in range(len(lines))),
        blanks=(None,) * len(lines),
        gap=tuple(gaps),
        indented=tuple(hanging.get(at, each and not on) for at, (each, on) in enumerate(zip(indented, goes_on, strict=True))),
        indents_vary=indents_vary,
    )


def _hangs(line: Line) -> bool:
    """Whether a full line opens with a bullet or number, behind which the lines that go on with it stand further in."""
    full = line.laid and line.laid.behind <= HANGS
    return bool(full and (MARKED.match(line.words) or kind_of_number(line.words)))


def _leaves_room(laid: Laid | None) -> bool:
    """Whether a line ends so far from the side of its column that the next word had room on it."""
    return bool(laid and laid.behind >= ROOM and not laid.inset)


def _starts_page(lines: Sequence[Line], index: int, edges: frozenset[int]) -> bool:
    """Whether a form feed, a page number or a running head stands between a line and the one before it."""
    if not index:
        return False
    between = range(lines[index - 1].number + 1, lines[index].number)
    return "\f" in lines[index].text.text or any(number in edges for number in between)


def _gap(lines: Sequence[Line], index: int, blank: frozenset[int]) -> int | None:
    """How many blank raw lines stand before a line; None where the line before it in print is not the one before it here."""
    if not index:
        return None
    between = range(lines[index - 1].number + 1, lines[index].number)
    return len(between) if len(between) < MOST_BLANK and all(number in blank for number in between) else None


def lead(line: Line) -> float:
    """The width in ems of the spaces with which a line begins."""
    text = line.text.text
    head = text[: len(text) - len(text.lstrip(SPACES + "\ufeff"))]
    return sum(1.0 if char == "\u3000" else 2.0 if char == "\t" else 0.5 for char in head if char not in "\f\ufeff")


def _indents(leads: Sequence[float], least: float = LEAST_INDENT) -> tuple[tuple[bool, ...], bool]:
    """Which lines stand further in than most, and whether there are both kinds.

    The base is the commonest lead; where most lines are indented (short paragraphs), it is the smallest that comes often.
    """
    if not leads:
        return (), False
    count = Counter(leads)
    often = [lead for lead in count if count[lead] >= max(2, len(leads) * 0.15)]
    base = min(often, default=min(leads))
    indented = tuple(least <= lead - base <= MOST_INDENT for lead in leads)
    share = sum(indented) / len(leads)
    return indented, 0 < share <= MOST_SHARE
