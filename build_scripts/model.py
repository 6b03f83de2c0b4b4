"""The data types: sources, documents, blocks and notes, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_scripts.facts import Facts
from build_scripts.roles import Role
from build_scripts.source import GONE as GONE
from build_scripts.source import Anchor as Anchor
from build_scripts.source import Correction as Correction
from build_scripts.source import Inference as Inference
from build_scripts.source import Kind as Kind
from build_scripts.source import NoteStyle as NoteStyle
from build_scripts.source import Place as Place
from build_scripts.source import Source as Source
from build_scripts.source import Story as Story
from build_scripts.standing import OFFICIAL, Standing, Status
from build_scripts.traced import PlacedText, Traced


class BlockType(StrEnum):
    """What a block is in its document. Every writer matches all of them."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    DATELINE = "dateline"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LABEL = "label"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    ATTRIBUTION = "attribution"
    FUNDING = "funding"
    AUTHOR_NOTE = "author-note"
    EDITOR = "editor"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span `[start, end)` of a block's text, in code points, that plays a part of its own: a lead, a label."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, caption … of a document."""

    type: BlockType
    text: Traced
    level: int = 0
    id: str = ""
    marks: tuple[Mark, ...] = ()


CALL_RULE = "note-call"
CALLING_FIELDS = ("title",)  # whose calls are calls; beside a name a mark may tell an institution
CORRECTION_RULE = "correction"


@dataclass(frozen=True, slots=True)
class Note:
    """A note, under the document's own number; it may be called several times, or nowhere.

    Its id is `n` and its number as long as no note has been put before one that is published.
    """

    number: int
    text: Traced
    id: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", f"n{self.number}")


@dataclass(frozen=True, slots=True)
class Call:
    """Where the capture calls a note: half-open code points of the capture, and the note's number."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Field:
    """Something that the capture says about the document: its title, its time, its publisher."""

    name: str
    text: Traced


UNNAMED = "plain"  # stands for the name of a translation whose file has none


@dataclass(frozen=True, slots=True)
class Comment:
    """What a translator or an editor says at a place: `at` in code points of the text of a block; its words by language.

    Its id is `t` or `e` and its number in the document.
    """

    id: str
    block: str
    at: int
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation; its blocks and notes have the ids of what they translate.

    `captured` where the capture itself carries it: then its text is traced to the capture. `standings` holds, by id, those of
    sections that are not as the whole is. `name` is what its file is called by beside the language. `calls` holds, by block id,
    `(at, number)` for each note called in the translated text; `stale` and `missing` hold ids.
    """

    language: str
    title: Traced
    blocks: tuple[Block, ...]
    captured: bool = True
    standing: Standing = OFFICIAL
    by: str = ""
    notes: tuple[Note, ...] = ()
    calls: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    name: str = ""
    comments: tuple[Comment, ...] = ()
    by_id: Mapping[str, Block] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {block.id: block for block in self.blocks})

    @property
    def parts(self) -> tuple[Block | Note, ...]:
        """What has an id and a text: the blocks, then the notes."""
        return *self.blocks, *self.notes

    @property
    def key(self) -> str:
        """What the ids of its texts end with where another translation is shown first."""
        return f"{self.language}-{self.name or UNNAMED}"

    @property
    def file(self) -> str:
        """The name of its file, where the capture does not carry it."""
        return f"translation.{self.language}{self.name and f'.{self.name}'}.md"

    @property
    def is_official(self) -> bool:
        return self.standing.status is Status.OFFICIAL

    def standing_of(self, name: str) -> Standing:
        """How far a section has come; of one that is stale, how far it had come."""
        return self.standings.get(name, self.standing)


@dataclass(frozen=True, slots=True)
class Retired:
    """A published id whose words stand under another one, of `document`, or nowhere: then both are empty."""

    id: str
    document: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the edition. `rest` holds what the reader or a pass took out as a whole, `retired` ids it once had, `others`
    the translations beside the one that is shown first.
    """

    id: str
    kind: Kind
    source: Source
    fields: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    calls: tuple[Call, ...] = ()
    translation: Translation | None = None
    others: tuple[Translation, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    rest: tuple[Traced, ...] = ()
    facts: Facts = field(default_factory=Facts)
    retired: tuple[Retired, ...] = ()
    comments: tuple[Comment, ...] = ()
    by_id: Mapping[str, Block] = field(init=False, repr=False, compare=False)
    called: Mapping[int, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What is looked up often: blocks by id; `called`, the numbers of notes by the offset of their calls."""
        called: dict[int, tuple[int, ...]] = {}
        for call in self.calls:
            called[call.start] = (*called.get(call.start, ()), call.number)
        object.__setattr__(self, "called", called)
        object.__setattr__(self, "by_id", {block.id: block for block in self.blocks})

    @property
    def parts(self) -> tuple[Block | Note, ...]:
        """What has an id and a text: the blocks, then the notes."""
        return *self.blocks, *self.notes

    @property
    def translations(self) -> tuple[Translation, ...]:
        """All of them, the one that is shown first before the others."""
        return (self.translation, *self.others) if self.translation else ()

    def field(self, name: str) -> str:
        """The text of the first field of that name, empty where the capture has none."""
        return next((item.text.text for item in self.fields if item.name == name), "")

    def note_id(self, number: int) -> str:
        """The id of the note of that number."""
        return next((note.id for note in self.notes if note.number == number), f"n{number}")

    @property
    def title_calls(self) -> list[tuple[int, int]]:
        """`(at, number)` for each note that the captured title calls; `at` in code points of it."""
        return next((self.calls_in(item) for item in self.fields if item.name in CALLING_FIELDS and item.text.text.strip()), [])

    def calls_in(self, block: Block | Field) -> list[tuple[int, int]]:
        """`(at, number)` for each note called in the block, or in a field; `at` in code points of its text."""
        marks = ((at, run) for at, run in block.text.placed() if run.rule == CALL_RULE) if self.called else ()
        return [
            (at, number) for at, run in marks for start in range(run.start, run.end) for number in self.called.get(start, ())
        ]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a reader is not sure of: the raw line, from 1, the rule of rules.yaml, a sentence and what an editor can write."""

    line: int
    rule: str
    sentence: str
    hint: str = ""
    severity: str = "warning"


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a raw line, from 1, was read as, and why; `document` is empty where it belongs to none.

    `margin` is how far the next best reading lies behind, in weights of the grammar; 0 where an editor has said it.
    """

    line: int
    role: Role
    document: str = ""
    because: str = ""
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Witness:
    """A capture and all that was read from it; `placed` is where its characters are printed, empty where it does not know."""

    source: Source
    raw: str
    documents: tuple[Document, ...]
    rest: tuple[Traced, ...] = ()
    readings: tuple[LineReading, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    placed: tuple[PlacedText, ...] = ()
