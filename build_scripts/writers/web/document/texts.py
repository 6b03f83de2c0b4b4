"""The texts of a document as blocks of a page: each as Markdown, and with what the site marks in it."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.model import BlockType
from build_scripts.text.scripts import same_language, script_of
from build_scripts.views.document import Row, ShownDocument, Side
from build_scripts.views.running.inlines import CommentCall
from build_scripts.views.tree import Tree
from build_scripts.views.wording import say
from build_scripts.writers.web.document.retired import formerly
from build_scripts.writers.web.elements import title_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.links import link_layers, signs, translated_link_layers, translated_signs
from build_scripts.writers.web.markdown import heading, paragraph, running
from build_scripts.writers.web.marks import mark_layers, permalink, regional_layers, sentence_layers, term_layers
from build_scripts.writers.web.page import Prose, slot

ABOVE_THE_TEXT = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK)
SET_LARGE = (*ABOVE_THE_TEXT, BlockType.HEADING)
IN_A_LIST = (BlockType.LABEL, BlockType.ITEM)


def text_of(tree: Tree, document: ShownDocument, row: Row, side: Side, lang: bool = True, linked: bool = True) -> Prose:
    """A block in one language with its id; `lang` whether it says its language, `linked` whether it has a link to itself.

    A heading that does not belong to the outline of the page is a paragraph that looks like one.
    """
    outlined = row.type is BlockType.HEADING and not echoes(document, side)
    name, language, markdown = side.id, elsewhere(side.language, tree), running(side.inlines)
    classes = (*_classes(row, outlined), *_translated(side))
    attrs: dict[str, str | None] = {"class": " ".join(classes) or None, "lang": side.language if lang else None}
    if row.type in (BlockType.ABSTRACT, BlockType.KEYWORDS):
        attrs["data-label"] = say(row.type.value, script_of(side.language))  # in the language of the words behind it
    # A label is part of the item below it, and between the items of a list nothing else may stand.
    end = permalink(side.id, tree.code) if linked and row.type is not BlockType.LABEL else ""
    return Prose(
        heading(row.level, markdown, name, language) if outlined else paragraph(markdown, name, language),
        slot_of(tree, document, row.block, side, attrs=attrs, tag="p" if row.type in IN_A_LIST else "", end=end),
    )


def _translated(side: Side) -> tuple[str, ...]:
    return ("dz-further",) if side.version else ("dz-translated",) if side.translated else ()


def _classes(row: Row, outlined: bool) -> tuple[str, ...]:
    if row.type is BlockType.PARAGRAPH or outlined:
        return ()
    return (f"dz-heading-{row.level}",) if row.type is BlockType.HEADING else (f"dz-{row.type.value}",)


def inner_text(tree: Tree, document: ShownDocument, row: Row, side: Side) -> Prose:
    """A block in one language whose element the frame has."""
    markdown = paragraph(running(side.inlines), side.id, elsewhere(side.language, tree))
    return Prose(markdown, slot_of(tree, document, row.block, side, inner=True))


def slot_of(
    tree: Tree,
    document: ShownDocument,
    block: str,
    side: Side,
    attrs: Mapping[str, str | None] | None = None,
    tag: str = "",
    inner: bool = False,
    start: str = "",
    end: str = "",
) -> dict[str, object]:
    """The slot of a block's text: its marks and links, and whether its calls of notes repeat those of the other language."""
    former = () if side.translated else tree.edition.numbering.retired.get(f"{document.id}#{block}", ())
    return slot(
        size=len(side.text),
        name=side.id,
        attrs=attrs,
        tag=tag,
        inner=inner,
        layers=[*_layers(tree, document, block, side), *_whole(document, block, side)],
        signs=() if side.version else (translated_signs if side.translated else signs)(tree.edition, document.id, block),
        start=formerly(document.document, block, side.id, former) + start,
        end=end,
        echo=echoes(document, side),
        comments=next((each.language for each in side.inlines if isinstance(each, CommentCall)), ""),
    )


def _layers(tree: Tree, document: ShownDocument, block: str, side: Side) -> list[Layer]:
    """Sentences around everything else, so that each is one element; then marks, links and words of another region."""
    model, translation = document.document, document.document.translation
    if side.version:
        further = next(each for each in model.others if each.key == side.version)
        return [*mark_layers(further.by_id[block].marks)]
    terms = term_layers(tree.term_marks(document.id, block, side.translated))
    sentences = sentence_layers(tree.sentences(document.id, block, side.translated))
    if side.translated and translation:
        links = translated_link_layers(tree.edition, document.id, block, translation.language)
        return [*sentences, *mark_layers(translation.by_id[block].marks), *links, *terms]
    regional = regional_layers(tree.regional_marks(document.id, block), tree.code)
    links = link_layers(tree.edition, document.id, block)
    return [*sentences, *mark_layers(model.by_id[block].marks), *links, *terms, *regional]


def _whole(document: ShownDocument, block: str, side: Side) -> list[Layer]:
    """What is not broken in a line that is set large."""
    return title_layers(side.text) if document.document.by_id[block].type in SET_LARGE else []


def echoes(document: ShownDocument, side: Side) -> bool:
    """Whether a side is not that of the page's outline: of a text and its first translation that is the tree's own."""
    translation = document.document.translation
    if side.version:
        return True
    return translation is not None and side.translated is not same_language(document.tree, translation.language)


def elsewhere(language: str, tree: Tree) -> str:
    """A language where Markdown has to say it: where it is not the tree's own, and then as far as its script."""
    script = "-".join(language.split("-")[:2])
    return "" if script == tree.code else script
