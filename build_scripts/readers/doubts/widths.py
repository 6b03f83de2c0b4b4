"""Headings that only their standing alone has shown, and that are nearly as wide as the text; lines inside paragraphs that are
much narrower than those around them, or that stand in as first lines do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.article_parts import is_closed
from build_scripts.readers.running.columns import first_word

HEADED = frozenset({"numbered", "named-heading"})
WIDE_HEADING = 0.6  # of the widest line of the capture
NARROW_LINE = 0.6  # of the widest line near it, on the side where that is less wide
NEAR = 4  # lines
ROOM = 2.5  # ems behind a line that ends a sentence, on which the next word and more would have stood
OF_TEXT = frozenset({"first", "more", "last", "only"})


def of_widths(column: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """One doubt with the ranges of wide headings, one with those of narrow lines with which a paragraph goes on, and one with
    lines that stand in below the end of a sentence and are read as more of its paragraph.
    """
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
    inside = [line.number for at, line in enumerate(column) if at and _stands_in(column, labels, at)]
    if inside:
        sentence = f"{in_ranges(inside)} read as more of a paragraph, and stands in below the end of a sentence"
        hint = f"write “paragraph: {inside[0]}” under “structure” if one begins there"
        yield Doubt(inside[0], "doubtful-line", sentence, hint)


def _stands_in(column: Sequence[Line], labels: Sequence[Label], at: int) -> bool:
    """Whether a line that is read as more of a paragraph is set in, below one that closes a sentence."""
    more = labels[at].state in ("more", "last") and not labels[at].given and not column[at].laid
    return more and "indented" in labels[at].seen and is_closed(column[at - 1].words)


def _breaks_off(column: Sequence[Line], labels: Sequence[Label], at: int) -> bool:
    """Whether a line closes no sentence, is narrower than those above and those below, and is read as more of a paragraph; or
    closes one, where more words had room.

    Where a text is set in another width from some line on, none of its lines is narrow.
    """
    inside = labels[at].state in ("first", "more") and labels[at + 1].state in ("more", "last")
    if not inside or labels[at].given or labels[at + 1].given or column[at].laid:
        return False
    line, widest = column[at], _widest_near(column, labels, at)
    if is_closed(line.words):
        return line.width + first_word(column[at + 1].words) <= widest - ROOM
    return line.width < widest * NARROW_LINE


def _widest_near(column: Sequence[Line], labels: Sequence[Label], at: int) -> float:
    """The width of the widest line of text near one, on the side where that is less wide; what heads the text is none."""
    sides = (range(max(0, at - NEAR), at), range(at + 1, min(at + NEAR, len(column))))
    widths = [[column[near].width for near in side if labels[near].state in OF_TEXT] for side in sides]
    return min((max(each) for each in widths if each), default=0.0)
