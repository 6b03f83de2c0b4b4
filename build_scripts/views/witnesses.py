"""The links of a block by its sentences: what every link has of each, and how a translation has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.edition.carried import facing_of
from build_scripts.edition.edition import shown
from build_scripts.edition.numbering import NamedLink
from build_scripts.links.model import Span, TextLink, touched
from build_scripts.links.parallel.carry import Places, carry
from build_scripts.links.parallel.parts import part_of
from build_scripts.views.running.spans import block_text
from build_scripts.views.tree import Tree


@dataclass(frozen=True, slots=True)
class LinkPart:
    """What a link has of a sentence: the link cut to it, and its end in the other text."""

    named: NamedLink[TextLink]
    link: TextLink
    far: Span


@dataclass(frozen=True, slots=True)
class LinkedSentence:
    """A sentence of a block: its id and words, those that translate it, what takes its words, whose words it takes."""

    id: str
    span: Span
    translation: str
    into: tuple[LinkPart, ...]
    out: tuple[LinkPart, ...]

    @property
    def parts(self) -> tuple[LinkPart, ...]:
        return (*self.into, *self.out)


def linked_sentences(tree: Tree, document: str, block: str) -> tuple[LinkedSentence, ...]:
    """The sentences of a block that a link touches, in order; none where the block has no links."""
    key, numbering = (document, block), tree.edition.numbering
    into, out = numbering.arriving.get(key, ()), numbering.leaving.get(key, ())
    sentences = tree.sentences(document, block) if into or out else ()
    spans = [Span(document, block, each.start, each.end) for each in sentences]
    arriving, leaving = _parts(tree, into, spans, inward=True), _parts(tree, out, spans, inward=False)
    return tuple(
        LinkedSentence(each.id, span, sentences_of(tree, span), tuple(arriving[span]), tuple(leaving[span]))
        for each, span in zip(sentences, spans, strict=True)
        if span in arriving or span in leaving
    )


def _parts(
    tree: Tree, links: Iterable[NamedLink[TextLink]], sentences: Sequence[Span], inward: bool
) -> dict[Span, list[LinkPart]]:
    """The parts of links by the sentence that they touch, each looked at for the sentences of its words alone."""
    parts: dict[Span, list[LinkPart]] = defaultdict(list)
    for named in links:
        near = named.link.target if inward else named.link.source
        for sentence in touched(sentences, near):
            part = part_of(named.link, sentence)
            if all(_has_words(tree, span) for span in (part.source, part.target)):
                parts[sentence].append(LinkPart(named, part, part.source if inward else part.target))
    return parts


def _has_words(tree: Tree, span: Span) -> bool:
    return any(map(str.isalnum, block_text(tree.edition, span)[span.start : span.end]))


def sentences_of(tree: Tree, span: Span) -> str:
    """The whole sentences that translate those which a span touches; empty where none do."""
    translation = tree.edition.document(span.document).translation
    if not translation or span.block not in translation.by_id:
        return ""
    text = shown(translation.by_id[span.block].text.text, translation.language, tree.code)
    pairs = (pair for pair in tree.pairs(span.document, span.block) if any(map(span.overlap, pair.source)))
    return " ".join(text[each.start : each.end].strip() for pair in pairs for each in pair.target)


def translation_of(tree: Tree, span: Span) -> str:
    """The words that translate a span, as narrowly as marks and pairs of sentences say; empty where nothing does."""
    translation = tree.edition.document(span.document).translation
    places = translated_places(tree, span)
    if not translation or not places:
        return ""
    text = shown(translation.by_id[span.block].text.text, translation.language, tree.code)
    return " … ".join(text[start:end].strip() for start, end in places)


def translated_places(tree: Tree, span: Span) -> Places:
    """Where in the translation of its block the words that translate a span stand; nowhere where nothing does."""
    document = tree.edition.document(span.document)
    other = document.translation.by_id.get(span.block) if document.translation else None
    if not other:
        return ()
    return carry([span], tree.pairs(span.document, span.block), facing_of(document.by_id[span.block], other))[span]
