"""Half-width punctuation of Chinese text becomes full-width; that of Latin words and numbers stays."""

from __future__ import annotations

import re

from build_scripts.text.characters import EAST_ASIAN_PUNCTUATION, SHARED_PUNCTUATION, is_han, is_mostly_han
from build_scripts.traced import Edit

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
POINT = re.compile(r"[,:;?!]")
BRACKETED = re.compile(r"\(([^()\n]*)\)")


def widen_points(text: str) -> list[Edit]:
    """Widen commas, colons, semicolons, question and exclamation marks that stand beside Chinese text.

    Follows GB/T 15834: points of a Chinese text are full-width. Offsets are code points, spans half-open.

    >>> [(e.start, e.replacement) for e in widen_points("技术,正深刻改变,占26.67%,人工智能")]
    [(2, '，'), (8, '，'), (16, '，')]
    >>> widen_points("News,December 12, 2024: 08:41:10, 1,500")
    []
    """
    edits: list[Edit] = []
    if not is_mostly_han(text):
        return edits
    for point in POINT.finditer(text):
        before, after = _nearest(text[: point.start()][::-1]), _nearest(text[point.end() :])
        if is_han(before) or is_han(after):
            edits.append(Edit(point.start(), point.end(), WIDE[point[0]], "full-width"))
    return edits


def widen_brackets(text: str) -> list[Edit]:
    """Widen a pair of round brackets that stands in Chinese text or holds it; both change or neither.

    >>> [(e.start, e.replacement) for e in widen_brackets("41.06泽字节(ZB),占全球")]
    [(8, '（'), (11, '）')]
    >>> widen_brackets("the Communist Party of China (CPC) Central Committee")
    []
    """
    edits: list[Edit] = []
    if not is_mostly_han(text):
        return edits
    for pair in BRACKETED.finditer(text):
        inside = pair[1]
        beside = (_nearest(text[: pair.start()][::-1]), _nearest(text[pair.end() :]), inside[:1], inside[-1:])
        if any(map(is_han, beside)):
            edits.append(Edit(pair.start(), pair.start() + 1, "（", "full-width"))
            edits.append(Edit(pair.end() - 1, pair.end(), "）", "full-width"))
    return edits


def _nearest(text: str) -> str:
    """The first character that is not punctuation of Chinese text; empty where there is none."""
    for char in text:
        if char in EAST_ASIAN_PUNCTUATION or char in SHARED_PUNCTUATION or char in WIDE:
            continue
        return char
    return ""
