"""Notes of a saved page that stand as its last list: raised figures of the text count its items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.readers.elements.linked import NUMBER
from build_scripts.readers.notes.given_notes import GivenNotes
from build_scripts.readers.notes.printed import POWER_OF, PrintedCall
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.raised import FIGURES

LISTS = ("ol", "ul")
PLAIN = {raised: plain for plain, raised in FIGURES.items()}


def listed_notes(lines: Sequence[Line], decoded: Decoded | None) -> tuple[list[Line], GivenNotes]:
    """The lines that are of no such note; and these notes, with their calls.

    The raised figures above a list are the numbers of its items, all of them, in order; an item has no number printed but its
    own, and those of a list that is not numbered have theirs.
    """
    figures = list(_figures(lines))
    order = list(dict.fromkeys(call.number for call in figures))
    for tag, items in _lists(lines, decoded) if decoded and order == list(range(1, len(order) + 1)) else ():
        first = next(iter(items.values()))[0].text.start
        if len(items) == len(order) and figures[-1].end <= first and _numbered(tag, list(items.values())):
            taken = {line.number for item in items.values() for line in item}
            notes = tuple((number, tuple(item)) for number, item in enumerate(items.values(), 1))
            return [line for line in lines if line.number not in taken], GivenNotes(notes, tuple(figures))
    return list(lines), GivenNotes()


def _figures(lines: Sequence[Line]) -> Iterator[PrintedCall]:
    """The raised figures that are no exponents, as calls of the notes of their numbers."""
    for line in lines:
        before = ""
        for run in line.text.runs:
            mark = run.text.translate(PLAIN)
            if run.rule == "raised" and mark.isdigit() and not POWER_OF.search(before):
                yield PrintedCall(run.start, run.end, line.number, mark, mark, int(mark))
            before += run.text


def _lists(lines: Sequence[Line], decoded: Decoded) -> Iterator[tuple[str, dict[PageElement, list[Line]]]]:
    """The lists of the page by their tags, the last first, each with the lines of its items."""
    found: dict[PageElement, dict[PageElement, list[Line]]] = {}
    starts = {line.text.start: line for line in lines if not line.blank}
    for portion in decoded.portions:
        item = _item(portion)
        if portion.start in starts and portion.end > portion.start and item and item.parent:
            found.setdefault(item.parent, {}).setdefault(item, []).append(starts.pop(portion.start))
    yield from ((each.tag, items) for each, items in reversed(found.items()) if each.tag in LISTS)


def _item(portion: Portion) -> PageElement | None:
    return portion.known.inside("li") if isinstance(portion.known, PageElement) else None


def _numbered(tag: str, items: Sequence[Sequence[Line]]) -> bool:
    """Whether the items have the numbers that they are called by: printed, or counted by their list."""
    printed = [NUMBER.match(item[0].words) for item in items]
    told = [match is not None and int(match[1]) == at for at, match in enumerate(printed, 1)]
    return all(told) or (tag == "ol" and not any(told))
