"""Traced texts by example; the laws stand in `laws/`."""

from __future__ import annotations

import pytest

from build_scripts.traced import Edit, Run, Traced, capture, concat

RAW = "人工 智能"


def test_a_capture_is_one_run() -> None:
    assert capture(RAW).runs == (Run(0, 5, RAW),)
    assert capture("").runs == () and capture("").start == -1


def test_a_removed_character_leaves_its_run() -> None:
    text = capture(RAW).edit([Edit(2, 3, "", "gap")])
    assert text.text == "人工智能"
    assert [(run.start, run.end, run.fate) for run in text.runs] == [(0, 2, "kept"), (2, 3, "removed"), (3, 5, "kept")]
    assert text.origin() == [(0, 2), (3, 5)]
    assert text.find(2) == text.find(3) == 2


def test_an_edit_of_equal_length_goes_character_by_character() -> None:
    text = capture("a,b,c").edit([Edit(0, 5, "a，b，c", "wide")])
    assert [run.fate for run in text.runs] == ["kept", "changed", "kept", "changed", "kept"]
    assert text.find(3) == 3


def test_only_what_differs_is_changed() -> None:
    text = capture("News,December").edit([Edit(0, 13, "News, December", "correction")])
    assert [(run.text, run.fate) for run in text.runs] == [("News", "kept"), (", ", "changed"), ("December", "kept")]


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([Edit(0, 0, "x", "r")], "x人工"),
        ([Edit(0, 0, "x", "r"), Edit(0, 0, "y", "r")], "xy人工"),
        ([Edit(0, 0, "x", "r"), Edit(0, 1, "y", "r")], "xy工"),
        ([Edit(0, 0, "x", "r"), Edit(0, 1, "", "r")], "x工"),
        ([Edit(0, 1, "", "r"), Edit(1, 1, "x", "r")], "x工"),
        ([Edit(1, 1, "x", "r"), Edit(1, 1, "y", "r")], "人xy工"),
        ([Edit(0, 1, "y", "r"), Edit(1, 1, "x", "r"), Edit(1, 2, "", "r")], "yx"),
        ([Edit(2, 2, "x", "r")], "人工x"),
    ],
)
def test_insertions_stand_where_they_are_put(edits: list[Edit], after: str) -> None:
    assert capture("人工").edit(edits).text == after


def test_nothing_can_be_inserted_where_nothing_is() -> None:
    with pytest.raises(ValueError, match="empty text"):
        capture("").edit([Edit(0, 0, "x", "r")])


def test_a_later_rule_takes_over() -> None:
    text = capture("a,b").edit([Edit(1, 2, "，", "wide")]).edit([Edit(1, 2, "", "gone")])
    assert text.runs == (Run(0, 1, "a"), Run(1, 2, "", "gone"), Run(2, 3, "b"))


def test_parts_come_together_again() -> None:
    parts = capture(RAW).partition([2, 2, 3])
    assert [part.text for part in parts] == ["人工", "", " ", "智能"]
    assert concat(parts) == capture(RAW)


def test_parts_out_of_order_keep_where_they_came_from() -> None:
    first, second = capture(RAW).partition([3])
    text = concat([second, first])
    assert text.text == "智能人工 " and text.origin() == [(3, 5), (0, 3)] and text.start == 3


def test_two_runs_of_one_rule_that_do_not_touch_stay_two() -> None:
    assert concat([Traced((Run(0, 1, "", "r"),)), Traced((Run(2, 3, "", "r"),))]).runs == (
        Run(0, 1, "", "r"),
        Run(2, 3, "", "r"),
    )


def test_a_large_text_is_edited_in_proportion() -> None:
    text = capture("人,工 " * 50_000)
    text = text.edit([Edit(at + 1, at + 2, "，", "wide") for at in range(0, 200_000, 4)])
    parts = text.partition(list(range(0, 200_000, 40)))
    assert concat(parts).text == text.text
