"""What paragraphs of a story leave open: rows of a table in them, and short lines with which they go on past a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.running.plain_tables import are_rows
from build_scripts.readers.running.running_text import LinesOfBlock

SHORT = 0.75  # of the widest line of a paragraph


def story_doubts(parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """One doubt with the lines of paragraphs that are like rows, and one with those that stand past a gap below a short one; of
    parts that no editor has given.
    """
    read = [lines for state, lines, given in parts if state == "first" and not given]
    below = list(pairwise(line for lines in read for line in lines))
    rows = sorted({line.number for pair in below if are_rows(*pair) for line in pair})
    if rows:
        sentence = f"{in_ranges(rows)} like rows of a table, and read as text"
        yield Doubt(rows[0], "doubtful-line", sentence, f"write “table: {rows[0]}-{rows[-1]}” under the story if they are")
    gaps = [line.number for lines in read for line in _past_gaps(lines) if line.number not in rows]
    if gaps:
        sentence = f"{in_ranges(gaps)} read as more of a paragraph, past a gap below a short line; they may be none of it"
        hint = f"write “paragraph: {gaps[0]}” under the story, or what a line is"
        yield Doubt(gaps[0], "doubtful-line", sentence, hint)


def _past_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines below a gap above which a line ends short; one as narrow as the line before it stands in a narrow column."""
    widest = max(line.width for line in lines)
    for at, (above, line) in enumerate(pairwise(lines)):
        full = min(widest, lines[at - 1].width) if at else widest
        if line.number > above.number + 1 and above.width < full * SHORT:
            yield line
