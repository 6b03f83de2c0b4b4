"""Decoding and linking take time in proportion to what there is: twice the text makes about twice the calls.

Calls are counted as in `test_growth.py`; what NumPy does inside one call is seen in `tests.bench.size_of_files`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from build_scripts.decode import decode
from build_scripts.links import find_links
from build_scripts.links.matches.fingerprints import NOTHING, hash_ngrams, join
from build_scripts.links.words.fold import fold_all
from build_scripts.readers import READERS
from tests.conftest import make_source
from tests.kinds import NEWS, SPEECH
from tests.links.making import document
from tests.making.calls import count_calls
from tests.making.cover import SHAPES
from tests.making.sizes import FILES, PAIRS, SENTENCE, Texts

SMALL, MOST = 20_000, 2.25  # characters of the smaller one; what is linear gives 2


def grows(act: Callable[[int], Callable[[], object]], size: int = SMALL) -> float:
    """How much more is called for twice the size."""
    act(size // 10)()  # what is loaded once
    nothing, small, large = (count_calls(act(each)) for each in (size // 10, size, 2 * size))
    return (large - nothing) / (small - nothing)


@pytest.mark.parametrize("kind", FILES)
def test_twice_the_file_makes_twice_the_calls(kind: str) -> None:
    name, make = FILES[kind]

    def reading(size: int) -> Callable[[], object]:
        data = make(size)

        def read() -> object:
            decoded = decode(name, data, "", name)
            source = make_source(decoded.text, SHAPES[name], capture=name)
            return READERS[source.reader].read(source, decoded.text, decoded)

        return read

    size = 2 * SMALL if name == "raw.pdf" else SMALL  # more pages than are compared with one another
    assert grows(reading, size) < MOST


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.__name__)
def test_twice_the_texts_make_twice_the_calls_to_link_them(pair: Callable[[int], Texts]) -> None:
    def linking(size: int) -> Callable[[], object]:
        base, news = pair(size)
        documents = [document("base", *base, kind=SPEECH), document("news", *news, kind=NEWS)]
        return lambda: find_links(documents)

    assert grows(linking) < MOST


def test_twice_the_repetitions_make_twice_the_pairs() -> None:
    def pairs(count: int) -> int:
        letters = fold_all([SENTENCE * count, SENTENCE * count])
        hashes = hash_ngrams(letters)
        left, _ = join(hashes, hashes != NOTHING, letters.text, np.array([True, False]))
        return len(left)

    assert pairs(1000) / pairs(500) < MOST
