"""A document as one tree shows it, without markup: its title, its particulars, its text beside its translation, its notes.

Every format reads this, and none derives it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from build_scripts.model import BlockType, Document
from build_scripts.standing import Standing, Status
from build_scripts.views.particulars import Particular
from build_scripts.views.running.inlines import CommentCall, Inline, Words
from build_scripts.views.standing import standing_words
from build_scripts.views.wording import say


class View(StrEnum):
    """Which of a document's two texts are shown."""

    SOURCE = "source"
    TRANSLATION = "translation"
    BOTH = "both"


class State(StrEnum):
    """How the translation of a block stands; a part without a translation that ought to have one is missing."""

    FINE = "fine"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Side:
    """A text in one language, in the script of the tree; `id` is that of the page's element, empty where it has none.

    `version` is the key of the translation that it is of, where that is not the first.
    """

    id: str
    language: str
    inlines: tuple[Inline, ...]
    translated: bool = False
    version: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(each.text for each in self.inlines if isinstance(each, Words))


@dataclass(frozen=True, slots=True)
class ShownComment:
    """What a translator or an editor says of a row: its id, the sign of its call, who says it, and the words."""

    id: str
    sign: str
    label: str
    side: Side

    @property
    def words(self) -> str:
        """All of it in one line.

        >>> ShownComment("t1", "t1", "Note: ", Side("t1", "en", (Words("so"),))).words
        't1 Note: so'
        """
        return f"{self.sign} {self.label}{self.side.text}"


