"""The links of the edition as pages need them: numbered, and by the block at either end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_scripts.edition import Edition, shown, url_of
from build_scripts.links.model import Link, LinkType, Span
from build_scripts.links.works import Work
from build_scripts.model import Document, Kind
from build_scripts.writers.markdown import Layer, element
from build_scripts.writers.sigla import place_on_paper, sigla

TEXTUAL = (LinkType.REPRINT, LinkType.QUOTATION, LinkType.SAME_WORDING)
Ends = tuple[int, Link]


@dataclass(frozen=True, slots=True)
class Network:
    """Links between texts under their numbers, in reading order; the number is the same in every tree."""

    documents: dict[str, Document]
    leaving: dict[tuple[str, str], list[Ends]] = field(default_factory=lambda: defaultdict(list))
    arriving: dict[tuple[str, str], list[Ends]] = field(default_factory=lambda: defaultdict(list))
    english: dict[str, Sequence[tuple[Span, str]]] = field(default_factory=dict)
    works: dict[tuple[str, int], Work] = field(default_factory=dict)
    sigla: dict[str, str] = field(default_factory=dict)

    def text(self, span: Span, tree: str) -> str:
        """The words of a span as a tree shows them: the whole block is converted, then cut."""
        document = self.documents[span.document]
        return shown(self.whole(span), document.source.language, tree)[span.start : span.end]

    def whole(self, span: Span) -> str:
        """The text of the block in which a span lies, as published."""
        blocks = self.documents[span.document].blocks
        return next(block.text.text for block in blocks if block.id == span.block)

    def layers(self, document: Document, block: str) -> list[Layer]:
        """The linked spans of a block: what it takes as links to the words there, what is taken from it as spans."""
        taken = [self._outward(number, link) for number, link in self.leaving.get((document.id, block), ())]
        return [*taken, *self._inward(document.id, block)]

    def _outward(self, number: int, link: Link) -> Layer:
        classes = f"dz-q dz-{link.type}" + (" dz-from-speech" if self.from_speech(link) else "")
        attrs = f' class="{classes}" href="{self.url(link.target, number)}" data-l="{number}"'
        return Layer(link.source.start, link.source.end, "a", attrs, f"l{number}")

    def key(self, wanted: Collection[str]) -> list[tuple[str, Document]]:
        """The key to the sigla of the documents that are wanted, in the order of time."""
        return [(letter, self.documents[name]) for name, letter in self.sigla.items() if name in wanted]

    def signs(self, document: Document, block: str) -> list[tuple[int, str]]:
        """`(at, markup)`: behind each span that a block takes, where it comes from, for print; the stylesheet draws it."""
        ends = [link for _, link in self.leaving.get((document.id, block), ())]
        places = dict.fromkeys((link.source.end, place_on_paper(self.sigla[link.target.document], link.target.block)) for link in ends)
        return [(at, element("span", "", class_="dz-ref", data_ref=place)) for at, place in places]

    def _inward(self, document: str, block: str) -> list[Layer]:
        """Disjoint pieces, each naming every link that covers it; and a place for each link to arrive at."""
        ends = self.arriving.get((document, block), [])
        cuts = sorted({cut for _, link in ends for cut in (link.target.start, link.target.end)})
        layers = []
        for start, end in pairwise(cuts):
            over = [(number, link) for number, link in ends if link.target.start <= start and end <= link.target.end]
            if over:
                layers.append(Layer(start, end, "span", self._taken(over)))
        places = [Layer(link.target.start, link.target.end, "span", "", f"l{number}") for number, link in ends]
        return [*places, *layers]

    def _taken(self, over: list[Ends]) -> str:
        """The attributes of a piece: the links that cover it, whose words it holds, and how many texts take it, up to four."""
        texts = {link.source.document for _, link in over if link.type is not LinkType.SAME_WORDING}
        kind = " dz-from-speech" if any(self.from_speech(link) for _, link in over) else "" if texts else " dz-same-wording"
        numbers = " ".join(str(number) for number, _ in over)
        return f' class="dz-t{kind}" data-l="{numbers}"' + (f' data-n="{min(len(texts), 4)}"' if texts else "")

    def from_speech(self, link: Link) -> bool:
        """Whether the words come from the speech itself, and not only sound like it."""
        quoted = link.target and self.documents[link.target.document].kind is Kind.SPEECH
        return bool(quoted) and link.type is not LinkType.SAME_WORDING

    def is_reprint(self, document: Document) -> bool:
        """Whether more than half of a document's text is that of the speech, reprinted."""
        taken = sum(
            link.source.end - link.source.start
            for block in document.blocks
            for _, link in self.leaving.get((document.id, block.id), ())
            if link.type is LinkType.REPRINT and self.from_speech(link)
        )
        return 2 * taken > sum(len(block.text.text) for block in document.blocks)

    def url(self, span: Span, number: int) -> str:
        """From any document's page to the words of a link on another document's page."""
        return f"../../{url_of(self.documents[span.document])}#l{number}"

    def official_english(self, span: Span) -> str:
        """The official English of the sentences in which a span of a translated document lies; empty where none."""
        found = [text for source, text in self.english.get(span.document, ()) if source.overlap(span)]
        return " ".join(dict.fromkeys(found))


def make_network(edition: Edition) -> Network:
    """Number the links between texts and sort them by their ends."""
    network = Network({document.id: document for document in edition.documents}, sigla=sigla(edition.documents))
    for number, link in enumerate((link for link in edition.links if link.type in TEXTUAL and link.target), 1):
        network.leaving[link.source.document, link.source.block].append((number, link))
        network.arriving[link.target.document, link.target.block].append((number, link))
    network.works.update({(by.document, by.note): work for work in reversed(edition.works) for by in work.cited_by})
    for document in edition.documents:
        if document.translation:
            network.english[document.id] = _english(document, edition)
    return network


def _english(document: Document, edition: Edition) -> list[tuple[Span, str]]:
    """Each source sentence with the English of the sentences that translate it."""
    texts = {block.id: block.text.text for block in document.translation.blocks} if document.translation else {}
    found = []
    for pair in edition.sentences.get(document.id, ()):
        english = " ".join(texts[span.block][span.start : span.end].strip() for span in pair.target)
        found += [(span, english) for span in pair.source]
    return found
