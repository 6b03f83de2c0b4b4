"""Translations beside the one that is shown first: what a tree shows of each."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import shown, shown_language
from build_scripts.model import Block, Document, Note, Translation
from build_scripts.views.document import FurtherPart, FurtherTranslation, Side, State
from build_scripts.views.running.inlines import cut
from build_scripts.views.standing import made_words


def further_translations(document: Document, tree: str) -> Iterator[FurtherTranslation]:
    """Each of the others, in their order, with every block and note of the document."""
    labels = {note.number: note.id[1:] for note in document.notes if note.id != f"n{note.number}"}
    for translation in document.others:
        given = {part.id: part for part in translation.parts}
        parts = {part.id: _part(translation, part.id, given.get(part.id), labels, tree) for part in document.parts}
        language = shown_language(translation.language, tree)
        yield FurtherTranslation(translation.key, language, made_words(translation, tree), parts)


def _part(translation: Translation, name: str, part: Block | Note | None, labels: dict[int, str], tree: str) -> FurtherPart:
    if part is None:
        return FurtherPart(None, State.MISSING, None)
    stale = name in translation.stale
    standing = translation.standing_of(name) if stale else translation.standings.get(name)
    side = _side(translation, part, labels, tree)
    return FurtherPart(side, State.STALE if stale else State.FINE, standing)


def _side(translation: Translation, part: Block | Note, labels: dict[int, str], tree: str) -> Side:
    language = translation.language
    marks = [(mark.start, mark.end, mark.role) for mark in part.marks] if isinstance(part, Block) else []
    calls = translation.calls.get(part.id, ()) if isinstance(part, Block) else ()
    inlines = cut(shown(part.text.text, language, tree), marks, [], calls, labels)
    name = f"{part.id}-{translation.key}"
    return Side(name, shown_language(language, tree), tuple(inlines), translated=True, version=translation.key)
