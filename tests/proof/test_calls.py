"""Which notes a printed call may lead to, in the eyes of the proof."""

from __future__ import annotations

import re

import pytest

from build_scripts.proof.calls import _call, _Notes
from tests.making.cover import try_capture


def allowed(notes: list[tuple[int, int]], at: int, start: int, near: int) -> list[int]:
    """The notes that a call may lead to, of as many calls as notes."""
    numbers, places = zip(*notes, strict=True)
    found = _call(_Notes([*numbers], [*places], ""), at, len(notes), start, near)
    return [int(number) for number in re.findall(r"\d+", found if isinstance(found, str) else found.pattern)]


@pytest.mark.parametrize(
    ("at", "start", "near", "expected"),
    [
        (1, 150, 0, [2]),  # in its order, which is the next below as well
        (1, 250, 0, [2, 3]),  # the next below where a foot numbers anew
        (3, 350, 1, [3, 4]),  # calls and notes in another order: a neighbour
        (0, 350, 1, [1, 2, 4, 3]),  # and the one right above, which it calls again
    ],
)
def test_a_call_leads_to_the_note_of_its_order_or_beside_it(at: int, start: int, near: int, expected: list[int]) -> None:
    notes = [(1, 100), (2, 200), (3, 300), (4, 400)]
    assert allowed(notes, at, start, near) == expected


def test_what_any_call_of_a_label_may_lead_to_is_made_once() -> None:
    """And not for each of them again: there may be as many as lines, of a label that comes again on each page."""
    any_of = re.compile("⟦1⟧|⟦2⟧")
    notes = _Notes([1, 2], [100, 200], any_of)
    assert all(_call(notes, at, 3, start, 0) is any_of for at, start in enumerate((150, 250, 350)))


TWO_SORTS = """三个渔村【2】分到的滩地各不相同，这里只说东村。
　［1］　每年正月抽签，抽到哪一份就种哪一份，不许换也
【1】见村规第三条。
【1】见村规第五条。
【2【2】不许换也不许卖的地，是祠堂公有的【3】。
【1】见村规第七条。
【1】见村规第九条。
　［1］　签是竹签，刻着每一份滩地的名字，用了许多年
【3】据2004年采访。
"""


def test_a_call_may_lead_to_the_label_in_brackets_of_its_sort() -> None:
    """Notes in one sort of brackets stand below all of another sort, so that the orders of calls and labels differ."""
    assert try_capture("journal-article", TWO_SORTS) == "read"
