"""Lines right below a rule that were read as more of the text above it, which a rule parts from what stands at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.site.furniture import is_rule

GOES_ON = ("more", "last")


def rule_doubts(lines: Sequence[Line], column: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """A doubt where a line goes on with a paragraph from above a rule; `lines` are those of the capture, `column` its text."""
    printed = [line for line in lines if not line.blank]
    below = {line.number for above, line in pairwise(printed) if is_rule(above.words)}
    read = zip(column, labels, strict=True)
    told = [line.number for line, each in read if line.number in below and each.state in GOES_ON and not each.given]
    if told:
        sentence = f"{in_ranges(told)} below a rule and read as more of the text above; it may be of a note or a statement"
        hint = f"write “note: {told[0]}”, “statement: {told[0]}” or “continued: {told[0]}” under “structure”"
        yield Doubt(told[0], "doubtful-line", sentence, hint)
