"""Systems of notes: calls and notes of one kind of mark, paired, and what is left over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.notes.marks import MARKS, CallForm, numbers_of
from build_scripts.readers.notes.note_groups import NoteGroup
from build_scripts.readers.notes.printed import Labels, PrintedCall, reads_like_note
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import bare

MOST_SHOWN = 12
SHARE = 0.5  # of labels that must be called, where marks mean other things as well
HINT = "write “notes: {mark: …, place: foot}” in source.yaml, or give the lines their roles under “structure”"
MEANING_ELSE = ("star", "circled", "round")  # where nothing pairs, such marks are no calls


@dataclass(frozen=True, slots=True)
class Paired:
    """A note as printed: its label's number, its lines, and the calls that lead to it."""

    number: int
    mark: CallForm
    lines: tuple[Line, ...]
    calls: tuple[PrintedCall, ...] = ()

    @property
    def words(self) -> str:
        """The words behind the label, of the line below where nothing stands behind it."""
        label = self.mark.label.match(self.lines[0].words)
        rest = self.lines[0].words[label.end() :] if label else self.lines[0].words
        return rest or (self.lines[1].words if len(self.lines) > 1 else "")


@dataclass(slots=True)
class System:
    """One way of reading the notes of one kind of mark."""

    mark: CallForm
    place: str
    notes: list[Paired] = field(default_factory=list)
    open_calls: list[PrintedCall] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)  # where the lines begin that belong to notes, or head their list
    headings: tuple[Line, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    mild: int = 0  # of the doubts, how many do not speak against this way of reading

    @property
    def open_notes(self) -> list[Paired]:
        return [note for note in self.notes if not note.calls]

    @property
    def paired(self) -> int:
        return sum(len(note.calls) > 0 for note in self.notes)

    @property
    def cost(self) -> float:
        """How much is left over; a repeated or missing number weighs more than a doubt."""
        left_over = 2.0 * len(self.open_calls) + 1.5 * len(self.open_notes) + 0.5 * (len(self.doubts) - self.mild)
        return left_over - 1.0 * self.paired - 3.0 * (self.place == "end" and bool(self.headings))


def pair_in_order(
    system: System, notes: Sequence[tuple[int, list[Line]]], calls: Sequence[PrintedCall], numbering: str
) -> None:
    """Pair in the order of the capture: a number is free again once its note has come."""
    events: list[tuple[int, PrintedCall | tuple[int, list[Line]]]] = [(call.start, call) for call in calls]
    events += [(group[0].text.start, (number, group)) for number, group in notes]
    pending: dict[int, list[PrintedCall]] = {}
    last: dict[int, int] = {}  # the place in system.notes of the latest note of each number
    for _, event in sorted(events, key=lambda pair: pair[0]):
        if isinstance(event, PrintedCall):
            for number in numbers_of(event.mark):
                pending.setdefault(number, []).append(replace(event, number=number))
            continue
        number, group = event
        last[number] = len(system.notes)
        system.notes.append(Paired(number, system.mark, tuple(group), tuple(pending.pop(number, ()))))
    restarts = numbering in ("page", "section") or [note.number for note in system.notes] != sorted(
        {note.number for note in system.notes}
    )
    for number, waiting in sorted(pending.items()):
        if number in last and not restarts:  # numbered through the document: called again
            note = system.notes[last[number]]
            system.notes[last[number]] = replace(note, calls=(*note.calls, *waiting))
        else:
            system.open_calls += waiting


def pair_groups(system: System, groups: Sequence[NoteGroup], calls: Sequence[PrintedCall], numbering: str) -> None:
    """Pair groups of notes with the calls above each. Several groups that no call stands between are the sections' own lists,
    set together at the end: each belongs to one run of calls that count up. Where that does not come out nothing is paired.
    """
    notes = [note for group in groups for note in group.notes]
    edges = [(one.last.text.start, other.notes[0][1][0].text.start) for one, other in pairwise(groups)]
    together = [not any(start < call.start < end for call in calls) for start, end in edges]
    counting = [one.notes[-1][0] < other.notes[0][0] for one, other in pairwise(groups)]
    if not together or not all(together) or all(counting):
        pair_in_order(system, notes, calls, numbering)
        return
    runs = _runs_of(calls)
    if len(runs) != len(groups):
        system.open_calls += calls
        system.notes += [Paired(number, system.mark, tuple(lines)) for number, lines in notes]
        return
    for group, run in zip(groups, runs, strict=True):
        by_number = _by_number(run)
        known = {number for number, _ in group.notes}
        system.notes += [
            Paired(number, system.mark, tuple(lines), tuple(by_number.get(number, ()))) for number, lines in group.notes
        ]
        system.open_calls += [call for number, each in by_number.items() if number not in known for call in each]


def _runs_of(calls: Sequence[PrintedCall]) -> list[list[PrintedCall]]:
    """The calls in runs: one begins where note 1 is called after a higher one."""
    runs: list[list[PrintedCall]] = []
    highest = 0
    for call in calls:
        numbers = numbers_of(call.mark)
        if not runs or (numbers[0] == 1 and highest > 1):
            runs.append([])
            highest = 0
        runs[-1].append(call)
        highest = max(highest, *numbers)
    return runs


def _by_number(calls: Sequence[PrintedCall]) -> dict[int, list[PrintedCall]]:
    found: dict[int, list[PrintedCall]] = {}
    for call in calls:
        for number in numbers_of(call.mark):
            found.setdefault(number, []).append(replace(call, number=number))
    return found


def leave_labels(system: System) -> None:
    """A label of which no text follows heads no note: it stays in the text, and so do the marks that bear its number."""
    for note in [note for note in system.notes if not bare(note.words)]:
        system.notes.remove(note)
        system.open_calls += note.calls
        system.taken -= {line.start for line in note.lines}
        sentence = f"note {note.number} has a number and no text"
        hint = "check the capture: the text of the note is missing"
        system.doubts.append(Doubt(note.lines[0].number, "orphan-call", sentence, hint))


def call_once(systems: Sequence[System]) -> None:
    """A raised figure may call a note or a reference of a list that is headed, never both: where notes have it as their label,
    it calls these.
    """
    called = {call.start for system in systems if not system.headings for note in system.notes for call in note.calls}
    labels = {note.lines[0].text.start for system in systems for note in system.notes}
    for system in systems if called else ():
        if system.headings:
            system.notes = [
                replace(note, calls=tuple(call for call in note.calls if call.start not in called | labels))
                for note in system.notes
            ]


def keep_halves(system: System) -> None:
    """A mark of several numbers one of which has no note calls none: it stays in the text, or a number of it would be lost."""
    halves = {call.start for call in system.open_calls}
    if halves:
        system.notes = [
            replace(note, calls=tuple(call for call in note.calls if call.start not in halves)) for note in system.notes
        ]


def marks_alone(lines: Sequence[Line], taken: Collection[int]) -> list[Line]:
    """The lines that are a mark and nothing else, below a line of a note, which begins at a place in `taken`, or below such
    a line.
    """
    found: list[Line] = []
    for before, line in pairwise(lines):
        below = before.start in taken or before in found[-1:]
        if below and line.start not in taken and any(mark.call.fullmatch(line.words) for mark in MARKS):
            found.append(line)
    return found


def keep_alone(system: System, alone: Sequence[Line]) -> None:
    """Marks that are all of a line below a note call nothing: of no text it can be told that they stand in it."""
    left = [call for note in system.notes for call in note.calls if any(line.holds(call.start) for line in alone)]
    if left:
        system.open_calls += left
        system.notes = [replace(note, calls=tuple(call for call in note.calls if call not in left)) for note in system.notes]


def star_alone(lines: Sequence[Line], mark: CallForm, labels: Labels) -> System | None:
    """Where a star is all of its line and another opens what reads like a note: the first may call the second."""
    alone = any(mark.label.fullmatch(lines[at].text.text) for at in labels)
    like = [lines[at].number for at in labels if reads_like_note(lines[at], mark)]
    if mark.name != "star" or not alone or not like:
        return None
    sentence = f"raw line {like[0]} may be a note: it begins with a star, and another star is all of its line"
    return System(mark, "none", doubts=[Doubt(like[0], "doubtful-note", sentence, f"write “note: {like[0]}” if it is")])


def may_be_notes(system: System) -> System | None:
    """Where marks that mean other things as well are called like notes and do not read like them: they stay, and are told."""
    if not system.paired or system.paired < SHARE * len(system.notes):
        return None
    line = system.notes[0].lines[0].number
    sentence = f"lines with numbers as raw line {line} has one may be notes: the text has the same numbers"
    hint = f"write “notes: {{mark: {system.mark.name}}}” in source.yaml if they are"
    return System(system.mark, "none", doubts=[Doubt(line, "doubtful-note", sentence, hint)])


def told_apart(best: System, other: System, among: Sequence[Line]) -> Iterator[Doubt]:
    """A doubt where two ways of reading pair as well as each other and give a line to the notes, or to the text."""
    differ = best.taken ^ other.taken
    lines = [line.number for line in among if line.start in differ]
    if lines and best.paired == other.paired and not other.open_notes and not other.open_calls:
        sentence = f"it is not certain where the note ends: raw line {lines[0]} may belong to text"
        hint = f"write “note: {lines[0]}” or “continued: {lines[0]}” under “structure”"
        yield Doubt(lines[0], "doubtful-note", sentence, hint)


def tell_open(systems: Sequence[System], kept: frozenset[int] | None = None) -> list[Doubt]:
    """What does not pair, as one list for the document. Marks count on the raw lines in `kept` alone, where a reader names
    them: one that is taken out calls nothing.
    """
    calls = sorted(
        (call for system in systems for call in system.open_calls if system.notes or system.mark.name not in MEANING_ELSE),
        key=lambda call: call.start,
    )
    calls = list({call.start: call for call in calls if kept is None or call.line in kept}.values())
    notes = [note for system in systems if _may_be_called(system) for note in system.open_notes]
    notes.sort(key=lambda note: note.lines[0].text.start)
    told = []
    if calls:
        shown = _listed([f"{call.shown.strip()} (line {call.line})" for call in calls])
        what = "mark calls no note and stays" if len(calls) == 1 else "marks call no note and stay"
        told.append(f"{len(calls)} {what} in the text: {shown}")
    if notes:
        shown = _listed([f"{note.number} (line {note.lines[0].number})" for note in notes])
        told.append(f"{len(notes)} {'note is' if len(notes) == 1 else 'notes are'} called nowhere: {shown}")
    found = []
    if told:
        line = calls[0].line if calls else notes[0].lines[0].number
        hint = f"{HINT}; “not-a-call: {{words: …}}” ends the doubt" if calls else HINT
        found.append(Doubt(line, "orphan-call" if calls else "orphan-note", "; ".join(told), hint))
    return found


def _may_be_called(system: System) -> bool:
    """Whether a note that nothing calls is worth telling: a list of references may stand without calls."""
    return bool(system.paired or system.open_calls or not system.headings)


def _listed(shown: Sequence[str]) -> str:
    more = f" and {len(shown) - MOST_SHOWN} more" if len(shown) > MOST_SHOWN else ""
    return ", ".join(shown[:MOST_SHOWN]) + more
