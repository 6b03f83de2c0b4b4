"""The texts to be linked: every block of every document, in order, and which document quotes which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.links.occasions.occasion import Occasions, time_of
from build_scripts.links.words.regional import RegionalWords, general_words
from build_scripts.model import Block, Document


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """A block of a document. `document` counts documents from 0."""

    document: int
    block: Block

    @property
    def text(self) -> str:
        return self.block.text.text


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents, the blocks of all of them one after another, and each document's rank: what quotes ranks higher.

    `words` are those that regions say otherwise.
    """

    documents: tuple[Document, ...]
    places: tuple[BlockPlace, ...]
    ranks: tuple[tuple[bool, tuple[int, int, int], int], ...]
    occasions: Occasions
    words: RegionalWords

    def document(self, place: int) -> Document:
        return self.documents[self.places[place].document]

    def rank(self, place: int) -> tuple[bool, tuple[int, int, int], int]:
        return self.ranks[self.places[place].document]

    def is_speech(self, place: int) -> bool:
        return self.document(place).kind.base


def build(documents: Sequence[Document], words: RegionalWords | None = None) -> Corpus:
    """The corpus of the documents in their order; `words` are the regional ones, those of the language where not given."""
    places = tuple(BlockPlace(index, block) for index, document in enumerate(documents) for block in document.blocks)
    ranks = tuple((not document.kind.base, time_of(document), index) for index, document in enumerate(documents))
    return Corpus(tuple(documents), places, ranks, Occasions(), words or general_words())
