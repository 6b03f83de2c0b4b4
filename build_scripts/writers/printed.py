"""A document as it goes on paper, the same for every printed format: its texts as data, in the view that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from build_scripts.edition import captured_title, in_tree, title_of, url_of
from build_scripts.model import Block, BlockType, Document, Note, Translation
from build_scripts.text.scripts import needs_conversion, script_of
from build_scripts.writers.network import Ends, Network
from build_scripts.writers.page import Page
from build_scripts.writers.printed_facts import Fact, facts
from build_scripts.writers.sigla import paragraph_number, place_on_paper
from build_scripts.writers.wording import say


class View(StrEnum):
    """Which of a document's two texts are printed."""

    SOURCE = "source"
    TRANSLATION = "translation"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Reference:
    """Where words lead: a block of another document, how paper refers to it (siglum and paragraph), its page inside the tree."""

    document: str
    block: str
    shown: str
    url: str
    from_speech: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one kind: `role` is that of a mark, empty for plain text; `to` is set where they are taken from elsewhere.

    `number` is that of the link; a link that marks cut in pieces has the same one on each of them.
    """

    text: str
    role: str = ""
    to: Reference | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Calls:
    """The call of a note."""

    note: int


Inline = Words | Calls


@dataclass(frozen=True, slots=True)
class Side:
    """A text in one language; `id` is that of the page's element."""

    id: str
    language: str
    inlines: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(each.text for each in self.inlines if isinstance(each, Words))


@dataclass(frozen=True, slots=True)
class Row:
    """A block in one language or in two, that of the tree first. `number` is the paragraph number, empty where it has none.

    `remark` says that the translation is missing or stale; `block` is the id of the block.
    """

    type: BlockType
    level: int
    number: str
    sides: tuple[Side, ...]
    remark: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note in one language or in two, that of the tree first."""

    number: int
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A document in one tree and view: its title, what is said above it, its text, its notes."""

    id: str
    tree: str
    view: View
    kind: str
    title: tuple[Side, ...]
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[PrintedNote, ...]
    url: str


def views_of(document: Document) -> tuple[View, ...]:
    """The views that a document can be printed in, the one that shows all of it first."""
    return (View.BOTH, View.SOURCE, View.TRANSLATION) if document.translation else (View.SOURCE,)


def printed(page: Page, view: View) -> Printed:
    """The document of a page as it is printed in a view that `views_of` gives for it."""
    document = page.document
    return Printed(
        document.id, page.tree, view, document.kind.value, _title(page, view), facts(page), tuple(_remarks(page, view)),
        tuple(_rows(page, view)), tuple(_notes(page, view)), url_of(document),
    )  # fmt: skip


def _ordered(page: Page, view: View, own: Side | None, there: Side | None) -> tuple[Side, ...]:
    """The sides that the view shows, that of the tree's language first."""
    translation = page.document.translation
    foreign_first = bool(translation) and page.tree == translation.language
    shown = {View.SOURCE: (own,), View.TRANSLATION: (there,), View.BOTH: (there, own) if foreign_first else (own, there)}
    return tuple(side for side in shown[view] if side)


def _title(page: Page, view: View) -> tuple[Side, ...]:
    """The title in each language shown: as captured, as translated, else the editor's."""
    document, translation = page.document, page.document.translation
    headline = next(iter(page.of_type(BlockType.HEADLINE)), None)
    captured = captured_title(document)
    text = page.shown(captured) if captured else in_tree(document.titles, script_of(page.language))
    own = _block_side(page, headline) if headline else Side("", page.language, (Words(text),)) if text else None
    there = Side("", translation.language, (Words(title_of(document, "en")),)) if translation else None
    return _ordered(page, view, own, there) or (Side("", page.tree, (Words(title_of(document, page.tree)),)),)


def _remarks(page: Page, view: View) -> Iterator[str]:
    """What was done to the text, and what kind of translation this is."""
    translation = page.document.translation
    if needs_conversion(page.own, page.tree) and view is not View.TRANSLATION:
        yield say("converted", page.tree)
    if not captured_title(page.document):
        yield say("supplied-title", page.tree)
    if translation and view is not View.SOURCE:
        yield say("translation-official" if translation.captured else f"translation-{translation.status}", page.tree)


