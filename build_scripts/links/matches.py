"""A passage and the words it shares with a block of another document: exact ends, score, coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.links.align import Limits, Run, align
from build_scripts.links.corpus import Corpus
from build_scripts.links.fold import Tokens, simplify, tokenise
from build_scripts.links.quotations import is_clause_end, is_clause_start
from build_scripts.links.units import Form, Unit

LIMITS = {
    Form.MARKED: Limits(skip=1000, bounded=(True, True)),
    Form.ATTRIBUTED: Limits(bounded=(True, False)),
    Form.BLOCK: Limits(bounded=(True, True)),
    Form.LINE: Limits(skip=40, bounded=(True, True), loose=True),
}
# Fewer letters than this beyond the last boundary that both texts have are chance.
CHANCE = 4
PAIRED = {"《": "》", "（": "）", "〈": "〉", "【": "】", "〔": "〕"}
ENDS = "。！？…!?"

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """What a unit shares with a block. Offsets are half-open code points of the two blocks as published.

    `pairs`: indices of equal tokens of the two blocks; `weight`: letters shared; `score`: weight less the letters that
    the passage adds or changes and something for what it leaves out; `coverage`: weight over that of the unit.
    """

    unit: Unit
    place: int
    pairs: tuple[Pair, ...]
    start: int
    end: int
    to_start: int
    to_end: int
    weight: float
    score: float
    coverage: float

    @property
    def longest(self) -> int:
        """The tokens of the longest run that both texts have."""
        best = size = 1
        for (i, j), after in zip(self.pairs, self.pairs[1:], strict=False):
            size = size + 1 if after == (i + 1, j + 1) else 1
            best = max(best, size)
        return best


def find_match(corpus: Corpus, unit: Unit, place: int) -> Match | None:
    """The best alignment of a unit with a block, None where nothing lines up."""
    text, other = corpus.places[unit.place].text, corpus.places[place].text
    here, there = tokenise(text), tokenise(other)
    first, last = here.between(unit.start, unit.end)
    runs = align(here.codes[first:last], there.codes, LIMITS[unit.form])
    pairs = _pairs(runs, first)
    if unit.form is Form.ATTRIBUTED:
        pairs = _snapped(pairs, text, other, here, there)
    if not pairs:
        return None
    total = sum(here.weights[first:last])
    weight = sum(here.weights[i] for i, _ in pairs)
    start, to_start = here.starts[pairs[0][0]], there.starts[pairs[0][1]]
    end, to_end = here.ends[pairs[-1][0]], there.ends[pairs[-1][1]]
    start, end, to_start, to_end = _widened(text, other, (start, end, to_start, to_end), unit)
    score = weight - _costs(pairs, here, there)
    return Match(unit, place, pairs, start, end, to_start, to_end, weight, score, weight / total if total else 0.0)


def _pairs(runs: Sequence[Run], first: int) -> tuple[Pair, ...]:
    return tuple((first + here + step, there + step) for here, there, size in runs for step in range(size))


def _costs(pairs: Sequence[Pair], here: Tokens, there: Tokens) -> float:
    """One for each letter added or changed, up to two for each stretch left out."""
    cost = 0.0
    for (i, j), (next_i, next_j) in zip(pairs, pairs[1:], strict=False):
        if next_i - i > 1 or next_j - j > 1:
            added = sum(here.weights[i + 1 : next_i])
            cost += added + min(max(sum(there.weights[j + 1 : next_j]) - added, 0), 2)
    return cost


def _snapped(pairs: Sequence[Pair], text: str, other: str, here: Tokens, there: Tokens) -> tuple[Pair, ...]:
    """Without what reaches by chance beyond the boundaries that both texts have."""
    kept = list(pairs)
    ends = [n for n, (i, j) in enumerate(kept) if is_clause_end(text, here.ends[i]) and is_clause_end(other, there.ends[j])]
    if ends and 0 < _weight(kept[ends[-1] + 1 :], here) < CHANCE:
        kept = kept[: ends[-1] + 1]
    starts = [
        n for n, (i, j) in enumerate(kept) if is_clause_start(text, here.starts[i]) and is_clause_start(other, there.starts[j])
    ]
    if starts and 0 < _weight(kept[: starts[0]], here) < CHANCE:
        kept = kept[starts[0] :]
    return tuple(kept)


def _weight(pairs: Sequence[Pair], here: Tokens) -> float:
    return sum(here.weights[i] for i, _ in pairs)


def _widened(text: str, other: str, ends: tuple[int, int, int, int], unit: Unit) -> tuple[int, int, int, int]:
    """The spans with the punctuation that belongs to them: brackets opened or closed inside, an end of sentence."""
    start, end, to_start, to_end = ends
    text, other = simplify(text), simplify(other)
    while end < unit.end and to_end < len(other) and text[end] == other[to_end] and _closes(text[start:end], text[end]):
        end, to_end = end + 1, to_end + 1
    while start > unit.start and to_start and text[start - 1] == other[to_start - 1] and _opens(text[start:end], text[start - 1]):
        start, to_start = start - 1, to_start - 1
    return start, end, to_start, to_end


def _closes(inside: str, mark: str) -> bool:
    opening = next((first for first, last in PAIRED.items() if last == mark), "")
    return mark in ENDS or bool(opening) and inside.count(opening) > inside.count(mark)


def _opens(inside: str, mark: str) -> bool:
    return mark in PAIRED and inside.count(PAIRED[mark]) > inside.count(mark)
