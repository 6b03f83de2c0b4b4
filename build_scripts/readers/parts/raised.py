"""Figures that a capture knows to be raised, written as raised figures, so that readers see them as its page shows them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.decode.decoded import Decoded, PageElement, Portion, WordText
from build_scripts.readers.parts.lines import Line
from build_scripts.traced import Edit

FIGURES = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
FIGURE = re.compile(r"[0-9](?:[0-9,，\-]*[0-9])?")
OPENING = ("[", "［", "〔", "(", "（", "【")


def raise_figures(lines: Sequence[Line], decoded: Decoded | None) -> list[Line]:
    """The lines of a saved page or Word file, with what stands in `<sup>` or is set raised under the rule `raised`."""
    raised = [each for each in decoded.portions if _is_raised(each)] if decoded else []
    if not decoded or not raised:
        return list(lines)
    edits: dict[int, list[Edit]] = {}
    for start, end in _together(raised):
        at = bisect_right(lines, start, key=lambda line: line.text.start) - 1
        edits.setdefault(at, []).extend(raised_figure(lines[at].text.text, start - lines[at].text.start, end - start))
    return [replace(line, text=line.text.edit(edits[at])) if edits.get(at) else line for at, line in enumerate(lines)]


def raised_figure(text: str, start: int, length: int) -> Iterator[Edit]:
    """The edit of a raised piece of a line, in code points of it, where it is a figure and behind no bracket."""
    piece = text[start : start + length]
    words = piece.strip()
    at = start + piece.find(words)
    if FIGURE.fullmatch(words) and text[:at].rstrip()[-1:] not in OPENING:
        yield Edit(at, at + len(words), words.translate(FIGURES), "raised")


def _is_raised(portion: Portion) -> bool:
    known = portion.known
    if isinstance(known, WordText):
        return known.raised and not known.call
    return isinstance(known, PageElement) and portion.end > portion.start and known.inside("sup") is not None


def _together(portions: Sequence[Portion]) -> Iterator[tuple[int, int]]:
    """Portions that follow one another as one span: an element may part the figures of a number."""
    start = end = -1
    for each in portions:
        if each.start != end:
            if end > start:
                yield start, end
            start = each.start
        end = each.end
    if end > start:
        yield start, end
