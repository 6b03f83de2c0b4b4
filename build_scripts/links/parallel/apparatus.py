"""The critical apparatus: each sentence of a speech with its witnesses, their words, and how these differ.

Only what takes the speech's own words is a witness: reprints and quotations. The same wording of another occasion is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from build_scripts.links.model import Change, ChangeKind, Fidelity, Link, LinkType, Span, TextLink, touched
from build_scripts.links.parallel.parts import is_within, place_in_source
from build_scripts.links.words.sentences import split_sentences
from build_scripts.model import BlockType, Document

WITNESSING = (LinkType.REPRINT, LinkType.QUOTATION)
COLLATED = (BlockType.ABSTRACT, BlockType.PARAGRAPH, BlockType.ITEM, BlockType.QUOTATION, BlockType.STATEMENT)


class Difference(StrEnum):
    """The classes of differences that a reader may hide or show."""

    SCRIPT = "script"
    PUNCTUATION = "punctuation"
    REGIONAL = "regional"
    SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class Variant:
    """One difference: the speech reads `base` at `base_span`, the witness `words` at `span`. Either may be empty."""

    kind: Difference
    change: ChangeKind
    base_span: Span
    base: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one witness has of a sentence: its words at `span`, the words of the speech that they stand for at
    `base_span`, and the differences. `partial` where it does not have the whole sentence."""

    link: TextLink
    span: Span
    words: str
    base_span: Span
    partial: bool
    variants: tuple[Variant, ...]

    @property
    def fidelity(self) -> Fidelity:
        """How closely the witness keeps to this sentence."""
        from build_scripts.links.verdict.fidelity import fidelity_of

        return fidelity_of([Change(v.change, 0, 0, v.words, 0, 0, v.base) for v in self.variants])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a speech and its witnesses, in the order of the links."""

    span: Span
    text: str
    readings: tuple[Reading, ...]


def collate(documents: Sequence[Document], links: Sequence[Link]) -> tuple[Sentence, ...]:
    """Every sentence of every speech, in order, with its witnesses; a sentence may have none."""
    texts = {(item.id, block.id): block.text.text for item in documents for block in item.blocks}
    witnesses = [link for link in links if isinstance(link, TextLink) and link.type in WITNESSING]
    sentences = [span for document in documents if document.kind.base for span in _sentences(document)]
    blocks = {place: tuple(spans) for place, spans in groupby(sentences, key=attrgetter("document", "block"))}
    readings: dict[Span, list[Reading]] = defaultdict(list)
    for link in witnesses:
        for span in touched(blocks.get((link.target.document, link.target.block), ()), link.target):
            readings[span] += _reading(span, link, texts)
    return tuple(
        Sentence(span, texts[span.document, span.block][span.start : span.end], tuple(readings[span])) for span in sentences
    )


def _sentences(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.type in COLLATED:
            for start, end in split_sentences(block.text.text):
                yield Span(document.id, block.id, start, end)


def _reading(sentence: Span, link: TextLink, texts: dict[tuple[str, str], str]) -> Iterator[Reading]:
    """The part of a link that stands in the sentence, where it holds a word of it."""
    target = link.target
    base = Span(sentence.document, sentence.block, max(target.start, sentence.start), min(target.end, sentence.end))
    span = Span(
        link.source.document,
        link.source.block,
        place_in_source(link, base.start, False),
        place_in_source(link, base.end, True),
    )
    words = texts[span.document, span.block][span.start : span.end]
    if any(char.isalnum() for char in words):
        variants = tuple(_variants(link, base, span))
        whole = _is_whole(texts[base.document, base.block], sentence, base)
        yield Reading(link, span, words, base, not whole, variants)


def _variants(link: TextLink, base: Span, span: Span) -> Iterator[Variant]:
    for change in link.changes:
        if is_within(change, span, base):
            yield Variant(
                _difference(change.kind),
                change.kind,
                Span(base.document, base.block, change.to_start, change.to_end),
                change.to_words,
                Span(span.document, span.block, change.start, change.end),
                change.words,
            )


def _difference(kind: ChangeKind) -> Difference:
    return Difference.SUBSTANTIVE if kind.substantive else Difference(kind.value)


def _is_whole(text: str, sentence: Span, base: Span) -> bool:
    """Whether nothing of the sentence but punctuation is missing at either end."""
    missing = text[sentence.start : base.start] + text[base.end : sentence.end]
    return not any(char.isalnum() for char in missing)
