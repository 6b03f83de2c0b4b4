"""Headings that only their standing alone has shown, and that are nearly as wide as the text; and lines inside paragraphs that
are much narrower than those around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.article_parts import is_closed

HEADED = frozenset({"numbered", "named-heading"})
WIDE_HEADING = 0.6  # of the widest line of the capture
NARROW_LINE = 0.6  # of the widest line near it, on the side where that is less wide
NEAR = 4  # lines


def of_widths(column: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """One doubt with the ranges of wide headings, and one with those of narrow lines with which a paragraph goes on."""
    widest = max((line.width for line in column), default=0.0)
    wide = [
        line.number
        for line, each in zip(column, labels, strict=True)
        if each.state == "heading" and not each.given and not each.seen & HEADED and line.width > widest * WIDE_HEADING
    ]
    if wide:
        sentence = f"{in_ranges(wide)} read as heading for standing alone, and nearly as wide as the text"
        hint = f"write “heading: {wide[0]}” or “paragraph: {wide[0]}” under “structure”"
        yield Doubt(wide[0], "doubtful-line", sentence, hint)
    narrow = [column[at].number for at in range(len(column) - 1) if _breaks_off(column, labels, at)]
    if narrow:
        sentence = f"{in_ranges(narrow)} read as lines of a paragraph that goes on, and much narrower than those around"
        hint = f"write “paragraph: {narrow[0] + 1}” under “structure” if something begins below"
        yield Doubt(narrow[0], "doubtful-line", sentence, hint)


def _breaks_off(column: Sequence[Line], labels: Sequence[Label], at: int) -> bool:
    """Whether a line closes no sentence, is narrower than those above and those below, and is read as more of a paragraph.

    Where a text is set in another width from some line on, none of its lines is narrow.
    """
    sides = (column[max(0, at - NEAR) : at + 1], column[at : at + NEAR])
    widest = min(max(line.width for line in side) for side in sides)
    inside = labels[at].state in ("first", "more") and labels[at + 1].state in ("more", "last")
    given = labels[at].given or labels[at + 1].given
    plain = column[at].laid is None and not is_closed(column[at].words)
    return inside and plain and not given and column[at].width < widest * NARROW_LINE
