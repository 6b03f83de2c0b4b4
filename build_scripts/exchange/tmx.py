"""Every sentence with its translation as TMX 1.4b (LISA, 26 April 2005): a memory for those who translate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from build_scripts import __version__
from build_scripts.edition.edition import Edition
from build_scripts.exchange.xml_writing import LANG, element, file_of
from build_scripts.links.model import Span
from build_scripts.links.parallel.alignment import Pair, align_sentences
from build_scripts.links.words.sentences import split_sentences
from build_scripts.model import Document, Translation

HEADER = {
    "creationtool": "duizhao",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "duizhao",
    "adminlang": "en",
    "srclang": "*all*",
    "datatype": "plaintext",
}


def write_tmx(edition: Edition, documents: Sequence[Document]) -> bytes:
    """The pairs of these documents with each of their translations, sentence by sentence where sentences are paired, and notes
    as wholes. What is stale, or has no counterpart, is left out."""
    units = (each for document in documents for each in _of_document(edition, document))
    return file_of(element("tmx", {"version": "1.4"}, inside=[element("header", HEADER), element("body", inside=units)]))


def _of_document(edition: Edition, document: Document) -> Iterator[etree._Element]:
    for translation in document.translations:
        if translation is document.translation:
            yield from _of_translation(document, translation, edition.sentences.get(document.id, ()), "")
        else:
            pairs = align_sentences(replace(document, translation=translation))
            yield from _of_translation(document, translation, pairs, f"-{translation.key}")


def _of_translation(
    document: Document, translation: Translation, pairs: Sequence[Pair], ending: str
) -> Iterator[etree._Element]:
    """A unit for each pair; `ending` sets the names of one translation apart from those of the others."""
    texts = {part.id: part.text.text for part in document.parts}
    others = {part.id: part.text.text for part in translation.parts}
    for pair in pairs:
        if pair.source and pair.target and pair.source[0].block not in translation.stale:
            name = _name(texts, pair.source[0])
            yield _unit(document, translation, name, ending, _words(texts, pair.source), _words(others, pair.target))
    for note in translation.notes:
        if note.id not in translation.stale and note.text.text:
            yield _unit(document, translation, note.id, ending, texts[note.id], note.text.text)


def _name(texts: dict[str, str], span: Span) -> str:
    """The name of a sentence: its block and its number there."""
    starts = [start for start, _ in split_sentences(texts[span.block])]
    return f"{span.block}.{starts.index(span.start) + 1}" if span.start in starts else span.block


def _words(texts: dict[str, str], spans: Sequence[Span]) -> str:
    """The words of sentences that follow one another, with what stands between them."""
    return texts[spans[0].block][min(span.start for span in spans) : max(span.end for span in spans)]


def _unit(document: Document, translation: Translation, name: str, ending: str, text: str, other: str) -> etree._Element:
    sides = ((document.source.language, text), (translation.language, other))
    tuvs = [element("tuv", {LANG: language}, inside=[element("seg", words=words)]) for language, words in sides]
    status = element("prop", {"type": "x-status"}, translation.standing_of(name.partition(".")[0]).status)
    return element("tu", {"tuid": f"{document.id}#{name}{ending}"}, inside=[status, *tuvs])
