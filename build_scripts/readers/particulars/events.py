"""Rows above a text that say when and where a meeting was held and who spoke, or describe a book: text, and no facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_scripts.readers.parts.lines import runs_of_true
from build_scripts.text.lexicon import any_spread, any_word, lexicon, words
from build_scripts.text.scripts import simplified

LONGEST_ROW = 60  # code points
FEWEST_OF_BOOK = 2  # rows that show of what the others are


def event_rows(texts: Sequence[str]) -> list[bool]:
    """Which lines are rows of an event: neighbours under labels of one, of which one is its place.

    >>> event_rows(["时间：2021年3月2日上午9时", "地点：三号楼报告厅", "来源：某报"])
    [True, True, False]
    >>> event_rows(["时间：2021年3月2日", "来源：某报"])
    [False, False]
    """
    kinds = [_kind(text) for text in texts]
    found = [False] * len(texts)
    for start, end in runs_of_true(kinds):
        if end - start > 1 and "place" in kinds[start:end]:
            found[start:end] = [True] * (end - start)
    return found


def book_rows(texts: Sequence[str]) -> list[bool]:
    """Which lines are rows that describe a book: neighbours under labels of one, two of them of no other thing.

    >>> book_rows(["作者：王小明", "出版社：某某出版社", "定价：42元", "撰文：李文"]), book_rows(["作者：王小明", "来源：某报"])
    ([True, True, True, False], [False, False])
    """
    of_books, beside = (re.compile(rf"{any_word('page', name)}\s*[：:]\s*\S") for name in ("of_books", "beside_books"))
    shown = [bool(len(text) <= LONGEST_ROW and of_books.match(simplified(text))) for text in texts]
    rows = [is_shown or bool(beside.match(simplified(text))) for is_shown, text in zip(shown, texts, strict=True)]
    found = [False] * len(texts)
    for start, end in runs_of_true(rows):
        found[start:end] = [sum(shown[start:end]) >= FEWEST_OF_BOOK] * (end - start)
    return found


def _kind(text: str) -> str:
    if len(text) > LONGEST_ROW:
        return ""
    match = _row().match(simplified(text))
    return (match.lastgroup or "") if match else ""


@cache
def _row() -> re.Pattern[str]:
    listed = lexicon("page")
    kinds = {"time": "event_times", "place": "event_places", "row": "event_rows"}
    groups = "|".join(f"(?P<{kind}>{any_spread(words(listed[name]))})" for kind, name in kinds.items())
    return re.compile(rf"(?:{groups})\s*[：:]\s*\S")
