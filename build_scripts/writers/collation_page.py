"""The collation: the speech sentence by sentence, each with every text that takes words of it and what these changed."""

from __future__ import annotations

from html import escape
from itertools import groupby

from build_scripts.edition import Edition, title_of, url_of
from build_scripts.writers.collation_list import Collated, Taking, collation_list
from build_scripts.writers.markdown import element
from build_scripts.writers.markdown import escape as escape_markdown
from build_scripts.writers.network import Network
from build_scripts.writers.page import front_matter
from build_scripts.writers.witness_list import changed_words, legend
from build_scripts.writers.wording import say


def collation_page(edition: Edition, network: Network, tree: str) -> str:
    """Every sentence of every speech with its witnesses; a box, needing no script, leaves only substantive differences."""
    label = element("label", escape(say("substantive-only", tree)), for_="dz-substantive")
    marks = legend((link for ends in network.leaving.values() for _, link in ends), tree)
    parts = [
        front_matter(say("collation", tree), say("collation-intro", tree), hide=["toc"]),
        f"# {escape_markdown(say('collation', tree))}", escape_markdown(say("collation-intro", tree)),
        element("p", f'<input type="checkbox" id="dz-substantive">{label}', class_="dz-switch"), marks,
    ]  # fmt: skip
    sentences = collation_list(edition, network, tree)
    for (document, block), group in groupby(sentences, key=lambda sentence: (sentence.document.id, sentence.block)):
        number = block.removeprefix("p")
        place = element("a", f"¶{number}", href=f"../../{url_of(network.documents[document])}#{block}")
        rows = "".join(_sentence(sentence, tree) for sentence in group)
        parts.append(element("section", element("h2", place) + rows, class_="dz-collation", id=f"c-{document}-{block}"))
    return "\n\n".join(parts) + "\n"


def _sentence(sentence: Collated, tree: str) -> str:
    """The sentence as the base text, its English in the English tree, and its witnesses below it."""
    words = element("p", escape(sentence.text), lang=sentence.language, class_="dz-base")
    said = element("p", escape(sentence.english), lang="en", class_="dz-base-english") if sentence.english else ""
    readings = "".join(_taking(taking, tree) for taking in sentence.takings)
    below = element("ul", readings) if readings else element("p", escape(say("no-witness", tree)), class_="dz-none")
    substantive = any(taking.substantive for taking in sentence.takings)
    return element("div", words + said + below, class_="dz-sentence" + (" dz-substantive" if substantive else ""))


def _taking(taking: Taking, tree: str) -> str:
    """A witness: which text, the classes of its differences, its words with them shown."""
    href = f"../../{url_of(taking.document)}#l{taking.number}"
    to = element("a", escape(title_of(taking.document, tree)), href=href, class_="dz-to")
    classes = element("span", escape(" · ".join(taking.classes)), class_="dz-kind") if taking.classes else ""
    words = element("q", _words(taking, tree), lang=taking.language, class_="dz-words")
    return element("li", to + classes + words, class_="dz-taking" + (" dz-substantive" if taking.substantive else ""))


def _words(taking: Taking, tree: str) -> str:
    """The words of the witness for this sentence, with what they change."""
    return "".join(
        changed_words(piece.kind, escape(piece.here), escape(piece.there), tree) if piece.kind else escape(piece.here)
        for piece in taking.pieces
    )
