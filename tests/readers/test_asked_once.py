"""What costs most in reading is done once for a line, and not where a cheap test tells what comes out."""

from __future__ import annotations

import pytest

from build_scripts.readers.particulars import fact_lines
from build_scripts.readers.particulars.particulars import Particulars
from build_scripts.readers.particulars.pieces import cut_pieces
from build_scripts.readers.particulars.stamps import STAMP, TIMED, YEARLESS
from build_scripts.traced import Traced

DAYS = (
    "2024-06-01 08:30",
    "2024年6月1日",
    "二〇二四年六月一日",
    "中华民国三十八年九月三十日",
    "民国 38 年 9 月 30 日",
    "June 1, 2024",
)
YEARLESS_DAYS = ("06-01 08:30", "6月1日 08:30")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that are taken apart."""
    found: list[str] = []
    read = fact_lines.read_particulars

    def count(line: Traced, default: str = "") -> Particulars:
        found.append(line.text)
        return read(line, default)

    monkeypatch.setattr(fact_lines, "read_particulars", count)
    fact_lines.holds_particulars.cache_clear()
    return found


def test_a_line_is_taken_apart_once_however_often_it_is_asked_for(asked: list[str]) -> None:
    assert [fact_lines.holds_particulars("来源：海湾晚报") for _ in range(3)] == ["labelled"] * 3
    assert asked == ["来源：海湾晚报"]


def test_a_sentence_that_holds_no_time_is_not_taken_apart(asked: list[str]) -> None:
    assert fact_lines.holds_particulars("旧码头改成了书店，窗外就是当年的泊位。") == "" and not asked
    fact_lines.holds_particulars("旧码头在2024年6月1日改成了书店。")
    assert len(asked) == 1


@pytest.mark.parametrize("day", [*DAYS, *YEARLESS_DAYS])
def test_every_time_is_seen_by_the_cheap_test(day: str) -> None:
    assert (STAMP if day in DAYS else YEARLESS).search(day) and TIMED.search(day)


def test_words_between_other_pieces_are_one_piece() -> None:
    line = "旧码头 2024年13月45日 海湾晚报：2024-06-01 林小海"
    pieces = cut_pieces(line)
    assert [(line[each.start : each.end], each.kind) for each in pieces] == [
        ("旧码头", "word"),
        (" ", "separator"),
        ("2024年13月45日", "word"),
        (" ", "separator"),
        ("海湾晚报：", "word"),
        ("2024-06-01", "stamp"),
        (" ", "separator"),
        ("林小海", "word"),
    ]
