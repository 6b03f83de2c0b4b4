"""Editing a traced text is replacing in a string, and no code point of the capture is ever forgotten."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.traced import Edit, Traced, capture, concat

ALPHABET = "人工智能 AI，。\n“”x𠀀"
RAW = st.text(alphabet=ALPHABET, max_size=30)


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Sorted edits that do not overlap; insertions, deletions and replacements of any length."""
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(points[::2], points[1::2], strict=False)
    words = st.text(alphabet=ALPHABET, max_size=3)
    found = [Edit(start, end, draw(words), draw(st.sampled_from("ab"))) for start, end in pairs]
    return found if text else [edit for edit in found if not edit.replacement]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, Traced]:
    """A capture, and a text made of it by several rounds of edits."""
    raw = draw(RAW)
    text = capture(raw)
    for _ in range(draw(st.integers(0, 3))):
        text = text.edit(draw(edits(text.text)))
    return raw, text


def check(raw: str, text: Traced) -> None:
    """The runs cover the capture once, in order, and what is kept is what was captured."""
    at = 0
    for run in text.runs:
        assert run.start == at or run.start == run.end == at
        at = run.end
        if run.fate == "kept":
            assert run.text == raw[run.start : run.end]
        assert (run.fate == "removed") == (not run.text)
    assert at == len(raw)
    assert text.text == "".join(run.text for run in text.runs)


def replaced(text: str, todo: list[Edit]) -> str:
    for edit in reversed(todo):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@given(edited(), st.data())
def test_an_edit_is_a_plain_replacement(made: tuple[str, Traced], data: st.DataObject) -> None:
    raw, text = made
    todo = data.draw(edits(text.text))
    after = text.edit(todo)
    assert after.text == replaced(text.text, todo)
    check(raw, after)


@given(edited())
def test_an_edit_that_changes_nothing_leaves_no_trace(made: tuple[str, Traced]) -> None:
    _, text = made
    assert text.edit([Edit(0, len(text.text), text.text, "r")]).runs == text.edit([]).runs


@given(edited(), st.data())
def test_a_partition_loses_nothing(made: tuple[str, Traced], data: st.DataObject) -> None:
    raw, text = made
    points = sorted(data.draw(st.lists(st.integers(0, len(text.text)), max_size=6)))
    parts = text.partition(points)
    bounds = [0, *points, len(text.text)]
    assert [part.text for part in parts] == [text.text[a:b] for a, b in itertools.pairwise(bounds)]
    check(raw, Traced(tuple(run for part in parts for run in part.runs)))
    assert concat(parts).text == text.text
    check(raw, concat(parts))


@given(edited())
def test_everything_can_be_removed(made: tuple[str, Traced]) -> None:
    raw, text = made
    gone = text.removed("r")
    assert gone.text == "" and gone.origin() == []
    check(raw, gone)


@given(edited())
def test_find_agrees_with_the_runs(made: tuple[str, Traced]) -> None:
    raw, text = made
    for offset in range(len(raw)):
        at = text.find(offset)
        assert at is not None and 0 <= at <= len(text.text)
        run = next(run for run in text.runs if run.start <= offset < run.end)
        if run.fate == "kept":
            assert text.text[at] == raw[offset]
    assert text.find(len(raw)) is None
    assert text.find(-1) is None


@given(edited())
def test_the_origin_covers_what_still_stands(made: tuple[str, Traced]) -> None:
    _raw, text = made
    spans = text.origin()
    assert all(start < end for start, end in spans)
    assert all(left[1] < right[0] for left, right in itertools.pairwise(spans))
    standing = {i for run in text.runs if run.text for i in range(run.start, run.end)}
    assert {i for start, end in spans for i in range(start, end)} == standing


@given(RAW, st.data())
def test_what_is_outside_the_edits_is_kept(raw: str, data: st.DataObject) -> None:
    todo = data.draw(edits(raw))
    touched = {i for edit in todo for i in range(max(edit.start - 1, 0), edit.end + 1)}
    after = capture(raw).edit(todo)
    kept = {i for run in after.runs if run.fate == "kept" for i in range(run.start, run.end)}
    assert set(range(len(raw))) - touched <= kept


@pytest.mark.parametrize(
    "wrong",
    [
        [Edit(2, 1, "", "r")],
        [Edit(0, 9, "", "r")],
        [Edit(-1, 1, "", "r")],
        [Edit(2, 3, "", "r"), Edit(0, 1, "", "r")],
        [Edit(0, 2, "x", "r"), Edit(1, 3, "y", "r")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(wrong: list[Edit]) -> None:
    with pytest.raises(ValueError):
        capture("人工智").edit(wrong)
