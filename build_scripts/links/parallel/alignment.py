"""Sentences against their translation, inside paragraphs that are known to correspond.

By length, after Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19,
1993), with the ratio and the variance estimated on the document's own paragraphs, and by what both sides say alike
(`vocabulary`), which has the last word: a pair that does not show that it is one is joined to its neighbour, and where several
do not, the paragraph is one pair.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.links.model import Span
from build_scripts.links.parallel.lengths import Scale, estimate, length, length_cost
from build_scripts.links.parallel.vocabulary import Likeness
from build_scripts.links.words.sentences import split_sentences
from build_scripts.model import Document
from build_scripts.remembered import remembered
from build_scripts.text.characters import is_mostly_han

# Source sentences against target sentences, and how likely each is; the rarer merges for freer translations.
BEADS = {(1, 1): 0.87, (1, 2): 0.045, (2, 1): 0.045, (2, 2): 0.01, (1, 3): 0.01, (3, 1): 0.01, (1, 0): 0.005, (0, 1): 0.005}
CROSSED = 0.002  # two sentences that the translation has in the other order
LENGTH_AT_MOST = 6.0  # what lengths can say against a pair
ALIKE, WEIGHT = 0.5, 12.0  # the likeness of an ordinary pair, and what each part of it weighs
SURE = 0.25  # the likeness from which a pair is one: of 395 pairs that were read two lie below, of 250 wrong ones 30 above
LONE = 0.2  # the likeness below which a sentence has no counterpart in its paragraph
CROSSED_SURE = 0.4  # against the order only what is certain

Sentences = tuple[tuple[int, int], ...]
Sides = tuple[Sentences, Sentences]
Likely = Callable[[Sequence[str], Sequence[str]], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Spans of the source and of its translation that say the same. The spans of the translation name the same block as
    the source's, with code points of the translated block's text. One side is empty where the other has no counterpart."""

    document: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


@dataclass(frozen=True)
class FacingSentences:
    """A block and its translation, sentence by sentence."""

    source: str
    target: str
    likeness: Likely

    @property
    def sentences(self) -> Sides:
        return split_sentences(self.source), split_sentences(self.target)

    def words(self, sides: Sides) -> tuple[list[str], list[str]]:
        """The sentences of both sides in words."""
        return [self.source[a:b] for a, b in sides[0]], [self.target[a:b] for a, b in sides[1]]

    def alike(self, sides: Sides) -> float:
        """How much both sides say the same, from 0 to 1."""
        return self.likeness(*self.words(sides))

    def alike_as_one(self, sides: Sides) -> float:
        """The same of all sentences of each side as one, which need not each find their own."""
        source, target = self.words(sides)
        return self.likeness([" ".join(source)], [" ".join(target)])


def align_sentences(document: Document) -> tuple[Pair, ...]:
    """The sentences of each block against those of its translation, in order of the source; empty without a translation."""
    if not document.translation:
        return ()
    translated = {block.id: block.text.text for block in document.translation.blocks}
    paired = [(block.id, block.text.text, translated[block.id]) for block in document.blocks if block.id in translated]
    return _aligned(document.id, tuple(paired))


@remembered("sentences")
def _aligned(document: str, paired: Sequence[tuple[str, str, str]]) -> tuple[Pair, ...]:
    """The same for blocks by their ids, each with its text and the translation of that: nothing else says how they pair."""
    scale = estimate([(text, other) for _, text, other in paired])
    english = [other if is_mostly_han(text) else text for _, text, other in paired]
    likeness = Likeness.of(text[a:b] for text in english for a, b in split_sentences(text))
    return tuple(
        Pair(document, _spans(document, block, source), _spans(document, block, target))
        for block, text, other in paired
        for source, target in align_block(text, other, scale, likeness)
    )


def _spans(document: str, block: str, spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(document, block, start, end) for start, end in spans)


def align_block(text: str, other: str, scale: Scale, likeness: Likely) -> list[Sides]:
    """The sentences of two texts, paired: by the cheapest sequence of beads, those in doubt as part of a larger pair."""
    texts = FacingSentences(text, other, likeness)
    sides = texts.sentences
    found = list(_cheapest(texts, sides, scale))
    in_doubt = [at for at, each in enumerate(found) if not _is_sure(texts, each, sides)] if len(found) > 1 else []
    if not in_doubt:
        return found
    return _with_doubt(texts, found, in_doubt[0]) if len(in_doubt) == 1 else [sides]


