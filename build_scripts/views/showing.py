"""From a document of the edition to what a tree shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import Edition, in_tree, shown, shown_language, url_of
from build_scripts.edition.numbering import NamedLink, paragraph_number, place_on_paper
from build_scripts.links.model import TextLink
from build_scripts.model import Block, BlockType, Document, Note, Translation
from build_scripts.standing import Standing
from build_scripts.text.characters import is_han
from build_scripts.text.scripts import needs_conversion, same_language, script_of
from build_scripts.views.comments import calls_of, shown_comments
from build_scripts.views.document import Row, ShownDocument, ShownNote, Side, State, named, views_of
from build_scripts.views.further import further_translations
from build_scripts.views.naming import short_name
from build_scripts.views.particulars import particulars
from build_scripts.views.provenance import provenance
from build_scripts.views.running.inlines import Inline, Reference, Words, cut
from build_scripts.views.standing import translation_words
from build_scripts.views.titles import title_in


def show_document(edition: Edition, document: Document, tree: str) -> ShownDocument:
    """The document in a tree, in the view that shows all of it."""
    source_language, translation = document.source.language, document.translation
    title = title_in(document, tree)
    views = views_of(document)
    return ShownDocument(
        document,
        tree,
        views[0],
        views,
        url_of(document),
        edition.numbering.sigla.get(document.id, ""),
        title.text,
        title.language,
        short_name(document, tree, edition.names) or title.text,
        _title(edition, document, tree) or named(title.text, tree),
        in_tree(document.descriptions, tree),
        (*particulars(document, tree, edition.names), *provenance(document.source, tree)),
        tuple(shown(fact.value, source_language, tree) for fact in document.facts.named("author") if not fact.inferred),
        "" if document.facts.is_inferred("publisher") else shown(document.facts.value("publisher"), source_language, tree),
        lambda: _rows(edition, document, tree),
        lambda: _notes(document, tree),
        converted=needs_conversion(source_language, tree),
        supplied=not document.facts.title,
        translation=translation_words(translation, tree),
        further=tuple(further_translations(document, tree)),
    )


def _ordered(document: Document, tree: str, source: Side | None, translated: Side | None) -> tuple[Side, ...]:
    """The sides that there are, that of the tree's language first."""
    translation = document.translation
    foreign_first = translation is not None and same_language(tree, translation.language)
    return tuple(side for side in ((translated, source) if foreign_first else (source, translated)) if side)


def _title(edition: Edition, document: Document, tree: str) -> tuple[Side, ...]:
    """The title in each language: as captured, as translated, else the editor's."""
    translation = document.translation
    source = _source_title(edition, document, tree)
    translated = None
    if translation:
        other_language = shown_language(translation.language, tree)
        words = Words(title_in(document, script_of(other_language)).text)
        translated = Side("", other_language, (words,), translated=True)
    return _ordered(document, tree, source, translated)


def _source_title(edition: Edition, document: Document, tree: str) -> Side | None:
    headline = next((block for block in document.blocks if block.type is BlockType.HEADLINE), None)
    if headline and document.facts.title == headline.text.text:
        return _source_side(edition, document, headline, tree)
    source_language = document.source.language
    language, title = shown_language(source_language, tree), document.facts.title
    text = shown(title, source_language, tree) if title else in_tree(document.titles, script_of(language))
    if not text:
        return None
    called = title and title == document.facts.captured_title
    return Side("", language, called_title(document, tree) if called else (Words(text),))


def called_title(document: Document, tree: str) -> tuple[Inline, ...]:
    """The title that the capture carries, as the tree shows it, with the notes that it calls."""
    text = shown(document.facts.captured_title, document.source.language, tree)
    return tuple(cut(text, [], [], document.title_calls, _labels(document)))


def _rows(edition: Edition, document: Document, tree: str) -> Iterator[Row]:
    """Every block but the headline, which is the title."""
    translated = {block.id: block for block in document.translation.blocks} if document.translation else {}
    for block in document.blocks:
        if block.type is not BlockType.HEADLINE:
            source = _source_side(edition, document, block, tree)
            side = _translated_side(edition, document, translated.get(block.id), tree)
            sides = _ordered(document, tree, source, side)
            state = _state(document.translation, block.id, side)
            standing = _standing(document.translation, block.id, state)
            number = paragraph_number(block.id) if block.type is BlockType.PARAGRAPH else ""
            comments = shown_comments(document, block.id, tree)
            yield Row(block.id, block.type, block.level, number, sides, state, standing, comments)


