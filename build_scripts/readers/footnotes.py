"""Notes at the feet of columns, numbered afresh on each page, become one sequence in the order of their calls.

Learnt from seeds/wang-wenze/raw.txt:290-352, where a page calls two notes, prints them at the foot of its first column
and goes on below them in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.diagnostics import BadInput, Diagnostic, line_of
from build_scripts.model import Call, Note, Place, Source
from build_scripts.readers.lines import Line, gather
from build_scripts.text.characters import OUTER, bare, closes_sentence
from build_scripts.traced import Edit, Traced

BRACKETED = r"[［\[〔](\d{1,3})[］\]〕]"
CIRCLED = r"([①-⑳])"
# How a note begins: a title, an author before a title, a quotation, “see”, a Latin name.
NOTE_OPENING = re.compile(
    r"(?:参见|參見|转引自|轉引自|[^。，；：]{2,12}[：:])?[《“〈「]|[参參]?[见見]|[A-Z][A-Za-z.,]* |https?:|\d{4}年"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a capture prints its note numbers."""

    call: re.Pattern[str]
    label: re.Pattern[str]


def _style(number: str) -> Style:
    return Style(re.compile(number), re.compile(rf"^{OUTER}{number}{OUTER}"))


def find_style(lines: Sequence[Line]) -> Style:
    """Numbers in brackets; in circles where no bracketed number is called and a line with one reads like a note."""
    bracketed, circled = _style(BRACKETED), _style(CIRCLED)
    if any(bracketed.call.search(line.words) for line in lines):
        return bracketed
    return circled if any(_reads_like_note(line, circled) for line in lines) else bracketed


def _number(match: re.Match[str]) -> int:
    digits = match[1]
    return int(digits) if digits.isdecimal() else ord(digits) - ord("①") + 1


@dataclass(frozen=True, slots=True)
class Printed:
    """A call, or a note with its text, under the number printed in the capture."""

    number: int
    start: int
    end: int
    note: Traced | None = None


def split_notes(lines: Sequence[Line], style: Style) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the column, and those of each note, in the order of the capture.

    A line that begins with a number opens a note where that number has been called and its note has not come, where it
    follows the note before it, or where it reads like a note; otherwise it begins with a call.
    """
    column: list[Line] = []
    notes: list[list[Line]] = []
    called: set[int] = set()
    inside, last = False, 0
    for index, line in enumerate(lines):
        label = style.label.match(line.words)
        number = _number(label) if label else 0
        if label and (number in called or inside or (last and number == last + 1) or _reads_like_note(line, style)):
            called.discard(number)
            notes.append([])
            inside, last = True, number
        if inside:
            notes[-1].append(line)
            inside = not _ends_note(lines, index)
        else:
            column.append(line)
            last = 0
            called |= {_number(call) for call in style.call.finditer(line.words)}
    return column, notes


def _reads_like_note(line: Line, style: Style) -> bool:
    label = style.label.match(line.words)
    return bool(label and NOTE_OPENING.match(line.words[label.end() :]))


def _ends_note(lines: Sequence[Line], index: int) -> bool:
    """A note ends with its sentence at the end of a line, or where another text object begins."""
    return closes_sentence(lines[index].words) or (index + 1 < len(lines) and lines[index + 1].starts_object)


def pair_notes(
    source: Source, raw: str, column: Sequence[Line], note_lines: Iterable[Sequence[Line]], style: Style
) -> tuple[list[Call], list[Note]]:
    """Calls and notes under the document's own numbers, in reading order; a number is free again once its note came.

    Raises BadInput with each `duplicate-call`, `orphan-call` and `orphan-note` and its line.
    """
    events = sorted([*_calls(column, style), *_notes(note_lines, style)], key=lambda event: event.start)
    pending: dict[int, Call] = {}
    calls: list[Call] = []
    notes: list[Note] = []
    problems: list[tuple[int, str, str]] = []
    for event in events:
        if event.note is None and event.number not in pending:
            pending[event.number] = Call(event.start, event.end, len(calls) + 1)
            calls.append(pending[event.number])
        elif event.note is None:
            problems.append((event.start, "duplicate-call", f"note {event.number} is called twice before it comes"))
        elif event.number in pending:
            notes.append(Note(pending.pop(event.number).number, event.note))
        else:
            problems.append((event.start, "orphan-note", f"nothing calls note {event.number} of this page"))
        if event.note and not bare(event.note.text):
            problems.append((event.start, "orphan-call", f"note {event.number} has a number and no text"))
    for number, call in pending.items():
        problems.append((call.start, "orphan-call", f"note {number} is called here and never comes"))
    if problems:
        hint = "check the capture: a call or a note is missing, or a number was misread"
        raise BadInput(*(
            Diagnostic(Place(source.raw_path, line_of(raw, at)), rule, sentence, hint) for at, rule, sentence in problems
        ))  # fmt: skip
    return calls, sorted(notes, key=lambda note: note.number)


def _calls(column: Iterable[Line], style: Style) -> Iterator[Printed]:
    for line in column:
        for call in style.call.finditer(line.text.text):
            yield Printed(_number(call), line.text.start + call.start(), line.text.start + call.end())


def _notes(note_lines: Iterable[Sequence[Line]], style: Style) -> Iterator[Printed]:
    for lines in note_lines:
        text = gather(lines)
        label = style.label.match(text.text)
        if label:
            yield Printed(_number(label), text.start, 0, text.edit([Edit(0, label.end(), "", "note-label")]))
