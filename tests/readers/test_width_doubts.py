"""Articles whose indents are lost: a paragraph that only a width tells is told, and so is a heading as wide as the text."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from build_scripts.readers.parts.lines import split_lines
from build_scripts.readers.running.columns import fill_of, full_widths
from tests.making.article import draw_setting, make_article
from tests.making.reading import read_article

# Made-up articles that were once read wrongly without a word: a width fits both readings, or nothing shows where a note ends.
ONCE_SILENT = (
    23,
    36,
    40,
    162,
    164,
    168,
    197,
    203,
    235,
    292,
    301,
    312,
    323,
    339,
    370,
    393,
    289,
    427,
    440,
    595,
    625,
    813,
    872,
    880,
    906,
)


@pytest.mark.parametrize("seed", ONCE_SILENT)
def test_nothing_is_wrong_without_a_doubt(seed: int) -> None:
    raw, answer, _ = make_article(seed)
    result = read_article(raw, answer)
    assert result.right or result.doubts, result.differences()


@pytest.mark.parametrize(
    ("seed", "change"), [(9100025, {"columns": 2, "size": 24}), (9100076, {"over": True, "place": "foot"})]
)
def test_a_note_that_takes_in_text_is_told(seed: int, change: dict[str, Any]) -> None:
    """Below a line that ends a sentence and leaves room, and at the head of the next page, text may begin."""
    raw, answer, _ = make_article(seed, replace(draw_setting(Random(seed)), **change))
    result = read_article(raw, answer)
    assert result.right or result.doubts, result.differences()


def names(*lines: str, full: float = 8.0) -> set[str]:
    """What the first of the lines shows of a column of so many ems."""
    return set(fill_of(split_lines("".join(f"{line}\n" for line in lines)), 0, full, 2.0).names(closed=True))


def test_opening_marks_stay_with_what_follows_them() -> None:
    assert names("甲甲甲甲甲", "社会实践") == {"room-in-full-line", "little-room-in-first-line"}
    assert names("甲甲甲甲甲", "“社会实践") == {"little-room-in-full-line", "fills-first-line"}
    assert names("甲甲甲甲甲甲", "〔8〕模式") == {"fills-full-line", "fills-first-line"}, "either, before a mark of two ems"


def test_a_point_may_hang_over_a_line() -> None:
    assert names("甲甲甲甲甲甲。", "社会实践") == {"little-room-in-full-line", "fills-first-line"}
    assert names("甲甲甲甲甲甲甲甲", "社会实践") == {"fills-full-line", "fills-first-line", "too-wide-for-first"}


def test_a_column_is_as_wide_as_most_of_its_lines_agree() -> None:
    lines = split_lines("短标题\n" * 3 + "甲甲甲甲甲甲甲甲\n甲甲甲甲甲甲甲，\n甲甲甲甲甲甲甲甲\n甲甲。\n" * 3)
    assert set(full_widths(lines)) == {8.0}
