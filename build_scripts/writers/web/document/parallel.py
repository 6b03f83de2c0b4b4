"""A text and its translation, paragraph against paragraph; the language of the tree stands first and is the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape as escape_html
from itertools import groupby

from build_scripts.model import BlockType, Translation
from build_scripts.text.scripts import same_language
from build_scripts.views.document import Row, ShownDocument, Side, State
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.column_share import column_share
from build_scripts.writers.web.document.comments import comments_on
from build_scripts.writers.web.document.further import choice, headlines, remark, versions
from build_scripts.writers.web.document.signs_legend import signs_legend
from build_scripts.writers.web.document.texts import ABOVE_THE_TEXT, IN_A_LIST, elsewhere, text_of
from build_scripts.writers.web.document.titles import translation_title
from build_scripts.writers.web.document.witness_list import witness_list
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.finish import TEXT
from build_scripts.writers.web.markdown import escape, listed, paragraph, running
from build_scripts.writers.web.page import Piece, Prose, slot

LIST, KEPT = 'role="list"', 'class="dz-kept"'


def parallel(tree: Tree, document: ShownDocument, translation: Translation) -> Iterator[Piece]:
    """The pairs, in one element."""
    first = " dz-translation-first" if same_language(tree.code, translation.language) else ""
    yield f'<div class="dz-parallel{first}"{TEXT} data-share="{column_share(document.rows)}">'
    rows, signs = [row for row in document.rows if row.type not in ABOVE_THE_TEXT], signs_legend(tree, document)
    for (around, _), group in groupby(_together(rows), key=lambda pair: pair[0]):
        pairs = [piece for _, above, row in group for piece in _pair(tree, document, row, above, signs.get(row.block, []))]
        yield from [f"<div {around}>", *pairs, "</div>"] if around else pairs
    yield "</div>"


def _together(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, int], Row | None, Row]]:
    """Each row with that above it, and the element that it shares with its neighbours: a list, headings with what they head."""
    around, number = "", 0
    for above, row in zip([None, *rows], rows, strict=False):
        below_heading = above is not None and above.type is BlockType.HEADING
        if row.type in IN_A_LIST:
            around = LIST
        elif row.type is BlockType.HEADING and not below_heading:
            around, number = KEPT, number + 1
        elif not below_heading:
            around = ""
        yield (around, number if around == KEPT else 0), above, row


def _pair(tree: Tree, document: ShownDocument, row: Row, above: Row | None, signs: Sequence[str]) -> Iterator[Piece]:
    """A block in both languages, below the source the list of its links; of a list, an item or a part of one."""
    role = ' role="listitem"' if row.type is BlockType.ITEM else ""
    labelled = row.type is BlockType.ITEM and above is not None and above.type is BlockType.LABEL
    pieces = [piece for side in _sides(tree, document, row, signs) for piece in side]
    yield f'<div class="dz-pair"{role}>'
    yield from _as_items(pieces, labelled) if row.type in IN_A_LIST else pieces
    yield "</div>"


def _as_items(pieces: Sequence[Piece], labelled: bool) -> Iterator[Piece]:
    """Texts as an item of a Markdown list, or as more of one that a label has begun."""
    first = not labelled
    for piece in pieces:
        if isinstance(piece, Prose):
            yield replace(piece, markdown=listed(piece.markdown, first=first))
            first = False
        else:
            yield piece


def _sides(tree: Tree, document: ShownDocument, row: Row, signs: Sequence[str]) -> list[list[Piece]]:
    """The sides of a block: the text with its links; its translation, in its place a word where that is missing, and below it
    one where it is stale or not as the whole is.
    """
    translation, words = document.document.translation, document.remark_on(row)
    below: list[Piece] = [remark(words, row.state)] if words else []
    of_source = next((side for side in row.sides if not side.translated), None)
    source = _source(tree, document, row, of_source, signs) if of_source else []
    translated: list[Piece] = [text_of(tree, document, row, side) for side in row.sides if side.translated]
    first = translation is not None and same_language(tree.code, translation.language)
    if document.further:
        translated, below = versions(tree, document, row, [*translated, *below]), []
    if row.state is State.MISSING:
        translated, below = [*translated, *below], []
    below += comments_on(tree, row)
    return [translated, source, below] if first else [source, translated, below]


def _source(tree: Tree, document: ShownDocument, row: Row, side: Side, signs: Sequence[str]) -> list[Piece]:
    text, links = text_of(tree, document, row, side), [*witness_list(tree, document.id, row.block), *signs]
    return ['<div class="dz-side">', text, *links, "</div>"] if links else [text]


def translation_heading(tree: Tree, document: ShownDocument, translation: Translation) -> Iterator[Piece]:
    """The translation's title, where nothing above shows it, and what kind of translation it is."""
    yield from headlines(tree, document)
    title = translation_title(document)
    shown = title is not None and not title.id and not same_language(tree.code, title.language)
    yield '<p class="dz-translation-title">'
    if shown and title:
        markdown = paragraph(running(title.inlines), "", elsewhere(title.language, tree))
        yield f'<span data-field="translation-title" lang="{title.language}">'
        yield Prose(markdown, slot(size=len(title.text), inner=True))
        yield "</span> "
    yield '<span class="dz-translation-note">'
    if not document.further:
        yield Prose(paragraph(escape(document.translation)), slot(inner=True))
    yield f"{_official(tree, translation, ' · ' if not document.further else '')}</span></p>"
    yield from choice(tree, document)


def _official(tree: Tree, translation: Translation, before: str) -> str:
    """What the line under words of the official translation means, where there are such."""
    if not any(mark.role == "official-words" for block in translation.blocks for mark in block.marks):
        return ""
    return before + element("span", escape_html(tree.say("legend-official")), class_="dz-official-words")
