"""What search finds: passages, each a title, a block, a note or a translated block with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.edition.edition import in_tree, shown, shown_language
from build_scripts.model import BlockType, Document
from build_scripts.text.characters import is_han
from build_scripts.views.titles import title_in


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A text as published, its BCP 47 language and the HTML id it has on its document's page, empty for a title."""

    anchor: str
    language: str
    text: str

    def shown(self, tree: str) -> str:
        """The text as the pages of that tree show it."""
        return shown(self.text, self.language, tree)

    def shown_language(self, tree: str) -> str:
        return shown_language(self.language, tree)


def passages_of(document: Document) -> list[IndexedText]:
    """Everything of a document that is searched, in reading order, its title first and its translation last."""
    language = document.source.language
    found = list(_titles(document))
    found += [IndexedText(block.id, language, block.text.text) for block in document.blocks]
    found += [IndexedText(note.id, _language_of(note.text.text, language), note.text.text) for note in document.notes]
    published = {note.text.text for note in document.notes}  # a note that is the same in both languages stands there once
    for at, translation in enumerate(document.translations):
        other, key = translation.language, translation.key if at else translation.language
        found += [IndexedText(f"{block.id}-{key}", other, block.text.text) for block in translation.blocks]
        notes = [note for note in translation.notes if note.text.text not in published]
        found += [IndexedText(f"{note.id}-{key}", other, note.text.text) for note in notes]
    return found


def _titles(document: Document) -> Iterator[IndexedText]:
    """The titles that are not a block already: the editor's Chinese one, that of the capture, the English one."""
    headline = any(block.type is BlockType.HEADLINE for block in document.blocks)
    captured = IndexedText("", document.source.language, "" if headline else document.facts.captured_title)
    english = title_in(document, "en")
    found = [IndexedText("", "zh-Hans", in_tree(document.titles, "zh-Hans")), captured]
    found += (
        [IndexedText("", "en", english.text)] if not any(map(is_han, english.text)) and english.text != captured.text else []
    )
    yield from (passage for passage in found if passage.text)


def _language_of(text: str, language: str) -> str:
    """A text of a Chinese document without any Chinese character is English."""
    return language if any(map(is_han, text)) else "en"
