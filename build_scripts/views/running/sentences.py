"""The sentences of a block in one language: the ids of their elements, and which of them say the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.edition.edition import Edition
from build_scripts.links.parallel.alignment import Pair
from build_scripts.links.words.sentences import named_sentences
from build_scripts.model import Document


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """Half-open code points of a block; `pair` is the name of its pair, empty where it has no counterpart."""

    id: str
    start: int
    end: int
    pair: str


PairsByBlock = Mapping[tuple[str, str], tuple[Pair, ...]]
ByPlace = Mapping[tuple[str, bool], tuple[ShownSentence, ...]]


def pairs_by_block(edition: Edition) -> PairsByBlock:
    """The pairs of sentences of every block that is translated, in order, by document and block."""
    return {
        (document, block): tuple(group)
        for document, pairs in edition.sentences.items()
        for block, group in groupby(pairs, key=_block_of)
    }


def sentences_by_place(document: Document, pairs: PairsByBlock) -> ByPlace:
    """The sentences of every block of a document, by the block and whether they are those of its translation."""
    found: dict[tuple[str, bool], tuple[ShownSentence, ...]] = {}
    translation = document.translation
    for block in document.blocks:
        paired = pairs.get((document.id, block.id), ())
        found[block.id, False] = tuple(_sentences(block.id, block.text.text, paired, translated=False))
    for block in translation.blocks if translation else ():
        paired = pairs.get((document.id, block.id), ())
        shown = _sentences(block.id, block.text.text, paired, translated=True, suffix=_suffix(document))
        found[block.id, True] = tuple(shown)
    return found


def _suffix(document: Document) -> str:
    return f"-{document.translation.language}" if document.translation else ""


def _block_of(pair: Pair) -> str:
    return (pair.source or pair.target)[0].block


def _sentences(block: str, text: str, pairs: Sequence[Pair], translated: bool, suffix: str = "") -> Iterator[ShownSentence]:
    names = {
        span.start: f"{block}.{number}"
        for number, pair in enumerate(pairs, 1)
        if pair.source and pair.target
        for span in (pair.target if translated else pair.source)
    }
    for name, start, end in named_sentences(block, text):
        yield ShownSentence(f"{name}{suffix}", start, end, names.get(start, ""))
