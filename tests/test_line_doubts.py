"""What a reader of web pages tells of lines, and what it need not tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.model import Source
from build_scripts.readers.parts.furniture import is_count
from build_scripts.readers.shapes import web_page

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
