"""What stands above the text of a document: titles, description, what was done to the text, particulars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape as escape_html
from itertools import zip_longest

from build_scripts.edition.edition import shown_language
from build_scripts.model import BlockType
from build_scripts.text.scripts import script_of
from build_scripts.views.document import Row, ShownDocument
from build_scripts.views.naming import when
from build_scripts.views.particulars import Particular
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.comments import comments_on
from build_scripts.writers.web.document.further import versions
from build_scripts.writers.web.document.parallel import translation_heading
from build_scripts.writers.web.document.texts import text_of
from build_scripts.writers.web.document.titles import titles
from build_scripts.writers.web.document.witness_list import witness_list
from build_scripts.writers.web.elements import element, mark_han
from build_scripts.writers.web.markdown import escape, paragraph
from build_scripts.writers.web.page import Piece, Prose, slot

ADDRESS = re.compile(r"https?://\S+")  # of a record, where it has been checked


def document_head(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The pieces above the text."""
    for row in document.rows_of(BlockType.KICKER):
        yield from _line(tree, document, row)
    yield from titles(tree, document)
    if document.document.translation:
        yield list(translation_heading(tree, document, document.document.translation))
    yield list(_particulars(tree, document))


def decks(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The lines under a headline, which are the first of the text."""
    for row in document.rows_of(BlockType.DECK):
        yield from _line(tree, document, row)


def _line(tree: Tree, document: ShownDocument, row: Row) -> Iterator[Piece]:
    """A line above the text, its links, its translation beside it; it has no link to itself."""
    paired = document.document.translation is not None
    yield from ['<div class="dz-pair dz-above">'] if paired else []
    for side in row.sides:
        if side.translated and document.further:
            yield from versions(tree, document, row, [text_of(tree, document, row, side, linked=False)])
            continue
        links = list(witness_list(tree, document.id, row.block)) if row.type is BlockType.DECK and not side.translated else []
        text = text_of(tree, document, row, side, linked=False)
        pieces: list[Piece] = [text, *links]
        yield from ['<div class="dz-side">', *pieces, "</div>"] if paired and links else pieces
    yield from comments_on(tree, row)
    yield from ["</div>"] if paired else []


def _status(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """What was done to the text for this page, and the ways to the text as published and to the capture."""
    source = document.document.source
    yield '<p class="dz-status">'
    if document.converted:
        script = script_of(source.language)
        yield Prose(paragraph(escape(tree.say("converted"))), slot(inner=True))
        to = {"href": f"../../../{script}/{document.url}", "hreflang": script, "class_": "dz-as-published"}
        yield f" {element('a', escape_html(tree.say('as-published')), **to)} · "
    if not document.document.facts.captured_title:
        yield Prose(paragraph(escape(tree.say("supplied-title"))), slot(inner=True))
        yield " · "
    if source.stories:
        yield element("a", escape_html(tree.say("page-whole")), href=f"../{source.id}/") + " · "
    capture = f"../../about/ledger/{source.id}/#{document.id}"
    yield element("a", escape_html(tree.say("capture-beside")), href=capture) + "</p>"


def _particulars(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """Who speaks and when, in one line that opens what else there is to say: what the text is, what was done to it, and the
    particulars, as the capture states them and in square brackets what an editor inferred.
    """
    who = [document.short] if document.short != document.name else []
    line = escape_html(" · ".join([*who, when(document)]))
    more = element("span", escape_html(tree.say("particulars")))
    yield f'<details class="dz-facts">{element("summary", f"{line} · {more}")}'
    if document.description:
        yield Prose(paragraph(escape(document.description)), slot(attrs={"class": "dz-description"}))
    yield list(_status(tree, document))
    yield element("dl", "".join(_row(tree, document, each) for each in document.particulars)) + "</details>"


def _row(tree: Tree, document: ShownDocument, particular: Particular) -> str:
    source_language = document.document.source.language
    value = _inferred(tree, source_language, particular) if particular.because else "<br>".join(_values(tree, particular))
    return element("div", element("dt", escape_html(particular.label)) + element("dd", value))


def _values(tree: Tree, particular: Particular) -> Iterator[str]:
    """Each value, with the field by which it is traced where the capture states it, and with the English of a name."""
    field = {} if particular.because or particular.recorded else {"data_field": particular.name}
    leads = particular.recorded and ADDRESS.fullmatch(particular.values[0])
    for value, english in zip_longest(particular.values, particular.english, fillvalue=""):
        plain = particular.language == tree.code and not particular.english and not field
        shown = element("a", escape_html(value), href=value) if leads else escape_html(value)
        text = shown if plain else element("span", shown, **field, lang=particular.language)
        brackets = "（{}）" if tree.is_chinese else " ({})"
        of_day = escape_html(particular.day) + element("small", brackets.format(text))
        yield of_day if particular.day else text + (f" ({escape_html(english)})" if english else "")


def _inferred(tree: Tree, source_language: str, particular: Particular) -> str:
    """What an editor inferred, why, and what the capture states in its place."""
    label = f"{tree.say('inferred')}{'：' if tree.is_chinese else ': '}"
    reason = escape_html(particular.because)
    foreign = {} if particular.because_language == tree.code else {"lang": particular.because_language}
    because = element("span", reason if tree.is_chinese else mark_han(reason, source_language), class_="dz-because", **foreign)
    language = shown_language(source_language, tree.code)
    texts = [element("span", escape_html(text), data_field=particular.name, lang=language) for text in particular.captured]
    stated = escape_html(tree.say("capture-states")).replace("{}", "".join(texts)) if texts else ""
    return f"[{', '.join(_values(tree, particular))}] {element('small', escape_html(label) + because + stated)}"
