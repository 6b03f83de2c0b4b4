"""What decoding a capture gives: its text, and of each portion of the text what the capture knows beside its characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class PageElement:
    """An element of a page: its tag, those of its attributes that tell something, and what it stands in.

    The same element is one object, so that portions can be told to share it.
    """

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: PageElement | None = None

    def around(self) -> Iterator[PageElement]:
        """The element and all that it stands in, from the inside out."""
        here: PageElement | None = self
        while here:
            yield here
            here = here.parent

    def inside(self, *tags: str) -> PageElement | None:
        """The nearest of the element and what it stands in that has one of the tags."""
        return next((each for each in self.around() if each.tag in tags), None)


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word file says of characters: their paragraph's style by its name, the level of its outline from 1 (0 for text),
    whether it is of a list, centred, set in from both sides or in a table; and bold, underlined or raised; and the number of
    the note that they call, or are of, 0 where none. `drawn` names what Word shows of them otherwise than in a line: a formula,
    a reading (ruby), nothing (hidden); or what Word itself makes: a number in a list, one that could not be written (numbered),
    a table of contents; or that it keeps what was changed (changed).
    """

    style: str = ""
    level: int = 0
    listed: bool = False
    centred: bool = False
    inset: bool = False
    table: bool = False
    bold: bool = False
    underlined: bool = False
    raised: bool = False
    call: int = 0
    note: int = 0
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Portion:
    """Half-open code points `[start, end)` of the decoded text that the capture says the same of.

    `known` is the decoder's own type (`PageElement` of a page); None where the decoder put a line end or tab.
    """

    start: int
    end: int
    known: object = None


@dataclass(frozen=True, slots=True)
class Stated:
    """Something that a capture says of itself outside its text, such as a title in a `<meta>`; `where` names the place."""

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a capture. `portions` tile it in order, without gap; there are none where a capture is nothing but text.

    `encoding` is a key of `encodings.CODECS`, empty where the format of the capture leaves no choice. `disputed` lists what a
    second library reads otherwise, or what nobody can read: a code point of the text near by, and a sentence.
    """

    text: str
    portions: tuple[Portion, ...] = ()
    encoding: str = ""
    stated: tuple[Stated, ...] = ()
    disputed: tuple[tuple[int, str], ...] = ()
