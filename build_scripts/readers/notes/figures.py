"""Notes at the feet of pages whose calls and labels are bare figures, as a copy has them that has lost what was raised.

Such figures mean nearly anything else, so they are taken as a whole or not at all: the calls count up from 1, through the
document or on each page, and at the foot of each page stand the labels of just the notes that it calls. Where they count
through the document, the last of a page may stand at the foot of the next, as prints that lack room set them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.notes.marks import BEHIND_BARE, CallForm, numbers_of
from build_scripts.readers.notes.note_systems import SHARE, System
from build_scripts.readers.notes.printed import Labels, PrintedCall, labels_of
from build_scripts.readers.parts.bare_calls import BEFORE_UNIT, FIGURE
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.running.geometry import Geometry
from build_scripts.text.characters import OUTER

# A note may begin with a year, which a line of text that begins with a figure and a space does as well.
YEAR = r"(?<=[ \u3000\u00a0])(?=(?:1[5-9]|20)\d\d(?!\d))"
LABEL = re.compile(rf"^{OUTER}(\d{{1,3}})(?:[.．、]?[ \u3000\u00a0]+{YEAR}|{BEHIND_BARE})")
FIGURES = CallForm("bare", FIGURE, LABEL, plain=True)
FIGURES_BEFORE_UNITS = CallForm("bare", BEFORE_UNIT, LABEL, plain=True)
FEWEST = 2


def find_figures(
    calls: Sequence[PrintedCall], doubtful: Sequence[PrintedCall], lines: Sequence[Line], geometry: Geometry
) -> tuple[list[PrintedCall], Labels]:
    """The figures that call notes, and the labels of these at feet; both are empty or without one where they are none. Of the
    `doubtful` figures those count that alone fill a gap.
    """
    pages = _pages(geometry)
    page_of = dict(zip((line.number for line in lines), pages, strict=True))
    found = _counting(_with_gaps_filled(calls, doubtful), page_of)
    return found, _feet_of(lines, found, pages) if found else {}


def tell_feet(calls: Sequence[PrintedCall], lines: Sequence[Line]) -> System | None:
    """No notes, with a doubt on the lines that count up with the same numbers as figures above them."""
    below, found = 0, []
    labelled: dict[int, list[int]] = defaultdict(list)
    for index, number in labels_of(lines, FIGURES).items():
        labelled[number].append(index)
    index_of = {line.number: index for index, line in enumerate(lines)}
    first = _first_of_each(calls)
    if 1 not in first or max(first) > len(first) + 1:
        return None
    for number, call in first.items():
        start = max(below, index_of[call.line] + 1)
        at = next((at for at in labelled[number] if at >= start), None)
        if at is not None:
            found.append(lines[at].number)
            below = at + 1
    if len(found) < max(FEWEST, SHARE * len(calls)):
        return None
    sentence = f"{in_ranges(found)} lines that may open notes: figures behind stops in the text above have the same numbers"
    hint = f"write “note: {found[0]}” under “structure”, and so for each that does"
    return System(FIGURES, "none", doubts=[Doubt(found[0], "doubtful-note", sentence, hint)])


def _first_of_each(calls: Sequence[PrintedCall]) -> dict[int, PrintedCall]:
    """The first call of each number, in the order of the numbers."""
    first: dict[int, PrintedCall] = {}
    for call in calls:
        for number in numbers_of(call.mark):
            first.setdefault(number, call)
    return dict(sorted(first.items()))


def _with_gaps_filled(calls: Sequence[PrintedCall], doubtful: Sequence[PrintedCall]) -> list[PrintedCall]:
    """The calls, with each doubtful figure that is the only one to stand between two and to count on from one to the other."""
    found = list(calls)
    for one, other in pairwise(calls):
        number = _last_of(one) + 1
        if _first_of(other) == number + 1:
            between = [call for call in doubtful if one.start < call.start < other.start and int(call.mark) == number]
            found += between if len(between) == 1 else []
    return sorted(found, key=lambda call: call.start)


def _counting(calls: Sequence[PrintedCall], page_of: Mapping[int, int]) -> list[PrintedCall]:
    """The calls that count up one by one from 1; they may begin anew once on each page."""
    found: list[PrintedCall] = []
    for call in calls:
        numbers, last = numbers_of(call.mark), _last_of(found[-1]) if found else 0
        anew = numbers[:1] == (1,) and bool(found) and page_of[call.line] > page_of[found[-1].line]
        first = 1 if anew else last + 1
        if numbers and numbers == tuple(range(first, first + len(numbers))):
            found.append(call)
    return found


def _first_of(call: PrintedCall) -> int:
    return numbers_of(call.mark)[0]


def _last_of(call: PrintedCall) -> int:
    return numbers_of(call.mark)[-1]


def _feet_of(lines: Sequence[Line], calls: Sequence[PrintedCall], pages: Sequence[int]) -> Labels:
    """The labels of the notes that `calls` call, by index of their lines: on each page the lowest that count down from the last
    call of it, each below its call. Those of the last calls of a page may stand on the next, below all that this one calls.
    Empty where one is lacking.
    """
    index_of = {line.number: index for index, line in enumerate(lines)}
    labels = labels_of(lines, FIGURES)
    called = [(call, number) for call in calls for number in numbers_of(call.mark)]
    through = [number for _, number in called] == list(range(1, len(called) + 1))
    last_call = {pages[index_of[call.line]]: index_of[call.line] for call in calls}
    found: Labels = {}
    below = len(lines)
    for call, number in reversed(called):
        above = index_of[call.line]
        page = pages[above]
        at = next(_upwards(labels, number, below, above, page, pages), None)
        if at is None and through:
            at = next(_upwards(labels, number, below, last_call.get(page + 1, above), page + 1, pages), None)
        if at is None:
            return {}
        found[at] = number
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
