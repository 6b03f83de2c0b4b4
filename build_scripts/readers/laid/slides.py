"""Pages that are set to be shown on a wall: type so large, and lines so few, that nothing tells how they belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges

FEWEST = 4  # pages
LARGE = 15.0  # points of most type; books have 9 to 12
MOST_LINES = 14  # of a page


def slide_doubts(lines: Sequence[Line]) -> Iterator[Doubt]:
    """One doubt for all pages, where a print is set as slides are."""
    laid = [line.laid for line in lines if line.laid]
    on_page = Counter(each.page for each in laid)
    if len(on_page) < FEWEST:
        return
    size, rows = median(each.size for each in laid), median(on_page.values())
    if size >= LARGE and rows <= MOST_LINES:
        numbers = [line.number for line in lines if line.laid]
        sentence = (
            f"{in_ranges(numbers)} of {len(on_page)} pages that are set like slides, in type of {size:.0f} points with "
            f"{rows:.0f} lines on a page: which lines are headings, which belong together and in which order they are read is "
            "unsure on every page"
        )
        hint = "read all of it beside the pages and give the lines their roles under “structure”, or write its text as raw.txt"
        yield Doubt(lines[0].number, "doubtful-line", sentence, hint)
