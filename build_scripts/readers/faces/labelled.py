"""Entries of small print that each open with a label, as those of a box of particulars do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.readers.faces.small_heads import SMALLER
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import HAN, closes_sentence

LABELLED = re.compile(rf"([{HAN}]{{1,8}})[：:]\s*\S")
FEWEST = 3
NEAR = 4  # lines from one entry to the next


def labelled_entries(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of small lines that open with labels of their own, at least three of them near each other, where none of
    these stands inside a sentence.
    """
    return frozenset(at for run in _runs(lines) if len(run) >= FEWEST and _are_entries(lines, run) for at in run)


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.laid and line.laid.scale <= SMALLER and LABELLED.match(line.words):
            if run and at - run[-1] > NEAR:
                yield run
                run = []
            run.append(at)
    yield run


def _are_entries(lines: Sequence[Line], run: Sequence[int]) -> bool:
    labels = {match[1] for at in run if (match := LABELLED.match(lines[at].words))}
    inside = [at for at in run[1:] if not closes_sentence(lines[at - 1].words) and at - 1 not in run]
    return len(labels) == len(run) and not inside
