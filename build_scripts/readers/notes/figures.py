"""Notes at the feet of pages whose calls and labels are bare figures, as a copy has them that has lost what was raised.

Such figures mean nearly anything else, so they are taken as a whole or not at all: the calls count up from 1, through the
document or on each page, and at the foot of each page stand the labels of just the notes that it calls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.readers.notes.marks import BARE, CallForm
from build_scripts.readers.notes.printed import Labels, PrintedCall, labels_of
from build_scripts.readers.parts.bare_calls import FIGURE
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.geometry import Geometry

FIGURES = CallForm("bare", FIGURE, BARE.label, plain=True)
FEWEST = 2


def find_figures(calls: Sequence[PrintedCall], lines: Sequence[Line], geometry: Geometry) -> tuple[list[PrintedCall], Labels]:
    """The figures that call notes, and the labels of these at feet; both are empty or without one where they are none."""
    found = _counting(calls, lines, geometry)
    return found, _feet_of(lines, found, geometry) if found else {}


def _counting(calls: Sequence[PrintedCall], lines: Sequence[Line], geometry: Geometry) -> list[PrintedCall]:
    """The calls that count up one by one from 1; they may begin anew once on each page."""
    page_of = dict(zip((line.number for line in lines), _pages(geometry), strict=True))
    found: list[PrintedCall] = []
    for call in calls:
        number, last = int(call.mark), int(found[-1].mark) if found else 0
        anew = number == 1 and bool(found) and page_of[call.line] > page_of[found[-1].line]
        if number == last + 1 or anew:
            found.append(call)
    return found


def _feet_of(lines: Sequence[Line], calls: Sequence[PrintedCall], geometry: Geometry) -> Labels:
    """The labels of the notes that `calls` call, by index of their lines: on each page the lowest that count down from the last
    call of it, each below its call. Empty where a page lacks one.
    """
    pages = _pages(geometry)
    index_of = {line.number: index for index, line in enumerate(lines)}
    labels = labels_of(lines, FIGURES)
    found: Labels = {}
    for page in sorted({pages[index_of[call.line]] for call in calls}):
        below = len(lines)
        for call in reversed([each for each in calls if pages[index_of[each.line]] == page]):
            at = next(_upwards(labels, int(call.mark), below, index_of[call.line], page, pages), None)
            if at is None:
                return {}
            found[at] = int(call.mark)
            below = at
    return found if len(found) >= FEWEST else {}


def _upwards(labels: Labels, number: int, below: int, above: int, page: int, pages: Sequence[int]) -> Iterator[int]:
    """The lines of a page between two others that begin with a number, from the lowest up."""
    return (at for at in range(below - 1, above, -1) if pages[at] == page and labels.get(at) == number)


def _pages(geometry: Geometry) -> list[int]:
    """The page of each line, counted from 0."""
    count, found = 0, []
    for new in geometry.new_page:
        count += new
        found.append(count)
    return found
