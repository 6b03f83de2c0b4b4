"""What search finds: passages, each a title, a block, a note or a translated block with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.edition import captured_title, in_tree, shown, shown_language, title_of
from build_scripts.model import BlockType, Document
from build_scripts.text.characters import is_han


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as published, its BCP 47 language and the HTML id it has on its document's page, empty for a title."""

    anchor: str
    language: str
    text: str

    def shown(self, tree: str) -> str:
        """The text as the pages of that tree show it."""
        return shown(self.text, self.language, tree)

    def shown_language(self, tree: str) -> str:
        return shown_language(self.language, tree)


def passages_of(document: Document) -> list[Passage]:
    """Everything of a document that is searched, in reading order, its title first and its translation last."""
    own, translation = document.source.language, document.translation
    found = list(_titles(document))
    found += [Passage(block.id, own, block.text.text) for block in document.blocks]
    found += [Passage(note.id, _language_of(note.text.text, own), note.text.text) for note in document.notes]
    if translation:
        there = translation.language
        found += [Passage(f"{block.id}-{there}", there, block.text.text) for block in translation.blocks]
        shown = {note.text.text for note in document.notes}  # a note that is the same in both languages stands there once
        found += [Passage(f"{note.id}-{there}", there, note.text.text) for note in translation.notes if note.text.text not in shown]
    return found


def _titles(document: Document) -> Iterator[Passage]:
    """The Chinese title, where it is not a block already, and the English one."""
    own, captured = document.source.language, captured_title(document)
    if not captured:
        yield from (Passage("", "zh-Hans", text) for text in [in_tree(document.titles, "zh-Hans")] if text)
    elif not any(block.type is BlockType.HEADLINE for block in document.blocks):
        yield Passage("", own, captured)
    english = title_of(document, "en")
    if not any(map(is_han, english)):
        yield Passage("", "en", english)


def title_in(document: Document, tree: str) -> tuple[str, str]:
    """The title of a document in a tree, and its language there."""
    title, own = title_of(document, tree), document.source.language
    return title, shown_language(_language_of(title, own if captured_title(document) else "zh-Hans"), tree)


def _language_of(text: str, language: str) -> str:
    """A text of a Chinese document without any Chinese character is English."""
    return language if any(map(is_han, text)) else "en"
