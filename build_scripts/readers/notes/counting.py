"""Marks that call notes and count things in one text: ①…；②… behind a colon counts, where each number has another call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.model import Doubt
from build_scripts.readers.notes.marks import numbers_of
from build_scripts.readers.notes.note_systems import System
from build_scripts.readers.notes.printed import PrintedCall

COUNT = ("circled", "round")  # marks that count things as well


def leave_counting(system: System) -> None:
    """Marks that count what follows a colon, from 1 up, call nothing where all their numbers are called without them; a note of
    a foot that is called twice otherwise is told.
    """
    if system.mark.name not in COUNT:
        return
    calls = sorted((call for note in system.notes for call in note.calls), key=lambda call: call.start)
    counting = {call.start for run in _runs(calls) if len(run) > 1 and run[0].before in (":", "：") for call in run}
    left = {
        call.start
        for note in system.notes
        for call in note.calls
        if call.start in counting and any(other.start not in counting for other in note.calls)
    }
    for run in _runs(calls):
        if any(call.start not in left for call in run):
            left -= {call.start for call in run}
    system.notes = [replace(note, calls=tuple(call for call in note.calls if call.start not in left)) for note in system.notes]
    twice = list(_called_twice(system))
    system.doubts += twice
    system.mild += len(twice)


def _called_twice(system: System) -> Iterator[Doubt]:
    for note in system.notes:
        if len(note.calls) > 1 and note.calls[0].before:
            first, second = note.calls[0], note.calls[1]
            mark = second.shown.strip()
            sentence = f"{mark} calls the note that raw line {first.line} calls; it may count something"
            hint = f"write “not-a-call: {{lines: {second.line}, words: {mark}}}” under “structure” if it does"
            yield Doubt(second.line, "doubtful-note", sentence, hint)


def _runs(calls: Sequence[PrintedCall]) -> list[list[PrintedCall]]:
    """The calls in runs that count up by one; a call of another number begins a run of its own."""
    runs: list[list[PrintedCall]] = []
    for call in calls:
        number = numbers_of(call.mark)[0]
        if runs and number == numbers_of(runs[-1][-1].mark)[0] + 1:
            runs[-1].append(call)
        else:
            runs.append([call])
    return runs
