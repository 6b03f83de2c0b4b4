"""What a reader of printed lines tells of them though nothing is narrow: lines drawn, contents, captions, figures that may call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from build_scripts.model import Source, Witness
from build_scripts.passes import clean
from build_scripts.readers.doubts.articles import article_doubts
from build_scripts.readers.doubts.widths import of_widths
from build_scripts.readers.parts.bare_calls import bare_calls
from build_scripts.readers.parts.lines import split_lines
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.article_parts import KEYWORD_LINES
from build_scripts.readers.shapes import journal_article
from build_scripts.roles import Role
from tests.bench.reading import _changed
from tests.making.article import draw_setting, make_article
from tests.making.reading import read_article

HEAD = "论某事\n作者：王小明\n一、问题\n"
TEXT = "　　近年来某种技术发展很快，各方面都给予了很大\n的关注，相关研究也不断增多，其中一部分讨论了标\n准问题，另一部分讨论了伦理问题。\n"


def read(raw: str, source_of: Callable[..., Source]) -> Witness:
    return journal_article.read(source_of(raw, "journal-article"), raw)


def told(raw: str, source_of: Callable[..., Source]) -> str:
    return " | ".join(doubt.sentence for doubt in read(raw, source_of).doubts)


@pytest.mark.parametrize("line", ["──────────", "━━━━━━", "- - - - -", "＊＊＊", "————————"])
def test_a_drawn_line_is_not_glued_to_the_text(line: str, source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}{TEXT}{line}\n{TEXT}"
    blocks = [block.text.text for block in clean(read(raw, source_of).documents[0]).blocks]
    assert len(blocks) == 3 and not any(line[:3] in block for block in blocks)


def test_marks_of_markdown_are_told(source_of: Callable[..., Source]) -> None:
    assert "raw lines 4, 8 are marked as Markdown" in told(f"{HEAD}## 一\n{TEXT}## 二\n{TEXT}", source_of)
    assert "Markdown" not in told(f"{HEAD}#1 号\n{TEXT}", source_of)
    raw = f"{HEAD}**来历**\n{TEXT}**修理**\n{TEXT}"
    assert "raw lines 4, 8 are marked as Markdown" in told(raw, source_of)
    assert not read(raw, source_of).documents[0].notes


def test_short_lines_below_keywords_are_text(source_of: Callable[..., Source]) -> None:
    short = [
        f"{one}{other}的{third}" for one in "山水田林湖草" for other in "桥灯钟船" for third in ("来历", "去处", "名字", "夜晚")
    ]
    raw = "\n".join(["论渡口", "王小明", "摘要：本文讨论渡口。", "关键词：渡口；钟", *short]) + "\n"
    roles = [each.role for each in read(raw, source_of).readings]
    assert sum(role is Role.KEYWORDS for role in roles) <= 1 + KEYWORD_LINES
    assert told(raw, source_of)
    assert all(each.role is not Role.KEYWORDS for each in read("\n".join(short) + "\n", source_of).readings)


def test_a_table_of_contents_is_told(source_of: Callable[..., Source]) -> None:
    contents = "".join(
        f"第{number}章 某问题的研究……………………{page}\n" for number, page in zip("一二三四", (1, 12, 30, 51), strict=True)
    )
    assert "table of contents" in told(f"论某事\n作者：王小明\n{contents}{HEAD[-5:]}{TEXT}", source_of)


def test_a_caption_that_ends_as_a_sentence_is_told(source_of: Callable[..., Source]) -> None:
    assert "may be captions" in told(f"{HEAD}{TEXT}图1 2023年夏天的海堤。\n{TEXT}", source_of)
    assert "may be captions" not in told(f"{HEAD}{TEXT}{TEXT}", source_of)


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("论某事\n兼论他事", False),
        ("论某事　　　兼论他事", True),
        ("论某事的说明\n各位同学：", True),
        ("论某事\n王小明，李小红", True),
        ("论某事\n兼论他事\n并说明缘由", True),
    ],
)
def test_a_title_of_more_than_titles_hold_is_told(title: str, more: bool) -> None:
    lines = split_lines(title)
    doubts = [doubt.rule for doubt in article_doubts(lines, [("title", lines, None)], [], titled=False)]
    assert doubts == ["doubtful-title"] * more


def test_an_article_without_a_title_is_told(source_of: Callable[..., Source]) -> None:
    assert "no title was found" in told(TEXT * 3, source_of)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("The programme will be paid for from light dues.1\nEach light will be dark for three nights.2\n", [1, 2]),
        ("规则延续了两百年。1有的已经消失。\n老人说，“石头记得住。”2\n", [1, 2]),
        ("It grew by 3.1 percent, and by 2.2 in May.\n", []),
        ("见图2.1。\n增长了1.5倍。\n", []),
        ("会议在北京举行。12日闭幕。\n", []),
    ],
)
def test_figures_behind_a_stop_that_count_may_call(raw: str, lines: list[int]) -> None:
    assert bare_calls(split_lines(raw)) == lines


def test_figures_that_are_known_to_call_are_counted_only() -> None:
    raw = "The light is kept by two.1 Each has a lamp.2\nNobody pays them.3\n"
    assert bare_calls(split_lines(raw), [raw.index("1"), raw.index("3")]) == [1]


def test_headings_in_a_row_are_told(source_of: Callable[..., Source]) -> None:
    rows = "".join(f"{number}. 某事的消息之{number}\n" for number in range(1, 7))
    assert "may be a list" in told(f"论某事\n作者：王小明\n{rows}{HEAD[-5:]}{TEXT}", source_of)
    assert "may be a list" not in told(f"{HEAD}（一）背景\n{TEXT}", source_of)


def test_particulars_among_the_text_are_told(source_of: Callable[..., Source]) -> None:
    assert "like particulars" in told(f"{HEAD}{TEXT}本版责编：张小明\n{TEXT}", source_of)


def test_a_sign_that_only_a_face_has_is_told(source_of: Callable[..., Source]) -> None:
    assert "face of the print" in told(f"{HEAD}{TEXT.replace('技术', chr(0xE123) + '术')}", source_of)


def test_notes_that_say_so_need_not_read_like_notes(source_of: Callable[..., Source]) -> None:
    text = (
        TEXT.replace("很大\n", "很大\n")
        .replace("讨论了标\n准问题", "讨论了标\n准问题（注1）")
        .replace("伦理问题。", "伦理问题（注2）。")
    )
    document = clean(read(f"{HEAD}{text}注1：编号自西向东。\n注2：单位是米。\n", source_of).documents[0])
    assert [note.text.text for note in document.notes] == ["编号自西向东。", "单位是米。"]


def test_columns_left_side_by_side_are_told_and_a_table_is_not(source_of: Callable[..., Source]) -> None:
    beside = (
        "旧书市在河边的树下    先看书然后问价钱\n每逢周六上午开市    不许翻得太快也不\n卖书的人不是书商    许在书上放茶杯。\n"
    )
    table = "表1　三所小学的学生\n学校　学生　午餐费\n东礁　41　95\n西礁　128　110\n"
    assert "columns side by side" in told(f"{HEAD}{TEXT}{beside}", source_of)
    assert "columns side by side" not in told(f"{HEAD}{TEXT}{table}{TEXT}", source_of)
    blocks = clean(read(f"{HEAD}{TEXT}{table}{TEXT}", source_of).documents[0]).blocks
    assert [block.text.text for block in blocks if block.type == "table"] == ["学校 学生 午餐费", "东礁 41 95", "西礁 128 110"]


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        ("　　　　月亮光，照高墙，\n　　　　墙里有个小书房；\n　　　　先生睡，学生忙。\n", 3),
        ("　　　　凡是来渡口的人，都要先在碑前站\n　　　　一站，把自己的名字报给管渡的人听\n　　　　，不报的不许上船。\n", 1),
    ],
)
def test_lines_that_are_set_in_together_are_told(inside: str, blocks: int, source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}{TEXT.replace('　　', '')}{inside}{TEXT.replace('　　', '')}"
    assert "set in together" in told(raw, source_of)
    read_as = [block for block in clean(read(raw, source_of).documents[0]).blocks if block.type == "paragraph"]
    assert len(read_as) == 2 + blocks


@pytest.mark.parametrize("seed", [7100068, 7100083, 7100205, 7100328])
def test_a_note_that_breaks_off_at_the_end_of_a_page_is_not_read_in_silence(seed: int) -> None:
    setting = replace(draw_setting(Random(seed)), place="foot", over=True)
    raw, answer, _ = make_article(seed, replace(setting, mark="square") if setting.mark == "star" else setting)
    assert read_article(raw, answer).verdict != "wrong"


def test_a_short_line_taken_into_a_paragraph_is_told(source_of: Callable[..., Source]) -> None:
    rows = "公園佔地二公頃，設步道、涼亭，並保\n留舊碼頭的木樁。\n居民盼留街市\n有居民認為方案未提及街\n市去留，老人說公園再好也沒有用處。\n"
    found = [doubt for doubt in read(f"论某事\n作者：王小明\n{rows}", source_of).doubts if "short below" in doubt.sentence]
    blocks = [block.text.text for block in clean(read(f"论某事\n作者：王小明\n{rows}", source_of).documents[0]).blocks]
    assert found or "居民盼留街市" in blocks


def test_heads_that_stand_once_are_known_by_the_page_or_the_title(source_of: Callable[..., Source]) -> None:
    pages = [
        "渡船的歷史\n王小明\n一、渡口\n渡口在河湾的下游，从前有一棵树，树下有一块石头，等\n船的人都坐过。\n渡船是一条平底木船，长不过三丈，能载十二个人和两\n头牛，船主姓蒲，人称蒲老大。他的父亲和祖父也叫蒲\n老大，这个名字在河边传了三代，后来的\n",
        "128　潮汐与村庄\n人只记得名字。渡船停了以后，桥修在上游两里的地方\n，是一座石拱桥，通车那天，蒲老大把船翻过来，扣在\n",
        "第六章　渡船　129\n岸上，自己坐在船底抽了一袋烟，一句话也没有说，后\n来也没有人再问过他。\n",
    ]
    text = " ".join(block.text.text for block in clean(read("\f".join(pages), source_of).documents[0]).blocks)
    assert "后来的人只记得名字" in text and "扣在岸上" in text
    pages[1:] = [pages[1].replace("128　潮汐与村庄", "王小明·渡船的历史"), pages[2].replace("第六章　渡船　129\n", "")]
    text = " ".join(block.text.text for block in clean(read("\f".join(pages), source_of).documents[0]).blocks)
    assert "后来的人只记得名字" in text and "历史" not in text


STARRED = "论某事\n作者：王小明\n一、问题\n　　近年来某种技术发展很快，各方面都给予了很大\n的关注，相关研究也不断增多。\n*\n*参见周海：《标准与企业》，某大学出版社1989年版。\n"


def test_a_star_that_is_all_of_its_line_calls_the_note_or_is_told(source_of: Callable[..., Source]) -> None:
    witness = read(STARRED, source_of)
    assert [note.text.text for note in witness.documents[0].notes] or "may be a note" in told(STARRED, source_of)
    assert all("*" not in text.text or "page-furniture" not in {run.rule for run in text.runs} for text in witness.rest)


def test_a_statement_inside_a_paragraph_is_told(source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}{TEXT}　　近年来某种技术发展很快，各方面都给予了很大\n收稿日期：2024-03-11\n的关注，相关研究也不断增多。\n{TEXT}"
    assert "worded like a statement" in told(raw, source_of)


def test_text_below_an_address_in_a_note_is_told() -> None:
    for seed in (7500122, 7600100):
        raw, answer, _ = make_article(seed)
        assert read_article(raw, answer).verdict != "wrong"


@pytest.mark.parametrize("change", [{"fronted": place} for place in ("heading", "caption", "cell")], ids=str)
def test_calls_in_headings_captions_and_cells_are_read(change: dict[str, object]) -> None:
    setting = replace(draw_setting(Random(3)), place="foot", mark="square", numbering="page", scheme="chinese", **change)
    verdicts = [read_article(*make_article(seed, setting)[:2]).verdict for seed in range(5)]
    assert verdicts.count("right") >= 4, verdicts


def test_what_turns_sides_with_its_page_number_is_a_head(source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}{TEXT * 3}２４  海 堤 ２０２３·１２\n\f{TEXT * 3}2023·12  海 堤  ２５\n"
    texts = [block.text.text for block in clean(read(raw, source_of).documents[0]).blocks]
    assert not any("海" in text for text in texts), texts


def test_a_day_alone_above_more_text_is_told(source_of: Callable[..., Source]) -> None:
    assert "a day alone" in told(f"{HEAD}{TEXT}某市水务局\n2021年11月8日\n{TEXT}{TEXT}", source_of)
    assert "a day alone" not in told(f"{HEAD}{TEXT}{TEXT}某市水务局\n2021年11月8日\n", source_of), (
        "at the end it signs the text"
    )
    diary = "".join(f"2021年11月{day}日\n{TEXT}" for day in (8, 9, 10))
    assert "a day alone" not in told(f"{HEAD}{TEXT}{diary}", source_of), "entries of a diary"


def test_a_line_much_narrower_than_its_paragraph_is_told(source_of: Callable[..., Source]) -> None:
    assert "much narrower" in told(f"{HEAD}{TEXT}某市水务局主任    某  某\n各位委员，各位同事：\n{TEXT}{TEXT}", source_of)
    assert "much narrower" not in told(f"{HEAD}{TEXT}{TEXT}", source_of)


def test_a_note_that_two_marks_call_is_told_where_they_may_count(source_of: Callable[..., Source]) -> None:
    text = "　　各方面都给予了很大的关注，①相关研究也不断增多，\n其中一部分讨论了标准问题，分为①收集与②整理，另\n一部分讨论了伦理问题。②\n"
    raw = f"{HEAD}{text}①某甲：《论标准》，某某出版社2020年版。\n②某乙：《论伦理》，某某出版社2019年版。\n"
    assert "① calls the note that raw line 4 calls" in told(raw, source_of)
    assert "calls the note that" not in told(raw.replace("分为①收集与②整理", "分为收集、整理两种"), source_of)


def test_an_issue_in_brackets_at_the_head_of_a_line_is_no_label(source_of: Callable[..., Source]) -> None:
    notes = "注释\n(1)Doe J. On ports and stations of the rivers[J]. Some Journal, 2008, 6\n(2):366-374.\n(2)王小明：《论标准》，某某出版社2019年版。\n"
    raw = f"{HEAD}{TEXT[:-2]}。(1)\n{TEXT[:-2]}。(2)\n{notes}"
    found = [note.text.text for note in clean(read(raw, source_of).documents[0]).notes]
    assert len(found) == 2 and found[0].endswith("2008, 6 (2):366-374.")


@pytest.mark.parametrize("seed", [2000037, 2000092])
def test_a_note_that_ends_open_above_text_is_told(seed: int) -> None:
    """Its rest stands elsewhere, or a line of text was taken for it: a pause, an open bracket or text right below tells."""
    raw, answer, _ = make_article(seed, _changed(seed, {"over": True}))
    result = read_article(raw, answer)
    assert result.right or result.doubts, result.differences()


def test_a_line_below_a_rule_that_goes_on_with_the_text_is_told(source_of: Callable[..., Source]) -> None:
    torn = (
        f"{HEAD}{TEXT}　　各地的博物馆收藏了许多旧的地图，其中有一些已经\n________\n是某大学的讲师，研究旧地图与海岸。\n{TEXT}"
    )
    assert "below a rule and read as text" in told(torn, source_of)
    assert "below a rule" not in told(f"{HEAD}{TEXT}________\n{TEXT}", source_of)


@pytest.mark.parametrize(
    "lines",
    ["论渡口\n\n论渡口的来历", "Who Kept the Ferry of the Lower Town?\nFerrymen, Tolls, and the Bells They Left Behind"],
)
def test_a_title_of_lines_that_stand_apart_is_told(lines: str, source_of: Callable[..., Source]) -> None:
    assert "read as the title, and may hold more" in told(f"{lines}\n\n王小明\n\n{TEXT}{TEXT}", source_of)
    assert "read as the title" not in told(f"论渡口\n的来历\n\n王小明\n\n{TEXT}{TEXT}", source_of)


def test_the_name_of_a_serial_stands_above_the_title(source_of: Callable[..., Source]) -> None:
    raw = f"Trans. Ferry Club, xxxi (1958), 141-5\n\nOn Ferries\n\nJane Doe\n\n{TEXT}{TEXT}"
    assert read(raw, source_of).documents[0].field("title").strip() == "On Ferries"


def test_keywords_that_end_with_a_comma_go_on(source_of: Callable[..., Source]) -> None:
    raw = f"论渡口\n王小明\n摘要：本文讨论渡口的钟。\n关键词：渡口，钟，\n桥，灯\n一、来历\n{TEXT}"
    kinds = [(str(block.type), block.text.text) for block in clean(read(raw, source_of).documents[0]).blocks]
    assert [text for kind, text in kinds if kind == "keywords"] == ["渡口，钟，桥，灯"]


def test_a_table_behind_a_document_has_its_caption(source_of: Callable[..., Source]) -> None:
    rows = "附表　渡口的钟\n渡口　　钟数　　灯数\n河东　　1　　2\n河西　　3　　4\n"
    kinds = [str(block.type) for block in clean(read(f"{HEAD}{TEXT}\n{rows}", source_of).documents[0]).blocks]
    assert kinds[-4:] == ["caption", "table", "table", "table"]


def test_a_heading_of_notes_with_text_below_is_told(source_of: Callable[..., Source]) -> None:
    text = "The Slow Clock\n\n{0}\n\n{0}\n\n{1}\n\ni The clock of the landing.\n\nii As told by the ferryman.\n"
    body = "The clock at the old landing was found to be slow in the spring, and nobody minded."
    assert "below “Notes”, and no notes were read there" in told(text.format(body, "Notes"), source_of)
    assert "no notes were read" not in told(text.format(body, "References"), source_of)


def test_a_line_that_stands_in_below_the_end_of_a_sentence_and_goes_on_is_told() -> None:
    lines = split_lines("The clock was slow.\n    Nobody minded it.\n")
    more = [Label(Role.PARAGRAPH, "first"), Label(Role.CONTINUED, "last", (("indented", -4.0),))]
    assert ["stands in below" in doubt.sentence for doubt in of_widths(lines, more)] == [True]
    open_line = split_lines("The clock was\n    slow.\n")
    assert not [*of_widths(open_line, more)]
