"""Notes become works: every note parsed, repeated works one work, short forms resolved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_scripts.links.cited.notes import read_citations
from build_scripts.links.cited.works import read_works
from build_scripts.model import Document
from tests.links.making import document

CASES = [
    (
        "习近平：《在科学家座谈会上的讲话》，《人民日报》2020年9月12日。",
        {"kind": "newspaper-article", "authors": ("习近平",), "container": "人民日报", "date": "2020-09-12"},
    ),
    (
        "《十九大以来重要文献选编》（上），中央文献出版社2019年版，第21页。",
        {
            "kind": "book",
            "title": "十九大以来重要文献选编",
            "part": "（上）",
            "publisher": "中央文献出版社",
            "date": "2019",
            "locator": "21",
        },
    ),
    (
        "参见《全球人工智能治理倡议》，中华人民共和国外交部网站2023年10月20日。",
        {"kind": "web-page", "site": "中华人民共和国外交部网站", "publisher": "中华人民共和国外交部", "date": "2023-10-20"},
    ),
    (
        "《国务院印发〈意见〉积极推进“互联网＋”行动》，《人民日报》2015年7月5日。",
        {"title": "国务院印发〈意见〉积极推进“互联网＋”行动"},
    ),
    (
        "王某、李某：《论某事》，《经济研究》2021年第3期，第5—9页。",
        {"kind": "journal-article", "authors": ("王某", "李某"), "date": "2021", "locator": "5–9"},
    ),
    (
        "［德］马克思：《资本论》第一卷，北京：人民出版社2004年版，第8页。",
        {"title": "资本论", "part": "第一卷", "publisher": "人民出版社", "place": "北京", "locator": "8"},
    ),
    (
        "“A Deep Dive”, Ofcom, July 23, 2024.",
        {"kind": "report", "title": "A Deep Dive", "publisher": "Ofcom", "date": "2024-07-23", "language": "en"},
    ),
    (
        "Jane Doe, The Book of Things, Oxford: Oxford University Press, 2019, p. 12.",
        {"kind": "book", "authors": ("Jane Doe",), "place": "Oxford", "publisher": "Oxford University Press", "locator": "12"},
    ),
    (
        "王某. 论某事[J]. 经济研究, 2021(3): 5-9.",
        {"kind": "journal-article", "container": "经济研究", "date": "2021", "locator": "5-9"},
    ),
    (
        "王某. 某书[M]. 北京: 人民出版社, 2020: 35.",
        {"kind": "book", "place": "北京", "publisher": "人民出版社", "locator": "35"},
    ),
]


@pytest.mark.parametrize(("note", "expected"), CASES)
def test_citation(note: str, expected: dict[str, object]) -> None:
    (citation,) = read_citations(note)
    assert {key: getattr(citation, key) for key in expected} == expected


@pytest.mark.parametrize("note", ["此处有改动。", "2020年前后的数据。"])
def test_a_note_that_cites_nothing(note: str) -> None:
    assert read_citations(note) == []


def test_two_works_in_one_note_and_the_same_again() -> None:
    notes = (
        "甲：《书一》，人民出版社2020年版，第1页；乙：《书二》，人民出版社2021年版，第2页。",
        "同上，第9页。",
        "甲：《书一》，第7页。",
    )
    one, two = read_works([document("d", "文。[1][2][3]", notes=notes)])
    assert [(by.note, by.locator) for by in one.cited_by] == [(1, "1"), (3, "7")]
    assert [(by.note, by.locator) for by in two.cited_by] == [(1, "2"), (2, "9")]


def test_the_notes_of_the_article(documents: Sequence[Document]) -> None:
    works = read_works(documents)
    cited = sorted(by.note for work in works for by in work.cited_by)
    assert cited == list(range(1, 53)) and len(works) == 29
    assert all(work.title and work.date for work in works)
    (book,) = [work for work in works if work.title.startswith("论把握新发展阶段")]
    assert [(by.note, by.locator) for by in book.cited_by] == [(17, "272"), (28, "271")]
    assert (book.publisher, book.date, book.authors) == ("中央文献出版社", "2021", ("习近平",))


def test_eight_notes_cite_the_readout_and_none_another_session(documents: Sequence[Document]) -> None:
    here = [work for work in read_works(documents) if work.document]
    assert [work.document for work in here] == ["readout"]
    assert [by.note for by in here[0].cited_by] == [12, 16, 26, 31, 32, 33, 34, 35]
