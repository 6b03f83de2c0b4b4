"""Notes of a text whose lines are whole paragraphs, as web pages have them: one list at the end, or one below each section.

A group is a run of labels that counts up; a line between two labels of it belongs to the note above. The last note of a
group is its own line, and the lines that an editor gives to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.readers.notes.marks import CallForm
from build_scripts.readers.notes.note_list import AFTER, HEADING
from build_scripts.readers.notes.printed import Labels
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.columns import CALL_AT_END
from build_scripts.roles import Role

MOST_PARAGRAPHS = 6  # of one note


@dataclass(slots=True)
class NoteGroup:
    """The notes of one list, each number with its lines, and the line that heads it."""

    notes: list[tuple[int, list[Line]]]
    heading: Line | None = None

    @property
    def last(self) -> Line:
        """The line with which the group ends."""
        return self.notes[-1][1][-1]


def find_groups(
    lines: Sequence[Line], mark: CallForm, labels: Labels, fixed: Mapping[int, Role], bare: bool
) -> list[NoteGroup]:
    """The runs of labels that count up, in order. `fixed` holds, by index, what an editor has said of lines; marks that mean
    much else (`bare` tells that an editor has not declared them) count only below a heading.
    """
    starts = _starts(labels, fixed)
    groups = []
    for run in _runs(starts, lines, fixed):
        above = lines[run[0] - 1] if run[0] and fixed.get(run[0] - 1) is None else None
        heading = above if above and HEADING.fullmatch(above.words) else None
        if heading or not (mark.name == "bare" and bare):
            groups.append(NoteGroup(_notes(run, starts, lines, fixed), heading))
    return groups


def _starts(labels: Labels, fixed: Mapping[int, Role]) -> Labels:
    """The labels that may begin a note: not those of lines that an editor has said to be something else."""
    return {index: number for index, number in labels.items() if fixed.get(index, Role.NOTE) is Role.NOTE}


def _runs(starts: Labels, lines: Sequence[Line], fixed: Mapping[int, Role]) -> list[list[int]]:
    """Indices of lines whose labels follow one another: from 1, or from where the run before has ended."""
    runs: list[list[int]] = []
    for index in sorted(starts):
        last = runs[-1][-1] if runs else None
        follows = last is not None and starts[index] == starts[last] + 1
        if follows and last is not None and _is_near(last, index, lines, fixed):
            runs[-1].append(index)
        elif starts[index] == 1 or follows:
            runs.append([index])
    return runs


def _is_near(last: int, index: int, lines: Sequence[Line], fixed: Mapping[int, Role]) -> bool:
    """Whether all that stands between two labels can be of the note above."""
    between = range(last + 1, index)
    told = all(fixed.get(at) is Role.NOTE for at in between)
    free = len(between) < MOST_PARAGRAPHS and not any(at in fixed and fixed[at] is not Role.NOTE for at in between)
    return told or (free and not any(HEADING.fullmatch(lines[at].words) for at in between))


def _notes(
    run: Sequence[int], starts: Labels, lines: Sequence[Line], fixed: Mapping[int, Role]
) -> list[tuple[int, list[Line]]]:
    ends = [*run[1:], _end(run[-1], starts, lines, fixed)]
    return [(starts[index], list(lines[index:end])) for index, end in zip(run, ends, strict=True)]


def _is_alone(line: Line) -> bool:
    """Whether a line is a label and nothing else."""
    return bool(CALL_AT_END.fullmatch(line.words)) or line.words.isdigit()


def _end(last: int, starts: Labels, lines: Sequence[Line], fixed: Mapping[int, Role]) -> int:
    """The index of the line after the last note: it goes on as far as an editor says, and below a label alone by a line that
    neither begins a note nor heads notes.
    """
    end = last + 1
    free = end < len(lines) and end not in fixed and end not in starts
    if free and _is_alone(lines[last]) and not (AFTER.match(lines[end].words) or HEADING.fullmatch(lines[end].words)):
        end += 1
    while end < len(lines) and fixed.get(end) is Role.NOTE and not AFTER.match(lines[end].words):
        end += 1
    return end
