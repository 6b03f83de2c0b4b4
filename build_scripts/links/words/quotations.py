"""Where a text quotes: what stands inside quotation marks, and the sentences and clauses around it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from operator import itemgetter

from build_scripts.text.characters import CLOSING, HAN, SENTENCE_END
from build_scripts.text.lexicon import lexicon
from build_scripts.text.overlaps import reach, touching

# A single closing mark is also an apostrophe, so it closes only what a single opening mark opened.
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
MARK = re.compile("[“”‘’「」『』]")
# A full-width or ASCII stop ends a Chinese sentence behind an ideograph, as journals of science set it.
SENTENCE_BREAK = re.compile(f"(?:[{SENTENCE_END}]+|(?<=[{HAN}”」])[.．](?![.．\\dA-Za-z]))[{re.escape(CLOSING)}]*")
GOES_ON = re.compile("[，、；：,;:—)）》〉】］]")
TITLE = re.compile("《[^《》]{1,120}》|〈[^〈〉]{1,120}〉|【[^【】]{1,60}】")
ASIDE = re.compile(r"（[^（）]{1,200}）|\([^()]{1,200}\)")
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
    waiting: Counter[str] = Counter()  # how many of the stack each closing mark closes
    for match in MARK.finditer(text):
        mark = match[0]
        if mark in PAIRS:
            stack.append((PAIRS[mark], match.end()))
            waiting[PAIRS[mark]] += 1
        elif waiting[mark]:
            while stack[-1][0] != mark:
                waiting[stack.pop()[0]] -= 1
            start = stack.pop()[1]
            waiting[mark] -= 1
            if not stack:
                found.append((start, match.start()))
    if stack:
        found.append((stack[0][1], len(text)))
    return tuple(span for span in found if span[0] < span[1])


def unquoted(text: str, start: int = 0, end: int | None = None) -> str:
    """What stands outside quotation marks in `[start, end)`.

    >>> unquoted("他说：“好。”我来。")
    '他说：“”我来。'
    """
    end = len(text) if end is None else end
    inside = touching(marked_spans(text), start, end)
    outside = zip([start, *(last for _, last in inside)], [*(first for first, _ in inside), end], strict=True)
    return "".join(text[begin:stop] for begin, stop in outside)


@lru_cache(maxsize=20000)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a Chinese text, closing marks included: half-open code points that cover it.

    An end of sentence inside quotation marks counts only where the quotation ends with it; inside a title, a name or an
    aside it counts not at all, nor where a comma or the like goes on behind it.

    >>> sentence_spans("甲说：“一。二。”乙。"), sentence_spans("甲")
    (((0, 9), (9, 11)), ((0, 1),))
    >>> sentence_spans("看《加油！队》好吗？好！"), sentence_spans("甲……乙。")
    (((0, 10), (10, 12)), ((0, 3), (3, 5)))
    """
    inside, apart = reach(marked_spans(text)), reach(_apart(text))
    points = [0]
    for match in SENTENCE_BREAK.finditer(text):
        end = match.end()
        if inside(end) >= end or apart(match.start() + 1) > match.start():
            continue
        if end < len(text) and GOES_ON.match(text, end):
            continue
        points.append(end)
    points += [len(text)] if points[-1] < len(text) else []
    return tuple(itertools.pairwise(points))


def _apart(text: str) -> list[tuple[int, int]]:
    """Titles, names and asides, in which no sentence of the text ends; an aside that stands for itself is a sentence."""
    found = [match.span() for pattern in (TITLE, names_with_marks()) for match in pattern.finditer(text)]
    found += [match.span() for match in ASIDE.finditer(text) if not _stands_alone(text, match.start())]
    return found


def _stands_alone(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in SENTENCE_END + CLOSING


@cache
def names_with_marks() -> re.Pattern[str]:
    """A pattern for names that hold ! or ?, and for ASCII marks between a Latin word and an ideograph (Yahoo!公司)."""
    names = lexicon("abbreviations")["names"]
    return re.compile("|".join(map(re.escape, names)) + f"|(?<=[A-Za-z])[!?](?=[{HAN}])")


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds the code point at `at`."""
    spans = sentence_spans(text)
    return spans[max(0, bisect_right(spans, at, key=itemgetter(0)) - 1)] if spans else (0, len(text))


def is_clause_start(text: str, at: int) -> bool:
    """Whether a clause begins at `at`: the text does, or punctuation or a space stands before."""
    return at <= 0 or bool(CLAUSE_BREAK.match(text[at - 1])) or text[at - 1] in CLOSING + "《〈（"


def is_clause_end(text: str, at: int) -> bool:
    """Whether a clause ends before `at`."""
    return at >= len(text) or bool(CLAUSE_BREAK.match(text[at])) or text[at] in CLOSING