def _rows(page: Page, view: View) -> Iterator[Row]:
    """Every block but the headline, which is the title."""
    for block in page.document.blocks:
        if block.type is BlockType.HEADLINE:
            continue
        sides = _ordered(page, view, _block_side(page, block), _translated_side(page.document.translation, block))
        remark = _remark(page, view, block)
        if sides or remark:
            yield Row(block.type, block.level, paragraph_number(block.id), sides, remark, block.id)


def _remark(page: Page, view: View, block: Block) -> str:
    translation = page.document.translation
    if not translation or translation.captured or view is View.SOURCE:
        return ""
    if block.id in translation.stale:
        return say("translation-stale", page.tree)
    return "" if any(each.id == block.id for each in translation.blocks) else say("translation-missing", page.tree)


def _block_side(page: Page, block: Block) -> Side:
    """A block of the text itself, with its links to other documents."""
    leaving = page.network.leaving.get((page.document.id, block.id), ())
    links = [(link.source.start, link.source.end, number, _reference(page.network, number_link))
             for number_link in leaving for number, link in [number_link]]  # fmt: skip
    marks = [(mark.start, mark.end, mark.role) for mark in block.marks]
    inlines = cut(page.shown(block.text.text), marks, links, page.document.calls_in(block))
    return Side(block.id, page.language, tuple(inlines))


def _translated_side(translation: Translation | None, block: Block) -> Side | None:
    there = next((each for each in translation.blocks if each.id == block.id), None) if translation else None
    if not translation or not there:
        return None
    marks = [(mark.start, mark.end, mark.role) for mark in there.marks]
    inlines = cut(there.text.text, marks, (), translation.calls.get(block.id, ()))
    return Side(f"{block.id}-{translation.language}", translation.language, tuple(inlines))


def _reference(network: Network, end: Ends) -> Reference:
    """What a reader of paper looks up: the siglum of the other document and the number of its paragraph."""
    number, link = end
    there = network.documents[link.target.document]
    shown = place_on_paper(network.sigla[there.id], link.target.block)
    return Reference(there.id, link.target.block, shown, f"{url_of(there)}#l{number}", network.from_speech(link))


def cut(
    text: str, marks: Iterable[tuple[int, int, str]], links: Iterable[tuple[int, int, int, Reference]],
    calls: Iterable[tuple[int, int]],
) -> Iterator[Inline]:
    """A text, cut wherever a mark `(start, end, role)`, a link `(start, end, number, to)` or a call `(at, number)` begins or ends.

    All offsets are code points of the text, half-open. Of marks or links that overlap the first given holds.

    >>> [getattr(each, "text", None) or each.note for each in cut("甲乙丙", [(0, 1, "lead")], [], [(3, 7)])]
    ['甲', '乙丙', 7]
    """  # fmt: skip
    marks, links, called = list(marks), list(links), _by_place(calls)
    edges = {edge for span in (*marks, *links) for edge in span[:2]}
    for start, end in pairwise(sorted({0, len(text), *edges, *called})):
        yield from map(Calls, called.pop(start, ()))
        role = next((role for begin, stop, role in marks if begin <= start and end <= stop), "")
        number, to = next(((number, to) for begin, stop, number, to in links if begin <= start and end <= stop), (0, None))
        yield Words(text[start:end], role, to, number)
    for numbers in called.values():
        yield from map(Calls, numbers)


def _by_place(calls: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    placed: dict[int, list[int]] = {}
    for at, number in calls:
        placed.setdefault(at, []).append(number)
    return placed


def _notes(page: Page, view: View) -> Iterator[PrintedNote]:
    translation = page.document.translation
    translated: Mapping[int, Note] = {note.number: note for note in translation.notes} if translation else {}
    for note in page.document.notes:
        text = note.text.text
        own = Side(note.id, page.language_of(text), (Words(page.shown(text)),))
        there = translated.get(note.number)
        also = None
        if translation and there and (view is View.TRANSLATION or there.text.text != text):
            also = Side(f"{note.id}-{translation.language}", translation.language, (Words(there.text.text),))
        yield PrintedNote(note.number, _ordered(page, view, own, also) or (own,))


def referred(shown: Printed) -> set[str]:
    """The ids of the documents that a printed text refers to."""
    return {run.to.document for row in shown.rows for side in row.sides for run in side.inlines if isinstance(run, Words) and run.to}
