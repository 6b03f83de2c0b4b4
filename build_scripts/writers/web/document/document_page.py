"""The page of one document: its head, its text with notes and links, and its translation beside it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import shown_language
from build_scripts.edition.version import left_open
from build_scripts.model import BlockType
from build_scripts.text.scripts import same_language
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.citations.cited import StyledCitation
from build_scripts.writers.downloads import downloads_of
from build_scripts.writers.web.controls import reading_controls
from build_scripts.writers.web.document.cite_block import cite_block
from build_scripts.writers.web.document.document_head import decks, document_head
from build_scripts.writers.web.document.notes import notes
from build_scripts.writers.web.document.parallel import parallel
from build_scripts.writers.web.document.print_key import print_key
from build_scripts.writers.web.document.retired import remarks
from build_scripts.writers.web.document.single import single
from build_scripts.writers.web.document.term_entries import term_entries
from build_scripts.writers.web.metadata import metadata
from build_scripts.writers.web.page import Page, Piece
from build_scripts.writers.web.published_script import published_script


def document_page(tree: Tree, document: ShownDocument, citations: tuple[StyledCitation, ...] = ()) -> Page:
    """A document's page in one tree; `citations` are those of the document."""
    model = document.document
    translation = model.translation
    outlined = any(row.type is BlockType.HEADING for row in document.rows)
    hidden = ["navigation", *([] if outlined else ["toc"])] if translation else []
    foreign_first = translation and same_language(tree.code, translation.language)
    meta = {
        "text_language": tree.code if foreign_first else shown_language(model.source.language, tree.code),
        "hide": hidden,
        "downloads_title": tree.say("downloads"),
        "downloads": downloads_of(model, tree.code, tree.code in tree.edition.settings.letter),
        "cite": cite_block(tree, document, citations),
        "metadata": metadata(document, left_open(tree.edition.version)),
    }
    return Page(document.name, document.description, tuple(_pieces(tree, document)), meta)


def _pieces(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    translation = document.document.translation
    yield from document_head(tree, document)
    yield reading_controls(tree, document)
    yield from decks(tree, document)
    yield from parallel(tree, document, translation) if translation else single(tree, document)
    yield from notes(tree, document)
    yield from term_entries(tree, document)
    yield from remarks(tree, document)
    yield from print_key(tree, document)
    yield from published_script(tree, document)
