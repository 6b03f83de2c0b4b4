"""Text of a print that runs beside a picture or a box: its lines begin further in, and its paragraphs two ems further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.readers.parts.lines import Line

FEWEST = 3  # lines
DEEP = 3.0  # ems
ALIKE = 0.5  # ems by which lines differ that begin at one side
INDENT = 2.5  # ems at most by which first lines stand further in
FULL = 1.0  # ems behind a line that fills its column
SHARE = 0.5  # of the lines, that do


def set_beside(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that run beside something with their indents from where most of them begin."""
    found = list(lines)
    for start, end in _stretches(lines):
        laid = [line.laid for line in lines[start:end] if line.laid]
        base = min((each.indent for each in laid), default=0.0)
        full = sum(each.behind <= FULL for each in laid)
        again = sum(each.indent - base <= ALIKE for each in laid)
        if len(laid) >= FEWEST and full >= SHARE * len(laid) and again > 1:
            for at, each in enumerate(laid, start):
                found[at] = replace(lines[at], laid=replace(each, indent=each.indent - base))
    return found


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Half-open spans of lines one below another that stand in alike, or as the first line of a paragraph does."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _stands_alike(lines[start : at + 1]):
            yield start, at
            start = at


def _stands_alike(lines: Sequence[Line]) -> bool:
    laid = [line.laid for line in lines if line.laid]
    first, last = laid[0] if laid else None, laid[-1] if laid else None
    if not first or not last or len(laid) < len(lines) or first.column != last.column or first.scale != last.scale:
        return False
    indents = [each.indent for each in laid]
    return (
        min(indents) >= DEEP and max(indents) - min(indents) <= INDENT and not any(each.table or each.across for each in laid)
    )
