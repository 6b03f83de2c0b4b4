"""What goes to translators and comes back: a text with its translation, both in the markup of translation files."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from build_scripts.exchange.standing import NOBODY, Review, ToolState
from build_scripts.model import Place
from build_scripts.seed.settings import LANGUAGES
from build_scripts.seed.settings import NAME as FILE_NAME
from build_scripts.standing import Standing

# The name of a unit: a document and in it a block or note, with a number behind it the sentences that begin with that one.
NAME = re.compile(r"(?P<document>[a-z0-9-]+)#(?P<part>[a-z0-9-]+)(?:\.(?P<sentence>[0-9]{1,4}))?")

WENT_OUT = re.compile(rf"target:(?P<digits>[0-9a-f]{{16}}) (?P<state>{'|'.join(ToolState)})")
FILE = re.compile(rf"translation\.(?P<language>{'|'.join(LANGUAGES)})(?:\.(?:{FILE_NAME.pattern}))?\.md")


@dataclass(frozen=True, slots=True)
class TransUnit:
    """A block or note, or some of its sentences, to be translated; `target` is empty where it is not translated yet.

    Notes are called as `[^1]` in both, official words stand in {braces} in the target. `kind` is the block's type, or `note`;
    `line` the line of the section's head, 0 without one; `at` the code point of the section's text at which the target begins.
    `standing` says how far it has come, None where it is not translated. `remarks` are for the translator to read.
    """

    document: str
    id: str
    kind: str
    source: str
    target: str = ""
    stale: bool = False
    line: int = 0
    at: int = 0
    standing: Standing | None = None
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the unit in the whole edition."""
        return f"{self.document}#{self.id}"


@dataclass(frozen=True, slots=True)
class BatchText:
    """The units of one document, in its order. `folder` is that of its source."""

    document: str
    folder: str
    language: str
    units: tuple[TransUnit, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What one file for translators holds: documents whose translations have one file name, as `translation.en.md`.

    `name` is that of the file to be made, without its ending; `language` that of the translations, `day` that of the texts.
    """

    name: str
    translation: str
    language: str
    texts: tuple[BatchText, ...]
    day: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """A unit as it came back: `base` is the fingerprint of the target that went out, `base_state` the state with which it did,
    empty and unknown where the tool has lost them.

    `state` is what the tool says of it, `review` who approved it; `translation` is the name of the file that it belongs to.
    """

    name: str
    source: str
    target: str
    base: str
    state: ToolState
    translation: str
    place: Place
    review: Review = NOBODY
    base_state: ToolState = ToolState.UNKNOWN

    @property
    def document(self) -> str:
        return self.name.partition("#")[0]


def went_out(target: str, state: ToolState) -> str:
    """What a file says of a unit as it went out, for when it comes back.

    >>> base_of(went_out("a b", ToolState.OPEN)) == (fingerprint("a b"), ToolState.OPEN)
    True
    """
    return f"target:{fingerprint(target)} {state}"


def base_of(words: str) -> tuple[str, ToolState]:
    """The fingerprint and the state that `went_out` wrote; empty and unknown for what is neither."""
    match = WENT_OUT.fullmatch(words.strip())
    return (match["digits"], ToolState(match["state"])) if match else ("", ToolState.UNKNOWN)


def one_line(text: str) -> str:
    """The text as a section is read: white space, line ends included, is one space.

    >>> one_line(" a\\n  b ")
    'a b'
    """
    return " ".join(text.split())


def fingerprint(target: str) -> str:
    """What a target is known again by: sixteen digits of a hash of all its characters but for white space.

    >>> fingerprint("a b") == fingerprint("a  b") != fingerprint("a, b")
    True
    """
    return hashlib.sha256(one_line(target).encode("utf-8", "surrogatepass")).hexdigest()[:16]
