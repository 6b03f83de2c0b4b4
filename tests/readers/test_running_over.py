"""Notes that run over to the next foot: the end of one and the lines above the labels of the other are weighed together."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from build_scripts.readers.shapes import journal_article
from tests.conftest import make_source
from tests.making.article import draw_setting, make_article
from tests.making.reading import Result, read_article

HEAD = (
    "海港的历史",
    "作者：王小明",
    "一、海港",
    "海港的历史说明制度怎样形成而公众又怎样讨论这些",
    "制度的历史和公众的责任，各地的经验并不相同，海",
)


def notes_of(*lines: str) -> tuple[list[str], list[str]]:
    """The notes of an article of these lines below its head, and what is told of notes."""
    raw = "".join(f"{line}\n" for line in (*HEAD, *lines))
    witness = journal_article.read(make_source(raw, "journal-article"), raw)
    told = [doubt.sentence for doubt in witness.doubts if doubt.rule == "doubtful-note"]
    return [note.text.text.replace("\n", "") for note in witness.documents[0].notes], told


def made(seed: int) -> Result:
    """What is read of a made-up article whose notes run over."""
    setting = replace(draw_setting(Random(seed)), place="foot", over=True)
    return read_article(*make_article(seed, setting if setting.mark != "star" else replace(setting, mark="square"))[:2])


@pytest.mark.parametrize("seed", [3, 14, 28, 51])
def test_a_note_runs_over_where_no_page_shows(seed: int) -> None:
    result = made(seed)
    assert result.right, result.differences()


ABOVE = (
    "港的历史说明［1］制度怎样形成而公众又怎样讨论这",
    "［1］王小明：《海港的历史与制度》，某大学出版社2011",
    "些制度的历史和公众的责任，各地的经验并不相同，海",
    "港的历史说明制度怎样形成而公众又怎样讨论这些制度",
    "的历史和公众的责任，各地的［2］经验并不相同，海港",
)
BELOW = (
    "［2］陈晓：《公众的责任》，某大学出版社2015年版，第7",
    "页。",
    "\f的历史说明制度怎样形成而公众又怎样讨论这些制度的",
    "历史和公众的责任，各地的经验并不相同。",
)


def test_the_rest_goes_back_to_its_note_and_the_text_goes_on() -> None:
    notes, _ = notes_of(*ABOVE, "年版，第33页。", *BELOW)
    assert notes[0].endswith("某大学出版社2011年版，第33页。")
    assert notes[1].endswith("2015年版，第7页。")


def test_the_last_line_of_a_paragraph_is_no_rest() -> None:
    whole = (*ABOVE[:1], "［1］王小明：《海港的历史与制度》，某大学出版社。", *ABOVE[2:])
    notes, _ = notes_of(*whole, "的历史说明制度。", *BELOW)
    assert notes[0].endswith("某大学出版社。")


STANDING_IN = (
    "　　海港的历史说明[1]制度怎样形成而公众又怎样讨论这",
    "些制度的历史和公众的责任，各地的经验并不相同。",
    "　　制度的历史[2]和公众的责任，各地的经验并不相同，这",
    "些经验说明制度怎样形成。",
    "[1] 陈晓：《公众的责任》，某大学出版社2015年版。",
    "[2] 责任的概念由研究制度的人提出，此处的用法有“不同，海",
    "\f　　海港的制度说明公众怎样讨论[3]这些制度的历史和公众",
    "的责任，各地的经验并不相同。",
    "　　港的历史这里说得不多，其他各地的制度还有待进一步的公众",
    "研究。[4]",
    "包括公众的责任”。",
    "[3] 王小明：《海港的制度》，某大学出版社2011年版。",
    "[4] 例如各地的公众讨论制度的责任。",
)


def test_a_paragraph_that_calls_a_note_is_no_part_of_the_rest() -> None:
    """The last paragraph of a page stands above the rest, stands in, and ends with a call."""
    notes, _ = notes_of(*STANDING_IN)
    assert notes[1].endswith("此处的用法有“不同，海包括公众的责任”。")


def test_a_rest_of_which_little_shows_is_told() -> None:
    wanted = "raw line 40 is read as the rest of the note that breaks off with raw line 21"
    assert any(wanted in each for each in made(82).doubts)
