"""What the white between the lines of a copy tells: below a picture that is not there is more of it than between paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import width

FEWEST_STEPS = 4  # from a sentence to the next, that show how a text parts its paragraphs
LONGEST_CAPTION = 24.0  # ems of a sentence that may say what a picture shows
LONGEST_NAMED = 12.0  # ems of one that names it
QUOTED = '“「『"‘—'


def below_gaps(lines: Sequence[Line], evidence: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Which short sentences stand below more blank lines than there are between most sentences: `below-a-gap`, and
    `named-below-a-gap` where they are as short as the name of a thing.

    Where the sentences have no blank lines between them nothing is told: blank lines then part what belongs together.
    """
    told = ["stops" in seen for seen in evidence]
    steps = [0, *(after.number - before.number for before, after in pairwise(lines))]
    between = Counter(step for at, step in enumerate(steps) if at and told[at] and told[at - 1])
    usual, often = between.most_common(1)[0] if between else (0, 0)
    if often < FEWEST_STEPS or usual < 2:
        return [()] * len(lines)
    return [tuple(_seen(line, step > usual and is_told)) for line, step, is_told in zip(lines, steps, told, strict=True)]


def _seen(line: Line, below: bool) -> Iterator[str]:
    words = line.words
    if below and width(words) <= LONGEST_CAPTION and words[0] not in QUOTED:
        yield "below-a-gap"
        if width(words) <= LONGEST_NAMED and not set("，,；;：:") & set(words):
            yield "named-below-a-gap"
