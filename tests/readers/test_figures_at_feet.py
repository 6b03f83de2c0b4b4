"""Notes at feet whose calls and labels are bare figures: what pairs is read, what nearly pairs is told."""

from __future__ import annotations

import pytest

from build_scripts.model import Witness
from build_scripts.passes import clean
from build_scripts.readers.notes.figures import FIGURES, FIGURES_BEFORE_UNITS, tell_feet
from build_scripts.readers.notes.printed import labels_of, printed_calls
from build_scripts.readers.parts.bare_calls import bare_calls
from build_scripts.readers.parts.lines import split_lines
from build_scripts.readers.shapes import journal_article
from tests.conftest import make_source

HEAD = "堤上的人家\n作者：王小明\n一、堤\n"
FIRST = "　　堤上的人家沿河而居，春天修堤，秋天收割，年年\n如此。1后来堤加高了，人家也就搬到了堤下。2村里的\n老人还记得旧堤的样子，说起来总是很高兴。\n"
SECOND = "　　堤下的人家到了夏天就要守夜，一家出一人，轮到\n谁家谁家就送饭，从来没有人推托过一回。{}\n天亮以后守夜的人各自回家，白天还要下地。4\n"
ENGLISH = (
    "The Ferry at the Bend\nby Anna Miller\n\n"
    "    The ferry at the bend was run by one family for ninety years.1 No\n"
    "other family asked for it, and none was offered it by the town.2 When\n"
    "the bridge was built the boat was drawn up and left on the bank.3\n\n"
    "1. Town Book, 12. The entry is in pencil.\n"
    "2. Town Book, 40. The page was bound in upside down.\n"
    "\f    The boat lay there until the flood, and the boys of the town used\n"
    "it as a fort; nobody painted it and nobody took it away by night.4 It\n"
    "was found nine miles below, with its oars still lashed to the seat.\n\n"
    "____________________\n{}"
    "3. See Miller, Bridges of the Bend, 7, on the cost of the stone.\n"
    "4. Letter of June 3, 1911. It is not signed.\n"
)


def read(raw: str, language: str = "zh-Hans-CN") -> Witness:
    return journal_article.read(make_source(raw, "journal-article", language), raw)


def notes_of(witness: Witness) -> list[str]:
    return [note.text.text.strip() for note in witness.documents[0].notes]


def called(witness: Witness) -> list[int]:
    document = clean(witness.documents[0])
    return [number for block in document.blocks for _, number in document.calls_in(block)]


def told(witness: Witness) -> str:
    return " | ".join(doubt.sentence for doubt in witness.doubts)


def test_the_last_notes_of_a_page_may_stand_at_the_foot_of_the_next() -> None:
    witness = read(ENGLISH.format(""), "en")
    assert [note[:10] for note in notes_of(witness)] == ["Town Book,", "Town Book,", "See Miller", "Letter of "]
    assert called(witness) == [1, 2, 3, 4]


def test_text_between_a_rule_and_the_first_note_is_told() -> None:
    assert "below a rule and read as text" in told(
        read(ENGLISH.format("The town paid for that stone twice over in the end.\n"), "en")
    )
    assert "below a rule" not in told(read(ENGLISH.format(""), "en"))


@pytest.mark.parametrize("third", ["3日子久了也就成了规矩。", "3渐渐地也就成了规矩。"])
def test_a_figure_before_what_may_be_a_unit_calls_where_it_alone_fills_the_gap(third: str) -> None:
    raw = f"{HEAD}{FIRST}\n1　1998 年秋天在堤上的谈话。\n2　参见《河工志》，第 4 页。\n\f{SECOND.format(third)}\n3　《河工志》，第 9 页。\n4　2001 年的记录。\n"
    witness = read(raw)
    assert notes_of(witness) == [
        "1998 年秋天在堤上的谈话。",
        "参见《河工志》，第 4 页。",
        "《河工志》，第 9 页。",
        "2001 年的记录。",
    ]
    assert called(witness) == [1, 2, 3, 4] and "orphan" not in {doubt.rule[:6] for doubt in witness.doubts}


def test_lines_that_count_with_figures_of_the_text_and_are_not_taken_are_told() -> None:
    raw = f"{HEAD}{FIRST}\n1　1998 年秋天在堤上的谈话。\n2　参见《河工志》，第 4 页。\n\f{SECOND.format('3')}\n3　《河工志》，第 9 页。\n"
    assert "raw lines 8-9, 14 are lines that may open notes" in told(read(raw))
    assert "may open notes" not in told(read(f"{HEAD}{FIRST}"))


@pytest.mark.parametrize("text", ["要点如下。", "堤在河东。7人家在河西。2村在堤上。"])
def test_points_of_a_list_are_not_told_as_notes_of_a_text_whose_figures_do_not_count(text: str) -> None:
    lines = split_lines(f"{text}\n1. 修堤。\n2. 守夜。\n7. 收割。\n")
    assert tell_feet(printed_calls(lines, FIGURES, frozenset()), lines) is None


def test_a_label_may_stand_before_a_year_and_a_space_only() -> None:
    lines = split_lines("1　2003 年。\n2. 1998 年。\n3 12 人。\n4.2003\n5 年。\n")
    assert labels_of(lines, FIGURES) == {0: 1, 1: 2}


def test_a_day_is_a_doubtful_figure_at_most() -> None:
    lines = split_lines("他走了。5日后才回来。\n")
    assert not printed_calls(lines, FIGURES, frozenset())
    assert [call.mark for call in printed_calls(lines, FIGURES_BEFORE_UNITS, frozenset())] == ["5"]


def test_notes_in_circles_end_where_a_list_of_references_is_headed() -> None:
    raw = (
        f"{HEAD}　　堤上的人家沿河而居，春天修堤，秋天收割①，年年\n如此[1]。后来堤加高了②，人家也就搬到了堤下[2]。\n\n"
        "注释：\n① 收割的日子由各家商定。\n② 加高的尺寸没有记录。\n参考文献：\n[1] 王红. 堤[M]. 北京: 某社, 2018: 61.\n[2] 李明. 河[M]. 北京: 某社, 2019: 7.\n"
    )
    witness = read(raw)
    assert sorted(notes_of(witness)) == sorted(
        [
            "收割的日子由各家商定。",
            "加高的尺寸没有记录。",
            "王红. 堤[M]. 北京: 某社, 2018: 61.",
            "李明. 河[M]. 北京: 某社, 2019: 7.",
        ]
    )
    assert len(called(witness)) == 4 and "may go on" not in told(witness)


ENGLISH_NOTES = """The Sea Wall

Jane Doe

   The wall was raised in the spring by the people of the lower town.1
It held for eleven years, and the toll paid for it.2,3 Then the sea
came over.4 Nobody was asked again.

Notes

   1 Minutes, 4 April 1843.
   2 Register, vol. 6.
   3 The counts are mine.
   4 Log Book, entries for 9 January.
"""


def test_figures_behind_one_stop_call_several_notes() -> None:
    witness = read(ENGLISH_NOTES)
    assert len(notes_of(witness)) == 4 and called(witness) == [1, 2, 3, 4]


def test_figures_that_are_missed_hide_no_others() -> None:
    words = "The wall.1 It held.2 The toll.3 Then the sea.6 Nobody.7 The toll.8 Nobody.9 Again.10\n"
    assert bare_calls(split_lines(words)) == [1]
    assert bare_calls(split_lines("The wall.1 It held.9 The toll.20 Then the sea.44\n")) == []
