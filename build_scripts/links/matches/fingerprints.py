"""Shared passages by fingerprints: hashed n-grams, winnowed, joined on the hash.

Winnowing is that of Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (SIGMOD
2003): of every `WINDOW` neighbouring hashes the least is kept, so a common run of `SIZE + WINDOW - 1` letters cannot be
missed. Inside quotation marks every n-gram is kept, so there a common run of `SIZE` letters cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from build_scripts.links.words.fold import Letters

SIZE = 5
WINDOW = 4
# What stands in more documents than this is boilerplate, unless one of them is a speech.
MOST_DOCUMENTS = 16
MOST_PLACES = 32
MOST_IN_SPEECH = 128  # places of one n-gram in one speech that are paired with all others
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
MIXER = np.uint64(0xBF58476D1CE4E5B9)
NOTHING = np.uint64(2**64 - 1)
BITMAP_BITS = 22


def hash_ngrams(letters: Letters) -> np.ndarray:
    """The hash of the n-gram that begins at each letter; NOTHING where it would run over the end of its text."""
    count = max(len(letters.codes) - SIZE + 1, 0)
    hashes = np.zeros(count, np.uint64)
    for index in range(SIZE):
        hashes *= MULTIPLIER
        hashes += letters.codes[index : index + count]
    hashes ^= hashes >> np.uint64(29)
    hashes *= MIXER
    hashes ^= hashes >> np.uint64(32)
    hashes[letters.text[:count] != letters.text[SIZE - 1 : SIZE - 1 + count]] = NOTHING
    return hashes


def winnow(hashes: np.ndarray) -> np.ndarray:
    """Whether each hash is the least of some window of WINDOW neighbours."""
    count = len(hashes) - WINDOW + 1
    if count <= 0:
        return np.asarray(hashes != NOTHING)
    least = hashes[:count].copy()
    for shift in range(1, WINDOW):
        np.minimum(least, hashes[shift : shift + count], out=least)
    kept = np.zeros(len(hashes), bool)
    for shift in range(WINDOW):
        kept[shift : shift + count] |= hashes[shift : shift + count] == least
    return np.asarray(kept & (hashes != NOTHING))


def also_inside(hashes: np.ndarray, kept: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """`kept`, and every n-gram that also stands where `inside` is true, wherever it stands."""
    slots = (hashes >> np.uint64(64 - BITMAP_BITS)).astype(np.uint32)
    wanted = np.zeros(1 << BITMAP_BITS, bool)
    wanted[slots[inside[: len(hashes)]]] = True
    return np.asarray(kept | (wanted[slots] & (hashes != NOTHING)))


def join(hashes: np.ndarray, kept: np.ndarray, document: np.ndarray, speech: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of letter indices, in different documents, at which the same n-gram begins.

    `document` gives each letter's document, `speech` whether each document is a speech. An n-gram of more than
    MOST_DOCUMENTS documents pairs only its places in speeches with all others, of each speech the first MOST_IN_SPEECH: so the
    number of pairs grows with the texts, not with their square, and a sentence of a speech is found however many quote it.
    """
    places, group = _grouped(hashes, np.flatnonzero(kept))
    owner = document[places]
    size, documents = _group_sizes(group, owner)
    common = (documents > MOST_DOCUMENTS) | (size > MOST_PLACES)
    few = (documents > 1) & ~common
    parts = [*_all_pairs(places[few[group]], group[few[group]])]
    spoken = np.zeros(len(size), bool)
    spoken[group[speech[owner]]] = True
    popular = (spoken & common)[group]
    places, group, owner = places[popular], group[popular], owner[popular]
    parts += _speech_pairs(places, group, speech[owner] & (_turns(group, owner) < MOST_IN_SPEECH))
    left = np.concatenate([part[0] for part in parts] or [places[:0]])
    right = np.concatenate([part[1] for part in parts] or [places[:0]])
    apart = document[left] != document[right]
    return left[apart], right[apart]


def _grouped(hashes: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places sorted by hash, then by place, and the number of each one's hash. Sorts one packed array, which is fast."""
    bits = np.uint64(max(len(hashes), 2).bit_length())
    packed = (hashes[places] >> bits << bits) | places.astype(np.uint64)
    packed.sort()
    keys = packed >> bits
    group = np.zeros(len(packed), np.int32)
    np.cumsum(keys[1:] != keys[:-1], out=group[1:])
    return (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32), group


def _group_sizes(group: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many places each group has, and in how many documents. Owners are sorted inside a group."""
    count = int(group[-1]) + 1 if len(group) else 0
    other = _begins(group, owner)
    return np.bincount(group, minlength=count), np.bincount(group[other], minlength=count)


def _begins(group: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """Whether each place is the first of its group in its document."""
    other = np.ones(len(group), bool)
    other[1:] = (group[1:] != group[:-1]) | (owner[1:] != owner[:-1])
    return other


def _turns(group: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """How many places of its group and document stand before each."""
    heads = np.flatnonzero(_begins(group, owner))
    return np.asarray(np.arange(len(group)) - np.repeat(heads, np.diff(heads, append=len(group))))


def _all_pairs(places: np.ndarray, group: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """All pairs inside each group: neighbours, then neighbours but one, and so on."""
    heads = np.arange(len(places), dtype=np.int32)
    step = 1
    while len(heads):
        heads = heads[heads + step < len(places)]
        heads = heads[group[heads] == group[heads + step]]
        yield places[heads], places[heads + step]
        step += 1


def _speech_pairs(places: np.ndarray, group: np.ndarray, spoken: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Each place that is `spoken` with every place of its group."""
    for index in np.flatnonzero(spoken):
        low, high = np.searchsorted(group, [group[index], group[index] + 1])
        yield np.full(high - low, places[index]), places[low:high]
