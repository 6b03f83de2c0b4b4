"""Stories of a newspaper page: what is taken out inside their ranges, their order, subheads, facts, and reading without a map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import yaml

from build_scripts.diagnostics import BadInput
from build_scripts.model import Source, Story, Witness
from build_scripts.passes import clean
from build_scripts.proof.editor import Editor
from build_scripts.readers import READERS
from build_scripts.readers.shapes import newspaper_page
from build_scripts.seed.structure import document_names, given_roles
from tests.making.newspaper import make_newspaper_page
from tests.making.reading import read_newspaper_page
from tests.proving import unproven
from tests.readers.test_notes import Anywhere

STORY = """頭條新聞的標題
市政府昨日召開會議，研究民生
問題，會議決定，明年起提高補
用第82頁
— 82 —
助標準，並且簡化手續。各部門
要抓好落實，確保政策見效。
"""


def read(source_of: Callable[..., Source], raw: str, structure: dict[str, Any], reader: str = "newspaper-page") -> Witness:
    """The witness of a capture whose stories `structure` gives; its proof must hold."""
    told = yaml.load(yaml.safe_dump(structure, allow_unicode=True), yaml.BaseLoader)
    source = source_of(raw, reader, "zh-Hant-HK")
    stories = tuple(
        Story(name, source.kind, given_roles(told[name], f"structure.{name}.", Anywhere()))
        for name in document_names(told, Anywhere())
    )
    source = replace(source, stories=stories, roles=given_roles(told, "structure.", Anywhere()))
    witness = READERS[reader].read(source, raw)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    given = [*source.roles, *(each for story in stories for each in story.roles)]
    named = {(n, str(each.role)) for each in given if each.first for n in range(each.first, (each.last or each.first) + 1)}
    orders = [
        tuple(each.first for each in given if each.role == "body" and each.key == key) for key in {each.key for each in given}
    ]
    editor = Editor(
        named=frozenset(named),
        orders=tuple(order for order in orders if list(order) != sorted(order)),
        words=tuple(each.words for each in given if each.words),
    )
    assert unproven(witness, editor) == []
    return witness


def blocks(witness: Witness, at: int = 0) -> list[str]:
    return [f"{block.type}: {block.text.text}" for block in witness.documents[at].blocks]


def test_a_page_number_inside_a_range_is_taken_out(source_of) -> None:
    witness = read(source_of, STORY.replace("用第82頁\n", ""), {"a": {"headline": 1, "body": "2-6"}})
    assert blocks(witness) == [
        "headline: 頭條新聞的標題",
        "paragraph: 市政府昨日召開會議，研究民生問題，會議決定，明年起提高補助標準，並且簡化手續。各部門要抓好落實，確保政策見效。",
    ]
    assert [reading.role for reading in witness.readings][4 - 1] == "page-number"


def test_a_running_head_inside_a_range_is_given_for_the_page(source_of) -> None:
    witness = read(source_of, STORY, {"a": {"headline": 1, "body": "2-7"}, "running-head": 4})
    assert blocks(witness)[1].startswith("paragraph: 市政府昨日召開會議，研究民生問題，會議決定，明年起提高補助標準，")


AGAIN = """頭條新聞的標題
市政府昨日召開會議研究民生問題並
聽取各方面意見會議認為關鍵在於要
抓好落實工作
各部門要研究辦法提出措施並且報告
進展情況有關單位要加強檢查和督導
確保政策見效會議決定明年起提高補
助標準並且擴大範圍讓更多市民受益
各區要按照部署結合自己的實際情況
抓好落實工作
並在年底以前把結果報告給市政府辦
公室，市政府將會組織檢查。
"""


def test_a_short_line_that_stands_twice_in_a_story_is_told_where_it_is_taken_for_a_head(source_of) -> None:
    witness = read(source_of, AGAIN, {"a": {"headline": 1, "body": "2-12"}})
    roles = [str(reading.role) for reading in witness.readings]
    assert [number for number, role in enumerate(roles, 1) if role == "running-head"] == [4, 10]
    assert any("running head by place alone" in doubt.sentence for doubt in witness.doubts)


def test_lines_of_a_paragraph_in_another_order(source_of) -> None:
    raw = "頭條新聞標題\n會議決定，明年起提高補助標準。\n市政府昨日召開會議，研究民生問題，\n"
    witness = read(source_of, raw, {"a": {"headline": 1, "body": [3, 2]}})
    assert blocks(witness)[1] == "paragraph: 市政府昨日召開會議，研究民生問題，會議決定，明年起提高補助標準。"


TWO = """甲的標題
第一段文字說明這件事情的來由
經過和影響，各方面都表示支持並
且提出建議，到這裡就完。
人心所向
第二段文字說明這件事情的結果
與後續的安排，各部門要抓好落實
確保政策見效，各方面都表示支持
並且提出建議。
"""


@pytest.mark.parametrize("role", ["subhead", "heading"])
def test_a_subhead_that_an_editor_gives_keeps_its_place(role: str, source_of) -> None:
    witness = read(source_of, TWO, {"a": {"headline": 1, "body": "2-9", role: 5}})
    assert [block.split(":")[0] for block in blocks(witness)] == ["headline", "paragraph", "heading", "paragraph"]


def test_a_subhead_is_seen(source_of) -> None:
    witness = read(source_of, TWO, {"a": {"headline": 1, "body": "2-9"}})
    assert "heading: 人心所向" in blocks(witness)


def test_a_story_has_its_own_facts(source_of) -> None:
    raw = "甲的標題\n本報記者 王小明\n2025年4月26日\n第一段文字說明這件事情的來由經過。（李大文）\n"
    structure = {"a": {"headline": 1, "byline": 2, "published": 3, "body": 4, "editor": {"words": "（李大文）"}}}
    document = read(source_of, raw, structure).documents[0]
    assert {item.name: item.text.text for item in document.fields} == {
        "author": "王小明",
        "published": "2025年4月26日",
        "editor": "李大文",
    }


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("title", "headline"), ("subtitle", "deck"), ("quotation", "quotation"), ("verse", "verse"), ("table", "table"),
        ("item", "item"), ("statement", "statement"), ("credit", "credit"), ("caption", "caption"),
    ],
)  # fmt: skip
def test_a_line_of_a_story_is_what_the_editor_says(role: str, kind: str, source_of) -> None:
    raw = "甲的標題\n第一段文字說明這件事情的來由經過。\n另有一行文字\n"
    witness = read(source_of, raw, {"a": {"headline": 1, "body": 2, role: 3}})
    assert f"{kind}: 另有一行文字" in blocks(witness)


def test_a_note_of_a_story(source_of) -> None:
    raw = "甲的標題\n第一段文字說明這件事情[1]的來由經過。\n[1] 某甲：《論標準》。\n"
    document = read(source_of, raw, {"a": {"headline": 1, "body": 2, "note": {"1": 3}}}).documents[0]
    assert [note.text.text for note in document.notes] == ["某甲：《論標準》。"]
    assert [number for block in document.blocks for _, number in document.calls_in(block)] == [1]


def test_a_page_without_a_map_is_one_message_that_says_what_to_write(source_of) -> None:
    text = "".join(f"這是正文的第{n}行它有一樣的寬度沒\n" for n in "一二三四五六") + "到這裡就完。\n"
    with pytest.raises(BadInput) as raised:
        READERS["newspaper-page"].read(
            source_of(f"甲的標題\n{text}乙的標題\n{text}", "newspaper-page", "zh-Hant-HK"), f"甲的標題\n{text}乙的標題\n{text}"
        )
    (message,) = raised.value.diagnostics
    assert "made-1: {headline: 1, body: 2-8}; made-2: {headline: 9, body: 10-16}" in message.hint


def test_a_broadcast_of_fifteen_items(source_of) -> None:
    items = [
        f"第{n}条新闻的标题\n央视网消息：会议今天在某地举行，各方代表讨论了标准。\n与会者认为，标准应当尽早制定，并且征求意见。\n"
        for n in range(1, 16)
    ]
    raw = "某节目\n" + "".join(items)
    structure: dict[str, Any] = {f"item-{n}": {"title": 3 * n - 1, "body": f"{3 * n}-{3 * n + 1}"} for n in range(1, 16)}
    for reader, extra in (("web-page", {"furniture": 1}), ("newspaper-page", {"furniture": 1})):
        witness = read(source_of, raw, structure | extra, reader)
        assert len(witness.documents) == 15
        assert all(block.count("会议") for each in range(15) for block in blocks(witness, each) if "paragraph: 会议" in block)


@pytest.mark.parametrize("seed", [94, 148, 207, 230, 273, 278])
def test_a_break_of_paragraphs_that_no_width_shows_is_told(seed: int) -> None:
    """A last line that is full, in narrow columns without indents: what was read wrong in silence by the long run."""
    verdicts = {result.verdict for result in read_newspaper_page(make_newspaper_page(seed))}
    assert verdicts <= {"right", "unsure"}


PAGE = """要闻 2023年5月18日 星期四
全市公交新线开通
本报记者 高子文
　　昨日上午八时，公交新线开
通运营，全长十八公里。
▲图为乘客在新线的车站候
车。王小明 摄
湿地新增鸟类七种
　　本报讯（记者 王小明）监
测结果公布，比上年新增七
种，其中两种为首次记录。
　　监测还将继续。
"""


def test_a_proposal_names_bylines_and_captions_and_keeps_text(source_of: Callable[..., Source]) -> None:
    with pytest.raises(BadInput) as refused:
        READERS["newspaper-page"].read(source_of(PAGE, "newspaper-page"), PAGE)
    hint = refused.value.diagnostics[0].hint
    assert "{headline: 2, byline: 3, body: 4-5, caption: 6-7}" in hint and "{headline: 8, body: 9-12}" in hint
    assert hint.endswith("furniture: 1")


def test_a_line_of_text_is_never_proposed_as_furniture(source_of: Callable[..., Source]) -> None:
    raw = PAGE + "短讯\n　　图书馆延时。\n"
    with pytest.raises(BadInput) as refused:
        READERS["newspaper-page"].read(source_of(raw, "newspaper-page"), raw)
    assert refused.value.diagnostics[0].hint.endswith("furniture: 1") and "14" in refused.value.diagnostics[0].hint


def test_a_letter_to_the_editor_is_text_and_no_byline(source_of) -> None:
    text = "编辑先生：后街的路灯自上月起不亮，夜\n里行人往来，屡有跌伤者，居民数次呈报，\n至今未见修理，请贵报代为一问。\n"
    raw = f"某某日报　2021年9月8日　第二版\n读者来信\n{text}　　某某读者上。\n后街的灯\n本报记者　某　某\n　　后街的路灯昨日修好，居民称便。路灯共\n有九盏，都换了新的灯泡，晚上六时亮起。\n"
    with pytest.raises(BadInput) as refused:
        newspaper_page.read(source_of(raw, "newspaper-page"), raw)
    assert "byline: 3" not in str(refused.value.diagnostics), "a line as long as the text below it"


HEADS = """本地　2023年5月18日　星期四　某某晚报
新桥昨日通车
两岸往来只须五分钟
——记新桥的第一天
本报记者　王小明　通讯员　李小芳
　　新桥昨日上午八时通车，第一天
过桥的有一万人，其中多数走路。
晨间雾大，桥上的人看不见水，只听
见船声。
桥上听到的
　　一位老人说，他等这座桥等了五
十年，今天一共走了三遍。
读者来信
路灯何时再亮？
　　编辑先生：后街路灯自上月起不
亮，请问何时修理？
后街　王先生
短讯二则
　　●图书馆延时至晚上九时。
　　●湿地新增鸟类七种。
书展开幕
　　本报讯　书展昨日开幕，为期三
天，到场的有三千人。
"""


def proposed(raw: str, source_of: Callable[..., Source]) -> str:
    """The hint of the message on a page without a map."""
    with pytest.raises(BadInput) as refused:
        newspaper_page.read(source_of(raw, "newspaper-page"), raw)
    return refused.value.diagnostics[0].hint


def test_a_proposal_parts_headline_decks_bylines_and_headings(source_of) -> None:
    told = proposed(HEADS, source_of)
    assert "made-1: {headline: 2, deck: [3, 4], byline: 5, body: 6-12, heading: 10}" in told
    assert "made-2: {kicker: 13, headline: 14, body: 15-16, statement: 17}" in told
    assert "made-3: {headline: 18, body: 19-20}; made-4: {headline: 21, body: 22-23}; furniture: 1" in told
    assert "stories may begin at the headings in lines 10" in told


def test_a_headline_that_ends_open_takes_in_the_next_line(source_of) -> None:
    assert "{headline: 2-3, deck: 4, byline: 5" in proposed(HEADS.replace("新桥昨日通车", "新桥昨日通车的"), source_of)


def test_a_deck_below_a_byline_in_brackets_stands_above_the_same_text(source_of) -> None:
    heads = HEADS.replace("两岸往来只须五分钟\n", "（记者　李文）\n两岸往来只须五分钟\n")
    assert "made-1: {headline: 2, deck: [4, 5], byline: [3, 6], body: 7-13, heading: 11}" in proposed(heads, source_of)
    text = "今天上午各处的渡口都已恢复通航，往来的船只比去年多了三成，\n码头上的人说，这是几年来最忙的一个月，大家都盼望天气一直这样好。\n"
    plain = proposed(f"渡口恢复通航\n（记者　李文）\n船只增多三成\n{text * 3}", source_of)
    assert "made-1: {headline: 1, deck: 3, byline: 2, body: 4-9}" in plain


def test_a_page_on_which_no_story_shows_that_it_begins_has_no_heading(source_of) -> None:
    text = "　　新桥昨日上午八时通车，第一天\n过桥的有一万人。\n"
    assert "heading" not in proposed(f"新桥通车\n{text}旧桥拆除\n{text}", source_of)


def test_decks_that_are_named_singly_stay_two(source_of) -> None:
    witness = read(source_of, HEADS, {"a": {"headline": 2, "deck": [3, 4], "body": "6-12"}, "furniture": ["1", "5", "13-"]})
    assert blocks(witness)[:3] == ["headline: 新桥昨日通车", "deck: 两岸往来只须五分钟", "deck: ——记新桥的第一天"]


def test_the_name_of_the_paper_above_its_day_is_no_headline(source_of) -> None:
    raw = "河 東 日 報\n中華民國二十五年四月十八日　星期六　第二張\n\n" + STORY
    with pytest.raises(BadInput) as told:
        newspaper_page.read(source_of(raw, "newspaper-page", "zh-Hant-HK"), raw)
    assert "{headline: 4" in str(told.value.diagnostics) and "furniture: [1-2" in str(told.value.diagnostics)


def test_rows_and_lines_past_a_gap_are_told(source_of) -> None:
    rows = "船名　　來自　　往　　開行\n海澄　　廈門　　檳城　　今午十二時\n豐祥　　汕頭　　仰光　　明晨六時\n"
    raw = f"{STORY}{rows}\n廣告：河東堂的萬應頭痛散各埠藥行都有代售\n"
    witness = read(source_of, raw, {"one": {"headline": "1", "body": ["2-10", "12"]}})
    told = " | ".join(doubt.sentence for doubt in witness.doubts)
    assert "like rows of a table" in told and "past a gap below a short line" in told
