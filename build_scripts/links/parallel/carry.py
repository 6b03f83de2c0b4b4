"""Where the words of a span stand in the translation: as narrowly as the pairs of sentences and the marks in them say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.links.model import Span
from build_scripts.links.parallel.alignment import Pair
from build_scripts.links.words.quotations import marked_spans

Places = tuple[tuple[int, int], ...]
INSIDE = 0.8  # the share of a span from which it stands inside quotation marks


@dataclass(frozen=True, slots=True)
class Facing:
    """A block's text and its translation, with what stands there as official words; half-open code points."""

    text: str
    translation: str
    official: Places = ()


def carry(spans: Sequence[Span], pairs: Sequence[Pair], facing: Facing) -> dict[Span, Places]:
    """Where each span of a block stands in its translation, in order; nowhere where its sentences have no counterpart.

    In the sentences that translate it a span is what stands there as official words, if there are as many of these as spans, or
    what stands between the quotation marks that stand for those around it; else it is the whole of these sentences.
    """
    found: dict[Span, list[tuple[int, int]]] = {span: [] for span in spans}
    for pair in pairs:
        if pair.source and pair.target:
            touching = sorted({span for span in spans if any(_touches(facing.text, span, each) for each in pair.source)})
            for span, place in zip(touching, _places(touching, pair, facing), strict=True):
                found[span].append(place)
    return {span: _joined(facing.translation, sorted(set(places))) for span, places in found.items()}


def _joined(text: str, places: Sequence[tuple[int, int]]) -> Places:
    """Places with nothing but space between two of them as one.

    >>> _joined("A. B. C.", [(0, 2), (3, 5), (6, 8)]), _joined("A, B", [(0, 1), (3, 4)])
    (((0, 8),), ((0, 1), (3, 4)))
    """
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _touches(text: str, span: Span, sentence: Span) -> bool:
    """Whether a letter of the span stands in the sentence."""
    return any(char.isalnum() for char in text[max(span.start, sentence.start) : min(span.end, sentence.end)])


def _places(spans: Sequence[Span], pair: Pair, facing: Facing) -> Iterator[tuple[int, int]]:
    """The place of each span in the translation of a pair."""
    whole = (min(each.start for each in pair.target), max(each.end for each in pair.target))
    official = _within(facing.official, *whole)
    if official and len(official) == len(spans):
        yield from official
        return
    start, end = min(each.start for each in pair.source), max(each.end for each in pair.source)
    marked, answering = _within(marked_spans(facing.text), start, end), _within(marked_spans(facing.translation), *whole)
    for span in spans:
        around = [place for place, other in zip(marked, answering, strict=False) if len(marked) == len(answering)]
        index = next((at for at, place in enumerate(around) if _inside(span, place, start, end)), None)
        yield whole if index is None else answering[index]


def _inside(span: Span, place: tuple[int, int], start: int, end: int) -> bool:
    """Whether what these sentences have of the span stands in a place."""
    first, last = max(span.start, start), min(span.end, end)
    return min(last, place[1]) - max(first, place[0]) >= INSIDE * (last - first)


def _within(places: Places, start: int, end: int) -> list[tuple[int, int]]:
    return [place for place in places if start <= place[0] and place[1] <= end]
