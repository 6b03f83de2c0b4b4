"""Text right below the notes of a foot that may be more of the last one: its page ends soon, or it is whole sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.notes.note_list import AFTER
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.columns import ends_sentence
from build_scripts.readers.running.geometry import Geometry
from build_scripts.roles import Role

FEW = 6  # lines between the notes of a page and its end: text of a next column would have more
PARAGRAPH = 4  # lines of a note's last paragraph


def below_feet(
    lines: Sequence[Line], read: Sequence[Label], geometry: Geometry, outside: Collection[int], told: Collection[int]
) -> Iterator[Doubt]:
    """A doubt where text goes on below the notes of a foot and nothing shows that it begins there, though it may be a paragraph
    more of the last note. The indices `outside` are of lines that are of no note for certain; places near lines that are `told`
    already are left out.
    """
    for index in range(1, len(lines)):
        line, each = lines[index], read[index]
        below = each.role is Role.PARAGRAPH and read[index - 1].role is Role.NOTE and not each.given
        if (
            not below
            or index in outside
            or {lines[index - 1].number, line.number} & {*told}
            or not ends_sentence(lines[index - 1])
        ):
            continue
        if not _begins(lines, geometry, index) and (
            _ends_page(read, geometry, index) or _is_between(lines, read, geometry, index)
        ):
            sentence = f"raw line {line.number} is read as text below a note, and may be more of it"
            hint = f"write “note: {line.number}” or “continued: {line.number}” under “structure”"
            yield Doubt(line.number, "doubtful-note", sentence, hint)


def _begins(lines: Sequence[Line], geometry: Geometry, index: int) -> bool:
    """Whether a line shows by its place or its words that it is of the text."""
    stands_in = geometry.indents_vary and geometry.indented[index]
    shown = stands_in or geometry.gap[index] or geometry.new_page[index] or lines[index].laid
    return bool(shown) or bool(kind_of_number(lines[index].words) or AFTER.match(lines[index].words))


def _ends_page(read: Sequence[Label], geometry: Geometry, index: int) -> bool:
    """Whether a page turns soon below a line, with no other notes before."""
    for at in range(index + 1, min(index + FEW, len(read) - 1) + 1):
        if geometry.new_page[at]:
            return True
        if read[at].role is Role.NOTE:
            return False
    return index + FEW >= len(read)


def _is_between(lines: Sequence[Line], read: Sequence[Label], geometry: Geometry, index: int) -> bool:
    """Whether a sentence ends with the last line of text above the notes, and one with a line soon below them, so that the text
    goes on as well without the lines between.
    """
    above = next((at for at in range(index - 1, -1, -1) if read[at].role is Role.PARAGRAPH), None)
    if above is None or not ends_sentence(lines[above]):
        return False
    soon = range(index, min(index + PARAGRAPH, len(lines)))
    return any(ends_sentence(lines[at]) and read[at].role is Role.PARAGRAPH for at in soon)
