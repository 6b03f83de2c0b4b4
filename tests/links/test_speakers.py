"""Who speaks: a person only where it can be one; speeches in the first person; other kinds of text than news of a speech."""

from __future__ import annotations

import pytest

from build_scripts.links import find_links
from build_scripts.links.model import LinkType
from build_scripts.links.occasions.lead_ins import speakers
from tests.kinds import SPEECH as BASE
from tests.links.making import document, words

DREAM = "人生最苦痛的是梦醒了无路可以走。做梦的人是幸福的；倘没有看出可走的路，最要紧的是不要去惊醒他"
TALK = ("我今天要讲的是“娜拉走后怎样？”", "有人说，梦是好的。", f"{DREAM}。", "张三说，这也不坏。我不这样想。")
LETTER = ("各位股东：过去一年，我们交付了两百万台设备。", "每一分研发投入都必须换回用户看得见的体验，否则就是浪费。")
JUDGMENT = (
    "审判长李某某宣布开庭。被告人张某辩称，其没有主观故意。",
    "本院认为，平台对用户上传的内容负有与其技术能力相适应的注意义务。",
)
ENGLISH = (
    "I am happy to join with you today in the greatest demonstration for freedom.",
    "I have a dream that one day this nation will rise up and live out the true meaning of its creed.",
)
QUOTED = "每一分研发投入都必须换回用户看得见的体验"
DUTY = "平台对用户上传的内容负有与其技术能力相适应的注意义务"


def types(base: tuple[str, ...], comment: str, given: dict[str, str] | None = None, language: str = "zh-Hans-CN") -> list[str]:
    base_text = document("base", *base, kind=BASE, published="1923-12-26", given=given or {}, language=language)
    both = [base_text, document("review", comment, published="1924-08-01", language=language)]
    return [link.type.value for link in find_links(both) if link.type is not LinkType.NOTE_CITATION]


LU_XUN, KING, OFFICER = {"speaker": "鲁迅"}, {"speaker": "Martin Luther King"}, {"author": "陈明"}


@pytest.mark.parametrize(
    ("base", "comment", "given", "expected"),
    [
        (TALK, f"鲁迅说：“{DREAM}。”", None, "quotation"),
        (TALK, f"渔民老张说：“{DREAM}。”", None, "same-wording"),
        (TALK, f"渔民老张说：“{DREAM}。”", LU_XUN, "same-wording"),
        (TALK, f"1923年，鲁迅在北京女子高等师范学校演讲时说：“{DREAM}。”", None, "quotation"),
        (TALK, f"1923年，鲁迅在北京女子高等师范学校演讲时说：“{DREAM}。”", LU_XUN, "quotation"),
        (TALK, f"1919年，鲁迅在北京女子高等师范学校演讲时说：“{DREAM}。”", LU_XUN, "same-wording"),
        (TALK, f"胡适说：“{DREAM}。”", LU_XUN, "same-wording"),
        (TALK, f"张三说：“{DREAM}。”", LU_XUN, "same-wording"),
        (TALK, f"鲁迅先生写道：“{DREAM}。”", LU_XUN, "quotation"),
        (LETTER, f"董事长陈明表示：“{QUOTED}。”", OFFICER, "quotation"),
        (LETTER, f"陈明在致辞中说，{QUOTED}，否则就是浪费。", OFFICER, "quotation"),
        (LETTER, f"分析师王磊认为：“{QUOTED}，否则就是浪费。”", OFFICER, "same-wording"),
        (JUDGMENT, f"法院认为：“{DUTY}。”", {"speaker": "法院"}, "quotation"),
        (JUDGMENT, f"代理律师刘芳认为：“{DUTY}。”", {"speaker": "法院"}, "same-wording"),
    ],
)
def test_attribution(base: tuple[str, ...], comment: str, given: dict[str, str] | None, expected: str) -> None:
    assert types(base, comment, given) == [expected]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("On that day King said, “I have a dream that one day” and the crowd rose.", ["quotation"]),
        ("He said: “I have a dream that one day this nation will rise up.”", ["quotation"]),
        ("Roosevelt said, “I have a dream that one day this nation will rise up.”", ["same-wording"]),
        ("They stood “in the greatest” of halls.", []),
        ("King said, “one day” they would see.", []),
    ],
)
def test_attribution_in_english(comment: str, expected: list[str]) -> None:
    assert types(ENGLISH, comment, KING, "en") == expected


def test_the_ends_of_an_english_quotation_are_exact() -> None:
    both = [
        document("base", *ENGLISH, kind=BASE, language="en", given=KING),
        document("review", "King said, “I have a dream that one day” and more.", language="en"),
    ]
    (link,) = find_links(both)
    assert words(both, link.source) == words(both, link.target) == "I have a dream that one day"


@pytest.mark.parametrize(
    "text",
    [
        "可以说，这是好的。",
        "实践表示，好。",
        "我国提出，要发展。",
        "资料来源称，有增长。",
        "文件指出，要落实。",
        "全会提出，要改革。",
        "有人说，梦是好的。",
        "本院认为，应予支持。",
        "国家发展改革委要求，抓紧。",
        "明确提出，要做。",
    ],
)
def test_what_can_be_no_person_is_no_speaker(text: str) -> None:
    assert speakers((text,)) == frozenset()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("欧阳修说，好。", "欧阳修"),
        ("陳獨秀總書記強調，好。", "陈独秀"),
        ("被告人张某辩称，没有。", "张某"),
        ("王芳律师认为，好。", "王芳"),
        ("董事长陈明表示，好。", "陈明"),
    ],
)
def test_a_person_is_a_speaker(text: str, name: str) -> None:
    assert speakers((text,)) == {name}
