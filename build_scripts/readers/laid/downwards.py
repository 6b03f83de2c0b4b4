"""Columns of vertical writing as lines: how far each begins and ends from the ends of the others, and that they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Laid, Line
from build_scripts.readers.roles.given import in_ranges

FEWEST = 3  # lines that run downwards beside one another
ALIKE = 0.6  # ems within which two end at one height


def lay_downwards(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that run downwards beside one another seen as if they ran to the right: they begin at their top."""
    found: list[Line] = []
    for _, group in groupby(lines, key=lambda line: (line.laid.column, line.laid.across) if line.laid else (0, False)):
        part = list(group)
        laid = [line.laid for line in part if line.laid]
        if len(laid) < FEWEST or not laid[0].across:
            found += part
            continue
        em = laid[0].size / max(laid[0].scale, 0.01)
        top, bottom = _side([each.box.top for each in laid], em), -_side([-each.box.bottom for each in laid], em)
        found += [replace(line, laid=_as_line(line.laid, top, bottom, em)) if line.laid else line for line in part]
    return found


def _side(ends: Sequence[float], em: float) -> float:
    """How far two of the lines reach; as far as any where no two reach as far."""
    ordered = sorted(ends, reverse=True)
    return next((one for one, other in pairwise(ordered) if one - other < ALIKE * em), ordered[0])


def _as_line(laid: Laid, top: float, bottom: float, em: float) -> Laid:
    size = max(laid.size, 0.1)
    return replace(
        laid,
        ems=_half((laid.box.top - laid.box.bottom) / size),
        full=_half((top - bottom) / size),
        indent=_half((top - laid.box.top) / em),
        behind=_half((laid.box.bottom - bottom) / em),
        baseline=laid.box.x0,
        across=False,
        downwards=True,
    )


def _half(ems: float) -> float:
    return round(ems * 2) / 2


def downwards_doubts(lines: Sequence[Line]) -> Iterator[Doubt]:
    """That lines were read from the right, which only their place shows."""
    found = [line.number for line in lines if line.laid and line.laid.downwards]
    if found:
        sentence = f"{in_ranges(found)} read downwards, and from the right to the left"
        yield Doubt(found[0], "doubtful-line", sentence, "compare them with the page; “structure” names them in another order")
