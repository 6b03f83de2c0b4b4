"""The links of the edition as the pages have them: as layers over words, as addresses, as signs for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_scripts.edition.edition import Edition, url_of
from build_scripts.edition.numbering import NamedLink, place_on_paper
from build_scripts.links.model import LinkType, Span, TextLink
from build_scripts.model import Document
from build_scripts.text.overlaps import overlaps
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.layers import Layer

NamedLinks = Sequence[NamedLink[TextLink]]
Placed = Sequence[tuple[NamedLink[TextLink], int, int]]  # a link and where its words stand


def leaving(edition: Edition, document: str, block: str) -> NamedLinks:
    """The links by which a block takes words of other texts."""
    return edition.numbering.leaving.get((document, block), ())


def arriving(edition: Edition, document: str, block: str) -> NamedLinks:
    """The links by which other texts take words of a block."""
    return edition.numbering.arriving.get((document, block), ())


def link_layers(edition: Edition, document: str, block: str) -> list[Layer]:
    """The linked spans of a block: what it takes as links to the words there, what is taken from it as spans."""
    out = [(each, each.link.source.start, each.link.source.end) for each in leaving(edition, document, block)]
    into = [(each, each.link.target.start, each.link.target.end) for each in arriving(edition, document, block)]
    return [*_outward(edition, out, ""), *_inward(edition, into, "")]


def translated_link_layers(edition: Edition, document: str, block: str, language: str) -> list[Layer]:
    """The same for the translation of a block; the places have the ids of those in the text with the language behind."""
    out, into = (
        [(each.named, each.start, each.end) for each in links.get((document, block), ())]
        for links in (edition.carried.leaving, edition.carried.arriving)
    )
    return [*_outward(edition, out, f"-{language}"), *_inward(edition, into, f"-{language}")]


def _outward(edition: Edition, placed: Placed, suffix: str) -> Iterator[Layer]:
    known: set[str] = set()
    for named, start, end in placed:
        link = named.link
        classes = f"dz-q dz-{link.type}" + (" dz-from-speech" if edition.is_from_speech(link) else "")
        attrs = f' class="{classes}" href="{address(edition, link.target, named.name)}" data-l="{named.name[1:]}"'
        yield Layer(start, end, "a", attrs, "" if named.name in known else f"{named.name}{suffix}")
        known.add(named.name)


def _inward(edition: Edition, placed: Placed, suffix: str) -> list[Layer]:
    """Disjoint pieces, each naming every link that covers it; and a place for each link to arrive at."""
    layers = []
    for start, end, over in overlaps([(first, last) for _, first, last in placed]):
        if over:
            layers.append(Layer(start, end, "span", _taken(edition, [placed[index][0] for index in over])))
    places = {each.name: (first, last) for each, first, last in reversed(placed)}
    return [*(Layer(first, last, "span", "", f"{name}{suffix}") for name, (first, last) in reversed(places.items())), *layers]


def _taken(edition: Edition, over: NamedLinks) -> str:
    """The attributes of a piece: the links that cover it, whose words it holds, and whether several texts take it (2)."""
    texts = {each.link.source.document for each in over if each.link.type.takes}
    from_speech = any(edition.is_from_speech(each.link) for each in over)
    kind = " dz-from-speech" if from_speech else "" if texts else " dz-same-wording"
    kind += " dz-echoed" if {each.link.type for each in over} == {LinkType.ECHO} else ""
    numbers = " ".join(each.name[1:] for each in over)
    return f' class="dz-t{kind}" data-l="{numbers}"' + (f' data-n="{min(len(texts), 2)}"' if texts else "")


def signs(edition: Edition, document: str, block: str) -> list[tuple[int, str]]:
    """`(at, HTML)`: behind each span that a block takes, where it comes from, for print; the stylesheet draws it."""
    return _signs(edition, [(each.link.source.end, each.link.target) for each in leaving(edition, document, block)])


def translated_signs(edition: Edition, document: str, block: str) -> list[tuple[int, str]]:
    """The same for the translation of a block, behind the last of each link's words."""
    ends: dict[str, tuple[int, Span]] = {}
    for each in edition.carried.leaving.get((document, block), ()):
        ends[each.named.name] = (each.end, each.named.link.target)
    return _signs(edition, ends.values())


def _signs(edition: Edition, ends: Iterable[tuple[int, Span]]) -> list[tuple[int, str]]:
    sigla = edition.numbering.sigla
    places = dict.fromkeys((end, place_on_paper(sigla[target.document], target.block)) for end, target in ends)
    return [(at, element("span", "", class_="dz-ref", data_ref=place)) for at, place in places]


def is_reprint(edition: Edition, document: Document) -> bool:
    """Whether more than half of a document's text is that of the speech, reprinted."""
    links = [each.link for block in document.blocks for each in leaving(edition, document.id, block.id)]
    reprints = [link.source for link in links if link.type is LinkType.REPRINT and edition.is_from_speech(link)]
    taken = sum(span.end - span.start for span in reprints)
    return 2 * taken > sum(len(block.text.text) for block in document.blocks)


def address(edition: Edition, span: Span, name: str) -> str:
    """From any document's page to the words of a link, by its name, on another document's page."""
    return f"../../{url_of(edition.document(span.document))}#{name}"
