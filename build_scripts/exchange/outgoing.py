"""The edition to batches of units: what translators get."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.diagnostics import bad
from build_scripts.edition.edition import Edition
from build_scripts.exchange.held import HeldTranslation, hold, translated
from build_scripts.exchange.markup import with_calls
from build_scripts.exchange.segments import cut
from build_scripts.exchange.unit import FILE, Batch, BatchText, TransUnit
from build_scripts.links.model import TextLink
from build_scripts.links.parallel.alignment import Pair, align_sentences
from build_scripts.model import Block, Document, Note, Place
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.sections import Section
from build_scripts.seed.settings import LANGUAGES
from build_scripts.text.scripts import same_language


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted: documents or sources by their ids, all where none is named; the translation, as `en` or `en.2`; whether
    all goes into one file, and whether sentences are units where that can be."""

    ids: tuple[str, ...] = ()
    translation: str = "en"
    whole: bool = False
    sentences: bool = False

    @property
    def file(self) -> str:
        """The name of the translation files."""
        return f"translation.{self.translation}.md"

    @property
    def language(self) -> str:
        return self.translation.split(".")[0]


def chosen(edition: Edition, ids: Collection[str]) -> list[Document]:
    """The documents of these ids, or of the sources of these ids, in the edition's order. Raises BadInput: unknown-id."""
    known = {name for each in edition.documents for name in (each.id, each.source.id)}
    for name in ids:
        if name not in known:
            raise bad(Place("seeds"), "unknown-id", f"there is no document “{name}”", f"there are: {', '.join(sorted(known))}")
    return [each for each in edition.documents if not ids or each.id in ids or each.source.id in ids]


def batches(edition: Edition, choice: Choice) -> list[Batch]:
    """A batch for each document that has a translation file or no translation yet; one for all, if that is wanted.

    Left out is what is in the language already and, where it is not named, what has a translation in its capture alone. Raises
    BadInput.
    """
    if not FILE.fullmatch(choice.file):
        sentence = f"no translation file is named {choice.file[:60]}"
        raise bad(
            Place("seeds"),
            "bad-exchange",
            sentence,
            f"say a language, with a name behind it where there are several: {', '.join(LANGUAGES)}",
        )
    documents = [each for each in chosen(edition, choice.ids) if _is_wanted(each, choice)]
    if not documents:
        sentence = f"there is nothing to translate into “{choice.language}”"
        raise bad(
            Place("seeds"), "bad-exchange", sentence, "the texts are in that language, or their captures carry translations"
        )
    texts = tuple(_text(edition, document, choice) for document in documents)
    batch = Batch(f"{edition.settings.file}.{choice.translation}", choice.file, choice.language, texts, edition.version.date)
    if choice.whole:
        return [batch]
    return [replace(batch, name=f"{text.document}.{choice.translation}", texts=(text,)) for text in texts]


def _is_wanted(document: Document, choice: Choice) -> bool:
    if same_language(document.source.language, choice.language):
        return False
    carried = document.translation is not None and document.translation.captured
    named = document.id in choice.ids or document.source.id in choice.ids
    return named or not carried or (document.source.folder / choice.file).exists()


def _text(edition: Edition, document: Document, choice: Choice) -> BatchText:
    held = hold(document.source, choice.file)
    found = units(document, held, choice.language, official_remarks(edition, document, choice.language), choice.sentences)
    folder = f"seeds/{document.source.folder.name}"
    return BatchText(document.id, folder, document.source.language, tuple(found))


def official_remarks(edition: Edition, document: Document, language: str) -> dict[str, tuple[str, ...]]:
    """For each block that takes words of another document, how the official translation has them."""
    found: dict[str, list[str]] = {}
    for link in edition.links:
        if isinstance(link, TextLink) and link.type.takes and link.source.document == document.id:
            words = edition.official_words(link.target)
            other = edition.document(link.target.document).translation
            if words and other and same_language(other.language, language):
                found.setdefault(link.source.block, []).append(f"Official words ({link.target.document}): {words}")
    return {block: tuple(dict.fromkeys(remarks)) for block, remarks in found.items()}


def units(
    document: Document,
    held: HeldTranslation | None,
    language: str,
    remarks: Mapping[str, tuple[str, ...]] | None = None,
    sentences: bool = False,
) -> Iterator[TransUnit]:
    """The units of a document, with what the translation file has of them. Raises BadInput: unknown-id."""
    sections = held.of(document) if held else {}
    pairs: dict[str, list[Pair]] = {}
    for pair in align_sentences(translated(document, sections, language)) if sentences else ():
        pairs.setdefault((pair.source or pair.target)[0].block, []).append(pair)
    for part in document.parts:
        unit = _unit(document, part, sections.get(part.id), held, (remarks or {}).get(part.id, ()))
        yield from _sentences(unit, part.text.text, pairs.get(part.id, ()))


def _unit(
    document: Document, part: Block | Note, section: Section | None, held: HeldTranslation | None, remarks: tuple[str, ...]
) -> TransUnit:
    kind, source = str(part.type) if isinstance(part, Block) else "note", with_calls(document, part)
    if not (section and held):
        return TransUnit(document.id, part.id, kind, source, remarks=remarks)
    stale = bool(section.text) and section.digest != digest(part.text.text)
    standing = section.standing or held.standing if section.text else None
    line = section.place.line
    return TransUnit(document.id, part.id, kind, source, section.text, stale, line, standing=standing, remarks=remarks)


def _sentences(unit: TransUnit, plain: str, pairs: Sequence[Pair]) -> Iterator[TransUnit]:
    """The unit, or in its place the sentences of it."""
    spans = [] if unit.stale else cut(unit.source, unit.target, plain, pairs)
    for span in spans:
        source, target = unit.source[slice(*span.source)], unit.target[slice(*span.target)]
        yield replace(unit, id=f"{unit.id}.{span.number}", source=source, target=target, at=span.target[0])
    if not spans:
        yield unit
