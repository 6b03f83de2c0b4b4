"""What a reader of a printed page needs at its end: what the lines under words mean, and the key to the sigla."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape

from build_scripts.links.model import TextLink
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.links import leaving

SAMPLES = {"speech": "dz-q dz-from-speech", "other": "dz-q", "official": "dz-official-words"}


def print_key(tree: Tree, document: ShownDocument) -> Iterator[str]:
    """The key, shown on paper only; nothing where the page has no marks."""
    blocks = document.document.blocks
    taken = [each.link for block in blocks for each in leaving(tree.edition, document.id, block.id)]
    marks = list(_marks(tree, document, taken))
    if not marks:
        return
    samples = [element("span", escape(tree.say(f"legend-{mark}")), class_=SAMPLES[mark]) for mark in marks]
    samples += [escape(tree.say("legend-reference"))] if taken else []
    legend = element("p", " · ".join(samples))
    key = _sigla(tree, {link.target.document for link in taken})
    yield element("aside", legend + key, class_="dz-key", lang=tree.code)


def _sigla(tree: Tree, wanted: Collection[str]) -> str:
    """The documents whose words the text takes, each behind its siglum."""
    entries = [element("li", f"{element('b', each.siglum)} {escape(each.full)}") for each in tree.key(wanted)]
    return element("p", escape(tree.say("sigla"))) + element("ul", "".join(entries)) if entries else ""


def _marks(tree: Tree, document: ShownDocument, taken: Collection[TextLink]) -> Iterator[str]:
    """The kinds of lines under words that the page has."""
    if any(map(tree.edition.is_from_speech, taken)):
        yield "speech"
    if not all(map(tree.edition.is_from_speech, taken)):
        yield "other"
    translation = document.document.translation
    if translation and any(mark.role == "official-words" for block in translation.blocks for mark in block.marks):
        yield "official"
