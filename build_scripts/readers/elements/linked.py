"""Notes of a saved page that links declare: a mark that leads to an element below, whose lines are the note."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.readers.elements.told_titles import HEADINGS
from build_scripts.readers.notes.given_notes import GivenNotes
from build_scripts.readers.notes.printed import PrintedCall
from build_scripts.readers.parts.lines import Line
from build_scripts.traced import Edit

# What calls a note: a number or a sign, raised or in brackets.
MARK = re.compile(r"\s*(?:[\[［〔【(（]\s*)?(?:注\s*)?(?:\d{1,3}|[①-⓿㉑-㊿❶-❿]|[*＊†‡※]{1,3}|[a-z])\s*[\]］〕】)）]?\s*")
IN_BRACKETS = re.compile(r"\s*[\[［〔【①-⓿㉑-㊿❶-❿]")
NUMBER = re.compile(r"\W*(\d{1,3})(?!\d)")
# A sign that leads from a note back to its call, before or behind it.
WAY_BACK = re.compile("^\\s*(?:[↩↑⤴⏎↵^][\ufe0e\ufe0f]?\\s*)+|\\s*(?:[↩↑⤴⏎↵^][\ufe0e\ufe0f]?\\s*)+(?=\\n?$)")
MOST_LINES = 12  # of one note; an element with more is a part of the page


def linked_notes(lines: Sequence[Line], decoded: Decoded | None) -> tuple[list[Line], GivenNotes]:
    """The lines that are of no note to which a link leads; and those notes, with their calls."""
    links = list(_links(decoded)) if decoded and lines else []
    targets = dict(_targets(lines, decoded)) if decoded and links else {}
    calls = list(_calls(decoded, links, targets)) if decoded else []
    order = list(dict.fromkeys(name for name, _, _ in calls))
    notes = {name: targets[name] for name in order if _is_note(targets[name], calls, name)}
    numbers = {name: number for number, name in enumerate(notes, 1)}
    taken = {line.number for each in notes.values() for line in each}
    found = tuple(
        PrintedCall(start, end, _line_of(lines, start).number, mark, mark, numbers[name])
        for name, (start, end), mark in calls
        if name in numbers
    )
    left = [line for line in lines if line.number not in taken]
    given = tuple((numbers[name], tuple(_without_links(each))) for name, each in notes.items())
    return left, GivenNotes(given, found)


def _without_links(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a note without what leads back to its call, and without its number where that stands on a line alone."""
    for at, line in enumerate(lines):
        numbered = not at and len(lines) > 1 and MARK.fullmatch(line.words)
        yield replace(line, text=line.text.removed("note-label")) if numbered else _without_way_back(line)


def _without_way_back(line: Line) -> Line:
    """A line of a note without the sign that leads back to its call."""
    edits = [Edit(match.start(), match.end(), "", "page-furniture") for match in WAY_BACK.finditer(line.text.text)]
    return replace(line, text=line.text.edit(edits))


def _targets(lines: Sequence[Line], decoded: Decoded) -> Iterator[tuple[str, list[Line]]]:
    """The lines of each element that has an id and holds no heading, by that; of one that is a mark alone on its line, as the
    number of a note that stands above its text, those of the box that both share.
    """
    named: dict[str, PageElement] = {}
    held: dict[PageElement, dict[int, Line]] = {}
    headed: set[PageElement] = set()
    for portion in decoded.portions:
        if isinstance(portion.known, PageElement) and decoded.text[portion.start : portion.end].strip():
            line = _line_of(lines, portion.start)
            around = list(portion.known.around()) if line.holds(portion.start) else []
            for element in around:
                named.setdefault(element.attributes.get("id", ""), element)
                held.setdefault(element, {})[line.number] = line
            headed.update(around if portion.known.inside(*HEADINGS) else ())
    boxes = {name: _box(element, held) for name, element in named.items() if name}
    shared = Counter(boxes.values())
    for name, box in boxes.items():
        element = box if shared[box] == 1 else named[name]
        if len(held[element]) <= MOST_LINES and element not in headed:
            yield name, list(held[element].values())


def _box(element: PageElement, held: Mapping[PageElement, Mapping[int, Line]]) -> PageElement:
    """What an element stands in, where a mark on a line of its own is all that it holds; else itself."""
    alone = len(held[element]) == 1 and MARK.fullmatch(next(iter(held[element].values())).words)
    return element.parent if alone and element.parent else element


def _line_of(lines: Sequence[Line], start: int) -> Line:
    return lines[max(0, bisect_right(lines, start, key=lambda line: line.text.start) - 1)]


def _calls(
    decoded: Decoded, links: Sequence[tuple[Portion, str]], targets: Mapping[str, Sequence[Line]]
) -> Iterator[tuple[str, tuple[int, int], str]]:
    """The name to which a mark leads, its span of the capture and the mark itself, in the order of the text."""
    for portion, name in links:
        mark = decoded.text[portion.start : portion.end]
        if name not in targets or not MARK.fullmatch(mark) or targets[name][0].text.start <= portion.start:
            continue
        assert isinstance(portion.known, PageElement)
        if portion.known.inside("sup") or IN_BRACKETS.match(mark) or _leads_back(targets[name], portion.known, links):
            yield name, (portion.start, portion.end), mark


def _links(decoded: Decoded) -> Iterator[tuple[Portion, str]]:
    """What stands in links that lead to a place of the page, with the name of that place."""
    for portion in decoded.portions:
        link = portion.known.inside("a") if isinstance(portion.known, PageElement) else None
        address = link.attributes.get("href", "") if link else ""
        if address.startswith("#"):
            yield portion, address[1:]


def _leads_back(note: Sequence[Line], call: PageElement, links: Sequence[tuple[Portion, str]]) -> bool:
    """Whether a link in what a mark leads to leads back to the mark, or to what it stands in: each names the other."""
    names = {each.attributes.get("id", "") for each in call.around()} - {""}
    return any(name in names and any(line.holds(portion.start) for line in note) for portion, name in links)


def _is_note(lines: Sequence[Line], calls: Sequence[tuple[str, tuple[int, int], str]], name: str) -> bool:
    """Whether what a mark leads to can be its note: no call stands in it, and a number at its head is that of the mark."""
    if any(line.holds(start) for line in lines for _, (start, _), _ in calls):
        return False
    printed = NUMBER.match(lines[0].words)
    marks = [NUMBER.match(mark) for called, _, mark in calls if called == name]
    return not printed or any(mark and mark[1] == printed[1] for mark in marks)
