"""Points of a text that are numbered with marks by which notes are labelled as well, told by how they are printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from build_scripts.readers.laid.over_text import run_over_text
from build_scripts.readers.laid.types import is_small
from build_scripts.readers.notes.note_systems import System
from build_scripts.readers.parts.lines import Line


def numbers_text(system: System, lines: Sequence[Line], labels: Collection[int]) -> bool:
    """Whether what looks like feet by marks that mean other things as well numbers the text: it runs on over text, or is set
    in the type of text and has a point before it that is no note. `labels` holds the indices of all lines with the mark.
    """
    feet = [note.lines for note in system.notes]
    if system.place != "foot" or not system.mark.plain or not feet or not feet[0][0].laid:
        return False
    like_text = not any(is_small(first) for first, *_ in feet)
    point_before = any(lines[at].start < feet[0][0].start for at in labels)
    return (like_text and point_before) or run_over_text(feet, lines, system.taken)
