"""Particulars of a saved page that only its styles set apart: elements that stand beside each other and touch."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.readers.elements.structure import is_named
from build_scripts.readers.particulars.stamps import STAMP, YEARLESS
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import closes_sentence, is_han, width
from build_scripts.text.scripts import simplified
from build_scripts.traced import Edit

LONGEST = 40.0  # ems of a line of particulars
NEAR = 3  # elements around words that may be named after what they hold
OF_TIME = "年月日时時分点點秒号號"
ENDS_TIME = re.compile(r"\d[-/.:：]\d{1,2}$")


def with_gaps(lines: Sequence[Line], decoded: Decoded | None) -> list[Line]:
    """The lines, those of particulars with a space between elements that touch; it hangs on the character before."""
    shown = [each for each in decoded.portions if each.end > each.start] if decoded else []
    pairs = [(left, right) for left, right in pairwise(shown) if decoded and _are_beside(left, right, decoded.text)]
    edits: dict[int, list[Edit]] = {}
    for left, right in pairs:
        at = bisect_right(lines, left.start, key=lambda line: line.text.start) - 1
        if _states_facts(lines[at], [left, right]) and (gap := _gap(lines[at], left.end)):
            edits.setdefault(at, []).append(Edit(gap, gap, " ", "distance"))
    return [replace(line, text=line.text.edit(edits[at])) if at in edits else line for at, line in enumerate(lines)]


def _gap(line: Line, edge: int) -> int:
    """Where the capture offset between two pieces is in the line; 0 where the first is taken out, or nothing stands behind."""
    before, after = line.text.find(edge - 1), line.text.find(edge)
    return after if before is not None and after == before + 1 < len(line.text.text) else 0


def _are_beside(left: Portion, right: Portion, text: str) -> bool:
    """Whether two pieces touch, each in an element of its own beside the other, and are no parts of one word or time."""
    one, other = left.known, right.known
    if left.end != right.start or not (isinstance(one, PageElement) and isinstance(other, PageElement)):
        return False
    before, after = text[left.end - 1], text[right.start]
    parts_of_time = after in OF_TIME or (before in OF_TIME and after.isdigit())
    counts = before.isdigit() and is_han(after) and not ENDS_TIME.search(text[left.start : left.end])
    if not (before.isalnum() and after.isalnum()) or parts_of_time or counts:
        return False
    return one not in other.around() and other not in one.around()


def _states_facts(line: Line, pieces: Sequence[Portion]) -> bool:
    plain = simplified(line.words)
    if width(plain) > LONGEST or closes_sentence(plain):
        return False
    return bool(STAMP.search(plain) or YEARLESS.search(plain)) or any(is_named(one, "facts") for one in _around(pieces))


def _around(pieces: Sequence[Portion]) -> Iterator[PageElement]:
    for each in pieces:
        if isinstance(each.known, PageElement):
            yield from list(each.known.around())[:NEAR]
