"""How far the lines of a print stand below one another, as multiples of the distance that lines of one paragraph have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import closes_sentence

USUAL_STEP = 1.5  # ems between lines, where none follow one another
FULL = 3.0  # ems at most behind a line that goes on below
FEWEST = 3  # lines that show how far lines of one type are set apart


def with_steps(lines: Sequence[Line]) -> list[Line]:
    """The lines with the distance from the line above in the same column, as a multiple of what is usual in its type."""
    steps: dict[int, float] = {}
    inside: set[int] = set()
    for before, line in pairwise([line for line in lines if line.laid]):
        one, other = before.laid, line.laid
        if one and other and one.column == other.column and one.baseline - other.baseline > 0:
            steps[line.number] = (one.baseline - other.baseline) / max(other.size, 0.1)
            if one.behind <= FULL and one.scale == other.scale and not closes_sentence(before.words):
                inside.add(line.number)
    usual, at_most = _usual_steps(lines, steps, inside)
    return [
        replace(line, laid=replace(line.laid, step=steps[line.number] / max(usual.get(line.laid.scale, at_most), 0.1)))
        if line.laid and line.number in steps
        else line
        for line in lines
    ]


def _usual_steps(
    lines: Sequence[Line], steps: Mapping[int, float], inside: Collection[int]
) -> tuple[dict[float, float], float]:
    """The usual step in each size of type, and that of most lines for the sizes of few. A step below a full line that ends no
    sentence is one inside a paragraph; where too few are known, as where lines end early, all of the size show it.
    """
    by_size: dict[float, list[float]] = defaultdict(list)
    sure: dict[float, list[float]] = defaultdict(list)
    for line in lines:
        if line.laid and line.number in steps:
            by_size[line.laid.scale].append(steps[line.number])
            sure[line.laid.scale] += [steps[line.number]] * (line.number in inside)
    usual = {
        scale: median(sure[scale] if len(sure[scale]) >= FEWEST else found)
        for scale, found in by_size.items()
        if len(found) >= FEWEST
    }
    most = max(by_size, key=lambda scale: len(by_size[scale]), default=1.0)
    return usual, usual.get(most, median(by_size[most]) if by_size else USUAL_STEP)
