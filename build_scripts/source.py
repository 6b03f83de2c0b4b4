"""What an editor says of a source: the records of `source.yaml` and `decisions.yaml`, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.roles import Given


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of document, as the edition's settings define it; `id` is also the name of its section in addresses.

    `base`: the document is one that the others quote. `news`: it takes passages over whole, without quotation marks.
    """

    id: str
    base: bool = False
    news: bool = False

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file that a message can point at; lines count from 1."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Inference:
    """What the capture does not say and an editor concludes, with the reason by language; `parts` of an occasion by name."""

    value: str
    because: dict[str, str]
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor corrects: `before` must stand exactly `count` times in the block or note `where`, or in the document that
    it names; the reasons are by language.
    """

    where: str
    before: str
    after: str
    because: dict[str, str]
    authority: dict[str, str]
    place: Place
    count: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that must stand exactly once in a block or note: `document` its document's id, `words` empty for the whole of
    it.
    """

    document: str
    block: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """A link that an editor adds, takes back, or gives another type; `target` is None where any is meant, `type` empty to
    retract.

    `work` is the id of the work, or the words of the note, that the passage is attributed to.
    """

    source: Passage
    target: Passage | None
    type: str
    retract: bool
    work: str
    because: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class WorkDecision:
    """What an editor says of the work that a note cites, by the names of a work's fields; `title` tells which of several."""

    note: Passage
    values: Mapping[str, str]
    because: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class MarkDecision:
    """Words that play a part of their own, or, with the role `none`, that play none."""

    passage: Passage
    role: str
    because: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class CommentDecision:
    """What an editor says at a place of a text, behind the words of the passage or at the end of its block."""

    passage: Passage
    words: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of a check that an editor has read and lets pass: its rule, and words of its sentence."""

    rule: str
    where: str
    because: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Decisions:
    """What `decisions.yaml` holds beside corrections. The editor has the last word over what the program finds."""

    links: tuple[LinkDecision, ...] = ()
    works: tuple[WorkDecision, ...] = ()
    marks: tuple[MarkDecision, ...] = ()
    comments: tuple[CommentDecision, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One of several documents of a capture: its id and what an editor gives it, in reading order.

    `inferences` are its own facts; what it does not give is taken from the source. `shorts` is what it is called by who
    speaks in it.
    """

    id: str
    kind: Kind
    roles: tuple[Given, ...]
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    inferences: dict[str, Inference] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """How an editor says that notes are printed: mark, place and numbering, empty where it is left to the reader."""

    mark: str = ""
    place: str = ""
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a capture was taken from and whose the text is, as far as an editor says it; empty what nobody says.

    `url` is the address of what was captured, `archived` that of a copy that stays, `retrieved` when it was captured, in EDTF;
    `rights` are words by language, `licence` the address or the name of a licence. `changed` is the day on which the editor
    last changed the text or its translation, for an edition that is in no repository.
    """

    url: str = ""
    retrieved: str = ""
    archived: str = ""
    rights: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that has been published, and what its words are known by: `digest` of their letters, `size` in tokens, -1 where
    it was not recorded, a `sample` of them and the first `words`.

    `target` is None where the words stand; else where they went, `document#id`, or `GONE`. `line` is that of the lock file.
    """

    document: str
    id: str
    digest: str
    size: int = -1
    sample: str = ""
    words: str = ""
    target: str | None = None
    line: int = field(default=1, compare=False)

    @property
    def name(self) -> str:
        return f"{self.document}#{self.id}"


GONE = "gone"  # what a target is where the words are nowhere


@dataclass(frozen=True, slots=True)
class Source:
    """What `source.yaml` and `decisions.yaml` say of one seed. `place` tells where each key stands.

    `capture` is the name of the capture's file, `text_sha256` that of its decoded text, empty where it is text itself.
    `encoding` is empty where source.yaml names none, until the capture has been read. `anchors` are the ids that are
    published; a draft has none. `inputs` is a hash of all that the witness is read from, this record and the ids among it;
    empty where nobody took it.
    """

    id: str
    kind: Kind
    reader: str
    language: str
    sha256: str
    folder: Path
    titles: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    inferences: dict[str, Inference] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    provenance: Provenance = Provenance()
    translation: str = ""
    encoding: str = ""
    capture: str = "raw.txt"
    text_sha256: str = ""
    note_style: NoteStyle = NoteStyle()
    ocr: bool = False
    stories: tuple[Story, ...] = ()
    roles: tuple[Given, ...] = ()
    corrections: tuple[Correction, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    anchors: tuple[Anchor, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    inputs: bytes = field(default=b"", compare=False, repr=False)

    def place(self, key: str) -> Place:
        """Where a key of `source.yaml` stands, the head of the file where it does not."""
        return self.places.get(key, Place(f"seeds/{self.folder.name}/source.yaml"))

    @property
    def raw_path(self) -> str:
        return f"seeds/{self.folder.name}/{self.capture}"
