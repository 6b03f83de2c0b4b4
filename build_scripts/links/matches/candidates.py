"""Which passages are worth aligning with which blocks: those that share enough fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from build_scripts.links.matches import fingerprints
from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.matches.units import Form, Unit
from build_scripts.links.words.fold import Letters

# The share of a passage, and the letters, that fingerprints must cover; what covers enough letters needs no share.
LEAST_SHARE = {Form.MARKED: 0.25, Form.ATTRIBUTED: 0.0, Form.BLOCK: 0.6, Form.LINE: 0.3, Form.ECHO: 0.0}
LEAST_LETTERS = {Form.MARKED: 5, Form.ATTRIBUTED: 8, Form.BLOCK: 12, Form.LINE: 5, Form.ECHO: 5}
ENOUGH_LETTERS = {Form.MARKED: 8, Form.ATTRIBUTED: 8, Form.BLOCK: 10**6, Form.LINE: 8, Form.ECHO: 5}
LEAST_SHARE_ELSEWHERE, ENOUGH_LETTERS_ELSEWHERE = 0.4, 10
# Blocks that a passage is aligned with at most, the best covered first; those of speeches do not count.
MOST_BLOCKS = {Form.MARKED: 8, Form.ATTRIBUTED: 8, Form.BLOCK: 1, Form.LINE: 8, Form.ECHO: 1}

Admits = Callable[[np.ndarray, np.ndarray], np.ndarray]


def find_candidates(corpus: Corpus, units: Sequence[Unit], letters: Letters) -> list[tuple[Unit, int]]:
    """Pairs of a passage and the place of a block of another document; `letters` are those of all blocks, folded."""
    left, right = _shared_places(corpus, letters, units)
    found: list[tuple[Unit, int]] = []
    for form in Form:
        for layer in _layers([unit for unit in units if unit.form is form]) if len(left) else ():
            found += _of_form(corpus, letters, layer, left, right)
    return found


def _layers(units: Sequence[Unit]) -> list[list[Unit]]:
    """The units in layers, no two of a layer overlapping."""
    layers: list[list[Unit]] = []
    for unit in units:
        for layer in layers:
            if layer[-1].place != unit.place or layer[-1].end <= unit.start:
                layer.append(unit)
                break
        else:
            layers.append([unit])
    return layers


def _shared_places(corpus: Corpus, letters: Letters, units: Sequence[Unit]) -> tuple[np.ndarray, np.ndarray]:
    hashes = fingerprints.hash_ngrams(letters)
    inside = _unit_of([unit for unit in units if unit.form in (Form.MARKED, Form.LINE)], letters) >= 0
    kept = fingerprints.also_inside(hashes, fingerprints.winnow(hashes), inside)
    document = np.array([place.document for place in corpus.places], np.int32)[letters.text]
    speech = np.array([item.kind.base for item in corpus.documents])
    return fingerprints.join(hashes, kept, document, speech)


def _ends(units: Sequence[Unit], letters: Letters) -> tuple[np.ndarray, np.ndarray]:
    """The first letter of each unit, and the first one after it."""
    texts, starts, ends = np.array([(unit.place, unit.start, unit.end) for unit in units], np.int32).reshape(-1, 3).T
    return letters.indices(texts, starts), letters.indices(texts, ends)


def _unit_of(units: Sequence[Unit], letters: Letters) -> np.ndarray:
    """The index of the unit that each letter stands in, -1 for none. The units do not overlap."""
    starts, ends = _ends(units, letters)
    owner = np.full(len(letters.codes), -1, np.int32)
    size = ends - starts
    inside = np.repeat(starts - np.cumsum(size) + size, size) + np.arange(size.sum())
    owner[inside] = np.repeat(np.arange(len(units), dtype=np.int32), size)
    return owner


def _of_form(
    corpus: Corpus, letters: Letters, units: Sequence[Unit], left: np.ndarray, right: np.ndarray
) -> list[tuple[Unit, int]]:
    owner = _unit_of(units, letters)
    allowed = _may_quote(corpus, units[0].form)
    of_place = np.array([item.document for item in corpus.places], np.int32)
    packed, bits = _packed(owner, letters, of_place[letters.text], allowed, left, right)
    keys, covered = _coverage(packed, bits)
    unit, place = np.divmod(keys, len(corpus.places))
    starts, ends = _ends(units, letters)
    speech = np.array([item.kind.base for item in corpus.documents])[of_place[place]]
    keep = np.flatnonzero(_is_enough(units[0].form, (ends - starts)[unit], covered, speech))
    unit, place, covered, speech = unit[keep], place[keep], covered[keep], speech[keep]
    keep = speech | _among_first(unit, covered, speech, MOST_BLOCKS[units[0].form])
    return [(units[a], int(b)) for a, b in zip(unit[keep], place[keep], strict=True)]


def _packed(
    owner: np.ndarray, letters: Letters, document: np.ndarray, allowed: Admits, left: np.ndarray, right: np.ndarray
) -> tuple[np.ndarray, np.uint64]:
    """Of each pair that is allowed, in each direction: unit * places + place, and in the low bits the unit's letter."""
    bits = np.uint64(max(len(letters.codes), 2).bit_length())
    packed = []
    for here, opposite in ((left, right), (right, left)):
        inside = np.flatnonzero((owner[here] >= 0) & allowed(document[here], document[opposite]))
        here, opposite = here[inside], opposite[inside]
        keys = owner[here].astype(np.uint64)
        keys *= np.uint64(len(letters.begins) - 1)
        keys += letters.text[opposite].astype(np.uint64)
        keys <<= bits
        keys |= here.astype(np.uint64)
        packed.append(keys)
    return np.concatenate(packed), bits


