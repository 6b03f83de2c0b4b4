"""Running text without markup: words under their mark and link, and the calls of notes between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.text.overlaps import overlaps


@dataclass(frozen=True, slots=True)
class Reference:
    """Where words lead: a block of another document, how paper refers to it (siglum and paragraph), its page inside the
    tree.
    """

    document: str
    block: str
    place: str
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
class NoteCall:
    """The call of a note, by its number; `label` is its id without the first letter."""

    note: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class CommentCall:
    """The call of a translator's or an editor's comment, by its id; `sign` is what a tree shows, in its `language`."""

    id: str
    sign: str
    language: str


Inline = Words | NoteCall | CommentCall


def cut(
    text: str,
    marks: Iterable[tuple[int, int, str]],
    links: Iterable[tuple[int, int, int, Reference]],
    calls: Iterable[tuple[int, int]],
    labels: Mapping[int, str] | None = None,
    comments: Iterable[tuple[int, CommentCall]] = (),
) -> Iterator[Inline]:
    """A text, cut wherever a mark `(start, end, role)`, a link `(start, end, number, to)` or a call `(at, number)` begins or
    ends.

    `labels` are those of notes by their number, where they differ; `comments` are called `(at, call)` behind notes. All offsets
    are code points of the text, half-open. Of marks or links that overlap the first given holds.

    >>> [getattr(each, "text", None) or each.note for each in cut("甲乙丙", [(0, 1, "lead")], [], [(3, 7)])]
    ['甲', '乙丙', 7]
    """
    marks, links, called = list(marks), list(links), _by_place(calls, labels or {}, comments)
    spans = [*((start, end) for start, end, _ in marks), *((start, end) for start, end, _, _ in links)]
    for start, end, over in overlaps(spans, (0, len(text), *called)):
        yield from called.pop(start, ())
        role = next((marks[index][2] for index in over if index < len(marks)), "")
        number, to = next((links[index - len(marks)][2:] for index in over if index >= len(marks)), (0, None))
        yield Words(text[start:end], role, to, number)
    for left in called.values():
        yield from left


def _by_place(
    calls: Iterable[tuple[int, int]], labels: Mapping[int, str], comments: Iterable[tuple[int, CommentCall]]
) -> dict[int, list[NoteCall | CommentCall]]:
    placed: dict[int, list[NoteCall | CommentCall]] = {}
    for at, number in calls:
        placed.setdefault(at, []).append(NoteCall(number, labels.get(number, "")))
    for at, call in comments:
        placed.setdefault(at, []).append(call)
    return placed
