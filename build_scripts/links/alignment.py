"""Sentences against their translation, inside paragraphs that are known to correspond.

By length, after Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19,
1993), with the ratio and the variance estimated on the document's own paragraphs, plus what both sides show alike:
numbers and Latin names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.links.model import Span
from build_scripts.links.sentences import split_sentences
from build_scripts.model import Document

# Source sentences against target sentences, and how likely each is; the rarer merges for freer translations.
BEADS = {(1, 1): 0.87, (1, 2): 0.045, (2, 1): 0.045, (2, 2): 0.01, (1, 3): 0.01, (3, 1): 0.01, (1, 0): 0.005, (0, 1): 0.005}
LEAST_VARIANCE = 1.0
SHARED_WORD = 2.0
NUMBER_OR_NAME = re.compile(r"\d+|[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Spans of the source and of its translation that say the same. The spans of the translation name the same block as
    the source's, with code points of the translated block's text."""

    document: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """How long a translation is: letters of the target for each letter of the source, and the variance of that."""

    ratio: float
    variance: float


def align_sentences(document: Document) -> tuple[Pair, ...]:
    """The sentences of each block against those of its translation, in order; empty without a translation."""
    if not document.translation:
        return ()
    translated = {block.id: block.text.text for block in document.translation.blocks}
    paired = [(block.id, block.text.text, translated[block.id]) for block in document.blocks if block.id in translated]
    scale = estimate([(text, other) for _, text, other in paired])
    return tuple(
        Pair(document.id, _spans(document.id, block, source), _spans(document.id, block, target))
        for block, text, other in paired
        for source, target in align_block(text, other, scale)
    )


def _spans(document: str, block: str, spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(document, block, start, end) for start, end in spans)


def estimate(paragraphs: Sequence[tuple[str, str]]) -> Scale:
    """Ratio and variance over the paragraphs of one document.

    >>> estimate([("一二三四", "abcdefgh"), ("一二", "abcd")]).ratio
    2.0
    """
    pairs = [(_length(text), _length(other)) for text, other in paragraphs]
    source, target = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    ratio = target / source if source and target else 1.0
    squares = [(there - here * ratio) ** 2 / here for here, there in pairs if here]
    return Scale(ratio, max(LEAST_VARIANCE, sum(squares) / len(squares) if squares else 0.0))


def _length(text: str) -> int:
    return sum(char.isalnum() for char in text)


Sides = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


def align_block(text: str, other: str, scale: Scale) -> list[Sides]:
    """The sentences of two texts, paired by the cheapest sequence of beads."""
    here, there = split_sentences(text), split_sentences(other)
    cost = partial(_cost, text, other, here, there, scale)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(here) + 1):
        for j in range(len(there) + 1):
            steps = [(i - a, j - b) for a, b in BEADS if (i - a, j - b) in best]
            if steps:
                best[i, j] = min((best[step][0] + cost(step, (i, j)), step) for step in steps)
    return list(_path(best, here, there))[::-1]


def _path(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    here: tuple[tuple[int, int], ...],
    there: tuple[tuple[int, int], ...],
) -> Iterator[Sides]:
    at = (len(here), len(there))
    while at != (0, 0) and at in best:
        before = best[at][1]
        yield here[before[0] : at[0]], there[before[1] : at[1]]
        at = before


def _cost(
    text: str,
    other: str,
    here: Sequence[tuple[int, int]],
    there: Sequence[tuple[int, int]],
    scale: Scale,
    start: tuple[int, int],
    end: tuple[int, int],
) -> float:
    """Minus the logarithm of how likely one bead is: its shape, its lengths, and what both sides show alike."""
    ours = " ".join(text[a:b] for a, b in here[start[0] : end[0]])
    theirs = " ".join(other[a:b] for a, b in there[start[1] : end[1]])
    shape = -math.log(BEADS[end[0] - start[0], end[1] - start[1]])
    return shape + _length_cost(_length(ours), _length(theirs), scale) - SHARED_WORD * _shared(ours, theirs)


def _length_cost(source: int, target: int, scale: Scale) -> float:
    """Minus the logarithm of the chance that lengths of one meaning differ so much."""
    mean = (source + target / scale.ratio) / 2
    delta = (target - source * scale.ratio) / math.sqrt(max(mean, 1.0) * scale.variance)
    return -math.log(max(math.erfc(abs(delta) / math.sqrt(2)), 1e-12))


def _shared(one: str, two: str) -> int:
    """How many numbers and Latin names stand in both."""
    return len(set(NUMBER_OR_NAME.findall(one)) & set(NUMBER_OR_NAME.findall(two)))
