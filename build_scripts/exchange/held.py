"""What a translation file holds of each document: its sections under the ids of what they translate now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from build_scripts.model import Block, Document, Source, Translation
from build_scripts.seed.located import read_record
from build_scripts.seed.sections import Section, settle
from build_scripts.seed.translations import MOST_CHARACTERS, parse, read_markup
from build_scripts.standing import Standing
from build_scripts.traced import capture


@dataclass(frozen=True, slots=True)
class HeldTranslation:
    """A translation file: its path as messages give it, its text with newlines untouched, how far the whole has come, and
    its sections in their order."""

    shown: str
    text: str
    standing: Standing
    sections: tuple[Section, ...]

    def of(self, document: Document) -> dict[str, Section]:
        """The sections of a document by the ids of the blocks and notes that they translate. Raises BadInput: unknown-id."""
        settled, _ = settle(document, [each for each in self.sections if each.document == document.id])
        return {each.id: each for each in settled}


def hold(source: Source, name: str) -> HeldTranslation | None:
    """The translation file of that name in a seed's folder, None where there is none. Raises BadInput where it is not right."""
    path, shown = source.folder / name, f"seeds/{source.folder.name}/{name}"
    return read_held(read_record(path, shown, MOST_CHARACTERS), shown, source) if path.exists() else None


def read_held(text: str, shown: str, source: Source) -> HeldTranslation:
    """A translation file by its text. Raises BadInput."""
    head, sections = parse(text, shown, source)
    return HeldTranslation(shown, text, head.standing, tuple(sections))


def translated(document: Document, sections: Mapping[str, Section], language: str) -> Document:
    """The document with these sections as its translation, of which there is only the text."""
    blocks = tuple(
        Block(block.type, capture(read_markup(sections[block.id].text)[0]), block.level, block.id)
        for block in document.blocks
        if block.id in sections and sections[block.id].text
    )
    return replace(document, translation=Translation(language, capture(""), blocks, captured=False))
