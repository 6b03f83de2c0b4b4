"""The data types: sources, documents, blocks and notes, all frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from build_scripts.traced import Traced


class Kind(StrEnum):
    """What a document is to the edition."""

    SPEECH = "speech"
    COMMENTARY = "commentary"
    NEWS = "news"


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
    CAPTION = "caption"
    CREDIT = "credit"
    ATTRIBUTION = "attribution"
    FUNDING = "funding"
    AUTHOR_NOTE = "author-note"
    EDITOR = "editor"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file that a message can point at; lines count from 1."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Inference:
    """What the capture does not say and an editor concludes, with the reason by language."""

    value: str
    because: dict[str, str]


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor corrects: `before` must stand exactly once in the block or note `where`; the reasons are by language."""

    where: str
    before: str
    after: str
    because: dict[str, str]
    authority: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a newspaper page: its document id and the raw lines, from 1, in reading order, by role."""

    id: str
    kind: Kind
    lines: tuple[tuple[str, int], ...]
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """What `source.yaml` and `decisions.yaml` say of one seed. `place` tells where each key stands."""

    id: str
    kind: Kind
    reader: str
    language: str
    sha256: str
    folder: Path
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    inferences: dict[str, Inference] = field(default_factory=dict)
    url: str = ""
    translation: str = ""
    stories: tuple[Story, ...] = ()
    roles: tuple[tuple[str, int], ...] = ()
    corrections: tuple[Correction, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)

    def place(self, key: str) -> Place:
        """Where a key of `source.yaml` stands, the head of the file where it does not."""
        return self.places.get(key, Place(f"seeds/{self.folder.name}/source.yaml"))

    @property
    def raw_path(self) -> str:
        return f"seeds/{self.folder.name}/raw.txt"


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
CORRECTION_RULE = "correction"


@dataclass(frozen=True, slots=True)
class Note:
    """A note, under the document's own number, called once in the text."""

    number: int
    text: Traced

    @property
    def id(self) -> str:
        return f"n{self.number}"


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


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation; its blocks and notes have the ids of what they translate.

    `captured` where the capture itself carries it: then its text is traced to the capture. `calls` holds, by block id,
    `(at, number)` for each note called in the translated text; `stale` and `missing` hold ids.
    """

    language: str
    title: Traced
    blocks: tuple[Block, ...]
    captured: bool = True
    status: str = "official"
    by: str = ""
    notes: tuple[Note, ...] = ()
    calls: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the edition. `rest` holds what the reader or a pass took out as a whole."""

    id: str
    kind: Kind
    source: Source
    fields: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    calls: tuple[Call, ...] = ()
    translation: Translation | None = None
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    rest: tuple[Traced, ...] = ()

    def field(self, name: str) -> str:
        """The text of the first field of that name, empty where the capture has none."""
        return next((item.text.text for item in self.fields if item.name == name), "")

    def calls_in(self, block: Block) -> list[tuple[int, int]]:
        """`(at, number)` for each note called in the block; `at` in code points of its text."""
        if not self.calls:
            return []
        numbers = {call.start: call.number for call in self.calls}
        marks = ((at, run) for at, run in block.text.placed() if run.rule == CALL_RULE)
        return [(at, numbers[start]) for at, run in marks for start in range(run.start, run.end) if start in numbers]


@dataclass(frozen=True, slots=True)
class Witness:
    """A capture and all that was read from it."""

    source: Source
    raw: str
    documents: tuple[Document, ...]
    rest: tuple[Traced, ...] = ()


def map_texts(document: Document, change: Callable[[Traced, str], Traced]) -> Document:
    """The document with `change(text, language)` applied to every text it holds."""
    here = document.source.language
    translation = document.translation
    if translation:
        there = translation.language
        translation = replace(
            translation,
            title=change(translation.title, there),
            blocks=tuple(replace(block, text=change(block.text, there)) for block in translation.blocks),
        )
    return replace(
        document,
        fields=tuple(replace(item, text=change(item.text, here)) for item in document.fields),
        blocks=tuple(replace(block, text=change(block.text, here)) for block in document.blocks),
        notes=tuple(replace(note, text=change(note.text, here)) for note in document.notes),
        translation=translation,
    )
