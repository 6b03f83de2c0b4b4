"""The PDFs of the edition as data: each document in each tree and view, and the whole edition; each on the papers asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from build_scripts.model import BlockType
from build_scripts.views.colophon import colophon, edition_line
from build_scripts.views.document import ShownDocument, View
from build_scripts.views.running.inlines import Reference
from build_scripts.views.tree import Tree, Views
from build_scripts.writers import file_of
from build_scripts.writers.pdf.beside import about_edition
from build_scripts.writers.pdf.document import UNANCHORED, Data, Leads, document_data, line_of


@dataclass(frozen=True, slots=True)
class Job:
    """A PDF to be made: its path under site/ and, when asked, its data; on A4, or on Letter."""

    path: str
    data: Callable[[], Data]
    letter: bool = False


def pdf_jobs(views: Views) -> Iterator[Job]:
    """Every PDF, the largest first. On Letter, in the trees that have it, what shows all: the edition, each document once."""
    for tree in views.trees:
        for letter in papers_of(tree):
            name = tree.edition.settings.file
            yield Job(file_of(name, tree.code, "pdf", letter=letter), partial(_whole, tree), letter)
    documents = [(tree, document) for tree in views.trees for document in tree.documents]
    for tree, document in sorted(documents, key=lambda pair: -pair[1].size):
        for view in document.views:
            path = file_of(document.id, tree.code, "pdf", None if view is document.views[0] else view)
            yield Job(path, partial(_single, tree, document, view))
        if True in papers_of(tree):
            path = file_of(document.id, tree.code, "pdf", letter=True)
            yield Job(path, partial(_single, tree, document, document.views[0]), letter=True)


def papers_of(tree: Tree) -> tuple[bool, ...]:
    """Whether on Letter: the papers of a tree."""
    return (False, True) if tree.code in tree.edition.settings.letter else (False,)


def _single(tree: Tree, whole: ShownDocument, view: View) -> Data:
    """A document by itself in a view: its references lead to the site."""
    document = whole.in_view(view)

    def leads(to: Reference) -> Data:
        return {"url": tree.address(to.url) or None, "label": None}

    key = [f"{each.siglum}  {each.full}" for each in tree.key(document.references)]
    site = tree.say("site")
    return {
        "title": document.name,
        "authors": list(document.authors),
        "description": document.description,
        "keywords": _keywords(document),
        "said": line_of("", tree.code),
        "accent": next(iter(tree.edition.settings.accent), ""),
        "foot": edition_line(tree),
        "colophon": list(colophon(tree, document)),
        "head": site if document.view is View.BOTH else f"{site} · {tree.say(f'view-{document.view}')}",
        "key": tree.say("sigla"),
        "edition": None,
        "documents": [document_data(document, leads, key)],
    }


def _keywords(document: ShownDocument) -> list[str]:
    """What the document itself gives as its keywords."""
    rows = document.rows_of(BlockType.KEYWORDS)
    texts = (side.text for row in rows for side in row.sides if not side.translated)
    return [word for text in texts for word in re.split(r"\s*[；;，,、]\s*|\s{2,}", text) if word]


def _whole(tree: Tree) -> Data:
    """The whole edition: its references lead inside it."""
    return {
        "title": tree.say("site"),
        "authors": [],
        "description": tree.say("tagline"),
        "keywords": [],
        "said": line_of("", tree.code),
        "accent": next(iter(tree.edition.settings.accent), ""),
        "foot": edition_line(tree),
        "colophon": list(colophon(tree)),
        "head": tree.say("site"),
        "key": "",
        "documents": [document_data(each, _inside(tree), []) for each in tree.documents],
        "edition": about_edition(tree),
    }


def _inside(tree: Tree) -> Leads:
    """Where references lead inside the edition: to the paragraph, where it has an anchor, else to the document."""
    anchors = {(each.id, block.id) for each in tree.documents for block in each.document.blocks if block.type not in UNANCHORED}

    def leads(to: Reference) -> Data:
        return {"url": None, "label": f"{to.document}.{to.block}" if (to.document, to.block) in anchors else to.document}

    return leads
