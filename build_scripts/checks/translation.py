"""What must agree between a text and its translation: note calls, numbers, quotation marks, no Chinese left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Document, Place, Translation
from build_scripts.text.characters import is_han
from build_scripts.text.numbers import figures_in_english, numbers_in_chinese, numbers_in_english, numerals_in_chinese
from build_scripts.text.scripts import is_chinese

# Original titles of works stand in square brackets.
ORIGINAL_TITLE = re.compile(r"\[[^\[\]]*\]")
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def check_translation(document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for each translated block and note of a document; none where it has no translation of its own."""
    translation = own_translation(document)
    if translation:
        for part in translated_parts(document):
            yield from check_texts(*part, translation.language)
        yield from _check_calls(document, translation)


def each_translated(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents that have a translation, each once with every one that it has."""
    return (replace(each, translation=one, others=()) for each in documents for one in each.translations)


def own_translation(document: Document) -> Translation | None:
    """The translation made for this edition; None where there is none or the capture carries it."""
    return document.translation if document.translation and not document.translation.captured else None


def translated_parts(document: Document) -> Iterator[tuple[str, str, str, Place]]:
    """`(name, text, translated, file)` of each block and note that has a translation made for this edition.

    What has changed since it was translated is left out: that is told by itself, and the rest follows from it.
    """
    translation = own_translation(document)
    if not translation:
        return
    source = {part.id: part.text.text for part in document.parts}
    for part in (part for part in translation.parts if part.id not in translation.stale):
        yield f"{document.id} {part.id}", source[part.id], part.text.text, _file(document, translation)


def _file(document: Document, translation: Translation) -> Place:
    return Place(f"seeds/{document.source.folder.name}/{translation.file}")


def _check_calls(document: Document, translation: Translation) -> Iterator[Diagnostic]:
    for block in document.blocks:
        calls = [number for _, number in document.calls_in(block)]
        theirs = [number for _, number in translation.calls.get(block.id, ())]
        if block.id not in (*translation.missing, *translation.stale) and calls != theirs:
            sentence = f"{document.id} {block.id} calls notes {theirs} in the translation, {calls} in the text"
            yield Diagnostic(
                _file(document, translation), "translation-notes", sentence, "write [^n] where the text calls note n"
            )


def check_texts(name: str, text: str, translated: str, place: Place, language: str = "en") -> Iterator[Diagnostic]:
    """What does not agree between one block or note and its translation into `language`; one is Chinese, the other English."""
    into_chinese = is_chinese(language)
    yield from (
        _check_numbers(name, text, translated, place) if not into_chinese else _into_chinese(name, text, translated, place)
    )
    for opening, closing in PAIRS:
        if translated.count(opening) != translated.count(closing):
            sentence = f"{name}: {opening} and {closing} do not pair up in the translation"
            yield Diagnostic(place, "translation-quotes", sentence, "close what is opened")
    left = [] if into_chinese else [char for char in ORIGINAL_TITLE.sub("", translated) if is_han(char)]
    if left:
        sentence = f"{name}: Chinese is left in the translation: {''.join(left[:12])}"
        yield Diagnostic(place, "translation-leftover", sentence, "translate it, or set an original title in square brackets")


def _into_chinese(name: str, text: str, translated: str, place: Place) -> Iterator[Diagnostic]:
    """The numbers of an English text and of its Chinese translation."""
    given = numbers_in_english(text)
    added = sorted(_shown(value) for value, _ in numbers_in_chinese(translated) if value not in given)
    theirs = {value for value, _ in numbers_in_chinese(translated)} | numerals_in_chinese(translated)
    missing = sorted(_shown(value) for value in figures_in_english(text) if value not in theirs)
    for values, sentence in ((missing, "the translation does not give {}"), (added, "the text does not give {}")):
        if values:
            hint = "give the numbers of the text and no others"
            yield Diagnostic(place, "translation-numbers", f"{name}: {sentence.format(', '.join(values))}", hint)


def _check_numbers(name: str, text: str, translated: str, place: Place) -> Iterator[Diagnostic]:
    """The numbers of a Chinese text and of its English translation."""
    theirs = numbers_in_english(translated)
    missing = sorted(_shown(value) for value, _ in numbers_in_chinese(text) if value not in theirs)
    if missing:
        sentence = f"{name}: the translation does not give {', '.join(missing)}"
        yield Diagnostic(place, "translation-numbers", sentence, "give every number, date and percentage of the text")
    ours = {value for value, _ in numbers_in_chinese(text)} | numerals_in_chinese(text) | numbers_in_english(text)
    added = sorted(_shown(value) for value in figures_in_english(ORIGINAL_TITLE.sub("", translated)) if value not in ours)
    if added:
        sentence = f"{name}: the text does not give {', '.join(added)}, which the translation has"
        yield Diagnostic(place, "translation-numbers", sentence, "give the numbers of the text and no others")


def _shown(value: float) -> str:
    return f"{value:g}" if value < 1e6 else f"{value:,.0f}"
