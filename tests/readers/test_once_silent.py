"""Articles that were once read wrongly without a word, by what was not seen in each."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from build_scripts.readers.notes.note_list import labels_inside
from build_scripts.readers.parts.lines import split_lines
from build_scripts.readers.shapes import journal_article
from tests.conftest import make_source
from tests.making.article import draw_setting, make_article
from tests.making.reading import Result, read_article

OVER = {"over": True}


def made(seed: int, change: dict[str, Any]) -> Result:
    setting = draw_setting(Random(seed))
    foot = (
        {} if not change or "columns" in change else {"place": "foot"} | ({"mark": "square"} if setting.mark == "star" else {})
    )
    return read_article(*make_article(seed, replace(setting, **foot, **change))[:2])


@pytest.mark.parametrize(
    ("seed", "change"),
    [
        pytest.param(2000172, OVER, id="two ways in which a note runs over"),
        pytest.param(2000594, OVER, id="a short line that ends a sentence, above the rest of a note"),
        pytest.param(2000027, OVER, id="two marks hang over at the end of a first line"),
        pytest.param(2000160, {"fronted": "cell"}, id="a heading right below the author"),
        pytest.param(2000119, {"fronted": "cell"}, id="a row of a table parted from its table by notes"),
        pytest.param(2000090, {"fronted": "abstract"}, id="a heading that opens with a call"),
        pytest.param(2000342, {"columns": 2, "size": 22}, id="a sentence below a note, between two others"),
    ],
)
def test_what_is_read_wrongly_is_told(seed: int, change: dict[str, Any]) -> None:
    result = made(seed, change)
    assert result.right or result.doubts, result.differences()


@pytest.mark.parametrize(
    ("seed", "change"),
    [
        pytest.param(2000130, {}, id="a page begins with a blank line"),
        pytest.param(2000238, {}, id="first lines are as many as full ones"),
        pytest.param(2000501, {"fronted": "abstract"}, id="a note that cites a journal, last on its page"),
        pytest.param(2000042, {"columns": 2, "size": 22}, id="five stars"),
    ],
)
def test_what_was_wrong_is_right(seed: int, change: dict[str, Any]) -> None:
    result = made(seed, change)
    assert result.right, result.differences()


def test_a_label_inside_a_list_of_notes_is_told() -> None:
    lines = split_lines("[1] 王小明：《海港》。\n[2] 刘芳：《渡口》。\n海港的历史。\n[1] 陈晓：《公众》。\n")
    told = labels_inside([(1, lines[:1]), (2, lines[1:4])], {0: 1, 1: 2, 3: 1}, lines)
    assert [doubt.line for doubt in told] == [4]
    assert not labels_inside([(1, lines[:1]), (2, lines[1:3])], {0: 1, 1: 2, 3: 1}, lines)


PAGE = (
    "{start}海港的历史说明制度怎样形成而公众又怎样讨论这些制度\n的历史和公众的责任，各地的经验并不相同。［1］海港的历\n"
    "史说明制度怎样形成而公众又怎样讨论这些制度的历史和公\n［1］王小明：《海港的历史与制度的形成以及公众的讨论》，某大学\n出版社2011年版。\n"
    "海港的历史说明制度怎样形成而公众又怎样讨论，制度的历史。\n"
)
LAST = "众的责任，各地的经验并不相同，海港的历史说明制度怎样。\n"


def told_of(raw: str) -> str:
    witness = journal_article.read(make_source(raw, "journal-article"), raw)
    return " | ".join(doubt.sentence for doubt in witness.doubts)


def test_what_a_note_has_below_a_short_end_is_told_only_where_text_may_stand_there() -> None:
    """A page that turns below every foot has no column of text there."""
    head = "海港的制度\n王小明\n一、海港的历史\n"
    pages = head + PAGE.format(start="") + "\f" + PAGE.format(start="众的责任，") + "\f" + LAST
    assert "of a note" not in told_of(pages)
    assert "to text" in told_of(pages.replace("\f", ""))
