"""Running heads whose number stands apart from their words by white, which count the pages of a capture without form feeds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from build_scripts.readers.paged.page_tops import FEWEST_LETTERS, WHITE, letters, numbered_head
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import closes_sentence
from build_scripts.text.scripts import plain_letters

BARE = re.compile(r"\d{1,4}")
CLOSE = 6  # lines that at least lie between two page numbers
MOST_CELLS = 3  # of a head: its number, the journal, the issue


def spaced_heads(printed: Sequence[Line]) -> dict[int, bool]:
    """Heads and bare numbers that count the pages together, by index: of two of them, one a head at least, the second has a
    number one higher, a page below the first or, where that is bare, right below it. The value tells whether a sentence closes
    above both, so that nothing but their numbers shows that pages end there.
    """
    numbered = {at: number for at in range(len(printed)) if (number := _number(printed, at)) is not None}
    places: dict[int, list[int]] = defaultdict(list)
    for at, number in numbered.items():
        places[number].append(at)
    heads = {at for at in numbered if not BARE.fullmatch(printed[at].words)}
    found: dict[int, bool] = {}
    for at in sorted(heads):
        for pair in _pairs(at, numbered[at], places, heads):
            doubtful = all(_closes(printed, place) for place in pair)
            for place in pair:
                found[place] = doubtful and found.get(place, True)
    return found


def _pairs(at: int, number: int, places: Mapping[int, Sequence[int]], heads: Collection[int]) -> Iterator[tuple[int, int]]:
    """The head at an index with the nearest number before it and the nearest after it that go on with its own."""
    before, after = places.get(number - 1, ()), places.get(number + 1, ())
    near, above = bisect_left(before, at - 1), bisect_right(before, at - CLOSE)
    if near < len(before) and before[near] == at - 1 and at - 1 not in heads:
        yield at - 1, at
    elif above:
        yield before[above - 1], at
    below = bisect_left(after, at + CLOSE)
    if below < len(after):
        yield at, after[below]


def _number(printed: Sequence[Line], at: int) -> int | None:
    """The number that a line is, or that white sets apart at its beginning or end, where no row of a table stands beside it."""
    words = printed[at].words
    if BARE.fullmatch(words):
        return int(words)
    cells, head = WHITE.split(words), numbered_head(words)
    apart = 1 < len(cells) <= MOST_CELLS and any(BARE.fullmatch(cell) for cell in (cells[0], cells[-1]))
    rows = any(0 <= near < len(printed) and WHITE.search(printed[near].words) for near in (at - 1, at + 1))
    return head[1] if head and apart and not rows else None


def _closes(printed: Sequence[Line], at: int) -> bool:
    """Whether a sentence closes with the line above that is no bare number, or there is none."""
    place = at - 1
    while place >= 0 and BARE.fullmatch(printed[place].words):
        place -= 1
    return place < 0 or closes_sentence(printed[place].words)


def first_head(printed: Sequence[Line], heads: Collection[int]) -> bool:
    """Whether the first line has white inside and the same letters as a head of another page, in any order; or figures, and
    between white what such a head holds too.
    """
    if not printed or 0 in heads or not WHITE.search(printed[0].words):
        return False
    first = sorted(letters(printed[0].words))
    if len(first) >= FEWEST_LETTERS and any(sorted(letters(printed[at].words)) == first for at in heads):
        return True
    cells = [cell for cell in map(plain_letters, WHITE.split(printed[0].words)) if len(cell) >= FEWEST_LETTERS]
    shared = any(cell in plain_letters(printed[at].words) for cell in cells for at in heads)
    return shared and any(map(str.isdigit, printed[0].words))
