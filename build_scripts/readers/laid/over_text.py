"""Lines that stand over text or white on their page: at no foot of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from build_scripts.readers.laid.types import is_small
from build_scripts.readers.parts.lines import Laid, Line

WHITE = 2.5  # times the usual step, above the first note of a foot
OVER = 0.3  # of the width of the narrower of two lines, from which on one stands below the other


def over_text(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of lines below which, on their page, a line in the type of text stands."""
    pages: dict[int, list[Laid]] = defaultdict(list)
    for line in lines:
        if line.laid and not is_small(line) and not line.laid.across:
            pages[line.laid.page].append(line.laid)
    return frozenset(at for at, line in enumerate(lines) if line.laid and _is_over(line.laid, pages[line.laid.page]))


def over_white(lines: Sequence[Line], labels: Iterable[int]) -> frozenset[int]:
    """The indices of lines above the white that stands over a line with a label, in its column."""
    found: set[int] = set()
    for at in labels:
        each = lines[at].laid
        if each and each.step > WHITE:
            above = at - 1
            while above >= 0 and (other := lines[above].laid) and other.column == each.column:
                found.add(above)
                above -= 1
    return frozenset(found)


def run_over_text(notes: Sequence[Sequence[Line]], lines: Sequence[Line], taken: Collection[int]) -> bool:
    """Whether at least half of what may be notes stands, in its column, over text that is none of them, as no foot does; over
    anything that is none of them, where the notes are set in the type of text. `taken` holds the code points at which the lines
    of all notes begin. False where the capture knows no columns.
    """
    like_text = not any(is_small(first) for first, *_ in notes)
    lowest: dict[int, int] = {}
    for line in lines:
        if line.laid and line.start not in taken and (like_text or not is_small(line)):
            lowest[line.laid.column] = line.start
    over = [last.laid and lowest.get(last.laid.column, -1) > last.start for *_, last in notes]
    return sum(map(bool, over)) * 2 >= len(over) > 0


def _is_over(each: Laid, text: Sequence[Laid]) -> bool:
    below = (other.box for other in text if other.box.top < each.box.bottom)
    return any(max(each.box.over(box), box.over(each.box)) >= OVER for box in below)
