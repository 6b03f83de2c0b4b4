"""Sentences as units: a paragraph and its translation, cut where both have the same sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.exchange.markup import places_in_markup
from build_scripts.links.model import Span
from build_scripts.links.parallel.alignment import Pair
from build_scripts.links.words.sentences import split_sentences

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """Sentences of a block, the first of them by its number, and what translates them: half-open code points of both texts,
    markup included."""

    number: int
    source: Range
    target: Range


def cut(source: str, target: str, plain: str, pairs: Sequence[Pair]) -> list[UnitSpan]:
    """The spans of a block and its translation, in their order; empty where it is one unit.

    `source` and `target` have their markup, `plain` is the source without. Pairs have to follow one another on both sides and
    hold all words; what a pair of braces holds together stays together.
    """
    ranges = [(_whole(pair.source), _whole(pair.target)) for pair in pairs if pair.source and pair.target]
    if len(ranges) != len(pairs) or len(pairs) < 2 or not (_ordered(r[0] for r in ranges) and _ordered(r[1] for r in ranges)):
        return []
    ours, theirs = places_in_markup(source), places_in_markup(target)
    numbers = {start: number for number, (start, _) in enumerate(split_sentences(plain), 1)}
    spans: list[UnitSpan] = []
    for (start, end), (begin, stop) in ranges:
        if start not in numbers:
            return []
        spans.append(UnitSpan(numbers[start], (ours[start], ours[end]), (theirs[begin], theirs[stop])))
    merged = list(_merged(target, spans))
    return (
        merged if len(merged) > 1 and _holds_all(source, [s.source for s in merged], target, [s.target for s in merged]) else []
    )


def _whole(spans: Sequence[Span]) -> Range:
    return min(span.start for span in spans), max(span.end for span in spans)


def _ordered(ranges: Iterable[Range]) -> bool:
    return all(one[1] <= other[0] for one, other in pairwise(ranges))


def _merged(target: str, spans: Iterable[UnitSpan]) -> Iterator[UnitSpan]:
    """Spans put together until every brace that opens in one closes in it."""
    held: UnitSpan | None = None
    for span in spans:
        if held:
            span = UnitSpan(held.number, (held.source[0], span.source[1]), (held.target[0], span.target[1]))
        words = target[slice(*span.target)]
        held = span if words.count("{") != words.count("}") else None
        if not held:
            yield span
    if held:
        yield held


def _holds_all(source: str, ours: Sequence[Range], target: str, theirs: Sequence[Range]) -> bool:
    """Whether only white space stands outside the spans, on both sides."""
    return not any(_outside(text, ranges).strip() for text, ranges in ((source, ours), (target, theirs)))


def _outside(text: str, ranges: Sequence[Range]) -> str:
    starts = [0, *(end for _, end in ranges)]
    stops = [*(start for start, _ in ranges), len(text)]
    return "".join(text[start:stop] for start, stop in zip(starts, stops, strict=True))
