"""What the form of a line tells to be something else than it was read as, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.model import Source
from build_scripts.passes import clean
from build_scripts.readers.shapes import journal_article, web_page

HEAD = "某地举行会议讨论标准\n2025-04-27 09:19 来源：某某网 作者：王小明\n会议今天在某地举行，各方代表讨论了标准，并且征求了意见。\n"
BODY = "与会者认为，标准应当尽早制定，各部门要抓好落实，确保政策见效，并且及时公布有关的情况和数据。\n"


def told(raw: str, source_of: Callable[..., Source], words: str) -> list[int]:
    return [each.line for each in web_page.read(source_of(raw, "web-page"), raw).doubts if words in each.sentence]


@pytest.mark.parametrize(
    ("lines", "words", "at"),
    [
        ("— 87 —\n", "like the number of a page", 4),
        ("东有青山，西有长河。\n南来北往，各走各路。\n", "of one measure", 4),
        ("The year now ending has tested every one of us.\n这一年考验了我们每一个人。\n" * 3, "another language", 4),
        ("食品\n1.8\n1.9\n衣着\n2.5\n2.2\n" + BODY, "cells of a table", 4),
        ("有人以为费用不足[4]61，也有人不以为然。\n[4] 王红. 论费用[M]. 北京: 某社, 2018: 61.\n", "the page that it cites", 4),
    ],
)
def test_a_form_that_may_be_something_else_is_told(lines: str, words: str, at: int, source_of: Callable[..., Source]) -> None:
    assert told(HEAD + lines, source_of, words) == [at]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("共87页。\n", "like the number of a page"),
        ("松下柴门已经关闭，泉声入夜长。\n偶然有童子问，云在旧山房。\n", "of one measure"),
        ("“The end.” 他说。\n" * 3, "another language"),
        ("1032\n评论\n33\n", "cells of a table"),
        ("有人以为费用不足，增长61倍。\n", "the page that it cites"),
    ],
)
def test_what_has_no_such_form_is_not_told(lines: str, words: str, source_of: Callable[..., Source]) -> None:
    assert not told(HEAD + lines + BODY, source_of, words)


def test_text_below_cells_is_not_lost(source_of: Callable[..., Source]) -> None:
    raw = HEAD + "指标\n全市\n食品\n1.8\n1.9\n衣着\n2.5\n2.2\n" + BODY + "二、农业\n全年粮食产量增长1.1%。\n"
    blocks = [block.text.text for block in web_page.read(source_of(raw, "web-page"), raw).documents[0].blocks]
    assert blocks[-3:] == [BODY, "二、农业\n", "全年粮食产量增长1.1%。\n"]


def test_a_reporter_in_the_text_is_told_where_no_author_was_read(source_of: Callable[..., Source]) -> None:
    raw = HEAD.replace(" 作者：王小明", "") + BODY + "　　本报讯（记者 钱一舟）会议闭幕。\n"
    assert told(raw, source_of, "no author was read") == [5]
    assert not told(raw.replace("某某网", "某某网 作者：王小明"), source_of, "no author was read")


def test_the_imprint_of_a_journal_and_marks_beside_names_are_told(source_of: Callable[..., Source]) -> None:
    raw = "论某事\n张三1，李四2\n摘要：本文讨论标准。\n关键词：标准\n海湾学报2021年第3期\n一、问题\n" + BODY * 3
    words = " ".join(each.sentence for each in journal_article.read(source_of(raw, "journal-article"), raw).doubts)
    assert "imprint of a journal" in words and "may hold more than names" in words


def test_what_an_index_says_below_the_keywords_is_no_keyword(source_of: Callable[..., Source]) -> None:
    raw = (
        "论某事\n张三\n摘要：本文讨论标准。\n关键词：标准；方法\n中图分类号：G270.7   文章编号：1671-0000\n一、问题\n"
        + BODY * 3
    )
    blocks = clean(journal_article.read(source_of(raw, "journal-article"), raw).documents[0]).blocks
    assert [(block.type, block.text.text) for block in blocks[1:3]] == [
        ("keywords", "标准；方法"),
        ("statement", "中图分类号：G270.7文章编号：1671-0000"),
    ]


def test_what_stands_side_by_side_is_told(source_of: Callable[..., Source]) -> None:
    rows = "村口有一口老井，井沿被绳子磨出              雨下了一夜，我读了一夜的书。读\n" * 3
    assert told(HEAD + rows, source_of, "side by side") == [4]
    assert not told(HEAD + rows.replace(" " * 14, " "), source_of, "side by side")


def test_a_line_below_the_title_that_may_be_it_and_a_title_with_words_of_a_site_are_told(
    source_of: Callable[..., Source],
) -> None:
    assert told("某某人民法院\n民 事 判 决 书\n" + BODY * 2, source_of, "may be the title, or more of it") == [2]
    assert told("石桥镇[编辑]\n" + BODY * 2, source_of, "worded like what a site asks") == [1]
    assert not told(HEAD + BODY, source_of, "may be the title")


def test_a_day_that_was_taken_out_is_told_where_none_was_read(source_of: Callable[..., Source]) -> None:
    raw = (
        "首页 关于 归档 友链\n《某书》：一本写给工程师的信\n2019 年 4 月 3 日 由 老半 发表在 生活 分类 · 12 条评论\n" + BODY * 2
    )
    assert told(raw, source_of, "has a day") == [3]


def test_a_label_alone_is_followed_by_its_note_and_a_note_of_several_paragraphs_is_told(
    source_of: Callable[..., Source],
) -> None:
    text = HEAD + "盐走的是人的路[1]，背盐的人从井上出发，一天走四十里[2]。\n"
    raw = text + "[1]\n本章的材料来自访问。\n[2]\n访问于其家中。\n"
    witness = web_page.read(source_of(raw, "web-page"), raw)
    assert [note.text.text.strip() for note in witness.documents[0].notes] == ["本章的材料来自访问。", "访问于其家中。"]
    raw = text + "[1] 见某书，2019年，第3页。\n庵堂多设于码头附近，供奉罗祖。\n[2] 见某志，2018年，第8页。\n"
    assert told(raw, source_of, "more of a note, below a line that ends a sentence") == [6]


def test_a_row_below_the_list_of_notes_is_no_part_of_the_text_above_in_silence(source_of: Callable[..., Source]) -> None:
    rows = "县城 摊贩 年龄\n甲县 14 28-67\n乙县 13 31-70\n参考文献\n[1] 方明. 某书[M]. 武汉: 某社, 2016: 21-25.\n致谢某某\n感谢所有受访的摊贩\n"
    raw = f"论某事\n作者：王小明\n第1章 绪论\n菜市场是县城最热闹的地方[1]。\n{rows}"
    sentences = [each.sentence for each in journal_article.read(source_of(raw, "journal-article"), raw).doubts]
    assert any("above the list of notes" in each or "list may go on" in each for each in sentences), sentences


def test_a_page_broken_to_a_width_is_told_and_a_list_in_small_letters_is_not(source_of: Callable[..., Source]) -> None:
    part = "{0}: Last spring the village asked its\n{1} to the meeting. It was given a chair, and\n{2} minutes. The {1} said nothing of {2}.\n\n"
    parts = (
        part.format("AMORY", "river", "three")
        + part.format("COOMBE", "miller", "eleven")
        + part.format("SORRELL", "weir", "nine")
    )
    assert told(f"A river as a neighbour\nJune 4, 2021\n{parts}", source_of, "broken to a width") == [3]
    listed = "The box holds these:\n- a name card\n- one chair\n- three minutes\n- a bell\n"
    whole = "The village asked its river to the meeting, and it was given a chair and three minutes.\n"
    assert not told(f"A river as a neighbour\nJune 4, 2021\n{whole * 3}{listed}{whole}", source_of, "broken to a width")
