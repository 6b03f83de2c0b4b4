"""What a document is called in a tree, and in which language that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.edition.edition import in_tree, shown, shown_language
from build_scripts.model import Document
from build_scripts.text.scripts import is_chinese


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the language that it is in; `given` where it is the editor's."""

    text: str
    language: str
    given: bool = False


def title_in(document: Document, tree: str) -> Title:
    """The title in the language and script of a tree, else in the other language, else the id: nothing is without a name."""
    candidates = (*_of_language(document, tree), *_of_another(document, tree), Title(document.id, "en"))
    return next(title for title in candidates if title.text)


def title_of(document: Document, tree: str) -> str:
    """The words of the title in a tree."""
    return title_in(document, tree).text


def _of_language(document: Document, tree: str) -> Iterator[Title]:
    """The titles in the tree's own language, the one to take first: what the editor gives wins over what the capture has."""
    yield Title(in_tree(document.titles, tree), tree, given=True)
    if is_chinese(document.source.language) is is_chinese(tree):
        yield _captured(document, tree)
    translation = document.translation
    if translation and is_chinese(translation.language) is is_chinese(tree):
        yield Title(shown(translation.title.text, translation.language, tree), shown_language(translation.language, tree))


def _of_another(document: Document, tree: str) -> Iterator[Title]:
    other = "en" if is_chinese(tree) else "zh-Hans"
    yield from (_captured(document, tree), Title(in_tree(document.titles, other), other, given=True))


def _captured(document: Document, tree: str) -> Title:
    language = document.source.language
    return Title(shown(document.facts.captured_title, language, tree), shown_language(language, tree))
