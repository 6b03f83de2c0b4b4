"""Headings that only their standing alone has shown, and that are nearly as wide as the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label

HEADED = frozenset({"numbered", "named-heading"})
WIDE_HEADING = 0.6  # of the widest line of the capture


def of_widths(column: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """One doubt with the ranges of wide headings."""
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
