"""The collation as data for page and print: the speech sentence by sentence, with what each text that takes words of it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.edition import Edition, shown_language
from build_scripts.links.apparatus import Difference, Reading, collate
from build_scripts.links.model import ChangeKind, Span
from build_scripts.model import Document
from build_scripts.writers.network import Network
from build_scripts.writers.wording import say


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a witness: its own words, and those of the speech where `kind` says that they differ."""

    here: str
    there: str = ""
    kind: ChangeKind | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """What a text has of a sentence: the number of the link, the classes of its differences in words, its own words."""

    document: Document
    number: int
    classes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    language: str
    substantive: bool


@dataclass(frozen=True, slots=True)
class Collated:
    """A sentence of a speech, its official English where the tree wants it, and its witnesses."""

    document: Document
    block: str
    text: str
    language: str
    english: str
    takings: tuple[Taking, ...]


def collation_list(edition: Edition, network: Network, tree: str) -> Iterator[Collated]:
    """Every sentence of every speech, in order."""
    numbers = {id(link): number for ends in network.leaving.values() for number, link in ends}
    for sentence in collate(edition.documents, edition.links):
        yield Collated(
            network.documents[sentence.span.document], sentence.span.block, network.text(sentence.span, tree),
            _language(network, sentence.span, tree), network.official_english(sentence.span) if tree == "en" else "",
            tuple(_taking(reading, network, numbers, tree) for reading in sentence.readings),
        )  # fmt: skip


def _taking(reading: Reading, network: Network, numbers: dict[int, int], tree: str) -> Taking:
    return Taking(
        network.documents[reading.span.document], numbers[id(reading.link)], tuple(_classes(reading, tree)),
        tuple(_pieces(reading, network, tree)), _language(network, reading.span, tree),
        any(variant.kind is Difference.SUBSTANTIVE for variant in reading.variants),
    )  # fmt: skip


def _classes(reading: Reading, tree: str) -> Iterator[str]:
    found = {variant.kind for variant in reading.variants}
    yield from (say(f"difference-{kind}", tree) for kind in Difference if kind in found)
    if reading.partial:
        yield say("partial", tree)


def _pieces(reading: Reading, network: Network, tree: str) -> Iterator[Piece]:
    """The words of the witness for this sentence, cut at what they change."""
    at = reading.span.start
    for variant in reading.variants:
        yield Piece(network.text(Span(reading.span.document, reading.span.block, at, variant.span.start), tree))
        yield Piece(network.text(variant.span, tree), network.text(variant.base_span, tree), variant.change)
        at = variant.span.end
    yield Piece(network.text(Span(reading.span.document, reading.span.block, at, reading.span.end), tree))


def _language(network: Network, span: Span, tree: str) -> str:
    return shown_language(network.documents[span.document].source.language, tree)
