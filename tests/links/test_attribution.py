"""Whose words they are: attribution beats resemblance."""

from __future__ import annotations

import pytest

from build_scripts.links import find_links
from build_scripts.links.model import Link, LinkType
from build_scripts.model import Document, Kind
from tests.kinds import COMMENTARY, NEWS
from tests.links.making import SESSION, document, speech, words

WORDS = "海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富"
SHORT = "保护海洋生态环境，维护国家海洋权益"
CLAUSE = "推动海洋经济高质量发展"


def linked(*paragraphs: str, notes: tuple[str, ...] = (), kind: Kind = COMMENTARY) -> tuple[list[Document], list[Link]]:
    both = [speech(), document("other", *paragraphs, notes=notes, kind=kind, published="2031-08-01")]
    return both, [link for link in find_links(both) if link.type is not LinkType.NOTE_CITATION]


@pytest.mark.parametrize(
    ("paragraph", "notes", "expected"),
    [
        (f"某某指出：“{WORDS}。”", (), "quotation"),
        (f"在第七次集体学习时，某某指出：“{WORDS}。”", (), "quotation"),
        (f"2031年5月，某某强调，“{WORDS}”。", (), "quotation"),
        (f"某某指出，{WORDS}。这是新的要求。", (), "quotation"),
        (f"要落实“{WORDS}”的要求[1]。", (f"《{SESSION}》，《人民日报》2031年5月13日。",), "quotation"),
        (f"某某指出：“{WORDS}。”[1]", ("《某某文选》第一卷，人民出版社2035年版，第3页。",), "quotation"),
        (f"为贯彻会议精神，要落实某某提出的“{WORDS}”。", (), "quotation"),
        (f"2030年粮食产量创新高。某某指出：“{WORDS}。”", (), "quotation"),
        (f"党的三十届三中全会决定指出：“{WORDS}。”", (), "same-wording"),
        (f"2030年5月，某某指出：“{WORDS}。”", (), "same-wording"),
        (f"在第六次集体学习时，某某指出：“{WORDS}。”", (), "same-wording"),
        (f"在全国海洋工作座谈会上，某某指出：“{WORDS}。”", (), "same-wording"),
        (f"集体学习三天后，某某来到海边。他指出：“{WORDS}。”", (), "same-wording"),
        (f"某某指出：“{WORDS}。”[1]", ("《某某在全国海洋工作座谈会上的讲话》，《人民日报》2028年1月2日。",), "same-wording"),
        (f"某某指出：“{WORDS}。”[1]", ("《某某文选》第一卷，人民出版社2020年版，第3页。",), "same-wording"),
        (f"渔民老张说：“{WORDS}。”", (), "same-wording"),
        (f"{WORDS}，这是大家的共识。", (), "echo"),
        (f"渔民老张说，{WORDS}。", (), ""),
        (f"某某曾指出“新的要求”。如今，{CLAUSE}已成共识。", (), "echo"),
        (
            f"某某强调，要“守护蓝色家园，{CLAUSE}”[1]。",
            ("《某某在全国海洋工作座谈会上的讲话》，《人民日报》2028年1月2日。",),
            "same-wording",
        ),
        (f"要“守护蓝色家园，{CLAUSE}”。", (), ""),
    ],
)
def test_type(paragraph: str, notes: tuple[str, ...], expected: str) -> None:
    _, links = linked(paragraph, notes=notes)
    assert [link.type.value for link in links] == ([expected] if expected else [])


def test_a_note_serves_every_quotation_of_its_sentence() -> None:
    paragraph = f"要落实“{WORDS}”的判断，“{SHORT}”，稳步前进。[1]这样才好。"
    both, links = linked(paragraph, notes=("《某某在全国海洋工作座谈会上的讲话》，《人民日报》2028年1月2日。",))
    assert [words(both, link.source) for link in links] == [WORDS, SHORT]
    assert {link.type for link in links} == {LinkType.SAME_WORDING}
    assert len({link.work for link in links}) == 1 and links[0].work


def test_a_note_behind_a_semicolon_does_not_serve_what_stands_before_it() -> None:
    paragraph = f"某某强调“{WORDS}”；2028年，又指出“{SHORT}”[1]。"
    _, links = linked(paragraph, notes=("《某某在全国海洋工作座谈会上的讲话》，《人民日报》2028年1月2日。",))
    assert [link.type for link in links] == [LinkType.QUOTATION, LinkType.SAME_WORDING]


def test_a_lead_in_is_not_part_of_the_quotation() -> None:
    both, links = linked(f"某某指出，{WORDS}。以后的话与此无关。")
    assert words(both, links[0].source) == words(both, links[0].target) == WORDS + "。"


def test_a_news_paragraph_that_keeps_the_lead_in_is_a_reprint() -> None:
    both, links = linked("【本报讯】据新华社报道：" + speech().blocks[1].text.text, kind=NEWS)
    assert [link.type for link in links] == [LinkType.REPRINT]
    assert words(both, links[0].source) == speech().blocks[1].text.text


def test_two_texts_that_quote_a_third_are_not_linked_to_each_other() -> None:
    both = [
        speech(),
        document("one", f"某某指出：“{WORDS}。”", published="2031-06-01"),
        document("two", f"某某强调：“{WORDS}。”", published="2031-07-01"),
    ]
    assert {(link.source.document, link.target.document) for link in find_links(both) if link.target} == {
        ("one", "speech"),
        ("two", "speech"),
    }


def test_two_texts_that_quote_what_is_not_here_have_the_same_wording() -> None:
    quoted = "绿水青山就是金山银山，冰天雪地也是金山银山"
    both = [
        document("one", f"某某说：“{quoted}。”", published="2031-06-01"),
        document("two", f"他说：“{quoted}。”", published="2030-07-01"),
    ]
    (link,) = find_links(both)
    assert (link.type, link.source.document, link.marked) == (LinkType.SAME_WORDING, "one", True)
