"""The texts as paper has them, for the tests that read PDFs and books back."""

from __future__ import annotations

from build_scripts.edition.edition import Edition
from build_scripts.views.document import ShownDocument, View
from build_scripts.views.tree import Tree

EDITION = "duizhao"  # the name that the files of the whole edition have


def every(edition: Edition, tree: str, view: View | None = None) -> list[ShownDocument]:
    """Each document in a tree; without a view, in the one that shows all of it."""
    documents = Tree(edition, tree).documents
    return [each.in_view(view or each.view) for each in documents if not view or view in each.views]


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def missing(wanted: list[str], body: str) -> str:
    """The first of the wanted texts that does not stand in the body after those before it; empty where all do."""
    at = 0
    for text in wanted:
        found = body.find(text, at)
        if found < 0:
            return text
        at = found + len(text)
    return ""
