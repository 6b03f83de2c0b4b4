"""The notes of all systems of a document under its own numbers."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.model import Call, Note
from build_scripts.readers.notes.marks import numbers_of
from build_scripts.readers.notes.note_systems import System
from build_scripts.readers.notes.printed import PrintedCall
from build_scripts.readers.parts.lines import gather
from build_scripts.traced import Edit


def number_notes(systems: Sequence[System]) -> tuple[tuple[Call, ...], tuple[Note, ...]]:
    """Calls and notes under the document's own numbers: in the order of their first calls, uncalled ones where they stand."""
    every = [note for system in systems for note in system.notes]
    called = sorted((note for note in every if note.calls), key=lambda note: note.calls[0].start)
    rest = sorted((note for note in every if not note.calls), key=lambda note: note.lines[0].text.start)
    calls, notes = [], []
    for number, note in enumerate([*called, *rest], 1):
        text = gather(note.lines)
        label = note.mark.label.match(text.text)
        notes.append(Note(number, text.edit([Edit(0, label.end(), "", "note-label")]) if label else text))
        calls += [(call.start, _place(call), Call(call.start, call.end, number)) for call in note.calls]
    return tuple(call for *_, call in sorted(calls, key=lambda each: each[:2])), tuple(notes)


def _place(call: PrintedCall) -> int:
    """The place of a number among those of its mark, in which order they are shown."""
    numbers = numbers_of(call.mark)
    return numbers.index(call.number) if call.number in numbers else 0
