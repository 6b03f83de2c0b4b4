"""Notes as a list at the end of a text: under a heading such as 参考文献, or numbered through without one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.laid.types import is_small
from build_scripts.readers.notes.marks import CallForm
from build_scripts.readers.notes.printed import CITATION_END, Labels, reads_like_note
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.text.characters import closes_sentence
from build_scripts.text.forms import pattern
from build_scripts.text.lexicon import any_word

HEADING = pattern("notes-heading")
# What may stand below a list and is none of its notes.
STATEMENTS = any_word("articles", "editors", "authors", "funding", "received", "abstract", "headings_behind")
AFTER = re.compile(rf"[\[［【〔（(]?\s*[*＊]?\s*(?:{STATEMENTS}|{any_word('articles', 'sources')}\s*[:：])")
FEWEST = 2
SHORT_TAIL = 3  # lines at the very end that go with the last note
NEIGHBOURS = 8  # notes, and lines of each, that show how long and wide notes are
TRIES = 20  # lists that are looked at; notes that begin anew on each page are none
FAR = 30  # lines that no note of a list has


@dataclass(frozen=True, slots=True)
class ListedNotes:
    """The notes of a list, each number with its lines, and the line that heads it."""

    notes: tuple[tuple[int, list[Line]], ...]
    heading: Line | None = None


def find_list(lines: Sequence[Line], mark: CallForm, labels: Labels) -> ListedNotes | None:
    """The last list of notes that counts from 1 without a gap; one without a heading must go to the end of the text."""
    headed = [index for index, line in enumerate(lines) if HEADING.fullmatch(line.words)]
    for index in reversed(headed):
        notes, _ = _from(lines, labels, index + 1)
        if notes:
            return ListedNotes(tuple(notes), lines[index])
    if mark.plain:
        return None
    for index in _starts(labels):
        notes, end = _from(lines, labels, index)
        like = sum(reads_like_note(group[0], mark) for _, group in notes)
        if len(notes) >= FEWEST and like * 2 >= len(notes) and not any(at >= end for at in labels):
            return ListedNotes(tuple(notes))
    return None


def labels_inside(notes: Sequence[tuple[int, list[Line]]], labels: Labels, lines: Sequence[Line]) -> list[Doubt]:
    """A doubt where a line of a note begins with a label as well: text may stand above it, and it may be a note of a foot."""
    opens = {lines[at].start for at in labels}
    found = [line.number for _, group in notes for line in group[1:] if line.start in opens]
    if not found:
        return []
    sentence = f"{in_ranges(found)} read as more of a note, and opens as a note does; text may stand above"
    return [Doubt(found[0], "doubtful-note", sentence, f"write “note: {found[0]}” under “structure” if a note begins there")]


def headings_above(lines: Sequence[Line], first: Collection[int], fixed: Collection[int]) -> Iterator[Line]:
    """The lines that head the notes of a page or section: those above a line that begins at a place in `first`; of the indices
    in `fixed` an editor has said what they are.
    """
    for index, (line, below) in enumerate(pairwise(lines)):
        if below.start in first and index not in fixed and HEADING.fullmatch(line.words):
            yield line


def _starts(labels: Labels) -> list[int]:
    """Where a list may begin, the last first: at each 1 that a 2 follows before another 1; at most `TRIES` of them."""
    ones = sorted((at, number) for at, number in labels.items() if number in (1, 2))
    begin = [at for (at, number), (_, after) in pairwise(ones) if (number, after) == (1, 2)]
    return begin[: -TRIES - 1 : -1]


def _from(lines: Sequence[Line], labels: Labels, start: int) -> tuple[list[tuple[int, list[Line]]], int]:
    """The notes 1, 2, 3 … from a line on, and the index of the line after them."""
    notes: list[tuple[int, list[Line]]] = []
    last_with = {number: index for index, number in labels.items()}
    if labels.get(start) != 1:
        return notes, start
    for index in range(start, len(lines)):
        if labels.get(index) == len(notes) + 1:
            notes.append((len(notes) + 1, []))
        elif is_small(lines[index]) and not is_small(lines[start]):
            continue  # a note at the foot of the page on which the list stands
        elif index > max(start, last_with.get(len(notes) + 1, -1)) and _is_below(lines, index, notes):
            return notes, index
        notes[-1][1].append(lines[index])
    return notes, len(lines)


def stands_below(words: str) -> bool:
    """Whether words say that they are none of the list above them: they are a statement, or head another list."""
    return bool(AFTER.match(words) or HEADING.fullmatch(words))


def _is_below(lines: Sequence[Line], index: int, notes: Sequence[tuple[int, list[Line]]]) -> bool:
    """Whether a line stands below a list: it says so, or much follows where the last note has ended."""
    long_tail = len(lines) - index > SHORT_TAIL
    return stands_below(lines[index].words) or (long_tail and _has_ended(notes, lines[index - 1]))


def _has_ended(notes: Sequence[tuple[int, list[Line]]], before: Line) -> bool:
    """Whether the last note of a list ends with a line: it is closed and short, and the note is as long as any other."""
    if len(notes) < FEWEST or not (closes_sentence(before.words) or CITATION_END.search(before.words)):
        return False
    near = notes[-NEIGHBOURS:]
    longest = max(2, *(len(group) for _, group in near[:-1]))
    if len(notes[-1][1]) < longest:
        return False
    widest = max(line.width for _, group in near for line in group[:NEIGHBOURS])
    return before.width < widest * 0.9 or len(notes[-1][1]) > FAR
