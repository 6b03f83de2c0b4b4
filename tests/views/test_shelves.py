"""Long lists in shelves: nothing is lost, nothing is listed twice, and no page lists more than it may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.dates import time_order
from build_scripts.views.shelves import Shelf, shelve
from build_scripts.writers.web.overviews.shelf_pages import shelf_path

DATES = st.one_of(
    st.just(""),
    st.integers(2020, 2023).map(str),
    st.tuples(st.integers(2020, 2023), st.integers(1, 3)).map(lambda parts: "{}-{:02}~".format(*parts)),
    st.tuples(st.integers(2020, 2023), st.integers(1, 3), st.integers(1, 3)).map(lambda parts: "{}-{:02}-{:02}".format(*parts)),
)


@given(st.lists(DATES, max_size=80), st.integers(1, 6))
def test_every_item_is_on_one_shelf_and_in_order_of_time(dates: list[str], most: int) -> None:
    items = sorted(enumerate(dates), key=lambda item: time_order(item[1]))
    shelf = shelve(items, lambda item: item[1], most)
    listing = [each for each in (shelf, *shelf.below()) if not each.parts]
    assert sorted(item for each in listing for item in each.items) == sorted(items)
    assert all(len(each.items) <= most for each in listing)


@given(st.lists(DATES, max_size=80), st.integers(1, 6))
def test_no_two_shelves_have_one_page(dates: list[str], most: int) -> None:
    shelf: Shelf[str] = shelve(sorted(dates, key=time_order), str, most)
    paths = [shelf_path(each.name) for each in (shelf, *shelf.below())]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize(
    ("dates", "names"),
    [
        (["2025-01-01"] * 3, ["2025-01-01-1", "2025-01-01-3"]),
        ([""] * 3, ["undated-1", "undated-3"]),
        (["2024", "2025-01-01", "2025-02-01"], ["2024", "2025"]),
    ],
)
def test_what_no_date_divides_is_divided_by_number(dates: list[str], names: list[str]) -> None:
    assert [each.name for each in shelve(dates, str, 2).below()] == names
