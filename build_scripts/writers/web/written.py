"""Pages as they are saved; those of documents and captures as an earlier build kept them where nothing of theirs changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from build_scripts.edition.ledger import Ledger
from build_scripts.store import Store
from build_scripts.views.inputs import inputs_of
from build_scripts.views.tree import Tree, Views
from build_scripts.writers.web.document.cite_block import Citations
from build_scripts.writers.web.document.document_page import document_page
from build_scripts.writers.web.overviews.ledger_page import ledger_page
from build_scripts.writers.web.page import Page


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """The Markdown of a page, and its frame as JSON."""

    markdown: str
    frame: str


InTrees = Mapping[str, WrittenPage]  # by the code of the tree


def write_page(page: Page) -> WrittenPage:
    """The page as it is saved."""
    return WrittenPage(page.markdown, json.dumps(page.frame, ensure_ascii=False))


def write_documents(views: Views, citations: Citations, store: Store) -> Mapping[str, InTrees]:
    """The pages of every document, by its id."""
    inputs = inputs_of(views)

    def write(name: str) -> InTrees:
        given = [*inputs[name], repr(citations[name]).encode()] if name in inputs else []
        return _kept(store, "document", given, views, lambda tree: document_page(tree, tree.document(name), citations[name]))

    return {document.id: write(document.id) for document in views.edition.documents}


def write_ledgers(views: Views, store: Store) -> Mapping[str, InTrees]:
    """The page of every capture beside its text, by the id of the source: made from the source alone."""

    def write(ledger: Ledger) -> InTrees:
        given = [ledger.witness.source.inputs] if ledger.witness.source.inputs else []
        return _kept(store, "ledger-page", given, views, lambda tree: ledger_page(tree, ledger))

    return {ledger.witness.source.id: write(ledger) for ledger in views.edition.ledgers}


def _kept(store: Store, sort: str, inputs: list[bytes], views: Views, make: Callable[[Tree], Page]) -> InTrees:
    """A page in each tree; made each time where its inputs are not known."""
    return store.value(sort, inputs, lambda: {tree.code: write_page(make(tree)) for tree in views.trees})
