"""All that the pages and files of a document are made from, as bytes: they are kept by these, made again where one is another.

A page shows its own text and words of those that links join with it; of these it reads anything. Of all others it shows at most
how they are called and where they stand, where lists of terms, works and former ids name them. Settings, glossary and the other
records that hold for all are inputs of every source already (`Source.inputs`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from itertools import chain
from typing import Protocol

from build_scripts.edition.edition import Edition
from build_scripts.edition.numbering import BlockKey
from build_scripts.edition.version import left_open
from build_scripts.store import digest
from build_scripts.views.tree import Tree, Views


class Joining(Protocol):
    """The links at the blocks of texts, and where they stand in translations."""

    @property
    def leaving(self) -> Mapping[BlockKey, tuple[object, ...]]: ...

    @property
    def arriving(self) -> Mapping[BlockKey, tuple[object, ...]]: ...


@lru_cache(maxsize=1)  # several formats ask for those of one build
def inputs_of(views: Views) -> Mapping[str, tuple[bytes, ...]]:
    """By the id of each document what its pages in all trees are made from; of none where a source was read without a hash."""
    edition = views.edition
    if not all(document.source.inputs for document in edition.documents):
        return {}
    shared = digest(_shared(views))
    links, joined, retired = _links(edition), joined_texts(edition), _retired(edition)
    version = left_open(edition.version)
    return {
        each.id: (
            shared,
            each.id.encode(),
            repr([version.name, version.date, version.changed.get(each.id)]).encode(),
            repr([links[each.id], retired[each.id]]).encode(),
            *(edition.document(name).source.inputs for name in (each.id, *sorted(joined[each.id]))),
        )
        for each in edition.documents
    }


def joined_texts(edition: Edition) -> Mapping[str, Set[str]]:
    """By the id of each document the ids of those that a link between texts joins with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for named in chain.from_iterable(edition.numbering.leaving.values()):
        near, far = named.link.source.document, named.link.target.document
        found[near].add(far)
        found[far].add(near)
    return found


def _shared(views: Views) -> Iterator[bytes]:
    """What any page may show of all texts."""
    edition = views.edition
    address = edition.settings.address  # which a variable of the environment may give, and no file
    yield repr([address, [kind.id for kind in edition.kinds], edition.works]).encode()
    for tree in views.trees:
        yield repr([tree.code, tree.is_connected, _heads(tree), _terms(tree), _works(tree)]).encode()
        yield repr(sorted(tree.collation_places.items())).encode()


def _heads(tree: Tree) -> list[object]:
    """How each text is called, and where it stands."""
    return [
        [each.id, each.url, each.siglum, each.name, each.name_language, each.short, each.document.source.language]
        for each in tree.documents
    ]


def _terms(tree: Tree) -> list[object]:
    return [[term.line, tree.users[term.line]] for term in tree.terms]


def _works(tree: Tree) -> list[object]:
    return [[each.id, each.text, each.language, tree.work_pages[each.id]] for each in tree.works]


def _links(edition: Edition) -> Mapping[str, list[object]]:
    """By the id of a document every link at a block of it, with its name and number, and where it stands in the translation."""
    found: dict[str, list[object]] = defaultdict(list)
    joinings: tuple[Joining, ...] = (edition.numbering, edition.carried)
    for joining in joinings:
        for links in (joining.leaving, joining.arriving):
            for (document, block), ends in links.items():
                found[document].append((block, ends))
    return found


def _retired(edition: Edition) -> Mapping[str, list[object]]:
    """By the id of a document the names of links that are no more, at its blocks."""
    found: dict[str, list[object]] = defaultdict(list)
    for place, names in edition.numbering.retired.items():
        found[place.partition("#")[0]].append((place, tuple(names)))
    return found
