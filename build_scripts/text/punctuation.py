"""Half-width punctuation of Chinese text becomes full-width; that of Latin words and numbers stays."""

from __future__ import annotations

import re

from build_scripts.text.characters import EAST_ASIAN_PUNCTUATION, SHARED_PUNCTUATION, is_han, is_mostly_han
from build_scripts.traced import Edit

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
PASSED_OVER = frozenset(" " + EAST_ASIAN_PUNCTUATION + SHARED_PUNCTUATION + "".join(WIDE))
FARTHEST = 20  # marks of punctuation that are passed over, at most
POINT = re.compile(r"[,:;?!]")
BRACKET = re.compile(r"[()\n]")


def widen_points(text: str) -> list[Edit]:
    """Widen commas, colons, semicolons, question and exclamation marks that stand beside Chinese text.

    Follows GB/T 15834: points of a Chinese text are full-width. Offsets are code points, spans half-open.

    >>> [(e.start, e.replacement) for e in widen_points("技术,正深刻改变,占26.67%,海洋经济")]
    [(2, '，'), (8, '，'), (16, '，')]
    >>> widen_points("News,December 12, 2024: 08:41:10, 1,500")
    []
    """
    edits: list[Edit] = []
    if not is_mostly_han(text):
        return edits
    for point in POINT.finditer(text):
        before, after = _nearest(text, point.start() - 1, -1), _nearest(text, point.end(), 1)
        if is_han(before) or is_han(after):
            edits.append(Edit(point.start(), point.end(), WIDE[point[0]], "full-width"))
    return edits


def widen_brackets(text: str) -> list[Edit]:
    """Widen a pair of round brackets that follows Chinese text or holds it; both change or neither. f(x) stays as it is.

    >>> [(e.start, e.replacement) for e in widen_brackets("41.06泽字节(ZB),占全球")]
    [(8, '（'), (11, '）')]
    >>> widen_brackets("the Communist Party of China (CPC) Central Committee")
    []
    """
    edits: list[Edit] = []
    if not is_mostly_han(text):
        return edits
    for start, end in _pairs(text):
        before = _nearest(text, start - 1, -1) or _nearest(text, end, 1)
        if any(map(is_han, (before, text[start + 1], text[end - 2]))):
            edits += [Edit(start, start + 1, "（", "full-width"), Edit(end - 1, end, "）", "full-width")]
    return sorted(edits, key=lambda edit: edit.start)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Half-open spans from each opening bracket to the one that closes it, inside one line."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for bracket in BRACKET.finditer(text):
        if bracket[0] == "(":
            opened.append(bracket.start())
        elif bracket[0] == "\n":
            opened.clear()
        elif opened:
            found.append((opened.pop(), bracket.end()))
    return found


def _nearest(text: str, at: int, step: int) -> str:
    """The first character, from an offset on, that is neither a space nor punctuation of Chinese text; empty where there is
    none.
    """
    for offset in range(at, at + step * FARTHEST, step):
        if not 0 <= offset < len(text):
            return ""
        if text[offset] not in PASSED_OVER:
            return text[offset]
    return ""
