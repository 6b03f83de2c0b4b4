"""Sentences of the readout against its English, read by eye; and laws that any alignment keeps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.links.alignment import Scale, align_block, align_sentences
from build_scripts.links.data import texts_of, translated_texts_of
from build_scripts.links.sentences import split_sentences
from build_scripts.model import Document

EXPECTED = yaml.safe_load((Path(__file__).parent / "expected_alignment.yaml").read_text(encoding="utf-8"))


def test_the_readout(documents: Sequence[Document]) -> None:
    (readout,) = [item for item in documents if item.id == "readout"]
    texts, translated = texts_of(documents), translated_texts_of(documents)
    found = [
        [
            [texts[span.document, span.block][span.start : span.end] for span in pair.source],
            [translated[span.document, span.block][span.start : span.end] for span in pair.target],
        ]
        for pair in align_sentences(readout)
    ]
    assert found == EXPECTED


def test_no_translation_no_pairs(documents: Sequence[Document]) -> None:
    assert all(align_sentences(item) == () for item in documents if not item.translation)


SENTENCES = st.lists(st.integers(min_value=1, max_value=60), min_size=0, max_size=8)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_in_one_pair_in_order(here: list[int], there: list[int]) -> None:
    text, other = "".join("智" * size + "。" for size in here), " ".join("A" + "b" * size + "." for size in there)
    pairs = align_block(text, other, Scale(1.0, 5.0))
    if here and there and max(len(here), len(there)) <= 3 * min(len(here), len(there)):
        assert tuple(span for source, _ in pairs for span in source) == split_sentences(text)
        assert tuple(span for _, target in pairs for span in target) == split_sentences(other)
