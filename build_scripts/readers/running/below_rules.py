"""Lines right below a rule that were read as text: a rule parts the text from what stands at the foot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.site.furniture import is_rule

GOES_ON = ("more", "last")
NEAR = 4  # lines of text between a rule and the first note of a foot


def rule_doubts(
    lines: Sequence[Line], column: Sequence[Line], labels: Sequence[Label], notes: Collection[int] = ()
) -> Iterator[Doubt]:
    """A doubt where a line goes on with a paragraph from above a rule, or stands as text between a rule and a note; `lines` are
    those of the capture, `column` its text, `notes` the raw lines on which notes begin.
    """
    printed = [line for line in lines if not line.blank]
    below = {line.number for above, line in pairwise(printed) if is_rule(above.words)}
    read = zip(column, labels, strict=True)
    told = [
        line.number
        for line, each in read
        if line.number in below and not each.given and (each.state in GOES_ON or _is_of_foot(line.number, notes))
    ]
    if told:
        sentence = f"{in_ranges(told)} below a rule and read as text; it may be of a note or a statement"
        hint = f"write “note: {told[0]}”, “statement: {told[0]}” or “continued: {told[0]}” under “structure”"
        yield Doubt(told[0], "doubtful-line", sentence, hint)


def _is_of_foot(line: int, notes: Collection[int]) -> bool:
    return any(line < note <= line + NEAR for note in notes)
