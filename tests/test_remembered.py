"""Functions whose results outlast a build: found again by the next, forgotten when no build asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts import remembered
from build_scripts.store import Store


@pytest.fixture
def double(monkeypatch: pytest.MonkeyPatch):
    """A function that is remembered, and the list of what it was really asked."""
    monkeypatch.setattr(remembered, "build", remembered.Build())
    asked: list[int] = []

    def doubled(number: int, times: int = 2) -> int:
        asked.append(number)
        return number * times

    return remembered.Remembered(doubled, "double"), asked


def test_the_next_build_finds_what_was_asked_in_the_last_and_no_more(tmp_path: Path, double) -> None:
    function, asked = double
    for numbers, anew in (([1, 2, 2], [1, 2]), ([2, 3], [3]), ([1, 3], [1])):
        asked.clear()
        remembered.begin(Store(tmp_path))
        assert [function(number) for number in numbers] == [2 * number for number in numbers]
        remembered.end()
        assert asked == anew


def test_arguments_are_told_apart_and_another_program_asks_again(tmp_path: Path, double) -> None:
    function, asked = double
    for about in (b"one", b"one", b"two"):
        remembered.begin(Store(tmp_path, about))
        assert (function(3), function(3, 4), function(3, times=5)) == (6, 12, 15)
        remembered.end()
    assert len(asked) == 6


def test_a_build_that_fails_keeps_nothing_and_one_without_a_store_remembers_for_itself(tmp_path: Path, double) -> None:
    function, asked = double
    function(1), function(1)
    remembered.begin(Store(tmp_path))
    function(5)
    assert asked == [1, 5] and not list(tmp_path.iterdir())