def _coverage(packed: np.ndarray, bits: np.uint64) -> tuple[np.ndarray, np.ndarray]:
    """Each key once, and how many letters of the unit its fingerprints cover."""
    packed.sort()
    if not len(packed):
        return packed.astype(np.int64), packed.astype(np.int64)
    keys = packed >> bits
    heads = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    keys = keys[heads].astype(np.int64)
    steps = np.diff(packed, prepend=packed[:1])
    np.minimum(steps, np.uint64(fingerprints.SIZE), out=steps)
    steps[heads] = fingerprints.SIZE
    return keys, np.add.reduceat(steps, heads).astype(np.int64)


def _is_enough(form: Form, size: np.ndarray, covered: np.ndarray, speech: np.ndarray) -> np.ndarray:
    """Whether a pair is worth aligning; where the block is not of a speech, it takes more."""
    share = np.where(speech, LEAST_SHARE[form], np.maximum(LEAST_SHARE[form], LEAST_SHARE_ELSEWHERE))
    enough = np.where(speech, ENOUGH_LETTERS[form], np.maximum(ENOUGH_LETTERS[form], ENOUGH_LETTERS_ELSEWHERE))
    return np.asarray((covered >= share * size) & (covered >= LEAST_LETTERS[form]) | (covered >= enough))


def _may_quote(corpus: Corpus, form: Form) -> Admits:
    """Which document may take words of which, by index: what is not marked comes from a speech, or is reprinted by news
    from what ranks before it; no speech quotes its reports."""
    by_rank = sorted(range(len(corpus.ranks)), key=corpus.ranks.__getitem__)
    order = np.argsort(by_rank).astype(np.int32)
    kinds = [item.kind for item in corpus.documents]
    speech, news = np.array([kind.base for kind in kinds]), np.array([kind.news for kind in kinds])
    if form is Form.MARKED:
        return lambda here, opposite: ~speech[here] | (order[opposite] < order[here])
    if form in (Form.BLOCK, Form.ECHO):
        return lambda here, opposite: (order[opposite] < order[here]) & (speech[opposite] | news[here])
    return lambda here, opposite: (order[opposite] < order[here]) & speech[opposite]


def _among_first(unit: np.ndarray, covered: np.ndarray, speech: np.ndarray, most: int) -> np.ndarray:
    """Whether each pair is among its unit's best covered, so many of them, that are not of speeches."""
    order = np.lexsort((-covered, speech, unit))
    heads = np.flatnonzero(np.concatenate([[True], unit[order][1:] != unit[order][:-1]])) if len(unit) else order
    turn = np.arange(len(order)) - np.repeat(heads, np.diff([*heads, len(order)]))
    first = np.zeros(len(unit), bool)
    first[order] = turn < most
    return first
