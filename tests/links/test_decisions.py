"""The editor has the last word on links and works: each entry changes what it names, and one that changes nothing is an error."""

from __future__ import annotations

import pytest

from build_scripts.diagnostics import BadInput
from build_scripts.links import find_links
from build_scripts.links.cited.works import read_works
from build_scripts.links.model import Link, LinkType, TextLink
from build_scripts.source import Decisions, LinkDecision, Passage, Place, WorkDecision
from tests.links.making import SESSION, document, speech, words

WORDS = "海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富"
PLACE = Place("seeds/other/decisions.yaml", 2)
NOTE = f"《{SESSION}》，《人民日报》2031年5月13日。"


def decide(source: Passage, target: Passage | None = None, kind: str = "", retract: bool = False, work: str = "") -> Decisions:
    return Decisions(links=(LinkDecision(source, target, kind, retract, work, {"en": "test"}, PLACE),))


def linked(paragraph: str, decisions: Decisions, notes: tuple[str, ...] = ()) -> list[TextLink]:
    both = [speech(), document("other", paragraph, notes=notes, published="2031-08-01", decisions=decisions)]
    return [link for link in find_links(both) if isinstance(link, TextLink)]


def test_a_link_is_taken_back() -> None:
    quoting = f"某某指出：“{WORDS}。”"
    assert len(linked(quoting, Decisions())) == 1
    assert linked(quoting, decide(Passage("other", "p1"), retract=True)) == []
    assert linked(quoting, decide(Passage("other", "p1", WORDS), retract=True)) == []


def test_a_link_is_called_otherwise() -> None:
    found = linked(f"某某指出：“{WORDS}。”", decide(Passage("other", "p1"), kind="same-wording"))
    assert [link.type for link in found] == [LinkType.SAME_WORDING]


def test_a_link_is_added_with_its_differences() -> None:
    paragraph = "如今大家都说，保护好海洋环境才有将来。"
    assert linked(paragraph, Decisions()) == []
    target = Passage("speech", "p2", "保护海洋生态环境")
    found = linked(paragraph, decide(Passage("other", "p1", "保护好海洋环境"), target, "quotation"))
    both = [speech(), document("other", paragraph)]
    assert [(words(both, link.source), words(both, link.target)) for link in found] == [("保护好海洋环境", "保护海洋生态环境")]
    assert found[0].fidelity == "altered"
    assert {(change.words, change.to_words) for change in found[0].changes} == {("好", ""), ("", "生态")}


def test_words_are_given_to_a_work() -> None:
    quoting = f"某某指出：“{WORDS}。”另一处见[1]。又见[2]。"
    notes = (NOTE, "《某某文选》第一卷，人民出版社2035年版，第3页。")
    plain, given = (linked(quoting, each, notes) for each in (Decisions(), decide(Passage("other", "p1", WORDS), work="n2")))
    assert len(plain) == len(given) == 1
    assert plain[0].work != given[0].work == read_works([document("other", quoting, notes=notes)])[1].id


@pytest.mark.parametrize(
    ("decisions", "says"),
    [
        (decide(Passage("other", "p9"), retract=True), "there is no block other#p9"),
        (decide(Passage("other", "p1", "没有"), retract=True), "stands 0 times in p1"),
        (decide(Passage("other", "p1", "某某"), retract=True), "no link leaves other#p1 there"),
        (decide(Passage("other", "p1"), kind="quotation"), "is so already"),
        (decide(Passage("other", "p1"), work="n7"), "no work and no note"),
    ],
)
def test_an_entry_that_changes_nothing_is_an_error(decisions: Decisions, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        linked(f"某某指出：“{WORDS}。”", decisions)
    assert str(caught.value).startswith("seeds/other/decisions.yaml:2: error[decision-mismatch]")


def test_what_an_editor_says_of_a_work_holds() -> None:
    note = "《第55次统计报告》，中国互联网络信息中心网站2025年1月17日。"
    values = {"kind": "book", "publisher": "统计出版社"}
    decided = Decisions(works=(WorkDecision(Passage("other", "n1"), values, {"en": "test"}, PLACE),))
    plain, given = (
        read_works([document("other", "见报告[1]。", notes=(note,), decisions=each)]) for each in (Decisions(), decided)
    )
    assert [(work.kind, work.publisher) for work in given] == [("book", "统计出版社")]
    assert plain[0].title == given[0].title and plain[0].id == given[0].id
    with pytest.raises(BadInput, match="cites 0 such works"):
        read_works([document("other", "没有注。", decisions=decided)])


def test_types_are_told_apart() -> None:
    links: list[Link] = list(find_links([speech(), document("other", "见[1]。", notes=(NOTE,))]))
    assert [link.type for link in links] == [LinkType.NOTE_CITATION]
