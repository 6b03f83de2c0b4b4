"""Where notes of a list end: lines below the last one, and below a sentence inside one, that may be text or of the note."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import dropwhile, islice

from build_scripts.model import Doubt
from build_scripts.readers.notes.note_list import AFTER
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.text.characters import closes_sentence, width

BEHIND = 12.0  # ems of a line below the last note that may be more of it


def may_go_on(lines: Sequence[Line], last: Line) -> list[Doubt]:
    """A doubt where a sentence follows the last note of a list: it may be a paragraph more of it."""
    below = next((line for line in lines if line.number > last.number), None)
    if not below or width(below.words) < BEHIND or not closes_sentence(below.words) or AFTER.match(below.words):
        return []
    sentence = f"the last note of the list may go on: raw line {below.number} is read as text"
    hint = f"write “note: {below.number}” or “paragraph: {below.number}” under “structure”"
    return [Doubt(below.number, "doubtful-note", sentence, hint)]


def hold_text(notes: Iterable[Sequence[Line]], given: Collection[int]) -> list[Doubt]:
    """A doubt where lines stand in a note below one that closes a sentence, and an editor has not said what they are."""
    below = (dropwhile(lambda line: not closes_sentence(line.words), note) for note in notes)
    found = [line.number for lines in below for line in islice(lines, 1, None) if line.number not in given]
    if not found:
        return []
    sentence = f"{in_ranges(found)} read as more of a note, below a line that ends a sentence"
    return [Doubt(found[0], "doubtful-note", sentence, f"write “paragraph: {found[0]}” under “structure” if it is text")]
