"""The collation as data for page and print: the speech sentence by sentence, with what each text that takes words of it
reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.edition.edition import Edition, shown_language
from build_scripts.links.model import ChangeKind, Link, Span
from build_scripts.links.parallel.apparatus import Difference, Reading
from build_scripts.model import Document
from build_scripts.views.spans import words_of
from build_scripts.views.wording import say

LINES = 60  # code points: two lines of Chinese


@dataclass(frozen=True, slots=True)
class WitnessWords:
    """A stretch of a witness: its words, and as `base` those of the speech where `kind` says that they differ."""

    words: str
    base: str = ""
    kind: ChangeKind | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """What a text has of a sentence, and in which block: the name of the link, the classes of its differences in words, its own
    words."""

    document: Document
    block: str
    link: str
    classes: tuple[str, ...]
    pieces: tuple[WitnessWords, ...]
    language: str
    substantive: bool


@dataclass(frozen=True, slots=True)
class Collated:
    """A sentence of a speech, its official translation where that is in the tree's language, and its witnesses."""

    document: Document
    block: str
    text: str
    language: str
    official: str
    official_language: str
    takings: tuple[Taking, ...]


def collated_sentences(edition: Edition, tree: str) -> Iterator[Collated]:
    """Every sentence of every speech, in order."""
    names = {each.link: each.name for each in edition.numbering.links}
    for sentence in edition.collation:
        document = edition.document(sentence.span.document)
        official_language = edition.translated_for(document, tree)
        yield Collated(
            document,
            sentence.span.block,
            words_of(edition, sentence.span, tree),
            _language(edition, sentence.span, tree),
            edition.official_words(sentence.span) if official_language else "",
            official_language,
            tuple(_taking(edition, reading, names, tree) for reading in sentence.readings),
        )


def one_changed(sentences: Iterable[Collated]) -> tuple[Collated, Taking] | None:
    """A sentence and a text that changes its words, to show what the edition is about: of those with the fewest changes the one
    whose sentence is nearest to two lines. None where no text changes anything.
    """
    pairs = [(each, taking) for each in sentences for taking in each.takings if taking.substantive]
    return min(
        pairs,
        key=lambda pair: (sum(piece.kind is not None for piece in pair[1].pieces), abs(len(pair[0].text) - LINES)),
        default=None,
    )


def _taking(edition: Edition, reading: Reading, names: Mapping[Link, str], tree: str) -> Taking:
    return Taking(
        edition.document(reading.span.document),
        reading.span.block,
        names[reading.link],
        tuple(_classes(reading, tree)),
        tuple(_pieces(edition, reading, tree)),
        _language(edition, reading.span, tree),
        any(variant.kind is Difference.SUBSTANTIVE for variant in reading.variants),
    )


def _classes(reading: Reading, tree: str) -> Iterator[str]:
    found = {variant.kind for variant in reading.variants}
    yield from (say(f"difference-{kind}", tree) for kind in Difference if kind in found)
    if reading.partial:
        yield say("partial", tree)


def _pieces(edition: Edition, reading: Reading, tree: str) -> Iterator[WitnessWords]:
    """The words of the witness for this sentence, cut at what they change."""
    span, at = reading.span, reading.span.start
    for variant in reading.variants:
        yield WitnessWords(words_of(edition, Span(span.document, span.block, at, variant.span.start), tree))
        yield WitnessWords(words_of(edition, variant.span, tree), words_of(edition, variant.base_span, tree), variant.change)
        at = variant.span.end
    yield WitnessWords(words_of(edition, Span(span.document, span.block, at, span.end), tree))


def _language(edition: Edition, span: Span, tree: str) -> str:
    return shown_language(edition.document(span.document).source.language, tree)