def _state(translation: Translation | None, name: str, translated: Side | None) -> State:
    if not translation or translation.captured:
        return State.FINE
    if name in translation.stale:
        return State.STALE
    return State.FINE if translated else State.MISSING


def _standing(translation: Translation | None, name: str, state: State) -> Standing | None:
    """How far a section has come where it is not as the whole is, or is stale."""
    if not translation or state is State.MISSING:
        return None
    return translation.standing_of(name) if state is State.STALE else translation.standings.get(name)


def _source_side(edition: Edition, document: Document, block: Block, tree: str) -> Side:
    """A block of the text itself, with its links to other documents."""
    source_language = document.source.language
    leaving = edition.numbering.leaving.get((document.id, block.id), ())
    links = [(each.link.source.start, each.link.source.end, each.number, _reference(edition, each)) for each in leaving]
    marks = [(mark.start, mark.end, mark.role) for mark in block.marks]
    text, comments = shown(block.text.text, source_language, tree), calls_of(document, block, tree)
    inlines = cut(text, marks, links, document.calls_in(block), _labels(document), comments)
    return Side(block.id, shown_language(source_language, tree), tuple(inlines))


def _labels(document: Document) -> dict[int, str]:
    """How pages call the notes whose number is not that of their id."""
    return {note.number: note.id[1:] for note in document.notes if note.id != f"n{note.number}"}


def _translated_side(edition: Edition, document: Document, block: Block | None, tree: str) -> Side | None:
    """A block of the translation, with the links of what it translates."""
    translation = document.translation
    if not translation or not block:
        return None
    marks = [(mark.start, mark.end, mark.role) for mark in block.marks]
    leaving = edition.carried.leaving.get((document.id, block.id), ())
    links = [(each.start, each.end, each.named.number, _reference(edition, each.named)) for each in leaving]
    other_language = translation.language
    calls = translation.calls.get(block.id, ())
    text, comments = shown(block.text.text, other_language, tree), calls_of(document, block, tree, translated=True)
    inlines = cut(text, marks, links, calls, _labels(document), comments)
    return Side(f"{block.id}-{other_language}", shown_language(other_language, tree), tuple(inlines), translated=True)


def _reference(edition: Edition, named: NamedLink[TextLink]) -> Reference:
    """What a reader of paper looks up: the siglum of the other document and the number of its paragraph."""
    target = named.link.target
    document = edition.document(target.document)
    place = place_on_paper(edition.numbering.sigla[document.id], target.block)
    url = f"{url_of(document)}#{named.name}"
    return Reference(document.id, target.block, place, url, edition.is_from_speech(named.link))


def _notes(document: Document, tree: str) -> Iterator[ShownNote]:
    translation = document.translation
    others = {note.number: note for note in translation.notes} if translation else {}
    called = {number for block in document.blocks for _, number in document.calls_in(block)}
    titled = {number for _, number in document.title_calls} - called
    for note in document.notes:
        other = others.get(note.number)
        source, translated = _source_note(document, note, tree), _translated_note(translation, note, other, tree)
        differs = other and other.text.text != note.text.text
        sides = _ordered(document, tree, source, translated if differs else None)
        state = State.STALE if translation and note.id in translation.stale else State.FINE
        standing = _standing(translation, note.id, state)
        yield ShownNote(note.number, sides, translated, note.number in called, note.id, state, standing, note.number in titled)


def _source_note(document: Document, note: Note, tree: str) -> Side:
    """A note in the script of the tree; English where it has no Han in it."""
    text, source_language = note.text.text, document.source.language
    language = shown_language(source_language, tree) if any(map(is_han, text)) else "en"
    return Side(note.id, language, (Words(shown(text, source_language, tree)),))


def _translated_note(translation: Translation | None, note: Note, translated: Note | None, tree: str) -> Side | None:
    if not translation or not translated:
        return None
    other_language = translation.language
    words = Words(shown(translated.text.text, other_language, tree))
    return Side(f"{note.id}-{other_language}", shown_language(other_language, tree), (words,), translated=True)
