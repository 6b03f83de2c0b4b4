"""A passage and the words it shares with a block of another document: exact ends, score, coverage."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_scripts.links.matches.align import Limits, SharedRun, align, extend
from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.matches.units import Form, Unit
from build_scripts.links.words.fold import LATIN_WEIGHT, Tokens, tokenise
from build_scripts.links.words.quotations import is_clause_end, is_clause_start
from build_scripts.text.simplify import simplify

LIMITS = {
    Form.MARKED: Limits(skip=1000, bounded=(True, True)),
    Form.ATTRIBUTED: Limits(bounded=(True, False)),
    Form.BLOCK: Limits(bounded=(True, True), seed=5),
    Form.LINE: Limits(skip=40, bounded=(True, True), loose=True),
    Form.ECHO: Limits(seed=4),
}
# Fewer letters than this beyond the last boundary that both texts have are chance.
CHANCE = 4
PAIRED = {"《": "》", "（": "）", "〈": "〉", "【": "】", "〔": "〕"}
ENDS = "。！？…!?"

# Code points beyond the last whole word in which the rest of a cut one stands.
WORD = 12

BlockPair = tuple[int, int]
Ends = tuple[int, int, int, int]  # start and end in the linking block, start and end in the other


@dataclass(frozen=True, slots=True)
class Match:
    """What a unit shares with a block. Offsets are half-open code points of the two blocks as published.

    `pairs`: indices of equal tokens of the two blocks, empty where the spans are the same letter for letter; `weight`: letters
    shared; `score`: weight less the letters that
    the passage adds or changes and something for what it leaves out; `coverage`: weight over that of the unit.
    """

    unit: Unit
    place: int
    pairs: tuple[BlockPair, ...]
    start: int
    end: int
    to_start: int
    to_end: int
    weight: float
    score: float
    coverage: float

    def left_over(self, least: int) -> Iterator[Unit]:
        """The parts of the unit before and behind the match that have at least so many code points."""
        for start, end in ((self.unit.start, self.start), (self.end, self.unit.end)):
            if end - start >= least:
                yield Unit(self.unit.form, self.unit.place, start, end)

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
    exact = _exact(text, other, unit, place) if unit.form in (Form.MARKED, Form.BLOCK) else None
    if exact:
        return exact
    here, opposite = tokenise(text, corpus.words), tokenise(other, corpus.words)
    first, last = here.between(unit.start, unit.end)
    runs = align(here.codes[first:last], opposite.codes, LIMITS[unit.form])
    pairs = _pairs(runs, first)
    if unit.form is Form.ATTRIBUTED:
        pairs = _snapped(pairs, text, other, here, opposite)
    if not pairs:
        return None
    total = sum(here.weights[first:last])
    weight = sum(here.weights[i] for i, _ in pairs)
    start, to_start = here.starts[pairs[0][0]], opposite.starts[pairs[0][1]]
    end, to_end = here.ends[pairs[-1][0]], opposite.ends[pairs[-1][1]]
    ends, letters, cost = _by_letters(text, other, (start, end, to_start, to_end), unit)
    ends = _widened(text, other, ends, unit)
    shared, gaps = _gaps(pairs, text, other, here, opposite)
    weight += letters + shared
    score = weight - gaps - cost
    return Match(unit, place, pairs, *ends, weight, score, weight / total if total else 0.0)


def _exact(text: str, other: str, unit: Unit, place: int) -> Match | None:
    """The match of a passage that stands in the block letter for letter, which needs no alignment."""
    passage = text[unit.start : unit.end]
    at = other.find(passage)
    letters = [char for char in passage if char.isalnum()]
    if at < 0 or not letters:
        return None
    first, last = passage.index(letters[0]), passage.rindex(letters[-1]) + 1
    ends = (unit.start + first, unit.start + last, at + first, at + last)
    weight = sum(LATIN_WEIGHT if char.isascii() and char.isalpha() else 1.0 for char in letters)
    return Match(unit, place, (), *_widened(text, other, ends, unit), weight, weight, 1.0)


def _pairs(runs: Sequence[SharedRun], first: int) -> tuple[BlockPair, ...]:
    return tuple((first + here + step, opposite + step) for here, opposite, size in runs for step in range(size))


def _gaps(pairs: Sequence[BlockPair], text: str, other: str, here: Tokens, opposite: Tokens) -> tuple[int, float]:
    """Letters that are shared inside the gaps, as where a word was changed; and what the gaps cost: one for each letter
    added or changed, up to two for each stretch left out."""
    shared, cost = 0, 0.0
    for (i, j), (next_i, next_j) in itertools.pairwise(pairs):
        if next_i - i == 1 == next_j - j:
            continue
        added, left_out = sum(here.weights[i + 1 : next_i]), sum(opposite.weights[j + 1 : next_j])
        if added and left_out:
            one = _join(_letters(text, here.ends[i], here.starts[next_i]))
            two = _join(_letters(other, opposite.ends[j], opposite.starts[next_j]))
            same = sum(block.size for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks())
            shared, added, left_out = shared + same, added - same, left_out - same
        cost += max(0.0, added) + min(max(left_out - max(0.0, added), 0), 2)
    return shared, cost


def _snapped(pairs: Sequence[BlockPair], text: str, other: str, here: Tokens, opposite: Tokens) -> tuple[BlockPair, ...]:
    """Without what reaches by chance beyond the boundaries that both texts have, where the passage goes on."""
    kept = list(pairs)
    ends = [n for n, (i, j) in enumerate(kept) if is_clause_end(text, here.ends[i]) and is_clause_end(other, opposite.ends[j])]
    goes_on = kept and not is_clause_end(text, here.ends[kept[-1][0]])
    if goes_on and ends and _weight(kept[ends[-1] + 1 :], here) < CHANCE:
        kept = kept[: ends[-1] + 1]
    starts = [
        n
        for n, (i, j) in enumerate(kept)
        if is_clause_start(text, here.starts[i]) and is_clause_start(other, opposite.starts[j])
    ]
    if starts and 0 < _weight(kept[: starts[0]], here) < CHANCE:
        kept = kept[starts[0] :]
    return tuple(kept)


def _weight(pairs: Sequence[BlockPair], here: Tokens) -> float:
    return sum(here.weights[i] for i, _ in pairs)


def _by_letters(text: str, other: str, ends: Ends, unit: Unit) -> tuple[Ends, int, int]:
    """The spans extended into words that the passage cuts or that were changed inside; by how many letters, and how many
    others stand between these."""
    start, end, to_start, to_end = ends
    left, right = LIMITS[unit.form].bounded
    stop = min(unit.end, end + WORD)
    if not right:  # then only what ends with the clause
        stop = next((at for at in range(end, stop + 1) if is_clause_end(text, at)), end)
    tail, head = _letters(text, end, stop), _letters(text, max(unit.start, start - WORD) if left else start, start)
    to_tail = _letters(other, to_end, to_end + WORD) if tail else []
    to_head = _letters(other, max(0, to_start - WORD), to_start) if head else []
    after = extend(_join(tail), _join(to_tail), True)
    before = extend(_join(head)[::-1], _join(to_head)[::-1], True)
    if not right and after and after[-1][0] < len(tail) - 1:
        after = []
    if after:
        end, to_end = tail[after[-1][0]][0] + 1, to_tail[after[-1][1]][0] + 1
    if before:
        start, to_start = head[-1 - before[-1][0]][0], to_head[-1 - before[-1][1]][0]
    cost = sum(max(cells[-1]) + 1 - len(cells) for cells in (after, before) if cells)
    return (start, end, to_start, to_end), len(after) + len(before), cost


def _letters(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Letters and digits of a stretch with their offsets."""
    return [(at, char) for at, char in enumerate(simplify(text[start:end]).lower(), start) if char.isalnum()]


def _join(letters: Sequence[tuple[int, str]]) -> str:
    return "".join(char for _, char in letters)


def _widened(text: str, other: str, ends: Ends, unit: Unit) -> Ends:
    """The spans with the punctuation that belongs to them: brackets opened or closed inside, an end of sentence."""
    start, end, to_start, to_end = ends
    while end < unit.end and to_end < len(other) and text[end] == other[to_end] and _closes(text[start:end], text[end]):
        end, to_end = end + 1, to_end + 1
    while (
        start > unit.start and to_start and text[start - 1] == other[to_start - 1] and _opens(text[start:end], text[start - 1])
    ):
        start, to_start = start - 1, to_start - 1
    return start, end, to_start, to_end


def _closes(inside: str, mark: str) -> bool:
    opening = next((first for first, last in PAIRED.items() if last == mark), "")
    return mark in ENDS or (bool(opening) and inside.count(opening) > inside.count(mark))


def _opens(inside: str, mark: str) -> bool:
    return mark in PAIRED and inside.count(PAIRED[mark]) > inside.count(mark)
