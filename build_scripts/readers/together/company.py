"""What lines show together that none shows alone: days of other texts, marks before heads of parts, letters of points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from build_scripts.readers.particulars.stamps import DAY_ALONE
from build_scripts.readers.parts.lines import runs_of_true
from build_scripts.readers.parts.numbering import LETTERED, count_of, kind_of_number
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

STEPS = range(2, 5)  # lines from one day of a list to the next
# What papers set before a head of a part; the bullets of lists as well.
MARKED = re.compile(r"^([■□◆◇●○★☆▌▍▎▊█◎➤►])\s*(?=\S)")
SECTION = re.compile(r"0\d|[1-9]\d")  # 01, 02, as accounts number the parts of a text
WIDEST_HEAD = 24.0  # ems
OTHER = frozenset(("person", "buttons", "mostly-buttons", "appeal", "list-head", "pointer", "neighbour", "tags"))
GOES_ON = "：:，,、；;"
FEWEST_PARTS = 2  # of an answer
FEWEST_ROWS = 3  # rows of particulars that are a table of them
DASHED = re.compile(r"^(?:——|－－|──|— |– )\s*\S")
ROW = re.compile(r"^[^：:。，]{2,12}[：:]\s*\S")


def company(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """For each line the names of what it is in company, as `shown` below has them."""
    counts, heads = section_numbers(texts), answer_heads(texts)
    shown = {
        "day-of-list": listed_days(texts),
        "marked-head": [head and not _is_another(seen) for head, seen in zip(marked_heads(texts), evidence, strict=True)],
        "lettered": lettered_points(texts),
        "dashed": dashed_points(texts),
        "answer-head": heads,
        "answer-part": answer_parts(texts, heads),
        "in-rows": _rows(texts, evidence),
        "section-number": counts,
        "below-section-number": [False, *counts][: len(counts)],
    }
    return [tuple(name for name, lines in shown.items() if lines[at]) for at in range(len(texts))]


def _rows(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[bool]:
    """Which lines are rows of a table of particulars: neighbours with a label each, of which one labels no fact of a text."""
    labelled = [
        bool(ROW.match(text)) and bool({"facts-labelled", "facts-time", "no-fact"}.intersection(seen))
        for text, seen in zip(texts, evidence, strict=True)
    ]
    found = [False] * len(texts)
    for start, end in runs_of_true(labelled):
        of_site = any("no-fact" in seen for seen in evidence[start:end])
        found[start:end] = [of_site and end - start >= FEWEST_ROWS] * (end - start)
    return found


def _is_another(seen: Sequence[str]) -> bool:
    return bool(OTHER.intersection(seen)) or any(name.startswith("facts-") for name in seen)


def listed_days(texts: Sequence[str]) -> list[bool]:
    """Which lines are a day and nothing else, by turns with other lines, as under the titles of a list.

    >>> listed_days(["旧码头", "2019-09-09", "新渡口", "2019-09-08"]), listed_days(["旧码头", "2019-09-09"])
    ([False, True, False, True], [False, False])
    """
    days = [at for at, text in enumerate(texts) if DAY_ALONE.fullmatch(simplified(text))]
    listed = {at for day, other in pairwise(days) if other - day in STEPS for at in (day, other)}
    return [at in listed for at in range(len(texts))]


def section_numbers(texts: Sequence[str]) -> list[bool]:
    """Which lines are numbers alone, of two figures, that count up from 1 over the heads of parts: none beside another.

    >>> section_numbers(["01", "一口钟", "钟慢了。", "02", "一条船"]), section_numbers(["01", "02", "说"]), section_numbers(["12", "钟"])
    ([True, False, False, True, False], [False, False, False], [False, False])
    """  # noqa: E501
    found = [False] * len(texts)
    numbers = [int(text) if SECTION.fullmatch(text) else 0 for text in texts]
    at = [at for at, number in enumerate(numbers) if number]
    counts = [numbers[each] for each in at] == list(range(1, len(at) + 1))
    if len(at) > 1 and counts and all(other - one > 1 for one, other in pairwise(at)):
        for each in at:
            found[each] = True
    return found


def marked_heads(texts: Sequence[str]) -> list[bool]:
    """Which lines with a mark are heads of parts: short, closed by nothing, and none beside another with the same mark; one
    alone stands above a sentence.

    >>> marked_heads(["说完了。", "■两张船票", "船票还在。", "■渡口的钟", "1\\t2", "■十点"])
    [False, True, False, True, False, False]
    >>> marked_heads(["带上：", "●水", "●饼", "出发了。"])
    [False, False, False, False]
    """
    marks = [match[1] if (match := MARKED.match(text)) else "" for text in texts]
    may = [bool(mark) and _is_short(texts[at]) and _alone(marks, at) and at + 1 < len(texts) for at, mark in enumerate(marks)]
    every = Counter(marks)
    heads = Counter(mark for at, mark in enumerate(marks) if may[at])
    return [
        may[at] and (closes_sentence(texts[at + 1]) or (heads[mark] > 1 and heads[mark] * 2 > every[mark]))
        for at, mark in enumerate(marks)
    ]


def _is_short(text: str) -> bool:
    return width(text) <= WIDEST_HEAD and not closes_sentence(text) and text[-1] not in GOES_ON


def _alone(marks: Sequence[str], at: int) -> bool:
    """Whether the line above and the one below have another mark, or none."""
    return marks[at] not in [*marks[max(0, at - 1) : at], *marks[at + 1 : at + 2]]


def lettered_points(texts: Sequence[str]) -> list[bool]:
    """Which lines are points that count up in letters from a, two or more in a row.

    >>> lettered_points(["We will:", "(a) widen it;", "(b) open it.", "It is done."])
    [False, True, True, False]
    >>> lettered_points(["(a) alone.", "(c) another."]), lettered_points(["A. Smith spoke.", "B. Jones did not."])
    ([False, False], [False, False])
    """
    found = [False] * len(texts)
    letters = [match[1] if (match := LETTERED.match(text)) else "" for text in texts]
    for first in (at for at, letter in enumerate(letters) if letter == "a"):
        end = first
        while end < len(letters) and letters[end] == chr(ord("a") + end - first):
            end += 1
        if end - first > 1:
            found[first:end] = [True] * (end - first)
    return found


def dashed_points(texts: Sequence[str]) -> list[bool]:
    """Which lines are points that a dash opens: two or more in a row, announced by a colon or parted by semicolons.

    >>> dashed_points(["每天三件事：", "——敲钟；", "——扫雪。", "做完了。"])
    [False, True, True, False]
    >>> dashed_points(["“你来了？”", "——来了。", "——坐。"])
    [False, False, False]
    """
    found = [False] * len(texts)
    for start, end in runs_of_true(DASHED.match(text) for text in texts):
        announced = start > 0 and texts[start - 1][-1:] in ("：", ":")
        parted = all(text[-1] in "；;" for text in texts[start : end - 1])
        found[start:end] = [end - start > 1 and (announced or parted)] * (end - start)
    return found


def answer_heads(texts: Sequence[str]) -> list[bool]:
    """Which lines are a word alone that heads a question, or the answer to it; the page has both.

    >>> answer_heads(["Question:", "Who rings?", "Reply:", "No one does."]), answer_heads(["Question:", "Who rings?"])
    ([True, False, True, False], [False, False])
    """
    asked, answered = (
        [bool(re.fullmatch(rf"{any_word('page', name)}[：:]", simplified(text))) for text in texts]
        for name in ("asked_heads", "answered_heads")
    )
    both = any(asked) and any(answered)
    return [both and (one or other) for one, other in zip(asked, answered, strict=True)]


def answer_parts(texts: Sequence[str], heads: Sequence[bool]) -> list[bool]:
    """Which lines answer the points of a question by their numbers, with whatever stands between them; `heads` are as above.

    >>> lines = ["Question:", "(1) who; and", "(2) why?", "Reply:", "(1) No one.", "In detail:", "(2) It is late."]
    >>> answer_parts(lines, answer_heads(lines))
    [False, False, False, False, True, False, True]
    """
    if not any(heads):
        return [False] * len(texts)
    last = max(at for at, is_head in enumerate(heads) if is_head)
    asked = {kind for text in texts[:last] if (kind := kind_of_number(text)) and count_of(text)}
    found, awaited = [False] * len(texts), 1
    for at in range(last + 1, len(texts)):
        if kind_of_number(texts[at]) in asked and count_of(texts[at]) == awaited:
            found[at], awaited = True, awaited + 1
    return found if awaited > FEWEST_PARTS else [False] * len(texts)
