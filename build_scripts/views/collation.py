"""The collation as data for page and print: the speech sentence by sentence, with what each text that takes words of it
reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.edition.edition import Edition, shown_language
from build_scripts.links.model import ChangeKind, Link, Span
from build_scripts.links.parallel.apparatus import Difference, Reading, Sentence
from build_scripts.model import Document
from build_scripts.views.running.spans import words_of
from build_scripts.views.wording import say

LINES = 60  # code points: two lines of Chinese
MOST_READINGS = 250  # sentences and readings of them on one page, which take some 150 kB
CollationPlaces = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class WitnessWords:
    """A stretch of a witness: its words, and as `base` those of the speech where `kind` says that they differ."""

    words: str
    base: str = ""
    kind: ChangeKind | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """What a text has of a sentence, and where: the name of the link, how it differs in words, its own words."""

    document: Document
    span: Span
    link: str
    classes: tuple[str, ...]
    pieces: tuple[WitnessWords, ...]
    language: str
    substantive: bool

    @property
    def block(self) -> str:
        return self.span.block


@dataclass(frozen=True, slots=True)
class Collated:
    """A sentence of a speech and its id, its official translation where that is in the tree's language, and its witnesses."""

    document: Document
    block: str
    id: str
    text: str
    language: str
    official: str
    official_language: str
    takings: tuple[Taking, ...]


def collated_sentences(edition: Edition, tree: str) -> Iterator[Collated]:
    """Every sentence of every speech, in order."""
    names = {each.link: each.name for each in edition.numbering.links}
    for number, sentence in _numbered(edition.collation):
        document = edition.document(sentence.span.document)
        official_language = edition.translated_for(document, tree)
        yield Collated(
            document,
            sentence.span.block,
            f"{sentence.span.block}.{number}",
            words_of(edition, sentence.span, tree),
            _language(edition, sentence.span, tree),
            edition.official_words(sentence.span) if official_language else "",
            official_language,
            tuple(_taking(edition, reading, names, tree) for reading in sentence.readings),
        )


def _numbered(sentences: Iterable[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Each sentence with its number in its block, from 1."""
    for _, group in groupby(sentences, key=lambda sentence: (sentence.span.document, sentence.span.block)):
        yield from enumerate(group, 1)


def fits_one_page(sentences: Sequence[Collated]) -> bool:
    """Whether one page of the collation can hold these sentences with their readings."""
    return sum(1 + len(sentence.takings) for sentence in sentences) <= MOST_READINGS


def collation_places(sentences: Sequence[Collated]) -> CollationPlaces:
    """The path inside the tree of the place of each sentence, by document and id of the sentence."""
    if fits_one_page(sentences):
        return {(each.document.id, each.id): f"connections/collation/#{place_of(each)}" for each in sentences}
    weights = Counter(each.document.id for each in sentences for _ in (each, *each.takings))
    return {
        (each.document.id, each.id): f"connections/collation/{each.document.id}/"
        + ("" if weights[each.document.id] <= MOST_READINGS else f"{each.block}/")
        + f"#{place_of(each)}"
        for each in sentences
    }


def place_of(sentence: Collated) -> str:
    """The id of a sentence in the collation."""
    return f"c-{sentence.document.id}-{sentence.id}"


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
        reading.span,
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
