"""Saved pages read by what their elements say: one case a habit of sites (tests/cases/saved)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.decode import decode
from build_scripts.edition.ledger import check_cover, make_ledger
from build_scripts.model import Witness
from build_scripts.passes import clean
from build_scripts.readers import READERS
from tests.conftest import make_source

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "saved" / "pages.yaml").read_text(encoding="utf-8"))


def read_page(html: str, language: str = "zh-Hans-CN") -> Witness:
    decoded = decode("raw.html", html.encode(), "", "raw.html")
    source = make_source(decoded.text, "web-page", language, capture="raw.html")
    return READERS["web-page"].read(source, decoded.text, decoded)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_saved_page(case: dict[str, Any]) -> None:
    witness = read_page(case["html"], case.get("language", "zh-Hans-CN"))
    assert not check_cover(make_ledger(witness))
    document = clean(witness.documents[0])
    assert [[str(block.type), block.text.text] for block in document.blocks] == case["blocks"]
    assert {name: document.field(name) for name in case["fields"]} == case["fields"]


def test_words_like_markup_in_a_saved_page_are_words() -> None:
    html = "<h1>标签的用法</h1><p>写 &lt;p&gt; 与 &lt;/p&gt; 之间的是一个段落，## 是标题，**粗** 是强调。</p><p>再写一段，说明这里的字都是字。</p>"
    assert (
        clean(read_page(html).documents[0]).blocks[0].text.text == "写 <p> 与 </p> 之间的是一个段落，## 是标题，**粗** 是强调。"
    )


def test_a_page_without_prose_is_read_by_its_words() -> None:
    witness = read_page("<h1>三句话</h1><p>一句。</p><p>两句。</p><p>三句。</p>")
    assert [block.text.text.strip() for block in witness.documents[0].blocks] == ["一句。", "两句。", "三句。"]


def test_a_title_that_only_the_window_has_is_not_taken_from_a_counter() -> None:
    post = (
        "<div class=c>第七年了，林带终于连成了一片，从村口一直到公路边上，谁都看得见。<br>今年没有再补苗，只是修了水渠。</div>"
    )
    witness = read_page(
        f"<title>戈壁种树的第七年</title><table><tr><td><p>帖子 88</p></td><td><div>发表于 2018-11-3</div>{post}</td></tr></table>"
    )
    assert not witness.documents[0].field("title") and "doubtful-title" in {doubt.rule for doubt in witness.doubts}


@pytest.mark.parametrize(
    "heading", ["<a href='#t'>¶</a><b>原创</b>{}", "<b>原创</b>{}<a href='#t'>¶</a>", "<a href='#t'>¶</a>{}<b>转载</b>", "{}"]
)
def test_a_sign_and_a_chip_on_one_title_take_no_letter_of_it(heading: str) -> None:
    title = "老码头的最后一班船"
    text = "<p>最后一班船在傍晚离开，船上只有七个人，都是特地来坐这一趟的。</p>" * 2
    page = f"<html><head><title>{title}</title></head><body><h1>{heading.format(title)}</h1>{text}</body></html>"
    assert clean(read_page(page).documents[0]).field("title") == title


NOTED = """<article><h1>The tide mill</h1><p>The mill stands where the creek narrows, and has ground corn for centuries.<sup><a href="#n1">1</a></sup></p>
<p>The wheel is of elm, which lasts as long as it stays wet,<sup id="r2"><a href="#n2">2</a></sup> and was replaced twice.<a href="#n1">[1]</a></p>
<ol><li id="n1">Record Office, Mill Papers, box 4.</li><li id="n2">Letter to the author.</li></ol></article>"""


def test_notes_to_which_links_lead() -> None:
    witness = read_page(NOTED, "en")
    document = clean(witness.documents[0])
    assert [note.text.text for note in document.notes] == ["Record Office, Mill Papers, box 4.", "Letter to the author."]
    assert [document.calls_in(block) for block in document.blocks] == [[(75, 1)], [(57, 2), (81, 1)]]
    assert not check_cover(make_ledger(witness)) and not [doubt for doubt in witness.doubts if doubt.rule.startswith("orphan")]


def test_a_list_of_contents_calls_no_note() -> None:
    body = "<p>第一章说的是海，海的颜色一天里要变七次，渔民都知道。</p><h2 id=b>山</h2><p>第二章说的是山，山的影子早上在西，傍晚在东。</p>"
    html = f"<article><h1>山海</h1><p><a href=#a>[1]</a> <a href=#b>[2]</a></p><div id=a><h2>海</h2>{body}</div></article>"
    assert not read_page(html).documents[0].notes


def test_a_short_line_under_a_picture_is_told_whatever_it_is_read_as() -> None:
    long = "停了三十年的灯塔昨晚重新点亮，守塔人的孙子按下了开关，海面上一下子有了光，岸上的人都安静下来，过了很久才有人鼓掌。"
    witness = read_page(f"<article><h1>灯塔</h1><p>{long}</p><p><img src=a.jpg></p><p>守塔人的家。</p><p>{long}</p></article>")
    line = next(each.line for each in witness.readings if each.role == "paragraph" or each.role == "caption")
    told = [doubt.sentence for doubt in witness.doubts if "paragraph or heading or caption" in doubt.sentence]
    assert line and told


def test_a_centred_line_in_brackets_under_a_picture_is_its_caption() -> None:
    prose = "<p>渡口在镇子的西头，早上五点就有人等船，多半是挑着菜去对岸赶集的。</p>"
    under = '<p align="center"><img src="a.png"></p><p align="center">（涨水以后渡口的栈桥与等船的人们）</p>'
    witness = read_page(f"<article><h1>西头的渡口</h1>{prose}{under}{prose}</article>")
    assert [str(block.type) for block in clean(witness.documents[0]).blocks] == ["paragraph", "caption", "paragraph"]


def test_a_sentence_that_goes_with_a_list_of_other_texts_is_told() -> None:
    long = "夜间渡轮从本月起试航三个月，每晚七时开出，每半小时一班，单程只需十八分钟，首个周末有两千人次搭乘，其中六成是游客。"
    others = "<p>延伸阅读</p><ul><li><a href=/1>离岛民宿入住率创五年新高</a></li><li><a href=/2>渡轮票价明年检讨</a></li></ul>"
    html = f"<main><article><h1>夜间渡轮试航</h1><p>{long}</p><p>{long}</p>{others}<p>试航期结束后须提交报告。</p></article></main>"
    witness = read_page(html)
    kept = [block.text.text.strip() for block in witness.documents[0].blocks]
    assert "试航期结束后须提交报告。" in kept or "removed-text" in {doubt.rule for doubt in witness.doubts}
    assert not {"离岛民宿入住率创五年新高", "渡轮票价明年检讨"} & set(kept) or "nothing but a link" in str(witness.doubts)


def test_the_words_of_a_site_that_all_may_edit_are_told() -> None:
    long = "磨坊由堤坝、闸门、水轮与磨盘四部分组成，水轮一般直径四米，每潮可转动约五小时，到十八世纪沿岸有七百多座。"
    html = f"<main><h1>潮汐磨坊</h1><p>{long}</p><h2>构造[<a>编辑</a>]</h2><p>{long}[来源请求]</p></main>"
    witness = read_page(html)
    lines = [doubt.line for doubt in witness.doubts if "worded like" in doubt.sentence]
    assert lines and any("[编辑]" in block.text.text for block in witness.documents[0].blocks)


def test_a_raised_figure_of_a_page_calls_a_note_or_is_a_power_or_is_told() -> None:
    prose, cited = "这所小学只有九个学生，三位老师，每天早上一起升旗", "王文：《某书》，北京：某出版社，2020年，第3页。"
    html = f"<h1>山上的小学</h1><p>{prose}<sup>1</sup>，菜地有10<sup>2</sup>平方米。</p><p>{prose}<sup>2</sup>。</p>"
    witness = read_page(f"{html}<p>注释</p><p><sup>1</sup>{cited}</p><p><sup>2</sup>{cited}</p>")
    document = clean(witness.documents[0])
    assert [block.text.text for block in document.blocks] == [f"{prose}，菜地有10²平方米。", f"{prose}。"]
    assert [note.text.text for note in document.notes] == [cited, cited]
    told = [doubt.sentence for doubt in read_page(html).doubts if doubt.rule == "orphan-call"]
    assert told == ["2 marks call no note and stay in the text: ¹ (line 2), ² (line 3)"]


def test_the_sign_that_leads_from_a_note_to_its_call_is_taken_out() -> None:
    prose = "这所小学只有九个学生，三位老师，每天早上一起升旗，下课以后一起种菜"
    html = f'<h1>山上的小学</h1><p>{prose}<sup><a href="#n1" id="c1">1</a></sup>。</p><p>{prose}<sup><a href="#n2">2</a></sup>。</p>'
    html += '<ol><li id="n1">《某书》，第3页。<a href="#c1">↩︎</a></li><li id="n2"><a href="#c2">^</a> 见县志↑北门。</li></ol>'
    document = clean(read_page(html).documents[0])
    assert [note.text.text for note in document.notes] == ["《某书》，第3页。", "见县志↑北门。"]


def test_a_page_that_leads_to_more_of_its_text_is_told() -> None:
    text = (
        "<h1>渡口的一年</h1><p>渡口的船在冬天停了三个月，开春以后又开了，只是少了两班。</p><p>老船工说，明年也许就不开了。</p>"
    )
    for below in (
        "<div>上一页 1/2 下一页</div>",
        "<div>余下全文</div>",
        "<div class=pages><div>1</div><div>2</div><div>下一页</div></div>",
    ):
        assert any("leads to more of the text" in doubt.sentence for doubt in read_page(text + below).doubts)
    for below in ("<div>下一页：桥头的修鞋摊</div>", "<h3>相关新闻</h3><div>1 2 下一页</div>"):
        assert not any("leads to more of the text" in doubt.sentence for doubt in read_page(text + below).doubts)


def test_signs_below_a_title_are_none_of_it() -> None:
    page = "<title>Speech at the Harbour</title><div>Speech at the Harbour</div><div>**********</div><p>Friends, the harbour is ours to keep, and it has never been as clean as it is today.</p>"
    assert clean(read_page(page, "en").documents[0]).field("title") == "Speech at the Harbour"


def test_a_sentence_between_a_picture_and_its_credit_is_a_caption() -> None:
    text = "<h1>渡口的一年</h1><p>渡口的船在冬天停了三个月，开春以后又开了，只是少了两班。</p>"
    picture = "<p><img src=a.jpg></p><p>村民在渡口等船。</p><p>海湾日报记者 田小海摄</p><p>老船工说，明年也许就不开了，谁也说不准。</p>"
    kinds = {block.text.text: str(block.type) for block in clean(read_page(text + picture).documents[0]).blocks}
    assert kinds["村民在渡口等船。"] == "caption" and kinds["老船工说，明年也许就不开了，谁也说不准。"] == "paragraph"


def test_captions_side_by_side_and_a_day_in_brackets_at_the_end_are_told() -> None:
    rows = "<table><tr><td>图一　旧渡口</td><td>图二　新渡口</td></tr></table>"
    text = "<h1>渡口的一年</h1><p>渡口的船在冬天停了三个月，开春以后又开了，只是少了两班。</p>"
    told = [
        each.sentence
        for each in read_page(text + rows + "<p>老船工说，明年也许就不开了。</p><p>（2008年2月17日，渡口）</p>").doubts
    ]
    assert any("every cell begins as a caption" in each for each in told)
    assert any("day in brackets at the end" in each for each in told)
    plain = [each.sentence for each in read_page(text + "<p>（发布日期：2008年2月17日）</p>").doubts]
    assert not any("day in brackets" in each for each in plain)


def test_points_that_count_up_in_letters_are_items() -> None:
    page = "<h1>The harbour</h1><p>Over the next three years, friends, we will do the following for the harbour:</p><p>(a) widen the channel;</p><p>(b) open the old lock; and</p><p>(c) plant reeds along the bank.</p><p>I thank you all for coming tonight.</p>"
    kinds = [str(block.type) for block in clean(read_page(page, "en").documents[0]).blocks]
    assert kinds == ["paragraph", "item", "item", "item", "paragraph"]


def test_an_author_with_a_post_behind_the_name_is_told() -> None:
    text = "<p>The horn has sounded since 1909, and the town has argued about it for nearly as long.</p>"
    for byline, told in (("By Ann Smith Courier staff", True), ("By Ann Smith", False)):
        page = f"<h1>The horn</h1><div class=byline>{byline}</div>{text}"
        assert any("more than a name" in doubt.sentence for doubt in read_page(page, "en").doubts) is told


SENTENCES = "The mill stands where the creek narrows, and has ground corn for as long as anybody can tell"


@pytest.mark.parametrize(("tag", "label"), [("ol", ""), ("ul", "{}. ")])
def test_the_last_list_holds_the_notes_that_raised_figures_count(tag: str, label: str) -> None:
    words = ["Record Office, box 4.", "Letter to the author."]
    items = "".join(f"<li>{label.format(number)}{each}</li>" for number, each in enumerate(words, 1))
    html = f"<article><h1>The tide mill</h1><p>{SENTENCES}.<sup>1</sup></p><p>{SENTENCES}.<sup>2</sup></p><{tag}>{items}</{tag}></article>"
    witness = read_page(html, "en")
    document = clean(witness.documents[0])
    assert [note.text.text for note in document.notes] == words and not check_cover(make_ledger(witness))
    assert [[number for _, number in document.calls_in(block)] for block in document.blocks] == [[1], [2]]


def test_a_list_of_more_items_than_raised_figures_holds_no_notes() -> None:
    items = "<li>the wheel;</li><li>the stones;</li><li>the sluice.</li>"
    html = f"<article><h1>The tide mill</h1><p>{SENTENCES}.<sup>1</sup></p><p>{SENTENCES}.<sup>2</sup></p><ol>{items}</ol></article>"
    witness = read_page(html, "en")
    assert not witness.documents[0].notes and "orphan-call" in {doubt.rule for doubt in witness.doubts}


def test_a_figure_and_a_note_that_lead_to_each_other() -> None:
    calls = [f"<p>{SENTENCES}.<a id=r{number} href=#n{number}>{number}</a></p>" for number in (1, 2)]
    items = "<li id=n1><a href=#r1>1.</a> Record Office, box 4.</li><li id=n2><a href=#r2>2.</a> Letter to the author.</li>"
    document = clean(read_page(f"<article><h1>The tide mill</h1>{''.join(calls)}<ul>{items}</ul></article>", "en").documents[0])
    assert [note.text.text for note in document.notes] == ["Record Office, box 4.", "Letter to the author."]
    one_way = items.replace("#r", "#x")
    assert (
        not read_page(f"<article><h1>The tide mill</h1>{''.join(calls)}<ul>{one_way}</ul></article>", "en").documents[0].notes
    )


PROSE = "<p>渡口的船每天早上开两班，下午开三班，老船工说他记得的班次比这还要多，谁也说不准从哪一年起少的。</p>"


@pytest.mark.parametrize(
    ("below", "kinds"), [("老渡口。", {"caption"}), ("船工们在岸上修船，" * 7 + "修了一天。", {"caption", "paragraph"})]
)
def test_short_lines_below_every_picture_are_captions(below: str, kinds: set[str]) -> None:
    lines = ["村民在渡口等船，船还没有来。", "新修的石阶。", below]
    html = "<article><h1>渡口的早晨</h1>" + "".join(f"{PROSE}<p><img src=a.jpg></p><p>{each}</p>{PROSE}" for each in lines)
    blocks = {block.text.text: str(block.type) for block in clean(read_page(html + "</article>").documents[0]).blocks}
    assert ({blocks[each] for each in lines} == {"caption"}) is (kinds == {"caption"})


def test_a_sentence_below_one_of_two_pictures_is_told() -> None:
    lines = ["村民在渡口等船，今天的船一直没有来。", "新修的石阶一直通到水边，今年涨水没有淹。"]
    html = "<article><h1>渡口的早晨</h1>" + "".join(f"{PROSE}<p><img src=a.jpg></p><p>{each}</p>{PROSE}" for each in lines)
    told = [doubt for doubt in read_page(html + "</article>").doubts if "caption" in doubt.sentence]
    assert told


def test_a_first_heading_is_no_author() -> None:
    html = f"<title>石鹭桥 - 百科</title><div>征集老照片，欢迎参与！</div><h1>石鹭桥</h1><div><div>来自百科</div>{PROSE}{PROSE}</div>"
    document = clean(read_page(html).documents[0])
    assert (document.field("title"), document.field("author")) == ("石鹭桥", "")


def test_a_time_beside_the_article_that_is_kept_with_other_words_is_told() -> None:
    contents = "<div class=toc><p>Contents</p><nav><ul><li><a href=#a>One bell</a></li><li><a href=#b>A caution</a></li></ul></nav></div>"
    html = f"<article><div><h1>Counting bells</h1><p>Mar 2, 2018 working notes on bells and on their ringers</p></div><div>{contents}<p>{SENTENCES}.</p><p>{SENTENCES}.</p></div></article>"
    told = [doubt.line for doubt in read_page(html, "en").doubts if "worded like particulars" in doubt.sentence]
    assert told == [2]


BOX = """<article><h1>The tide mill</h1><p>The mill stands where the creek narrows, and has ground corn for five centuries.</p>
<aside><p>The miller keeps a book of the tides. Every page of it is a month, and there are six hundred pages by now.</p></aside>
<p>Nobody has ever asked the miller for the book, and he has never shown it to anybody.</p></article>"""


def test_a_sentence_in_a_box_inside_the_text_is_kept_and_told() -> None:
    told = [doubt.sentence for doubt in read_page(BOX, "en").doubts if "among what the site sets around" in doubt.sentence]
    assert told == ["raw line 3 is among what the site sets around its texts, and kept: worded like text, inside of it"]


def test_a_figure_behind_a_stop_that_calls_a_note_is_not_told() -> None:
    calls = [f'.<a id="r{number}" href="#n{number}">{number}</a>' for number in (1, 2)]
    notes = [f'<li id="n{number}"><a href="#r{number}">{number}.</a> Record Office, box {number}.</li>' for number in (1, 2)]
    mill = "<p>The mill stands where the creek narrows, and has ground corn for five centuries{}</p>"
    page = "<article><h1>The tide mill</h1>" + "".join(map(mill.format, calls)) + f"<ol>{''.join(notes)}</ol></article>"
    witness = read_page(page, "en")
    assert len(witness.documents[0].calls) == 2
    assert not [each for each in witness.doubts if "behind a stop" in each.sentence]


PROSE = "停了三十年的灯塔昨晚重新点亮，守塔人的孙子按下了开关，海面上一下子有了光，岸上的人都安静下来。"


def sentences_of(html: str) -> str:
    return " | ".join(doubt.sentence for doubt in read_page(html).doubts)


def test_a_title_that_breaks_off_is_told_where_a_line_has_more_of_it() -> None:
    page = f"<h1>停了三十年的灯塔昨晚重新点...</h1><p>2021-03-02</p><p>原标题：{{}}</p><p>{PROSE}</p><p>{PROSE}</p>"
    assert "the title breaks off in dots, and raw line 3 has more" in sentences_of(page.format("停了三十年的灯塔昨晚重新点亮"))
    assert "breaks off" not in sentences_of(page.format("停了三十年的灯塔昨晚重新点..."))


def test_stars_before_numbers_of_things_open_points() -> None:
    page = f"<h1>灯塔的开放</h1><p>{PROSE}</p><p>★3月2日起每晚七点亮灯；</p><p>★2号门可以登塔。</p><p>{PROSE}</p>"
    kinds = [str(block.type) for block in clean(read_page(page).documents[0]).blocks]
    assert kinds == ["paragraph", "item", "item", "paragraph"]


def test_who_speaks_is_told_by_the_office_before_the_name() -> None:
    page = "<h1>灯塔重新点亮新闻发布会</h1><p>2021-03-02</p><center><b>某某灯塔新闻发言人 王小明</b></center>"
    assert "no author was read, and raw line 3, below the title, may name one" in sentences_of(
        f"{page}<p>{PROSE}</p><p>{PROSE}</p>"
    )


def test_centred_bold_lines_in_a_row_or_below_a_picture_may_be_captions() -> None:
    row = f"<h1>灯塔</h1><div><p>{PROSE}</p><center><b>点灯现场</b></center><center><b>岸上的人们</b></center><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert "raw lines 3-4 are not certain to be paragraph or heading or caption" in sentences_of(row)
    one = (
        f"<h1>灯塔</h1><div><p>{PROSE}</p><img src=1.jpg><center><b>守塔人和他家</b></center><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    assert "raw line 3 is not certain to be paragraph or heading or caption" in sentences_of(one)


def test_a_day_below_the_text_that_was_taken_out_is_named_where_no_other_was_read() -> None:
    foot = "<div class=sidebar><p><a href=#>发布日期：2019-09-23 14:34:05 所属分类： 头条</a></p></div>"
    assert "raw line 4 is taken out, and has a day" in sentences_of(
        f"<h1>灯塔</h1><div><p>{PROSE}</p><p>{PROSE}</p></div>{foot}"
    )


INLINE = """<article><h1>The tide mill</h1><p>The mill stands where the creek narrows.<sup><a>1</a></sup><span role="tooltip" id="m1">Record
Office, box 4.</span> It has ground corn for centuries.</p><p>The wheel is of elm,<sup>2</sup> <span class="sidenote">Letter to the
author.</span> which lasts as long as it stays wet, and it was replaced twice.</p></article>"""


def test_notes_inside_a_line_right_behind_their_calls() -> None:
    witness = read_page(INLINE, "en")
    document = clean(witness.documents[0])
    assert not check_cover(make_ledger(witness))
    assert [note.text.text for note in document.notes] == ["Record Office, box 4.", "Letter to the author."]
    assert [block.text.text for block in document.blocks] == [
        "The mill stands where the creek narrows. It has ground corn for centuries.",
        "The wheel is of elm, which lasts as long as it stays wet, and it was replaced twice.",
    ]
    assert [document.calls_in(block) for block in document.blocks] == [[(40, 1)], [(20, 2)]]


def test_a_note_inside_a_line_that_no_figure_calls_is_told() -> None:
    page = INLINE.replace("<sup><a>1</a></sup>", "<label class='toggle'></label>")
    told = [doubt.sentence for doubt in read_page(page, "en").doubts if "names a note" in doubt.sentence]
    assert told == ["raw line 2 is with words inside that the page names a note, and no figure calls"]


def test_a_note_whose_number_stands_above_its_text_in_one_box() -> None:
    call = '<a id="r{0}" href="#n{0}">{0}</a>'
    box = '<div class="note"><a id="n{0}" href="#r{0}">{0}</a><div><p>Record Office, Mill Papers, box {0}.</p></div></div>'
    mill = "<p>The mill stands where the creek narrows, and has ground corn for five centuries.{}</p>"
    body = "".join(mill.format(call.format(number)) for number in (1, 2)) + "".join(map(box.format, (1, 2)))
    document = clean(read_page(f"<article><h1>The tide mill</h1>{body}</article>", "en").documents[0])
    assert [note.text.text for note in document.notes] == [f"Record Office, Mill Papers, box {number}." for number in (1, 2)]
    assert [str(block.type) for block in document.blocks] == ["paragraph", "paragraph"] and len(document.calls) == 2


def test_a_title_beside_whose_heading_the_page_states_more_is_the_heading() -> None:
    body = f"<main><span>公告</span><h1>灯塔重新点亮</h1><h4>林小海</h4><div><p>{PROSE}</p><p>{PROSE}</p></div></main>"
    assert read_page(f"<title>公告：灯塔重新点亮</title>{body}").documents[0].field("title").strip() == "灯塔重新点亮"


def test_terms_of_a_list_above_the_text_and_a_short_heading_above_the_title_are_told() -> None:
    terms = "<dl><dt>From</dt><dd>Harbour Office</dd><dt>Delivered on</dt><dd>a Monday in spring</dd></dl>"
    long = "<p>Nobody left the harbour, and everybody began to mend the piers on the next morning, before the wind had gone down.</p>"
    page = f"<main><h1>The piers</h1><div>{terms}{long}{long}</div><h2>Updates to this page</h2><p>Published in May</p></main>"
    doubts = [doubt.sentence for doubt in read_page(page, "en").doubts if "none itself" in doubt.sentence]
    assert doubts == ["raw lines 2-5 are above or below all sentences of the text, and none itself"]
    kicker = f"<div class=p><h3>渔港纪事</h3><h1>灯塔重新点亮</h1><div><p>{PROSE}</p><p>{PROSE}</p></div></div>"
    assert "raw line 1 is not certain to be text, or to be none" in sentences_of(f"<title>灯塔重新点亮-某报</title>{kicker}")
