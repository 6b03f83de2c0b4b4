"""Notes of a saved page that stand inside a line, right behind their calls: sites show them beside the text or on a touch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.decode.decoded import Decoded, PageElement
from build_scripts.model import Doubt
from build_scripts.readers.elements.structure import is_named
from build_scripts.readers.notes.given_notes import GivenNotes
from build_scripts.readers.notes.printed import PrintedCall
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.raised import FIGURES
from build_scripts.readers.roles.given import in_ranges
from build_scripts.traced import concat

ROLES = frozenset({"tooltip", "note", "doc-footnote"})  # WAI-ARIA
PLAIN = {raised: plain for plain, raised in FIGURES.items()}


def inline_notes(lines: Sequence[Line], decoded: Decoded | None) -> tuple[list[Line], GivenNotes]:
    """The lines without what stands in an element of a note right behind a raised figure; and these notes, with their calls."""
    spans = list(_spans(decoded)) if decoded else []
    left: list[Line] = []
    notes: list[tuple[int, tuple[Line, ...]]] = []
    calls: list[PrintedCall] = []
    for line in lines:
        found = list(_called(line, spans))
        ends = [point - line.text.start for _, start, end in found for point in (start, end)]
        parts = line.text.partition(ends)
        left.append(replace(line, text=concat(parts[::2])) if found else line)
        for (call, _, _), part in zip(found, parts[1::2], strict=True):
            notes.append((len(notes) + 1, (replace(line, text=part),)))
            calls.append(replace(call, number=len(notes)))
    return left, GivenNotes(tuple(notes), tuple(calls))


def _spans(decoded: Decoded) -> Iterator[tuple[int, int]]:
    """The code points of the capture that stand in elements of notes, each whole."""
    known = [portion.known for portion in decoded.portions if isinstance(portion.known, PageElement)]
    notes = set(filter(_is_note, {one for each in known for one in each.around()}))
    element, start, end = None, 0, 0
    for portion in decoded.portions if notes else ():
        around = portion.known.around() if isinstance(portion.known, PageElement) else ()
        inside = next((one for one in around if one in notes), None)
        if inside is not element:
            if element and end > start:
                yield start, end
            element, start = inside, portion.start
        end = portion.end
    if element and end > start:
        yield start, end


def _is_note(element: PageElement) -> bool:
    """Whether an element inside a line is one of a note, by its role or its name."""
    inline = element.tag in ("span", "small", "aside", "em", "i", "div") and not element.inside("sup")
    return inline and (element.attributes.get("role", "") in ROLES or is_named(element, "notes"))


def _called(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[PrintedCall, int, int]]:
    """The raised figures of a line behind which a note stands in it, with the span of the note."""
    inside = list(_inside(line, spans))
    raised = [(at + len(run.text), run) for at, run in line.text.placed() if run.rule == "raised"] if inside else []
    for start, end in inside:
        before = [(at, run) for at, run in raised if run.end <= start]
        for at, run in before[-1:]:
            mark = run.text.translate(PLAIN)
            if mark.isdigit() and not line.text.text[at : start - line.text.start].strip():
                yield PrintedCall(run.start, run.end, line.number, mark, mark, int(mark)), start, end


def _inside(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans that stand in a line, behind its first character."""
    first, last = line.text.start, line.text.start + len(line.text.text)
    for start, end in spans[bisect_right(spans, (first, last)) :]:
        if start >= last:
            return
        if end <= last:
            yield start, end


def uncalled_notes(lines: Sequence[Line], decoded: Decoded | None) -> Iterator[Doubt]:
    """A doubt on the lines that hold what is named a note, behind no figure: it stays where it is."""
    spans = list(_spans(decoded)) if decoded else []
    found = [line.number for line in lines if len(list(_called(line, spans))) < len(list(_inside(line, spans)))]
    if found:
        sentence = f"{in_ranges(found)} with words inside that the page names a note, and no figure calls"
        hint = f"write “structure: {{note: …}}” with the words, or correct line {found[0]} in decisions.yaml"
        yield Doubt(found[0], "doubtful-line", sentence, hint)
