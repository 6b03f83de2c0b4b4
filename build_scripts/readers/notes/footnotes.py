"""Notes and their calls: found by their marks, at the feet of columns or in a list at the end, and paired.

Each kind of mark that occurs is tried as a system of notes: as a list at the end, and as feet of columns, whose lines are
told from the text by weighted evidence (`roles/grammars/notes.yaml`). The way that pairs best is taken; what does not pair
is a doubt, stays where it stands, and stops nothing. Learnt from a journal's page that calls two notes, prints them at the
foot of its first column and goes on below them in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts.model import Call, Doubt, Note, NoteStyle
from build_scripts.readers.laid.types import is_small
from build_scripts.readers.notes.counting import leave_counting
from build_scripts.readers.notes.feet import find_feet
from build_scripts.readers.notes.figures import FIGURES, FIGURES_BEFORE_UNITS, find_figures, tell_feet
from build_scripts.readers.notes.given_notes import GivenNotes, call_by_editor, notes_of_editor
from build_scripts.readers.notes.marks import BARE, IN_BRACKETS, MARKS, RAISED, CallForm, callers, numbers_of
from build_scripts.readers.notes.note_ends import hold_text, may_go_on
from build_scripts.readers.notes.note_groups import find_groups
from build_scripts.readers.notes.note_list import AFTER, ListedNotes, find_list, headings_above, labels_inside, stands_below
from build_scripts.readers.notes.note_systems import (
    SHARE,
    Paired,
    System,
    call_once,
    keep_alone,
    keep_halves,
    leave_labels,
    marks_alone,
    may_be_notes,
    pair_groups,
    pair_in_order,
    star_alone,
    tell_open,
    told_apart,
)
from build_scripts.readers.notes.numbered import number_notes
from build_scripts.readers.notes.points_of_text import numbers_text
from build_scripts.readers.notes.printed import NOTE_OPENING, Labels, PrintedCall, labels_of, printed_calls
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.geometry import Geometry
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence

ENUMERATES = re.compile(r"[\s：:；;，,、（(]?")  # before a mark that counts what follows, and calls nothing


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a document, the lines of its text without them, and what is open."""

    column: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    calls: tuple[Call, ...] = ()
    headings: tuple[Line, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    systems: tuple[System, ...] = ()

    def tell(self, kept: frozenset[int] | None = None) -> tuple[Doubt, ...]:
        """Every doubt, with what does not pair as one list; `kept` holds the raw lines on which marks count."""
        return *self.doubts, *tell_open(self.systems, kept)


@dataclass(frozen=True, slots=True)
class Asked:
    """What notes are sought in: lines that are not blank, in the order of reading, with their geometry; what an editor
    declares, and has said of lines, by index; and the spans of the capture, half-open code points, that call nothing.
    """

    lines: Sequence[Line]
    geometry: Geometry
    style: NoteStyle = field(default_factory=NoteStyle)
    fixed: Mapping[int, Role] = field(default_factory=dict)
    not_calls: Sequence[tuple[int, int]] = ()
    paragraphs: bool = False  # whether each line is a paragraph, as on web pages
    given: GivenNotes = field(default_factory=lambda: GivenNotes())

    def calls(self, mark: CallForm, apart: frozenset[int] = frozenset()) -> list[PrintedCall]:
        return printed_calls(self.lines, mark, apart, (*self.not_calls, *self.given.spans))


def find_notes(asked: Asked) -> Notes:
    """The notes of a document: what pairs as notes, what is text, and what is open."""
    lines = asked.lines
    systems = _apart([system for mark in _marks(asked) if (system := _best(asked, mark))])
    call_once(systems)
    systems += notes_of_editor(asked.given, [call for mark in (*MARKS, BARE) for call in asked.calls(mark)], systems)
    call_by_editor(asked.given, systems)
    for system in systems:
        leave_labels(system)
    taken = {start for system in systems for start in system.taken}
    alone = marks_alone(lines, taken)
    for system in systems:
        keep_halves(system)
        keep_alone(system, alone)
    paired = {call.start for system in systems for note in system.notes for call in note.calls}
    for system in systems:
        system.open_calls = [call for call in system.open_calls if call.start not in paired]
    given = [line for _, each in asked.given.notes for line in each]  # none of `lines`, so what of it is no note comes back
    column = tuple(line for line in (*lines, *given) if line.start not in taken)
    headings = tuple(line for system in systems for line in system.headings)
    of_notes = {line.start: line.number for line in (*lines, *given) if line.start in taken}
    doubts = tuple(
        doubt
        for system in systems
        for doubt in system.doubts
        if doubt.line in {of_notes[start] for start in system.taken} or doubt.line not in of_notes.values()
    )  # no doubt on a line of other notes
    calls, notes = number_notes(systems)
    return Notes(column, notes, calls, headings, doubts, tuple(systems))


def _apart(systems: Sequence[System]) -> list[System]:
    """The systems, of two that want the same line the one that pairs better: a line is of one note."""
    used: set[int] = set()
    kept = []
    for system in sorted(systems, key=lambda system: system.cost):
        if not system.taken & used:
            kept.append(system)
            used |= system.taken
    return [system if any(system is each for each in kept) else _left(system) for system in systems]


def _left(system: System) -> System:
    """What is left of a system whose lines are of other notes: its calls, which stay and are told."""
    calls = [*system.open_calls, *(call for note in system.notes for call in note.calls)]
    return System(system.mark, "none", open_calls=sorted(calls, key=lambda call: call.start))


def _marks(asked: Asked) -> list[CallForm]:
    if asked.style.mark == "none":
        return []
    laid = any(line.laid for line in asked.lines)
    marks = [RAISED if laid and mark.name == RAISED.name else mark for mark in (*MARKS, BARE)]
    known = [mark for mark in marks if mark.name == asked.style.mark]
    return known or marks


def _best(asked: Asked, mark: CallForm) -> System | None:
    """The better of feet of columns and a list at the end; None where the marks are no notes."""
    style = asked.style
    declared = style.mark == mark.name
    labels = labels_of(asked.lines, mark)
    if mark is RAISED:
        labels = {at: number for at, number in labels.items() if is_small(asked.lines[at]) or _opens_raised(asked.lines[at])}
    if not labels:
        return _only_calls(asked, mark)
    if asked.paragraphs:
        way = _from_groups(asked, mark, labels)
        sure = way and (declared or (_is_credible(way) and not _is_list_in_text(asked, way)))
        return way if sure else _only_calls(asked, mark)
    ways = []
    if style.place in ("", "foot"):
        ways += [_from_feet(asked, mark, labels)] if mark is not BARE else _from_figures(asked)
    if style.place in ("", "end"):
        listed = find_list(asked.lines, mark, labels)
        ways += [_from_list(asked, mark, listed)] if listed else []
    ways = [way for way in ways if declared or not numbers_text(way, asked.lines, labels)]
    credible = [way for way in ways if declared or _is_credible(way)]
    if not credible:
        told = star_alone(asked.lines, mark, labels) or _only_calls(asked, mark)
        told = told or next(filter(None, map(may_be_notes, ways)), None)
        return told or (tell_feet(asked.calls(FIGURES), asked.lines) if mark is BARE else None)
    best = min(credible, key=lambda way: way.cost)
    best.doubts += [
        doubt for way in credible if way is not best and not best.headings for doubt in told_apart(best, way, asked.lines)
    ]
    return best


def _opens_raised(line: Line) -> bool:
    return line.words[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _is_list_in_text(asked: Asked, system: System) -> bool:
    """Whether lines that begin with stars are points of a list: text follows them, and none begins as notes do."""
    last = max(system.taken, default=0)
    below = any(line.start > last and closes_sentence(line.words) and not AFTER.match(line.words) for line in asked.lines)
    like = any(NOTE_OPENING.match(note.words) for note in system.notes)
    return system.mark.name == "star" and below and not like and not system.headings


def _is_credible(system: System) -> bool:
    """Whether marks that mean other things as well are notes here: most are called, or read like notes."""
    if not system.notes:
        return False
    if system.mark is FIGURES:
        return True  # taken as a whole, or not found
    like = sum(bool(NOTE_OPENING.match(note.words)) for note in system.notes)
    if system.headings and (like or system.paired):
        return True
    if system.mark.plain:
        named = system.mark.name == "named" and system.paired == len(system.notes) > 1  # 注1 says what it is
        return system.paired >= SHARE * len(system.notes) and (named or like >= SHARE * len(system.notes))
    return system.paired > 0 and (system.paired >= SHARE * len(system.notes) or like >= SHARE * len(system.notes))


def _only_calls(asked: Asked, mark: CallForm) -> System | None:
    """Marks that look like calls where there is no note: they stay, and are told. On web pages others than these mean else."""
    if asked.style.mark != mark.name and (mark.plain or (asked.paragraphs and mark.name not in (*IN_BRACKETS, "superscript"))):
        return None
    calls = asked.calls(mark)
    if asked.paragraphs and asked.style.mark != mark.name:
        calls = [call for call in calls if not ENUMERATES.fullmatch(call.before)]
    return System(mark, "none", open_calls=calls) if calls else None


def _from_list(asked: Asked, mark: CallForm, listed: ListedNotes) -> System:
    taken = {line.start for _, group in listed.notes for line in group}
    taken |= {listed.heading.start} if listed.heading else set()
    declared = mark is BARE and asked.style.mark == mark.name
    kinds = [*callers(mark), *([mark] if declared else [])]
    calls = [call for kind in kinds for call in asked.calls(kind, frozenset(taken))]
    by_number: dict[int, list[PrintedCall]] = {}
    known = {number for number, _ in listed.notes}
    if mark is BARE and listed.heading and not calls:  # figures that were raised, behind a stop
        figures = asked.calls(FIGURES, frozenset(taken))
        calls = figures if _count_up(figures, known) else []
    open_calls = []
    for call in calls:
        numbers = numbers_of(call.mark)
        if set(numbers) <= known:
            for number in numbers:
                by_number.setdefault(number, []).append(replace(call, number=number))
        elif not mark.plain:
            open_calls.append(call)
    notes = [Paired(number, mark, tuple(group), tuple(by_number.get(number, ()))) for number, group in listed.notes]
    system = System(mark, "end", notes, open_calls, taken, (listed.heading,) if listed.heading else ())
    last = listed.notes[-1][1][-1].start
    below = [line for line in asked.lines if line.start > last]
    if below and not stands_below(below[0].words):
        sentence = f"the last note of the list may go on: raw line {below[0].number} is read as text"
        system.doubts.append(
            Doubt(below[0].number, "doubtful-note", sentence, f"write “note: {below[0].number}” under “structure”")
        )
    system.doubts += [] if listed.heading else labels_inside(listed.notes, labels_of(asked.lines, mark), asked.lines)
    return system


def _from_groups(asked: Asked, mark: CallForm, labels: Labels) -> System | None:
    """Lists of notes between paragraphs: one at the end, or one for each section."""
    declared = asked.style.mark == mark.name
    groups = find_groups(asked.lines, mark, labels, asked.fixed, bare=not declared)
    if not groups:
        return None
    headings = tuple(group.heading for group in groups if group.heading)
    taken = {line.start for group in groups for _, each in group.notes for line in each} | {line.start for line in headings}
    system = System(mark, "end", taken=taken, headings=headings)
    known = {number for group in groups for number, _ in group.notes}
    calls = [call for kind in callers(mark) for call in asked.calls(kind, frozenset(taken))]
    if mark is BARE and (declared or not calls):
        figures = asked.calls(mark, frozenset(taken))
        calls += figures if declared or _count_up(figures, known) else []
    if not headings and not declared and mark.name in ("circled", "star", "round"):
        calls = [call for call in calls if not ENUMERATES.fullmatch(call.before)]
    calls = [call for call in calls if not mark.plain or set(numbers_of(call.mark)) <= known]
    pair_groups(system, groups, sorted(calls, key=lambda call: call.start), asked.style.numbering)
    system.doubts += may_go_on(asked.lines, groups[-1].last)
    given = {asked.lines[index].number for index in asked.fixed}
    system.doubts += hold_text([note for group in groups for _, note in group.notes], given)
    return system


def _count_up(figures: Sequence[PrintedCall], known: set[int]) -> bool:
    """Whether figures behind words are, each in its turn, the numbers of a list and nothing else."""
    return [number for call in figures for number in numbers_of(call.mark)] == sorted(known)


def _figures(asked: Asked) -> tuple[list[PrintedCall], Labels]:
    return find_figures(asked.calls(FIGURES), asked.calls(FIGURES_BEFORE_UNITS), asked.lines, asked.geometry)


def _from_figures(asked: Asked) -> list[System]:
    """Feet whose calls and labels are bare figures, where all of them pair; none else."""
    calls, labels = _figures(asked)
    system = _from_feet(asked, FIGURES, labels, calls) if labels else None
    return [system] if system and not system.open_calls and not system.open_notes else []


def _from_feet(asked: Asked, mark: CallForm, labels: Labels, calls: Sequence[PrintedCall] | None = None) -> System:
    """The feet that begin with `labels`; their calls are those that stand in the text, or of these `calls` alone."""
    others = _figures(asked)[1] if mark.name == "star" else {}
    foot = find_feet(asked.lines, mark, labels, asked.geometry, asked.fixed, others)
    first = {group[0].start for _, group in foot.notes}
    headings = tuple(headings_above(asked.lines, first, asked.fixed))
    heads = {line.start for line in headings}  # of which one may stand below a note that seems to go on
    notes = [(number, [line for line in group if line.start not in heads]) for number, group in foot.notes]
    taken = heads | {line.start for _, group in notes for line in group}
    system = System(mark, "foot", taken=taken, headings=headings, doubts=list(foot.doubts), mild=foot.mild)
    found = asked.calls(mark, frozenset(taken))
    outside = {call.start for kind in (mark, FIGURES_BEFORE_UNITS) for call in asked.calls(kind, frozenset(taken))}
    of_feet = found if calls is None else [call for call in calls if call.start in outside]
    pair_in_order(system, notes, of_feet, asked.style.numbering)
    leave_counting(system)
    return system
