"""Where notes of a list end: lines below the last one, and below a sentence inside one, that may be text or of the note."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import dropwhile, islice, pairwise

from build_scripts.model import Doubt
from build_scripts.readers.notes.note_list import AFTER
from build_scripts.readers.notes.printed import CITATION_END
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.geometry import Geometry
from build_scripts.readers.running.going_on import PAUSE
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, leaves_open, width
from build_scripts.text.joining import ADDRESS, ADDRESS_GOES_ON

WIDER = 1.5  # ems by which a full line of notes may be narrower than others
ROOM = 4.0  # ems behind a line on which its note would have gone on
PAIRS = ("“”", "「」", "《》", "（）", "()")
FEWEST_FEET = 2
BEHIND = 12.0  # ems of a line below the last note that may be more of it


def doubtful_ends(lines: Sequence[Line], read: Sequence[Label], narrow: float) -> list[Doubt]:
    """One doubt for each place where a note may as well end on another line."""
    found: list[Doubt] = []
    last = -2
    for index, each in enumerate(read):
        near = any(read[at].role is Role.NOTE for at in range(max(0, index - 2), min(len(read), index + 2)))
        if each.margin < narrow and near:
            if index > last + 2:
                other = "text" if each.role is Role.NOTE else "a note"
                sentence = f"it is not certain where the note ends: raw line {lines[index].number} may belong to {other}"
                hint = f"write “note: {lines[index].number}” or “continued: {lines[index].number}” under “structure”"
                found.append(Doubt(lines[index].number, "doubtful-note", sentence, hint))
            last = index
    return found


def may_go_on(lines: Sequence[Line], last: Line) -> list[Doubt]:
    """A doubt where a sentence follows the last note of a list: it may be a paragraph more of it."""
    below = next((line for line in lines if line.start > last.start), None)
    if not below or width(below.words) < BEHIND or not closes_sentence(below.words) or AFTER.match(below.words):
        return []
    sentence = f"the last note of the list may go on: raw line {below.number} is read as text"
    hint = f"write “note: {below.number}” or “paragraph: {below.number}” under “structure”"
    return [Doubt(below.number, "doubtful-note", sentence, hint)]


def below_addresses(
    lines: Sequence[Line], read: Sequence[Label], shown: Collection[int], told: Collection[int]
) -> Iterator[Doubt]:
    """A doubt where a note of a foot goes on below a line that ends with an address: text may begin there. The indices in
    `shown` are of notes for certain, places near lines that are `told` already are left out.
    """
    for index, (before, line) in enumerate(pairwise(lines), 1):
        taken = read[index].role is Role.NOTE and read[index - 1].role is Role.NOTE and not read[index].given
        goes_on = ADDRESS_GOES_ON.match(line.words) or closes_sentence(before.words)
        near = {before.number, line.number} & {*told}
        if taken and ADDRESS.search(before.words) and index not in shown and not goes_on and not near:
            sentence = f"raw line {line.number} is read as more of a note, below one that ends with an address"
            hint = f"write “note: {line.number}” or “continued: {line.number}” under “structure”"
            yield Doubt(line.number, "doubtful-note", sentence, hint)


def below_ends(
    lines: Sequence[Line],
    read: Sequence[Label],
    full: float,
    shown: Collection[int],
    geometry: Geometry,
    told: Collection[int],
) -> Iterator[Doubt]:
    """A doubt where a note of a foot goes on below a line that ends a sentence and leaves room on a line of notes (`full`, in
    ems; 0 where none shows it), or at the head of a page: text may begin there. The indices in `shown` are of notes for
    certain, places near lines that are `told` already are left out, and so is what can be no text for what stands below it.
    """
    pages, no_columns = geometry.new_page, feet_end_pages(read, geometry)
    for index, (before, line) in enumerate(pairwise(lines), 1):
        taken = read[index].state in ("more", "last") and not read[index].given and not read[index - 1].given
        ended = bool(full) and closes_sentence(before.words) and before.width < full - ROOM
        near = {before.number, line.number} & {*told}
        certain = not pages[index] and (no_columns or goes_on_below(lines, read, geometry, full, index))
        if taken and index not in shown and (ended or pages[index]) and not near and not certain:
            sentence = f"raw line {line.number} is read as more of a note, and may be text"
            hint = f"write “note: {line.number}” or “continued: {line.number}” under “structure”"
            yield Doubt(line.number, "doubtful-note", sentence, hint)


def feet_end_pages(read: Sequence[Label], geometry: Geometry) -> bool:
    """Whether below the notes of every foot a page turns, or the capture ends, so that no column of text stands below one."""
    ends = [at for at in range(len(read) - 1) if read[at].role is Role.NOTE and read[at + 1].role is not Role.NOTE]
    return len(ends) >= FEWEST_FEET and all(geometry.new_page[at + 1] for at in ends)


def goes_on_below(lines: Sequence[Line], read: Sequence[Label], geometry: Geometry, full: float, index: int) -> bool:
    """Whether below the note of a line text goes on that begins no paragraph, though the last line of the note ends a sentence
    and leaves room: text between both would have ended there.
    """
    end = next((at for at in range(index, len(read)) if read[at].role is not Role.NOTE), len(read))
    if end == len(read) or not geometry.indents_vary:
        return False
    ended = closes_sentence(lines[end - 1].words) and lines[end - 1].width < full - ROOM
    return ended and not geometry.indented[end] and not geometry.gap[end] and not kind_of_number(lines[end].words)


def broken_off(
    lines: Sequence[Line], read: Sequence[Label], full: float, told: Collection[int], over: Collection[int] = ()
) -> list[Doubt]:
    """A doubt where the last note of a foot ends inside a sentence: with a pause, inside brackets, on a second line with text
    right below it, or on one as wide as notes are (`full`, in ems; 0 where none shows it); the rest may stand at another foot.
    Places near lines that are `told` already are left out, and so are the indices in `over`, of notes whose rest was found.
    """
    found = []
    for index, (line, below) in enumerate(pairwise(lines)):
        words, each = line.words, read[index]
        wide = not full or line.width >= full - WIDER
        cited = CITATION_END.search(words) and not (wide and words[-1].isdigit())
        if each.role is not Role.NOTE or index in over or read[index + 1].role is Role.NOTE or each.given:
            continue
        runs_on = index > 0 and read[index - 1].role is Role.NOTE and below.number == line.number + 1
        shown = words[-1] in PAUSE or wide or runs_on or leaves_open(words, PAIRS)
        if shown and not closes_sentence(words) and not cited and not {line.number, below.number} & {*told}:
            sentence = f"the note that ends with raw line {line.number} is broken off; it may go on elsewhere"
            hint = "write “note:” with the line or lines on which it goes on under “structure”"
            found.append(Doubt(line.number, "doubtful-note", sentence, hint))
    return found


def hold_text(notes: Iterable[Sequence[Line]], given: Collection[int]) -> list[Doubt]:
    """A doubt where lines stand in a note below one that closes a sentence, and an editor has not said what they are."""
    below = (dropwhile(lambda line: not closes_sentence(line.words), note) for note in notes)
    found = [line.number for lines in below for line in islice(lines, 1, None) if line.number not in given]
    if not found:
        return []
    sentence = f"{in_ranges(found)} read as more of a note, below a line that ends a sentence"
    return [Doubt(found[0], "doubtful-note", sentence, f"write “paragraph: {found[0]}” under “structure” if it is text")]
