"""The links of the edition in its translations: what is linked in a text is linked in what translates it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.edition.numbering import BlockKey, NamedLink, Numbering
from build_scripts.links.model import Span, TextLink
from build_scripts.links.parallel.alignment import Pair
from build_scripts.links.parallel.carry import Facing, carry
from build_scripts.model import Block, Document

OFFICIAL = "official-words"


@dataclass(frozen=True, slots=True)
class Carried:
    """A link and where its words stand in a translated block: half-open code points."""

    named: NamedLink[TextLink]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CarriedLinks:
    """The links in translations by the block `(document id, block id)` that they leave and at which they arrive."""

    leaving: Mapping[BlockKey, tuple[Carried, ...]] = field(default_factory=dict)
    arriving: Mapping[BlockKey, tuple[Carried, ...]] = field(default_factory=dict)


def carry_links(documents: Sequence[Document], sentences: Mapping[str, Sequence[Pair]], numbering: Numbering) -> CarriedLinks:
    """Every link between texts, in every translation at either of its ends."""
    leaving: dict[BlockKey, tuple[Carried, ...]] = {}
    arriving: dict[BlockKey, tuple[Carried, ...]] = {}
    for document in documents:
        blocks = {block.id: block for block in document.blocks}
        for other in document.translation.blocks if document.translation else ():
            key = (document.id, other.id)
            links_of = (numbering.leaving.get(key, ()), numbering.arriving.get(key, ()))
            if other.id not in blocks or not any(links_of):
                continue
            pairs = [pair for pair in sentences.get(document.id, ()) if (pair.source or pair.target)[0].block == other.id]
            facing = facing_of(blocks[other.id], other)
            leaving[key] = _carried([(each, each.link.source) for each in links_of[0]], pairs, facing)
            arriving[key] = _carried([(each, each.link.target) for each in links_of[1]], pairs, facing)
    return CarriedLinks(leaving, arriving)


def facing_of(block: Block, other: Block) -> Facing:
    """A block beside its translation."""
    official = tuple((mark.start, mark.end) for mark in other.marks if mark.role == OFFICIAL)
    return Facing(block.text.text, other.text.text, official)


def _carried(ends: Iterable[tuple[NamedLink[TextLink], Span]], pairs: Sequence[Pair], facing: Facing) -> tuple[Carried, ...]:
    ends = list(ends)
    places = carry([span for _, span in ends], pairs, facing)
    return tuple(Carried(named, start, end) for named, span in ends for start, end in places[span])
