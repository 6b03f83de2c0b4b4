"""Spans that may overlap, cut into pieces that do not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter


def overlaps(
    spans: Sequence[tuple[int, int]], cuts: Iterable[int] = (), shows: Callable[[int, int], bool] = lambda index, start: True
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """`(start, end, indexes)` between two ends of spans or `cuts`, with the spans over it; `shows(index, start)` lets one go.

    Spans and pieces are half-open. A span is looked at where it starts and while it goes on, and nowhere else: a block may hold
    thousands of links.

    >>> list(overlaps([(0, 2), (1, 3)]))
    [(0, 1, (0,)), (1, 2, (0, 1)), (2, 3, (1,))]
    """
    coming = sorted(range(len(spans)), key=lambda index: -spans[index][0])
    over: list[int] = []
    for start, end in pairwise(sorted({*cuts, *(cut for span in spans for cut in span)})):
        while coming and spans[coming[-1]][0] <= start:
            insort(over, coming.pop())
        over = [index for index in over if end <= spans[index][1] and shows(index, start)]
        yield start, end, tuple(over)


def reach(spans: Iterable[tuple[int, int]]) -> Callable[[int], int]:
    """How far spans reach of those that start before a place; 0 where none does.

    >>> far = reach([(4, 6), (0, 9)])
    >>> far(0), far(1), far(5)
    (0, 9, 9)
    """
    ordered = sorted(spans)
    starts, ends = [start for start, _ in ordered], [0, *accumulate((end for _, end in ordered), max)]
    return lambda at: ends[bisect_left(starts, at)]


def touching(spans: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Of spans that are in order and apart, those of which something stands in `[start, end)`.

    >>> touching([(0, 2), (3, 5), (6, 9)], 2, 7)
    [(3, 5), (6, 9)]
    """
    return spans[bisect_right(spans, start, key=itemgetter(1)) : bisect_left(spans, end, key=itemgetter(0))]