def _with_doubt(texts: FacingSentences, found: list[Sides], at: int) -> list[Sides]:
    """Pairs of which one is in doubt: two sentences are left to each other where all around them are sure and they are not
    without likeness; else it is joined to the pair before it, or behind it, if that shows that it is one; else all are.
    """
    source, target = found[at]
    if len(source) == len(target) == 1 and texts.alike(found[at]) >= LONE:
        return found
    first, last = (at - 1, at) if at else (at, at + 1)
    joined = _joined(found[first : last + 1])
    whole = _joined(found)
    in_order = whole == (tuple(sorted(whole[0])), tuple(sorted(whole[1])))
    return (
        [*found[:first], joined, *found[last + 1 :]] if in_order and texts.alike_as_one(joined) >= SURE else [texts.sentences]
    )


def _joined(pairs: Sequence[Sides]) -> Sides:
    return tuple(each for pair in pairs for each in pair[0]), tuple(each for pair in pairs for each in pair[1])


def _is_sure(texts: FacingSentences, pair: Sides, sides: Sides) -> bool:
    """Whether a pair shows that it is one, and a sentence without a counterpart that no other has it."""
    source, target = pair
    if source and target:
        return texts.alike(pair) >= SURE
    alone, others = (source or target)[0], sides[1] if source else sides[0]
    pairs = [((alone,), (each,)) if source else ((each,), (alone,)) for each in others]
    return all(texts.alike(each) < LONE for each in pairs)


def _cheapest(texts: FacingSentences, sides: Sides, scale: Scale) -> Iterator[Sides]:
    here, opposite = sides
    cost = partial(_cost, texts, scale)
    best: dict[tuple[int, int], tuple[float, tuple[int, int], tuple[Sides, ...]]] = {(0, 0): (0.0, (0, 0), ())}
    for i in range(len(here) + 1):
        for j in range(len(opposite) + 1):
            steps = [
                (best[i - a, j - b][0] + sum(map(cost, pairs)) - math.log(chance), (i - a, j - b), pairs)
                for a, b, chance, crossed in STEPS
                if (i - a, j - b) in best
                for pairs in _pairs(texts, here[i - a : i], opposite[j - b : j], crossed)
            ]
            if steps:
                best[i, j] = min(steps, key=lambda step: step[0])
    yield from _path(best, (len(here), len(opposite)))


STEPS = (*((a, b, chance, False) for (a, b), chance in BEADS.items()), (2, 2, CROSSED, True))


def _pairs(texts: FacingSentences, source: Sentences, target: Sentences, crossed: bool) -> Iterator[tuple[Sides, ...]]:
    """The pairs that a step makes: one of all; or, crossed, each of two sentences with what stands in the other's place, where
    that is certain and the order of the text makes no pair."""
    if not crossed:
        yield ((source, target),)
        return
    pairs = tuple(((one,), (other,)) for one, other in zip(source, reversed(target), strict=True))
    straight = [((one,), (other,)) for one, other in zip(source, target, strict=True)]
    if min(map(texts.alike, pairs)) >= CROSSED_SURE > SURE > max(map(texts.alike, straight)):
        yield pairs


def _path(
    best: dict[tuple[int, int], tuple[float, tuple[int, int], tuple[Sides, ...]]], end: tuple[int, int]
) -> Iterator[Sides]:
    pairs: list[Sides] = []
    while end != (0, 0):
        _, end, step = best[end]
        pairs = [*step, *pairs]
    yield from pairs


def _cost(texts: FacingSentences, scale: Scale, pair: Sides) -> float:
    """What speaks against a pair: its lengths, and that both sides say little alike; nothing where one side is empty."""
    if not all(pair):
        return 0.0
    ours, theirs = (" ".join(words) for words in texts.words(pair))
    lengths = min(LENGTH_AT_MOST, length_cost(length(ours), length(theirs), scale))
    return lengths + WEIGHT * (ALIKE - texts.alike(pair))
