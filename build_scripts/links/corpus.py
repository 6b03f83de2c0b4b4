"""The texts to be linked: every block of every document, in order, and which document quotes which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.links.occasions import Occasions, published
from build_scripts.model import Block, Document, Kind


@dataclass(frozen=True, slots=True)
class Place:
    """A block of a document. `document` counts documents from 0."""

    document: int
    block: Block

    @property
    def text(self) -> str:
        return self.block.text.text


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents, the blocks of all of them one after another, and each document's rank: what quotes ranks higher."""

    documents: tuple[Document, ...]
    places: tuple[Place, ...]
    ranks: tuple[tuple[bool, tuple[int, int, int], int], ...]
    occasions: Occasions

    def document(self, place: int) -> Document:
        return self.documents[self.places[place].document]

    def rank(self, place: int) -> tuple[bool, tuple[int, int, int], int]:
        return self.ranks[self.places[place].document]

    def is_speech(self, place: int) -> bool:
        return self.document(place).kind is Kind.SPEECH


def build(documents: Sequence[Document]) -> Corpus:
    """The corpus of the documents in their order."""
    places = tuple(Place(index, block) for index, document in enumerate(documents) for block in document.blocks)
    ranks = tuple((document.kind is not Kind.SPEECH, published(document), index) for index, document in enumerate(documents))
    return Corpus(tuple(documents), places, ranks, Occasions())
