"""Running text in TEI: marks as `seg`, corrections as `choice`, calls as `ptr`, and anchors where linked spans begin and
end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.model import CORRECTION_RULE, Mark
from build_scripts.traced import Traced
from build_scripts.writers.tei.scope import Scope, TextVersion
from build_scripts.writers.tei.xml import Element, make, put


@dataclass(frozen=True, slots=True)
class Corrected:
    """Code points `[start, end)` that an editor put in the place of `sic`, the words of the capture."""

    start: int
    end: int
    sic: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """An element around `[start, end)`; `inside` is where the text goes, the element itself or a part of it."""

    start: int
    end: int
    element: Element
    inside: Element


@dataclass(frozen=True, slots=True)
class Point:
    """An empty element at an offset."""

    at: int
    element: Element


def corrections(text: Traced, raw: str) -> list[Corrected]:
    """What an editor corrected, read off the runs; neighbours are one correction."""
    found: list[Corrected] = []
    for at, run in text.placed():
        if run.rule != CORRECTION_RULE:
            continue
        last = found[-1] if found else None
        if last and last.end == at:
            found[-1] = Corrected(last.start, at + len(run.text), last.sic + raw[run.start : run.end])
        else:
            found.append(Corrected(at, at + len(run.text), raw[run.start : run.end]))
    return found


def fill(
    parent: Element, scope: Scope, version: TextVersion, name: str, text: Traced, marks: Sequence[Mark] = (), called: str = ""
) -> Element:
    """The element with the text of the block or note `name` in it; `called` is the block whose notes are called there."""
    place = f"{name}{version.suffix}"
    corrected = corrections(text, scope.raw) if not version.suffix else []
    stretches = [*_segments(marks, corrected), *_choices(scope, place, corrected)]
    points = [*_anchors(scope, place), *_calls(scope, version, called), *_comments(scope, version, called)]
    todo = deque(sorted(points, key=lambda point: point.at))
    _fill(parent, text.text, 0, len(text.text), deque(_outer_first(stretches)), todo)
    return parent


def _outer_first(stretches: Iterable[Stretch]) -> list[Stretch]:
    return sorted(stretches, key=lambda each: (each.start, -each.end))


def _anchors(scope: Scope, place: str) -> Iterator[Point]:
    for span in scope.joined.spans.get(place, ()):
        yield from (Point(at, make("anchor", id=scope.id(name))) for at, name in span.anchors)


def _calls(scope: Scope, version: TextVersion, block: str) -> Iterator[Point]:
    """A call points at the note in its own language, at that of the text where there is none."""
    translated = {note.number for note in version.notes}
    for at, number in version.calls.get(block, ()):
        suffix = version.suffix if number in translated else ""
        yield Point(at, make("ptr", type="note", n=str(number), target=scope.to(f"{scope.document.note_id(number)}{suffix}")))


def _comments(scope: Scope, version: TextVersion, block: str) -> Iterator[Point]:
    for comment in version.comments:
        if comment.block == block:
            yield Point(comment.at, make("ptr", type="comment", n=comment.id, target=scope.to(comment.id)))


def _choices(scope: Scope, place: str, corrected: Iterable[Corrected]) -> Iterator[Stretch]:
    for number, each in enumerate(corrected, 1):
        inside = make("corr", resp="#resp-editor")
        choice = make("choice", make("sic", each.sic), inside, id=scope.id(f"{place}-corr{number}"))
        yield Stretch(each.start, each.end, choice, inside)


def _segments(marks: Iterable[Mark], corrected: Sequence[Corrected]) -> Iterator[Stretch]:
    """Marks as elements: what an editor put there is not divided, and marks that cross are cut in pieces that do not."""
    whole = (Mark(_outside(mark.start, corrected), _outside(mark.end, corrected), mark.role) for mark in marks)
    for mark in _uncrossed([mark for mark in whole if mark.start < mark.end]):
        segment = make("seg", type=mark.role)
        yield Stretch(mark.start, mark.end, segment, segment)


def _outside(at: int, corrected: Iterable[Corrected]) -> int:
    """The offset, or the end of the correction that it lies in."""
    return next((each.end for each in corrected if each.start < at < each.end), at)


def _uncrossed(marks: list[Mark]) -> list[Mark]:
    for one in marks:
        for other in marks:
            if one.start < other.start < one.end < other.end:
                pieces = [Mark(other.start, one.end, other.role), Mark(one.end, other.end, other.role)]
                return _uncrossed([*(mark for mark in marks if mark is not other), *pieces])
    return marks


def _fill(parent: Element, text: str, start: int, end: int, stretches: deque[Stretch], points: deque[Point]) -> None:
    """Put `[start, end)` into the parent, with every stretch and point that lies in it, both in order and used up."""
    at = start
    while stretches and stretches[0].end <= end:
        stretch = stretches.popleft()
        _plain(parent, text, at, stretch.start, points)
        parent.append(stretch.element)
        _fill(stretch.inside, text, stretch.start, stretch.end, stretches, points)
        at = stretch.end
    _plain(parent, text, at, end, points)


def _plain(parent: Element, text: str, start: int, end: int, points: deque[Point]) -> None:
    at = start
    while points and points[0].at <= end:
        point = points.popleft()
        put(parent, text[at : point.at])
        parent.append(point.element)
        at = point.at
    put(parent, text[at:end])
