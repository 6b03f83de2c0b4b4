"""The search index under `site/search/`: terms in shards, the texts of each tree in pieces, and what leads to them.

`<tree>.json` is read first. It names the first term of each `terms/<n>.json` and the first passage of each
`<tree>/<n>.json`, so that a query loads only the few files that it needs, however large the edition is.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from build_scripts.store import Store
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree, Views
from build_scripts.writers import compact
from build_scripts.writers.search.pages import PAGES, pages_of
from build_scripts.writers.search.passages import IndexedText, passages_of
from build_scripts.writers.search.terms import abbreviations, folding_of, postings_of, regional_groups, terms_of

Listed = TypeVar("Listed")

# Characters in a file, but for its last entry. Small files make a quick first result; a large edition gets larger ones, so that
# there are not more than so many.
TERMS_SIZE = 4_000
TEXTS_SIZE = 1_500
MOST_FILES = 256
SAID = (
    *("search-count", "search-count-one", "search-none", "search-more", "search-all", "search-instead", "search-offer"),
    "note-number",
)


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index has of texts: their lengths in code points, by tree what is shown of each, and where terms stand: the
    terms, a line each, and for each the number of its text and its place there. So they are kept as three values and not
    as one for each of them, which would take longer to load than to make.
    """

    lengths: list[int]
    shown: Mapping[str, list[list[str]]]
    terms: str
    texts: array[int]
    places: array[int]

    @property
    def listed_terms(self) -> list[str]:
        """The terms, in order, each as often as it stands in a text."""
        return self.terms.split("\n") if self.terms else []


def search_files(views: Views, store: Store | None = None) -> dict[str, str]:
    """`{path under site/: text}`: the index of the texts, one for all trees, and of the pages about them, one for each.

    `store` keeps what it has of each document.
    """
    trees = [tree.code for tree in views.trees]
    by_id, codes = {each.id: each for each in views.edition.documents}, repr(trees).encode()
    inputs = {name: [each.source.inputs, codes] if each.source.inputs else [] for name, each in by_id.items()}
    documents = (store or Store()).values("searched", inputs, lambda name: _index_of(passages_of(by_id[name]), trees))
    files, about = _files("search", list(documents.values()), trees, views)
    counts = [len(each.lengths) for each in documents.values()]
    files |= {f"search/{tree.code}.json": compact(about | _words(tree) | _documents(tree, counts)) for tree in views.trees}
    for tree in views.trees:
        pages, folder = pages_of(tree), f"search/pages/{tree.code}"
        found, about = _files(
            folder, [_index_of([text for _, _, texts in pages for text in texts], [tree.code])], [tree.code], views
        )
        rows = [[path, PAGES, len(texts), title, tree.code, False, ""] for path, title, texts in pages]
        files |= found | {f"{folder}/{tree.code}.json": compact(about | _words(tree) | {"documents": rows})}
    return files


def _index_of(passages: Sequence[IndexedText], trees: Sequence[str]) -> Indexed:
    texts = [passage.text for passage in passages]
    shown = {tree: [[each.anchor, each.shown_language(tree), each.shown(tree)] for each in passages] for tree in trees}
    found = list(terms_of(texts))
    terms = "\n".join(term for term, _, _ in found)
    numbers, places = array("l", [text for _, text, _ in found]), array("l", [place for _, _, place in found])
    return Indexed(list(map(len, texts)), shown, terms, numbers, places)


def _files(
    folder: str, parts: Sequence[Indexed], trees: Sequence[str], views: Views
) -> tuple[dict[str, str], dict[str, object]]:
    """The files with terms and, as each tree shows them, texts; and what leads to them."""
    postings = postings_of(_terms_in_all(parts))
    # JavaScript compares strings by UTF-16 code units.
    terms = sorted(postings.items(), key=lambda item: item[0].encode("utf-16-be"))
    shards = list(_cut(terms, TERMS_SIZE, lambda item: len(item[0]) + 5 * len(item[1])))
    files = {f"{folder}/terms/{number}.json": compact(dict(shard)) for number, shard in enumerate(shards)}
    lengths = [length for part in parts for length in part.lengths]
    pieces = list(_cut(list(range(len(lengths))), TEXTS_SIZE, lengths.__getitem__))
    for tree in trees:
        shown = [entry for part in parts for entry in part.shown[tree]]
        entries = (shown[piece[0] : piece[-1] + 1] for piece in pieces)
        files |= {f"{folder}/{tree}/{number}.json": compact(listed) for number, listed in enumerate(entries)}
    return files, {
        "version": _hash(files),
        "fold": folding_of(postings, views.edition.regional),
        "regional": regional_groups(views.edition.regional),
        "short": abbreviations(views.edition.terms),
        "terms": [shard[0][0] for shard in shards],
        "texts": [piece[0] for piece in pieces],
    }


def _terms_in_all(parts: Iterable[Indexed]) -> Iterator[tuple[str, int, int]]:
    before = 0
    for part in parts:
        yield from zip(part.listed_terms, [before + text for text in part.texts], part.places, strict=True)
        before += len(part.lengths)


def _words(tree: Tree) -> dict[str, object]:
    """What the results say, so that only those who search load it."""
    return {
        "words": {key: tree.say(key) for key in SAID},
        "kinds": {kind.id: tree.say(f"kind-{kind}") for kind in tree.edition.settings.kinds}
        | {PAGES: tree.say("search-pages")},
    }


def _documents(tree: Tree, counts: list[int]) -> dict[str, object]:
    """Each document: page in the tree, kind, how many passages, title and its language, whether others quote it, who speaks."""
    return {
        "documents": [
            [each.url, each.kind, count, each.name, each.name_language, each.document.kind.base, _speaker(each)]
            for each, count in zip(tree.documents, counts, strict=True)
        ]
    }


def _speaker(document: ShownDocument) -> str:
    """Who speaks, where that is not its title."""
    return "" if document.short == document.name else document.short


def _cut(items: list[Listed], size: int, weigh: Callable[[Listed], int]) -> Iterable[list[Listed]]:
    """The items in runs of about `size`, or of more where that would make too many."""
    size = max(size, sum(map(weigh, items)) // MOST_FILES)
    run: list[Listed] = []
    weight = 0
    for item in items:
        run.append(item)
        weight += weigh(item)
        if weight >= size:
            yield run
            run, weight = [], 0
    if run:
        yield run


def _hash(files: dict[str, str]) -> str:
    """A short name for this state of the index; the pages ask for files under it, so that no cache mixes two states."""
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]
