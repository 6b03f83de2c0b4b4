"""What a reader of web pages tells of lines, and what it need not tell."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from build_scripts.model import Source
from build_scripts.readers.shapes import web_page
from build_scripts.readers.site.counts import is_count

HEAD = "某地举行会议讨论标准\n2025-04-27 09:19 来源：某某网\n会议今天在某地举行，各方代表讨论了标准，并且征求了意见。\n"
BODY = "与会者认为，标准应当尽早制定，各部门要抓好落实，确保政策见效，并且及时公布有关的情况和数据。\n"


def told(raw: str, source_of: Callable[..., Source], words: str) -> list[int]:
    return [each.line for each in web_page.read(source_of(raw, "web-page"), raw).doubts if words in each.sentence]


@pytest.mark.parametrize(
    "line",
    [
        "苹果公司表示，“我们调查了有关说法，大多数指控都是错误的。 ”",
        "今年的购物节时间宣布延长。（更多详情：某某公司继续开展业务）",
        "然后再联系上一家公司，又解决了一部分需求...",
        "生命科学奖由三位科学家获得，各人的名单已经公布；",
    ],
)
def test_a_paragraph_that_is_closed_otherwise_is_not_told(line: str, source_of: Callable[..., Source]) -> None:
    assert not told(f"{HEAD}{line}\n{BODY}{BODY}", source_of, "not closed by a stop")


def test_a_paragraph_that_ends_inside_a_sentence_is_told(source_of: Callable[..., Source]) -> None:
    line = "会议认为各方代表应当就标准的制定交换意见并且就有关的问题作出说明，"
    assert told(f"{HEAD}{line}\n{BODY}{BODY}", source_of, "not closed by a stop") == [4]


@pytest.mark.parametrize(
    "line",
    [
        "某某新媒体版权所有Copyright © 2019 All Rights Reserved。",
        "免责声明：本文仅代表作者本人观点，与本网无关，请读者仅作参考。",
    ],
)
def test_notices_of_rights_are_taken_out_without_a_word(line: str, source_of: Callable[..., Source]) -> None:
    assert not told(f"{HEAD}{BODY}{BODY}相关新闻\n某地天气转晴\n{line}\n", source_of, "worded like text")


def test_a_long_number_before_words_is_no_count_and_read_at_once() -> None:
    # A pattern that tries every way of cutting the digits would not come back.
    assert not is_count("1" * 4000 + "到有效问卷") and is_count("1,032人参与308评论")


@pytest.mark.parametrize(
    "line",
    [
        "您的浏览器暂时无法播放此视频.",
        "某某晚报记者 张小明",
        "责任校对：张小明",
        "扫描下方的二维码，关注某某微信公众号",
        "更多内容请下载“某某新闻”客户端查看",
        "某某论坛即将开幕【点击报名】→【下载地址】",
        f"{BODY.strip()}返回某某网首页>>",
    ],
)
def test_a_line_kept_as_text_that_is_worded_otherwise_is_told(line: str, source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}{BODY}{line}\n{BODY}{BODY}"
    kept = [each.line for each in web_page.read(source_of(raw, "web-page"), raw).readings if str(each.role) == "paragraph"]
    told_of = told(raw, source_of, "worded like particulars") + told(raw, source_of, "not certain")
    assert 5 not in kept or 5 in told_of


@pytest.mark.parametrize(
    "line",
    [
        "市民下载客户端的人数去年增加了一倍，二维码支付在乡镇也已经普及，许多老人学会了扫码，商户说生意比从前好做，收款也快，账目一目了然。",
        "记者王小明说，这件事他记了三十年。",
        "会议由主任主持。",
    ],
)
def test_a_sentence_about_such_things_is_not_told(line: str, source_of: Callable[..., Source]) -> None:
    assert not told(f"{HEAD}{BODY}{line}\n{BODY}{BODY}", source_of, "worded like particulars")


def test_a_headline_unlike_the_title_is_told(source_of: Callable[..., Source]) -> None:
    raw = f"用手机扫一扫这里\n{HEAD}用手机扫一扫这里\n{BODY}{BODY}"
    witness = web_page.read(source_of(raw, "web-page"), raw)
    wrong = [each.line for each in witness.readings if str(each.role) == "headline"]
    assert not wrong or told(raw, source_of, "unlike it") == wrong


def test_a_short_question_among_headings_is_told(source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}一、为什么要有标准\n{BODY}标准由谁来定？\n{BODY}三、何时施行\n{BODY}"
    assert told(raw, source_of, "paragraph or heading") == [6]


@pytest.mark.parametrize("line", ["译者单位：某某研究会", "某某议事会"])
def test_a_line_below_all_sentences_is_told(line: str, source_of: Callable[..., Source]) -> None:
    assert told(f"{HEAD}{BODY}{line}\n", source_of, "above or below all sentences") == [5]


@pytest.mark.parametrize("line", ["（完）", "会议要点如下：", "2025年5月举行下一次会议"])
def test_a_line_that_shows_what_it_is_there_is_not_told(line: str, source_of: Callable[..., Source]) -> None:
    assert not told(f"{HEAD}{BODY}{line}\n", source_of, "above or below all sentences")


def test_a_title_that_is_worded_like_a_thing_of_the_site_is_told(source_of: Callable[..., Source]) -> None:
    raw = "即时发布\n2025-04-27 09:19 来源：某某网\n" + BODY * 3
    assert told(raw, source_of, "title")


def test_where_no_title_was_found_the_line_that_may_be_it_is_told(source_of: Callable[..., Source]) -> None:
    raw = "海湾晚报数字报\n上一版\n下一版\n放大\n缩小\n默认\n门牌号\n◎林小满\n我家的门牌号换过四次。\n" + BODY
    assert told(raw, source_of, "no title was found") == [7]


def test_articles_that_begin_anew_are_told(source_of: Callable[..., Source]) -> None:
    rules = (
        "海湾镇渡口规则\n第一条　渡口应当把开渡的时间写在门口，让等船的人看见。\n第二条　刮大风的日子渡口停渡，狗也不例外。\n"
    )
    more = "海湾镇停船规则\n第一条　渔船应当停在划定的水面，不许停在渡口。\n第二条　停船的绳子由船主自己看管。\n"
    assert told(f"{rules}{more}", source_of, "may hold several") == [5]
    assert not told(rules, source_of, "may hold several")


def test_a_line_that_nothing_closes_between_a_sentence_and_a_heading_is_told(source_of: Callable[..., Source]) -> None:
    raw = f"{HEAD}{BODY}柴灯铁架，清中期，高142厘米\n第二单元　油\n{BODY}"
    assert told(raw, source_of, "not certain to be paragraph")
    assert not told(f"{HEAD}{BODY}会议提出下面三点：\n一、标准的制定\n{BODY}", source_of, "not certain to be paragraph")


ACCOUNT = "消费的账要从时间里算\n{line}\n2025年01月20日 18:00 浙江\n点击蓝字 关注我们\n" + BODY * 3 + "审核丨老秦\n"


def test_who_stands_behind_the_word_for_what_is_first_published_is_told_though_others_are_named(
    source_of: Callable[..., Source],
) -> None:
    assert told(ACCOUNT.format(line="原创 云中客江边读书会"), source_of, "may name one") == [2]
    assert told(ACCOUNT.format(line="原创 云中客 江边读书会"), source_of, "author “云中客”, publisher “江边读书会”") == [2]
    assert not told(ACCOUNT.format(line="原创性从何而来"), source_of, "may name one")


def test_a_rarer_family_name_counts_behind_that_word_and_is_told(source_of: Callable[..., Source]) -> None:
    raw = ACCOUNT.format(line="原创 屠云舟 江边财经研究院")
    fields = {each.name: each.text.text for each in web_page.read(source_of(raw, "web-page"), raw).documents[0].fields}
    assert (fields["author"], fields["publisher"]) == ("屠云舟", "江边财经研究院")
    assert told(raw, source_of, "author “屠云舟”") == [2]


WEIR = (
    "The weir was blocked for eleven days. Somebody cleared it in the night, and nobody in the village has said who it was.\n"
    "The council met on Tuesday and thanked whoever it was. It will meet again in the spring, and set aside a chair.\n"
)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("12/08/2024 10:20", "2024-08-12 or 2024-12-08, and nothing on the page tells which"),
        ("Published 12/08/2024 | Updated 25/08/2024", "2024-08-12 if it is written as 25/08/2024 is"),
        ("Published 12/08/2024 | Updated 08/25/2024", "2024-12-08 if it is written as 08/25/2024 is"),
        ("Published 25/08/2024", "25/08/2024: 2024-08-25"),
        ("Published 05/05/2024", "05/05/2024: 2024-05-05"),
    ],
)
def test_a_day_in_figures_with_its_year_last_is_read_in_no_order_and_told(
    line: str, days: str, source_of: Callable[..., Source]
) -> None:
    raw = f"The weir is cleared again\n{line}\n{WEIR}"
    witness = web_page.read(source_of(raw, "web-page", "en"), raw)
    assert not [each for each in witness.documents[0].fields if each.name == "published"]
    assert [each.line for each in witness.doubts if each.sentence.endswith(days)] == [2]


def test_such_a_day_is_not_told_where_another_was_read(source_of: Callable[..., Source]) -> None:
    assert not told(f"The weir is cleared again\nJune 4, 2024\n{WEIR}Filed 12/08/2024\n", source_of, "a day in figures")


def test_a_doubtful_title_names_the_lines_above_that_may_be_it(source_of: Callable[..., Source]) -> None:
    raw = "Museum of the Tides, Tolland\nVisit  News  Shop\nItems > Tools > Search > Item 18 of 240\nBoat made from the doors of a mill\nZoom  Request this object\n"
    sentences = [each.sentence for each in web_page.read(source_of(raw + WEIR, "web-page", "en"), raw + WEIR).doubts]
    assert any("may not be the title" in each and each.endswith("raw lines 2-5 may be it") for each in sentences)


def test_the_site_that_its_rights_name_again_is_told_where_no_publisher_was_read(source_of: Callable[..., Source]) -> None:
    raw = HEAD.replace(" 来源：某某网", "") + BODY
    foot = "\n版权所有 海湾读书会\n"
    assert told("海湾读书会\n首页 > 新闻\n" + raw + foot, source_of, "raw line 1, “海湾读书会”, may name it")
    assert not told("海湾读书会\n首页 > 新闻\n" + raw, source_of, "may name it")


def test_a_short_title_above_a_longer_line_is_told(source_of: Callable[..., Source]) -> None:
    head = "首页 > 公告\n便民入口以及说明\n分享到微信\n分享到微博\n{}" + HEAD.partition("\n")[2]
    assert told(head.format("某某部门有关新办法的解读与问答\n") + BODY, source_of, "may not be the title; raw line 5")
    assert not told(head.format("") + BODY, source_of, "may not be the title")


def test_a_sentence_of_who_made_a_recording_is_told(source_of: Callable[..., Source]) -> None:
    line = "本期节目由王小明制作，李大文剪辑。\n"
    assert told(HEAD + BODY + line, source_of, "worded like particulars") == [5]
    assert not told(HEAD + BODY + line.replace("制作", "朗诵").replace("剪辑", "唱歌"), source_of, "worded like particulars")


ENGLISH = (
    "Home\nThe ferry clock is nine minutes slow\n{beside}\n4 June 2021\n"
    "The clock on the ferry has been wrong for eleven years, and nobody on the pier wants it mended or taken down.\n"
    "It is wrong by the same nine minutes every day, which is why the town trusts it and sets its dinner by it.\n{end}\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe is the harbour reporter of this paper. She has covered the pier since 2016.",
        "Letters: write to letters@example.org by Friday.",
        "Producer: Mary Major. Editor: John Roe.",
        "The editor reserves the right to cut what is sent in for length.",
        "An earlier version of this piece misstated the number of clocks.",
    ],
)
def test_what_tells_of_the_author_or_the_paper_at_the_end_is_told(line: str, source_of: Callable[..., Source]) -> None:
    raw = ENGLISH.format(beside="By Jane Doe", end=line)
    doubts = web_page.read(source_of(raw, "web-page", "en"), raw).doubts
    assert any("raw line 7 is" in each.sentence and each.line == 7 for each in doubts)
    plain = ENGLISH.format(beside="By Jane Doe", end="The keeper of the clock is pleased with all of it, and so is his dog.")
    assert not any("raw line 7" in each.sentence for each in web_page.read(source_of(plain, "web-page", "en"), plain).doubts)


def test_an_author_of_an_office_is_asked_though_the_foot_names_others(source_of: Callable[..., Source]) -> None:
    raw = ENGLISH.format(beside="Harbour Master Jane Roe", end="Contact: Mary Major")
    doubts = web_page.read(source_of(raw, "web-page", "en"), raw).doubts
    assert any("no author was read, and raw line 3, beside the title" in each.sentence for each in doubts)


def test_what_stands_beside_a_sentence_taken_out_below_a_text_is_told(source_of: Callable[..., Source]) -> None:
    other = "渡口的钟慢了九分钟，没有人去拨它，因为船也慢九分钟，慢得刚好，镇上的人说慢的不是钟，是外面的世界快了。"
    raw = f"{HEAD}{BODY}责任编辑：李文\n版权所有：某某网\n另外一个话题\n{other}\n到此为止\n"
    assert {7, 9} <= numbers_told(raw, source_of, "not certain to be text")
    assert told(raw, source_of, "worded like text") == [8]


def test_lines_above_a_title_for_which_only_its_place_speaks_are_told(source_of: Callable[..., Source]) -> None:
    verse = "钟慢了九分钟\n船也慢了九分钟\n没有人误过什么\n只有雨准时\n落在对岸\n"
    raw = f"首页\n{verse}这首诗写在去年夏天，那时渡口还没有拆，每天都有人坐船上班，在船上读报纸，一直读到对岸。\n"
    assert {2, 3} <= numbers_told(raw, source_of, "not certain to be text")


def numbers_told(raw: str, source_of: Callable[..., Source], words: str) -> set[int]:
    """Every line that the doubts with these words name."""
    found: set[int] = set()
    for each in web_page.read(source_of(raw, "web-page"), raw).doubts:
        for first, last in re.findall(r"(\d+)(?:-(\d+))?", each.sentence) if words in each.sentence else ():
            found.update(range(int(first), int(last or first) + 1))
    return found
