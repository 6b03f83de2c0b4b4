"""One line that says what the lines under words and the signs in the margin mean, where they first appear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from build_scripts.links.model import LinkType, TextLink
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.texts import ABOVE_THE_TEXT
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.links import arriving, leaving

SAMPLES = {
    "quoted": "dz-t dz-from-speech",
    "speech": "dz-q dz-from-speech",
    "other": "dz-q",
    "dotted": "dz-q dz-same-wording",
    "official": "dz-official-words",
}


def signs_legend(tree: Tree, document: ShownDocument) -> Mapping[str, list[str]]:
    """The line as HTML by the first block of the text that has links, below which it stands; empty where none has."""
    rows = (row.block for row in document.rows if row.type not in ABOVE_THE_TEXT)
    first = next((each for each in rows if _links(tree, document, each)), None)
    if first is None:
        return {}
    every = [link for row in document.rows for link in _links(tree, document, row.block)]
    samples = [
        element("span", escape(tree.say(f"legend-{mark}")), class_=SAMPLES[mark]) for mark in _marks(tree, document, every)
    ]
    into, out = (any((link.source.document == document.id) is outward for link in every) for outward in (False, True))
    ways = [_way(tree, key, "dz-at-sign") for key, holds in (("legend-into", into), ("legend-out", out)) if holds]
    ways += [] if tree.is_chinese else [_way(tree, "legend-words", "dz-hint")]
    return {first: [element("p", " · ".join(samples) + "".join(ways), class_="dz-signs", lang=tree.code)]}


def _way(tree: Tree, key: str, kind: str) -> str:
    """What a reader can do, in an element with the dot before it: where a sign is not shown, it is not explained."""
    return element("span", f" · {escape(tree.say(key))}", class_=kind)


def _links(tree: Tree, document: ShownDocument, block: str) -> list[TextLink]:
    ends = (*arriving(tree.edition, document.id, block), *leaving(tree.edition, document.id, block))
    return [each.link for each in ends]


def _marks(tree: Tree, document: ShownDocument, links: list[TextLink]) -> Iterator[str]:
    """The kinds of lines under words that the page has."""
    outward = [link for link in links if link.source.document == document.id and link.type.takes]
    if any(link.target.document == document.id and link.type.takes for link in links):
        yield "quoted"
    if any(map(tree.edition.is_from_speech, outward)):
        yield "speech"
    if not all(map(tree.edition.is_from_speech, outward)):
        yield "other"
    if {LinkType.ECHO, LinkType.SAME_WORDING} & {link.type for link in links}:
        yield "dotted"
    translation = document.document.translation
    if translation and any(mark.role == "official-words" for each in translation.blocks for mark in each.marks):
        yield "official"
