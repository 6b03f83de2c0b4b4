"""Echoes: words of a speech, or a long run of a report's, that a text uses without marks and without naming them.

An echo is more than a set phrase that everybody uses: letters of a phrase that stands in many blocks weigh half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from build_scripts.links.matches import fingerprints
from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.matches.match import Match, find_match
from build_scripts.links.matches.units import Unit
from build_scripts.links.model import LinkType, Span, TextLink
from build_scripts.links.verdict.decide import link_of
from build_scripts.links.words.fold import Letters, tokenise
from build_scripts.links.words.quotations import marked_spans

# The least score, and the least unbroken run of tokens; where the words are not a speech's, a run that is no formula.
ENOUGH, LEAST_RUN, LEAST_RUN_ELSEWHERE = 10.5, 8, 16
# A phrase that stands unmarked in so many blocks is anybody's, and its letters count so much.
SET_PHRASE, WEIGHT = 4, 0.5


class Linked:
    """Which code points of which blocks are linked already."""

    def __init__(self, links: Sequence[TextLink]) -> None:
        self.spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        self.points: dict[tuple[str, str], bytearray] = defaultdict(bytearray)  # 1 for each code point that is linked
        for link in links:
            self.add(link.source)
            self.add(link.target)

    def add(self, span: Span) -> None:
        self.spans[span.document, span.block].append(span)
        points = self.points[span.document, span.block]
        points.extend(bytes(max(0, span.end - len(points))))
        points[span.start : span.end] = b"\1" * (span.end - span.start)

    def has(self, span: Span) -> bool:
        """Whether any code point of a span is linked."""
        return self.count(span) > 0

    def count(self, span: Span) -> int:
        """How many code points of a span are linked."""
        return self.points[span.document, span.block].count(1, span.start, span.end)


def find_echoes(
    corpus: Corpus, candidates: Sequence[tuple[Unit, int]], links: Sequence[TextLink], letters: Letters
) -> list[TextLink]:
    """The echoes among the candidates, beside the links found already; words that are linked echo nothing else."""
    if not candidates:
        return []
    taken = Linked(links)
    common = _common_letters(corpus, letters, taken)
    open_units = [(unit, place) for unit, place in candidates if not _is_linked(corpus, unit, taken)]
    matches = [match for unit, place in open_units for match in _matches(corpus, unit, place)]
    scored = [(_score(corpus, match, letters, common), match) for match in matches]
    enough = [(score, match) for score, match in scored if _is_echo(corpus, score, match)]
    found = []
    for _, match in sorted(enough, key=lambda item: (-item[0], item[1].unit.place, item[1].start, item[1].place)):
        link = link_of(corpus, match, LinkType.ECHO)
        if not taken.has(link.source):
            taken.add(link.source)
            found.append(link)
    return found


def _is_linked(corpus: Corpus, unit: Unit, taken: Linked) -> bool:
    """Whether links leave less of a passage than makes an echo."""
    place = corpus.places[unit.place]
    span = Span(corpus.document(unit.place).id, place.block.id, unit.start, unit.end)
    return unit.end - unit.start - taken.count(span) < LEAST_RUN


def _matches(corpus: Corpus, unit: Unit, place: int) -> Iterator[Match]:
    """The best alignment of a passage with a block, then those of what stands before and behind it.

    Most passages share a formula with some block of a speech and no more, which is seen without aligning anything.
    """
    match = find_match(corpus, unit, place) if _share_run(corpus, unit, place) else None
    if match and match.longest >= LEAST_RUN:
        yield match
        for part in match.left_over(LEAST_RUN):
            yield from _matches(corpus, part, place)


def _share_run(corpus: Corpus, unit: Unit, place: int) -> bool:
    """Whether a passage and a block have a run of tokens that is long enough for an echo."""
    here = tokenise(corpus.places[unit.place].text, corpus.words)
    first, last = here.between(unit.start, unit.end)
    block, least = tokenise(corpus.places[place].text, corpus.words).codes, _least_run(corpus, place)
    return any(here.codes[at : at + least] in block for at in range(first, last - least + 1))


def _least_run(corpus: Corpus, place: int) -> int:
    return LEAST_RUN if corpus.is_speech(place) else LEAST_RUN_ELSEWHERE


def _is_echo(corpus: Corpus, score: float, match: Match) -> bool:
    return score >= ENOUGH and match.longest >= _least_run(corpus, match.place)


def _score(corpus: Corpus, match: Match, letters: Letters, common: np.ndarray) -> float:
    """Letters shared, less half of what was added or changed between them; those of set phrases count less."""
    tokens = tokenise(corpus.places[match.unit.place].text, corpus.words)
    starts = np.array([tokens.starts[index] for index, _ in match.pairs], np.int32)
    shared = letters.indices(np.full(len(starts), match.unit.place), starts)
    return (match.weight + match.score) / 2 - (1 - WEIGHT) * float(common[shared].sum())


def _common_letters(corpus: Corpus, letters: Letters, taken: Linked) -> np.ndarray:
    """Whether each letter stands in an n-gram of a speech that SET_PHRASE blocks of other texts have, unmarked and unlinked."""
    hashes = fingerprints.hash_ngrams(letters)
    speech = np.array([corpus.is_speech(place) for place in range(len(corpus.places))])[letters.text]
    free = ~speech & ~_claimed(corpus, letters, taken)
    spoken = np.unique(hashes[speech[: len(hashes)]])
    at = np.flatnonzero(free[: len(hashes)] & np.isin(hashes, spoken) & (hashes != fingerprints.NOTHING))
    pairs = np.unique(np.stack([hashes[at], letters.text[at].astype(np.uint64)]), axis=1)
    phrases, counts = np.unique(pairs[0], return_counts=True)
    heads = np.flatnonzero(np.isin(hashes, phrases[counts >= SET_PHRASE]))
    common = np.zeros(len(letters.codes), bool)
    for step in range(fingerprints.SIZE):
        common[heads + step] = True
    return common


def _claimed(corpus: Corpus, letters: Letters, taken: Linked) -> np.ndarray:
    """Whether each letter stands inside quotation marks or a link."""
    claimed = np.zeros(len(letters.codes), bool)
    for index, place in enumerate(corpus.places):
        linked = taken.spans.get((corpus.document(index).id, place.block.id), ())
        spans = [*marked_spans(place.text), *((span.start, span.end) for span in linked)]
        if spans:
            starts, ends = np.array(spans, np.int32).T
            where = np.full(len(spans), index)
            for first, last in zip(letters.indices(where, starts), letters.indices(where, ends), strict=True):
                claimed[first:last] = True
    return claimed
