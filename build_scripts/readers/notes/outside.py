"""What of the notes stands outside the text: the heading of their list, and calls beside names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.diagnostics import line_of
from build_scripts.model import CALLING_FIELDS, Document, Doubt, Field, Note
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.columns import CALL_AT_END
from build_scripts.traced import Traced


def heading_of_notes(line: Line) -> Traced:
    """The heading of a list of notes is taken out: the page has its own."""
    size = len(line.text.text.rstrip())
    words, end = line.text.partition([size])
    return Traced((*words.removed("notes-heading").runs, *end.removed("blank-line").runs))


def number_by_text(document: Document) -> Document:
    """The document with notes that no text and no title calls behind the others: a mark beside a name counts none, as no page
    shows it as a call.
    """
    aside = [run for item in document.fields if item.name not in CALLING_FIELDS for run in item.text.runs]
    called = {call.number for call in document.calls if not any(run.start <= call.start < run.end for run in aside)}
    order = sorted(document.notes, key=lambda note: (note.number not in called, note.number))
    now = {note.number: number for number, note in enumerate(order, 1)}
    notes = tuple(Note(now[note.number], note.text) for note in order)
    return replace(document, notes=notes, calls=tuple(replace(call, number=now[call.number]) for call in document.calls))


def calls_in_fields(document: Document, raw: str) -> Iterator[Doubt]:
    """Calls that stand beside a name or a subtitle: they stay there, and their notes are listed."""
    for item in document.fields:
        if item.name in CALLING_FIELDS:
            yield from _mark_of_title(document, item, raw)
            continue
        calls = [call for call in document.calls if any(run.start <= call.start < run.end for run in item.text.runs)]
        if calls:
            sentence = f"the {item.name} calls note {calls[0].number}; the mark stays in it"
            yield Doubt(
                line_of(raw, calls[0].start),
                "orphan-call",
                sentence,
                "correct it in decisions.yaml, or name the mark under “not-a-call”",
            )


def _mark_of_title(document: Document, item: Field, raw: str) -> Iterator[Doubt]:
    """A mark at the end of a title that calls no note stays there, as a figure or a sign of the print."""
    match = CALL_AT_END.search(item.text.text.rstrip())
    if not match or match[0][0] in "（(":  # which number the parts of a series
        return
    at = item.text.partition([match.start()])[1].start
    if not any(call.start < at + len(match[0]) and at < call.end for call in document.calls):
        sentence = f"the title ends in “{match[0]}”, which calls no note that was found"
        hint = "name the line of the note under “note”, or correct the title in decisions.yaml"
        yield Doubt(line_of(raw, at), "orphan-call", sentence, hint)