@dataclass(frozen=True, slots=True)
class Row:
    """A block in one language or in two, that of the tree first. `number` is the paragraph number, empty where it has none;
    `standing` is that of its translation where something is to be said of it, `comments` are those that its sides call.
    """

    block: str
    type: BlockType
    level: int
    number: str
    sides: tuple[Side, ...]
    state: State = State.FINE
    standing: Standing | None = None
    comments: tuple[ShownComment, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note in one language or in two, that of the tree first; one that is the same in both languages stands there once.

    `translation` is the translated side in either case, None where there is none. `called` says that the text has a call of it,
    `in_title` that only the title has one.
    """

    number: int
    sides: tuple[Side, ...]
    translation: Side | None = None
    called: bool = True
    id: str = ""
    state: State = State.FINE
    standing: Standing | None = None
    in_title: bool = False

    @property
    def label(self) -> str:
        """Its id without the first letter, by which the page calls it."""
        return self.id[1:] or str(self.number)


@dataclass(frozen=True, slots=True)
class FurtherPart:
    """A block or note in a translation beside the first; without a side where it is missing there."""

    side: Side | None
    state: State
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class FurtherTranslation:
    """A translation beside the first: its key, its language as the tree shows it, what it is and who made it, and its parts."""

    key: str
    language: str
    words: str
    parts: Mapping[str, FurtherPart]


@dataclass(frozen=True)
class ShownDocument:
    """A document in one tree. `name` is what the tree calls it, never empty; `title` is its title in each language that it has;
    `short` names it by who speaks, and is the name where nobody is known.

    `view` is the view that it is shown in, out of `views`, of which the first shows all of it; `authors` and
    `publisher` are those that the capture states. `converted` where the script of the text was changed, `supplied` where the
    capture carries no title; `translation` says what its translation is, empty where there is none. `make_rows` and
    `make_notes` give its text, for which most of what shows many documents never asks.
    """

    document: Document
    tree: str
    view: View
    views: tuple[View, ...]
    url: str
    siglum: str
    name: str
    name_language: str
    short: str
    title: tuple[Side, ...]
    description: str
    particulars: tuple[Particular, ...]
    authors: tuple[str, ...]
    publisher: str
    make_rows: Callable[[], Iterable[Row]] = field(compare=False, repr=False)
    make_notes: Callable[[], Iterable[ShownNote]] = field(compare=False, repr=False)
    converted: bool
    supplied: bool
    translation: str = ""
    further: tuple[FurtherTranslation, ...] = ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its blocks but the headline, in order."""
        return tuple(self.make_rows())

    @cached_property
    def notes(self) -> tuple[ShownNote, ...]:
        """Its notes, in order."""
        return tuple(self.make_notes())

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def full(self) -> str:
        """Who speaks in it, and then its title."""
        return self.name if self.short == self.name else f"{self.short} · {self.name}"

    @property
    def kind(self) -> str:
        return self.document.kind.id

    @property
    def size(self) -> int:
        """How many code points its text has, as published."""
        return sum(len(block.text.text) for block in self.document.blocks)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was done to the text, and what kind of translation this is, in the words of the tree."""
        remarks = {
            say("converted", self.tree): self.converted and self.view is not View.TRANSLATION,
            say("supplied-title", self.tree): self.supplied,
            self.translation: bool(self.translation) and self.view is not View.SOURCE,
            **{say("translation-also", self.tree).format(each.words): self.view is not View.SOURCE for each in self.further},
        }
        return tuple(words for words, holds in remarks.items() if holds)

    @property
    def uncalled(self) -> tuple[ShownNote, ...]:
        """The notes that nothing in the text calls."""
        return tuple(note for note in self.notes if not note.called)

    def rows_of(self, *types: BlockType) -> tuple[Row, ...]:
        """The rows of these types of block, in order."""
        return tuple(row for row in self.rows if row.type in types)

    def remark_on(self, part: Row | ShownNote | FurtherPart) -> str:
        """What is to be said of the translation of a row or note; empty where it is fine and as the whole is."""
        if part.state is State.STALE and part.standing and part.standing.status is Status.REVIEWED:
            return say("translation-stale-review", self.tree)
        if part.state is not State.FINE:
            return say(f"translation-{part.state}", self.tree)
        return standing_words(part.standing, self.tree) if part.standing else ""

    def in_view(self, view: View) -> ShownDocument:
        """The document with the sides that a view out of `views` shows; a title and a note are never without a side."""
        if view is View.BOTH:
            return self
        return replace(
            self,
            view=view,
            title=_seen(self.title, view) or named(self.name, self.tree),
            make_rows=lambda: (row for each in self.rows if (row := _row_in(each, view)).sides or row.state is not State.FINE),
            make_notes=lambda: (_note_in(each, view) for each in self.notes),
        )

    @property
    def references(self) -> set[str]:
        """The ids of the documents that its text refers to."""
        inlines = (each for row in self.rows for side in row.sides for each in side.inlines)
        return {each.to.document for each in inlines if isinstance(each, Words) and each.to}


def views_of(document: Document) -> tuple[View, ...]:
    """The views that a document can be shown in, the one that shows all of it first."""
    return (View.BOTH, View.SOURCE, View.TRANSLATION) if document.translation else (View.SOURCE,)


def named(name: str, tree: str) -> tuple[Side, ...]:
    """What stands for a title where a document has none in the languages shown: its name in the tree."""
    return (Side("", tree, (Words(name),)),)


def _seen(sides: Sequence[Side], view: View) -> tuple[Side, ...]:
    return tuple(side for side in sides if side.translated is (view is View.TRANSLATION))


def _row_in(row: Row, view: View) -> Row:
    sides = _seen(row.sides, view)
    called = {each.id for side in sides for each in side.inlines if isinstance(each, CommentCall)}
    seen = replace(row, sides=sides, comments=tuple(each for each in row.comments if each.id in called))
    return replace(seen, state=State.FINE, standing=None) if view is View.SOURCE else seen


def _note_in(note: ShownNote, view: View) -> ShownNote:
    seen = replace(note, sides=_note_sides(note, view))
    return replace(seen, state=State.FINE, standing=None) if view is View.SOURCE else seen


def _note_sides(note: ShownNote, view: View) -> tuple[Side, ...]:
    if view is View.TRANSLATION and note.translation:
        return (note.translation,)
    return tuple(side for side in note.sides if not side.translated)
