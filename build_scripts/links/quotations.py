"""Where a text quotes: what stands inside quotation marks, and the sentences and clauses around it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from functools import lru_cache

from build_scripts.text.characters import CLOSING, SENTENCE_END

# A single closing mark is also an apostrophe, so it closes only what a single opening mark opened.
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
MARK = re.compile("[“”‘’「」『』]")
SENTENCE_BREAK = re.compile(f"[{SENTENCE_END}][{re.escape(CLOSING)}]*")
CLAUSE_BREAK = re.compile(r"[，。；：！？…—,;:!?“”‘’「」『』\s]")
SEMICOLON = re.compile("[；;]")


@lru_cache(maxsize=20000)
def marked_spans(text: str) -> tuple[tuple[int, int], ...]:
    """What stands inside each outermost pair of quotation marks: half-open code points, marks left out.

    A quotation that is opened and not closed, as where it goes on in the next paragraph, runs to the end of the text.

    >>> marked_spans("他说：“要‘四稳’。”会议称「穩」"), marked_spans("it’s")
    (((4, 10), (15, 16)), ())
    """
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in MARK.finditer(text):
        mark = match[0]
        if mark in PAIRS:
            stack.append((PAIRS[mark], match.end()))
        elif any(mark == closing for closing, _ in stack):
            while stack[-1][0] != mark:
                stack.pop()
            start = stack.pop()[1]
            if not stack:
                found.append((start, match.start()))
    if stack:
        found.append((stack[0][1], len(text)))
    return tuple(span for span in found if span[0] < span[1])


@lru_cache(maxsize=20000)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a Chinese text, closing marks included: half-open code points that cover it.

    An end of sentence inside quotation marks counts only where the quotation ends with it.

    >>> sentence_spans("甲说：“一。二。”乙。"), sentence_spans("甲")
    (((0, 9), (9, 11)), ((0, 1),))
    """
    inside = marked_spans(text)
    points = [0]
    for match in SENTENCE_BREAK.finditer(text):
        if not any(start < match.end() <= end for start, end in inside):
            points.append(match.end())
    points += [len(text)] if points[-1] < len(text) else []
    return tuple(itertools.pairwise(points))


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds the code point at `at`."""
    spans = sentence_spans(text)
    return spans[max(0, bisect_right([start for start, _ in spans], at) - 1)] if spans else (0, len(text))


def is_clause_start(text: str, at: int) -> bool:
    """Whether a clause begins at `at`: the text does, or punctuation or a space stands before."""
    return at <= 0 or bool(CLAUSE_BREAK.match(text[at - 1])) or text[at - 1] in CLOSING + "《〈（"


def is_clause_end(text: str, at: int) -> bool:
    """Whether a clause ends before `at`."""
    return at >= len(text) or bool(CLAUSE_BREAK.match(text[at])) or text[at] in CLOSING
