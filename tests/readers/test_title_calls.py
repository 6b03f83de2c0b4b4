"""A title that calls a note: the mark goes, the call stands behind its word, and the note is called by the title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.model import Source
from build_scripts.passes import clean
from build_scripts.readers.shapes import journal_article, web_page
from tests.proving import named_by, unproven

BODY = "数字档案的数量每三年约翻一番①，保存费用却很少有人说得清楚，各方都在寻找办法。\n"
NOTES = "* 本文系某基金项目的成果。\n① 张三：《论档案》，某出版社，2020年，第3页。\n"


@pytest.mark.parametrize("reader", ["web-page", "journal-article"])
def test_a_title_calls_its_note(reader: str, source_of: Callable[..., Source]) -> None:
    raw = f"论数字档案的长期保存*\n作者：王小明\n{BODY}{NOTES}"
    source = source_of(raw, reader)
    read = web_page.read if reader == "web-page" else journal_article.read
    witness = read(source, raw)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    document = witness.documents[0]
    assert document.field("title") == "论数字档案的长期保存" and document.title_calls == [(10, 1)]
    assert [note.text.text for note in document.notes] == [
        "本文系某基金项目的成果。",
        "张三：《论档案》，某出版社，2020年，第3页。",
    ]
    assert unproven(witness, named_by(source)) == []
    assert not [doubt for doubt in witness.doubts if "title calls" in doubt.sentence or "may go on" in doubt.sentence]


def test_a_mark_beside_a_name_stays_and_is_told(source_of: Callable[..., Source]) -> None:
    raw = f"论数字档案的长期保存\n作者：王小明*\n{BODY}{NOTES}"
    witness = journal_article.read(source_of(raw, "journal-article"), raw)
    assert "the author calls note 2; the mark stays in it" in [doubt.sentence for doubt in witness.doubts]
    cleaned = replace(witness, documents=tuple(map(clean, witness.documents)))
    assert unproven(cleaned, named_by(witness.source)) == []


def test_a_mark_of_a_title_without_a_note_is_told(source_of: Callable[..., Source]) -> None:
    raw = f"论数字档案的长期保存†\n作者：王小明\n{BODY.replace('①', '') * 3}"
    witness = journal_article.read(source_of(raw, "journal-article"), raw)
    assert "the title ends in “†”, which calls no note that was found" in [doubt.sentence for doubt in witness.doubts]
    raw = raw.replace("†", "（2）")
    assert not [
        doubt for doubt in journal_article.read(source_of(raw, "journal-article"), raw).doubts if "ends in" in doubt.sentence
    ]


@pytest.mark.parametrize("mark", ["[1]", "①"])
def test_a_text_of_one_line_with_a_note_is_a_paragraph(mark: str, source_of: Callable[..., Source]) -> None:
    raw = f"{BODY[:-2].replace('①', '') * 20}{mark}。\n{mark} 张三：《论档案》，某出版社，2020年，第3页。\n"
    document = clean(journal_article.read(source_of(raw, "journal-article"), raw).documents[0])
    assert [str(block.type) for block in document.blocks] == ["paragraph"] and len(document.notes) == 1


def test_marks_alone_below_a_note_call_nothing_and_are_told(source_of: Callable[..., Source]) -> None:
    text = "近年来某种技术发展很快，各方面都给予了很大\n关注，相关研究也不断增多，其中一部分讨论了\n标准问题①，另一部分讨论了伦理问题②，但是\n两者之间的关系还没有得到充分说明，需要进一\n"
    raw = f"论某事\n■ 王小明\n{text}①某甲：《论标准》，某某出版社2020年版。\n另见同书第8页。\n②\n②\n②某乙：《论伦理》，2019年版。\n步梳理已有成果，以便为后续讨论提供参考和依\n据。\n"
    source = source_of(raw, "journal-article")
    witness = journal_article.read(source, raw)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    assert unproven(witness, named_by(source)) == []
    assert any(doubt.rule == "orphan-call" and "② (line 9)" in doubt.sentence for doubt in witness.doubts)


def test_a_heading_in_an_abstract_and_notes_in_round_brackets_that_do_not_read_like_notes_are_told(
    source_of: Callable[..., Source],
) -> None:
    abstract = "摘要：市场围绕海洋完善责任，研究考察产业以及交流和\n制度，城市对挑战围绕作用重视研究，作用通过政策。\n数据质量的意义与办法\n问题需要服务重视制度实现法律，机制以及企业规划和网\n络推动供给和市场，理论重视发展。\n"
    raw = f"论某事\n作者：王小明\n{abstract}"
    assert any(
        "more of the abstract" in each.sentence for each in journal_article.read(source_of(raw, "journal-article"), raw).doubts
    )
    text = "　　路径和公众关于能源对条件促进网络(1)，效率通过交通水\n平和目标，目标围绕目标。\n"
    raw = f"论某事\n作者：王小明\n一、问题\n{text * 2}(1)建议针对经验加强体系以及路径。\n"
    sentences = [each.sentence for each in journal_article.read(source_of(raw, "journal-article"), raw).doubts]
    assert any("the text has the same numbers" in each or "calls" in each for each in sentences), sentences
