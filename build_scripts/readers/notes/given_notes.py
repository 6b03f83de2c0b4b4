"""Notes and calls as an editor gives them: lines that are a note of a number, and words inside a line that call one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.diagnostics import line_of
from build_scripts.readers.notes.marks import BARE, CallForm, numbers_of
from build_scripts.readers.notes.marks import MARKS as KINDS
from build_scripts.readers.notes.note_systems import Paired, System, pair_in_order
from build_scripts.readers.notes.printed import PrintedCall
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import WordsInLine
from build_scripts.roles import Given, Role

MARKS = (Role.CALL, Role.NOT_A_CALL)  # words that an editor gives so stay in their line
MISREAD = re.compile(r"[［\[〔(（【][^\s［\[〔(（【］\]〕)）】]{1,4}[］\]〕)）】]")


@dataclass(frozen=True, slots=True)
class GivenNotes:
    """What an editor gives: notes by their numbers, and calls with theirs."""

    notes: tuple[tuple[int, tuple[Line, ...]], ...] = ()
    calls: tuple[PrintedCall, ...] = ()

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the calls stand, half-open code points of the capture."""
        return tuple((call.start, call.end) for call in self.calls)


def set_apart(
    lines: Sequence[Line], given: Mapping[int, Given], words: Sequence[WordsInLine], raw: str
) -> tuple[list[Line], GivenNotes]:
    """The lines without those that an editor gives as notes of a number; and these, with the calls that the editor gives."""
    left: list[Line] = []
    notes: list[tuple[int, tuple[Line, ...]]] = []
    for line in lines:
        each = given.get(line.number)
        if not each or each.role is not Role.NOTE or not each.number:
            left.append(line)
        elif notes and notes[-1][0] == each.number:
            notes[-1] = (each.number, (*notes[-1][1], line))
        else:
            notes.append((each.number, (line,)))
    return left, GivenNotes(tuple(notes), tuple(_call(each, raw) for each in words if each.given.role is Role.CALL))


def _call(words: WordsInLine, raw: str) -> PrintedCall:
    """The mark among the words that an editor quotes, one in brackets that was misread too; the words themselves where there is
    none or more than one.
    """
    found = [match for mark in KINDS for match in mark.call.finditer(raw, words.start, words.end) if numbers_of(match[1])]
    found = found or list(MISREAD.finditer(raw, words.start, words.end))
    start, end = found[0].span() if len({match.span() for match in found}) == 1 else (words.start, words.end)
    mark = raw[start:end]
    number = words.given.number or next(iter(numbers_of(mark)), 0)
    return PrintedCall(start, end, line_of(raw, start), mark, mark, number)


def notes_of_editor(given: GivenNotes, calls: Sequence[PrintedCall], found: Sequence[System]) -> list[System]:
    """The notes that an editor gives, with the marks of their numbers that no note found by itself has."""
    if not given.notes:
        return []
    numbers = {number for number, _ in given.notes}
    used = {call.start for system in found for note in system.notes for call in note.calls}
    firm = [call for call in calls if call.start not in used and set(numbers_of(call.mark)) & numbers]
    system = System(_mark_of(given.notes[0][1][0]), "given")
    system.taken = {line.start for _, lines in given.notes for line in lines}
    pair_in_order(system, [(number, list(lines)) for number, lines in given.notes], _once(firm), "")
    system.notes = [replace(note, mark=_mark_of(note.lines[0])) for note in system.notes]
    system.open_calls = []
    return [system]


def _once(calls: Sequence[PrintedCall]) -> list[PrintedCall]:
    """The calls in the order of the capture, of two that overlap the first kind of mark."""
    kept: list[PrintedCall] = []
    for call in calls:
        if not any(call.start < other.end and other.start < call.end for other in kept):
            kept.append(call)
    return sorted(kept, key=lambda call: call.start)


def _mark_of(line: Line) -> CallForm:
    """The kind of mark with which a line begins; bare numbers where it begins with none."""
    return next((mark for mark in KINDS if mark.label.match(line.text.text)), BARE)


def call_by_editor(given: GivenNotes, systems: list[System]) -> None:
    """Put each call that an editor gives to a note of its number: one that nothing calls, the next below it, or the last."""
    for call in given.calls:
        places = [(system, at) for system in systems for at, note in enumerate(system.notes) if note.number == call.number]
        below = [place for place in places if _note(place).lines[0].text.start > call.start]
        silent = [place for place in below or places if not _note(place).calls]
        chosen = next(iter(silent or below or places[-1:]), None)
        if chosen:
            system, at = chosen
            note = system.notes[at]
            system.notes[at] = replace(note, calls=tuple(sorted((*note.calls, call), key=lambda each: each.start)))
        else:
            systems.append(System(BARE, "given", open_calls=[call]))


def _note(place: tuple[System, int]) -> Paired:
    return place[0].notes[place[1]]
