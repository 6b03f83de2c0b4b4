"""The collation: the speech sentence by sentence, each with every text that takes words of it and what these changed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from build_scripts.edition import Edition, shown_language, title_of, url_of
from build_scripts.links.apparatus import Difference, Reading, Sentence, collate
from build_scripts.links.model import Span
from build_scripts.writers.markdown import element
from build_scripts.writers.markdown import escape as escape_markdown
from build_scripts.writers.network import Network
from build_scripts.writers.page import front_matter
from build_scripts.writers.witness_list import changed_words, legend
from build_scripts.writers.wording import say


def collation_page(edition: Edition, network: Network, tree: str) -> str:
    """Every sentence of every speech with its witnesses; a box, needing no script, leaves only substantive differences."""
    sentences = collate(edition.documents, edition.links)
    numbers = {id(link): number for ends in network.leaving.values() for number, link in ends}
    label = element("label", escape(say("substantive-only", tree)), for_="dz-substantive")
    marks = legend((link for ends in network.leaving.values() for _, link in ends), tree)
    parts = [
        front_matter(say("collation", tree), say("collation-intro", tree), hide=["toc"]),
        f"# {escape_markdown(say('collation', tree))}", escape_markdown(say("collation-intro", tree)),
        element("p", f'<input type="checkbox" id="dz-substantive">{label}', class_="dz-switch"), marks,
    ]  # fmt: skip
    for (document, block), group in groupby(sentences, key=lambda sentence: (sentence.span.document, sentence.span.block)):
        number = block.removeprefix("p")
        place = element("a", f"¶{number}", href=f"../../{url_of(network.documents[document])}#{block}")
        rows = "".join(_sentence(sentence, network, numbers, tree) for sentence in group)
        parts.append(element("section", element("h2", place) + rows, class_="dz-collation", id=f"c-{document}-{block}"))
    return "\n\n".join(parts) + "\n"


def _sentence(sentence: Sentence, network: Network, numbers: dict[int, int], tree: str) -> str:
    """The sentence as the base text, its English in the English tree, and its witnesses below it."""
    words = element("p", escape(network.text(sentence.span, tree)), lang=_language(network, sentence.span, tree), class_="dz-base")
    english = network.official_english(sentence.span) if tree == "en" else ""
    said = element("p", escape(english), lang="en", class_="dz-base-english") if english else ""
    readings = "".join(_reading(reading, network, numbers, tree) for reading in sentence.readings)
    below = element("ul", readings) if readings else element("p", escape(say("no-witness", tree)), class_="dz-none")
    substantive = any(_is_substantive(reading) for reading in sentence.readings)
    return element("div", words + said + below, class_="dz-sentence" + (" dz-substantive" if substantive else ""))


def _is_substantive(reading: Reading) -> bool:
    return any(variant.kind is Difference.SUBSTANTIVE for variant in reading.variants)


def _reading(reading: Reading, network: Network, numbers: dict[int, int], tree: str) -> str:
    """A witness: which text, the classes of its differences, its words with them shown."""
    document = network.documents[reading.span.document]
    href = f"../../{url_of(document)}#l{numbers[id(reading.link)]}"
    to = element("a", escape(title_of(document, tree)), href=href, class_="dz-to")
    kinds = list(_classes(reading, tree))
    classes = element("span", escape(" · ".join(kinds)), class_="dz-kind") if kinds else ""
    words = element("q", _words(reading, network, tree), lang=_language(network, reading.span, tree), class_="dz-words")
    return element("li", to + classes + words, class_="dz-taking" + (" dz-substantive" if _is_substantive(reading) else ""))


def _classes(reading: Reading, tree: str) -> Iterator[str]:
    found = {variant.kind for variant in reading.variants}
    yield from (say(f"difference-{kind}", tree) for kind in Difference if kind in found)
    if reading.partial:
        yield say("partial", tree)


def _words(reading: Reading, network: Network, tree: str) -> str:
    """The words of the witness for this sentence, with what they change."""
    out, at = [], reading.span.start
    for variant in reading.variants:
        between = Span(reading.span.document, reading.span.block, at, variant.span.start)
        out.append(escape(network.text(between, tree)))
        here, there = escape(network.text(variant.span, tree)), escape(network.text(variant.base_span, tree))
        out.append(changed_words(variant.change, here, there, tree))
        at = variant.span.end
    last = Span(reading.span.document, reading.span.block, at, reading.span.end)
    return "".join([*out, escape(network.text(last, tree))])


def _language(network: Network, span: Span, tree: str) -> str:
    return shown_language(network.documents[span.document].source.language, tree)
