"""What a reader of a printed page needs at its end: what the lines under words mean, and the key to the sigla."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from build_scripts.edition import title_of
from build_scripts.links.model import Link
from build_scripts.writers.markdown import element
from build_scripts.writers.page import Page
from build_scripts.writers.wording import say

SAMPLES = {"speech": "dz-q dz-from-speech", "other": "dz-q", "official": "dz-official-words"}


def print_key(page: Page) -> str:
    """The key as HTML on one line, shown on paper only; empty where the page has no marks."""
    taken = [link for block in page.document.blocks for _, link in page.network.leaving.get((page.document.id, block.id), ())]
    marks = list(_marks(page, taken))
    if not marks:
        return ""
    said = [element("span", escape(say(f"legend-{mark}", page.tree)), class_=SAMPLES[mark]) for mark in marks]
    said += [escape(say("legend-reference", page.tree))] if taken else []
    legend = element("p", " · ".join(said))
    return element("aside", legend + _sigla(page, {link.target.document for link in taken}), class_="dz-key", lang=page.tree)


def _sigla(page: Page, wanted: set[str]) -> str:
    """The documents whose words the text takes, each behind its siglum."""
    entries = [element("li", f"{element('b', letter)} {escape(title_of(document, page.tree))}") for letter, document in page.network.key(wanted)]
    return element("p", escape(say("sigla", page.tree))) + element("ul", "".join(entries)) if entries else ""


def _marks(page: Page, taken: list[Link]) -> Iterator[str]:
    """The kinds of lines under words that the page has."""
    if any(map(page.network.from_speech, taken)):
        yield "speech"
    if not all(map(page.network.from_speech, taken)):
        yield "other"
    translation = page.document.translation
    if translation and any(mark.role == "official-words" for block in translation.blocks for mark in block.marks):
        yield "official"
