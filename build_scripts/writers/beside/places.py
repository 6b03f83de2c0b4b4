"""For each sentence that a link goes through, where its words stand in both texts and in their translations, and what of them
the other text does not have."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.edition.edition import shown_language
from build_scripts.links.model import Change, ChangeKind, Span
from build_scripts.links.parallel.carry import Places
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.views.witnesses import LinkPart, linked_sentences, translated_places
from build_scripts.writers.beside.words import Worded, differing

BesideData = dict[str, object]
# Under their names in the wording without “beside-”.
LABELS = ("title", "previous", "next", "legend")
SHOWN = (ChangeKind.INSERTED, ChangeKind.OMITTED, ChangeKind.REPLACED, ChangeKind.REGIONAL)


def places_of(tree: Tree, document: ShownDocument) -> BesideData:
    """`{labels, sentences}`: by the id of a sentence and the number of a link its sides, first whose words they are."""
    sentences: dict[str, BesideData] = {}
    for block in document.document.blocks:
        for sentence in linked_sentences(tree, document.id, block.id):
            sentences[sentence.id] = {each.named.name[1:]: _sides(tree, each) for each in sentence.parts}
    return {"labels": {key: tree.say(f"beside-{key}") for key in LABELS}, "sentences": sentences}


def _sides(tree: Tree, part: LinkPart) -> list[BesideData]:
    link = part.link
    changes = [each for each in link.changes if each.kind in SHOWN]
    translated = [_translated(tree, link.target), _translated(tree, link.source)]
    lit = differing(*translated)
    return [
        _side(tree, link.target, _there(changes), translated[0], lit[0]),
        _side(tree, link.source, _here(changes), translated[1], lit[1]),
    ]


def _here(changes: Iterable[Change]) -> Places:
    return tuple((each.start, each.end) for each in changes if each.start < each.end)


def _there(changes: Iterable[Change]) -> Places:
    return tuple((each.to_start, each.to_end) for each in changes if each.to_start < each.to_end)


def _translated(tree: Tree, span: Span) -> Worded:
    """The translation of the block and where in it the words of the span stand; empty where it has none."""
    translation = tree.edition.document(span.document).translation
    block = translation.by_id.get(span.block) if translation else None
    return Worded(block.text.text, translated_places(tree, span)) if block else Worded("", ())


def _side(tree: Tree, span: Span, changed: Places, other: Worded, lit: Places) -> BesideData:
    """`places` and `changed` by the HTML id of the text that they stand in, half-open code points."""
    translation = tree.edition.document(span.document).translation
    texts = {span.block: [[(span.start, span.end)], changed]}
    if translation and other.places:
        texts[f"{span.block}-{shown_language(translation.language, tree.code)}"] = [other.places, lit]
    return {"document": span.document, "name": tree.document(span.document).short, "texts": texts}
