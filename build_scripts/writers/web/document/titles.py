"""The titles of a document above its text: the heading, and whichever of its two titles the heading does not show."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import shown, shown_language
from build_scripts.model import BlockType
from build_scripts.text.characters import width
from build_scripts.text.scripts import same_language
from build_scripts.views.document import ShownDocument, Side
from build_scripts.views.running.inlines import Words
from build_scripts.views.showing import called_title
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.texts import elsewhere, slot_of
from build_scripts.writers.web.document.witness_list import witness_list
from build_scripts.writers.web.elements import element, title_layers
from build_scripts.writers.web.markdown import escape, heading, paragraph, running
from build_scripts.writers.web.page import Piece, Prose, slot

LONG = 30  # ems of a heading, above which it is set smaller


def titles(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The heading, the captured title where that is another, the links of a headline, its translation where that is another."""
    source, translated = captured(document), translation_title(document)
    yield _heading(tree, document, source, translated)
    if source and source.text != document.name:
        yield _line(tree, document, source, "dz-original-title")
    if source and source.id:
        yield from witness_list(tree, document.id, source.id)
    if translated and translated.text != document.name and (translated.id or same_language(tree.code, translated.language)):
        yield _line(tree, document, translated, "dz-headline dz-translated" if translated.id else "dz-original-title")


def captured(document: ShownDocument) -> Side | None:
    """The title that the capture carries, as the tree shows it, also where an editor gives another."""
    model = document.document
    source_language, text = model.source.language, model.facts.captured_title
    if not text:
        return None
    side = next((side for side in document.title if side.id), None)
    headline = next((block.id for block in model.blocks if block.type is BlockType.HEADLINE), "")
    words = called_title(model, document.tree)
    return side or Side(headline, shown_language(source_language, document.tree), words)


def translation_title(document: ShownDocument) -> Side | None:
    """The title of the translation: of a headline with the id of that block, else without one."""
    translation = document.document.translation
    if not translation:
        return None
    headline = next((block for block in translation.blocks if block.type is BlockType.HEADLINE), None)
    other_language = translation.language
    name, text = (f"{headline.id}-{other_language}", headline.text) if headline else ("", translation.title)
    return (
        Side(
            name,
            shown_language(other_language, document.tree),
            (Words(shown(text.text, other_language, document.tree)),),
            translated=True,
        )
        if text.text
        else None
    )


def _heading(tree: Tree, document: ShownDocument, source: Side | None, translated: Side | None) -> Prose:
    """The heading with the id or field by which it is traced. Its own id is for Markdown alone: the words in it have it."""
    classes = "dz-title" + " dz-speech" * document.document.kind.base + " dz-long" * (width(document.name) > LONG)
    side = next((side for side in (source, translated) if side and side.text == document.name), None)
    if side is None:
        foreign = elsewhere(document.name_language, tree)
        start, end = _around(element("span", "", lang=foreign)) if foreign else ("", "")
        whole = title_layers(document.name)
        return Prose(heading(1, escape(document.name)), slot(attrs={"class": classes}, layers=whole, start=start, end=end))
    attrs: dict[str, str | None] = {"class": classes, **({"id": None} if side.id else {})}
    return Prose(heading(1, running(side.inlines), side.id), _slot(tree, document, side, attrs))


def _line(tree: Tree, document: ShownDocument, side: Side, classes: str) -> Prose:
    """A title below the heading; that of the capture is traced by the words in it, a translated headline by the line."""
    attrs: dict[str, str | None] = {"class": classes}
    markdown = paragraph(running(side.inlines), side.id, elsewhere(side.language, tree))
    if side.translated and side.id:
        block = side.id.removesuffix(f"-{side.language}")
        return Prose(markdown, slot_of(tree, document, block, side, attrs | {"lang": side.language}))
    return Prose(markdown, _slot(tree, document, side, attrs | {"id": None, "lang": None}))


def _slot(tree: Tree, document: ShownDocument, side: Side, attrs: dict[str, str | None]) -> dict[str, object]:
    """The slot of a title, whose words stand in an element with the title's id or field where they are from the capture."""
    if side.id:
        traced = {"id": side.id} if side.translated else {"id": side.id, "lang": side.language}
    elif side.translated:
        traced = {"data_field": "translation-title"}
    else:
        traced = {"data_field": "title", "lang": side.language}
    translation = document.document.translation
    named = side.id or not side.translated or (translation and translation.captured)
    start, end = _around(element("span", "", **traced)) if named else ("", "")
    if side.id and not side.translated:
        return slot_of(tree, document, side.id, side, attrs, start=start, end=end)
    return slot(size=len(side.text), attrs=attrs, layers=title_layers(side.text), start=start, end=end)


def _around(markup: str) -> tuple[str, str]:
    """An element without content as what begins and ends another's content."""
    end = markup.rindex("</")
    return markup[:end], markup[end:]
