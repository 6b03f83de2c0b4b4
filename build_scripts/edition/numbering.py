"""What pages, paper and data call a place by: the numbers of links, the sigla of documents, the numbers of paragraphs.

All of it is given here and nowhere else; the same in every tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from build_scripts.edition.link_names import keep_links, name_links, retired_names
from build_scripts.links.model import Link, TextLink
from build_scripts.model import Document
from build_scripts.seed.history.link_lock import LockedLink
from build_scripts.text.numbers import letters

AnyLink = TypeVar("AnyLink", bound=Link, covariant=True)
BlockKey = tuple[str, str]
PARAGRAPH = re.compile(r"p\d+[a-z]*")


@dataclass(frozen=True, slots=True)
class NamedLink(Generic[AnyLink]):
    """A link under its name, which begins with `l` between texts and with `c` from a note to what it cites; `number` is its
    place in reading order.
    """

    name: str
    number: int
    link: AnyLink


@dataclass(frozen=True, slots=True)
class Numbering:
    """Every link under its name, in reading order; those between texts by the block `(document id, block id)` at either end.

    `sigla` holds the siglum of each document, by its id, in order of time; `lock` the links that are published from now on;
    `retired` the names of links that are no more, by `document#block` at either end.
    """

    links: tuple[NamedLink[Link], ...] = ()
    leaving: Mapping[BlockKey, tuple[NamedLink[TextLink], ...]] = field(default_factory=dict)
    arriving: Mapping[BlockKey, tuple[NamedLink[TextLink], ...]] = field(default_factory=dict)
    sigla: Mapping[str, str] = field(default_factory=dict)
    lock: tuple[LockedLink, ...] = ()
    retired: Mapping[str, Sequence[str]] = field(default_factory=dict)


def give_numbers(documents: Sequence[Document], links: Iterable[Link], published: Sequence[LockedLink] = ()) -> Numbering:
    """The numbering of an edition: its links in reading order, its documents in order of time; `published` links keep names."""
    links = list(links)
    locked = name_links(documents, links, published)
    named = tuple(NamedLink(each.name, at, link) for at, (each, link) in enumerate(zip(locked, links, strict=True), 1))
    leaving: dict[BlockKey, list[NamedLink[TextLink]]] = {}
    arriving: dict[BlockKey, list[NamedLink[TextLink]]] = {}
    for each in named:
        if isinstance(each.link, TextLink):
            textual = NamedLink(each.name, each.number, each.link)
            leaving.setdefault((each.link.source.document, each.link.source.block), []).append(textual)
            arriving.setdefault((each.link.target.document, each.link.target.block), []).append(textual)
    lock, retired = tuple(keep_links(locked, published)), retired_names(documents, locked, published)
    return Numbering(named, _fixed(leaving), _fixed(arriving), sigla(documents), lock, retired)


def _fixed(found: dict[BlockKey, list[NamedLink[TextLink]]]) -> dict[BlockKey, tuple[NamedLink[TextLink], ...]]:
    return {key: tuple(links) for key, links in found.items()}


def sigla(documents: Iterable[Document]) -> dict[str, str]:
    """`{document id: siglum}` for the documents of the edition, in its order of time: A, B … Z, AA, AB …"""
    return {document.id: siglum(index) for index, document in enumerate(documents)}


def siglum(index: int) -> str:
    """The siglum of the document at an index, from 0, counted as columns of a spreadsheet are.

    >>> siglum(0), siglum(25), siglum(26), siglum(27), siglum(702)
    ('A', 'Z', 'AA', 'AB', 'AAA')
    """
    return letters(index).upper()


def paragraph_number(block: str) -> str:
    """The number by which paper refers to a block; empty where it has none.

    >>> paragraph_number("p12"), paragraph_number("p2a"), paragraph_number("h1"), paragraph_number("item3")
    ('12', '2a', '', '')
    """
    return block[1:] if PARAGRAPH.fullmatch(block) else ""


def place_on_paper(letter: str, block: str) -> str:
    """A document by its siglum and, where it has a number, the paragraph.

    >>> place_on_paper("A", "p6"), place_on_paper("B", "headline")
    ('A ¶6', 'B')
    """
    number = paragraph_number(block)
    return f"{letter} ¶{number}" if number else letter
