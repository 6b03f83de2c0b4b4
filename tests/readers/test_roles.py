"""The whole vocabulary of roles, in every reader: what a line becomes that an editor gives a role, with ledger and proof."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from build_scripts.model import Source
from build_scripts.roles import OF_READERS, Role
from tests.readers.test_stories import read

LINES = {
    "author": "王小明",
    "byline": "本报记者 王小明",
    "editor": "李大文",
    "published": "2025年4月26日",
    "publisher": "某某日报",
    "place": "北京",
    "dateline": "2025年4月26日 某某日报",
    "page-number": "— 12 —",
    "note": "[1] 某甲：《论标准》。",
    "abstract": "摘要：本文讨论治理。",
    "keywords": "关键词：标准；治理",
}
OTHER = "另有一行文字在这里"
STOPPED = "另有一行文字在这里。"
PAGE = "某地举行会议讨论标准\n会议今天在某地举行，各方代表讨论了标准[1]，并且征求意见。\n{}\n与会者认为，标准应当尽早制定，各部门要抓好落实。\n"
FACTS = {
    "author": ("author", "王小明"),
    "byline": ("author", "王小明"),
    "editor": ("editor", "李大文"),
    "published": ("published", "2025年4月26日"),
    "publisher": ("publisher", "某某日报"),
    "place": ("place", "北京"),
    "dateline": ("published", "2025年4月26日"),
}
TEXT = {"paragraph", "item", "items", "quotation", "verse", "table", "statement"}
GONE = {"page-number", "running-head", "furniture", "breadcrumb", "other-headlines"}
# What a role makes where it is not a block of its own name.
MADE = {"subhead": "heading", "items": "item"}
# A title is a headline where a page has many, and a fact where it has one.
ABOVE = {
    "newspaper-page": {"title": "headline", "subtitle": "deck", "headline": "headline"},
    "web-page": {},
    "journal-article": {},
}
SINGLE = [role.value for role in Role if role not in (*OF_READERS, Role.CALL, Role.NOT_A_CALL, Role.CONTINUED, Role.BODY)]
READERS = ("web-page", "journal-article", "newspaper-page")


def structure(reader: str, role: str, line: Any) -> dict[str, Any]:
    own = {role: line} | ({"title": 1} if role not in ("title", "headline") else {})
    if reader != "newspaper-page":
        return own
    return {"a": {"body": "2-4"} | own}


def one(reader: str, role: str) -> Any:
    return {"1": 3} if role == "note" else 3


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("role", SINGLE)
def test_a_line_is_what_the_editor_says_it_is(role: str, reader: str, source_of: Callable[..., Source]) -> None:
    text = LINES.get(role, STOPPED if role in TEXT else OTHER)
    given = structure(reader, role, one(reader, role))
    if role in ("title", "headline") and reader == "newspaper-page":
        given["furniture"] = 1
    document = read(source_of, PAGE.format(text), given, reader).documents[0]
    fields = {item.name: item.text.text for item in document.fields}
    blocks = [(str(block.type), block.text.text) for block in document.blocks]
    if role in FACTS:
        name, value = FACTS[role]
        assert fields[name] == value
    elif role in GONE:
        assert not any(text in words for words in (*fields.values(), *(words for _, words in blocks)))
    elif role == "note":
        assert [note.text.text for note in document.notes] == ["某甲：《论标准》。"]
        assert [number for block in document.blocks for _, number in document.calls_in(block)] == [1]
    elif role in ("title", "subtitle", "headline") and reader != "newspaper-page":
        assert fields[role] == text
    else:
        kind = ABOVE[reader].get(role, MADE.get(role, role))
        words = text.split("：")[-1] if role in ("abstract", "keywords") and reader == "journal-article" else text
        # In hard-wrapped columns what an editor says begins with the line, and may go on in the next.
        same = str.startswith if reader == "journal-article" else str.__eq__
        assert any(made == kind and same(found, words) for made, found in blocks), blocks


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("level", "made"), [("1", 2), ("2", 3)])
def test_a_heading_has_its_level(reader: str, level: str, made: int, source_of: Callable[..., Source]) -> None:
    document = read(source_of, PAGE.format(OTHER), structure(reader, "heading", {level: 3}), reader).documents[0]
    assert [block.level for block in document.blocks if block.text.text == OTHER] == [made]


@pytest.mark.parametrize("reader", READERS)
def test_a_line_goes_on_with_the_one_before(reader: str, source_of: Callable[..., Source]) -> None:
    given = structure(reader, "continued", 3)
    document = read(source_of, PAGE.format(OTHER), given, reader).documents[0]
    assert any(f"并且征求意见。{OTHER}" in block.text.text for block in document.blocks)


WORDS = {
    "author": "（记者 王小明）",
    "published": "2025年4月26日",
    "publisher": "某某日报",
    "editor": "（责编：李大文）",
    "furniture": "扫码看视频",
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("role", WORDS)
def test_words_inside_a_line(role: str, reader: str, source_of: Callable[..., Source]) -> None:
    raw = PAGE.format(f"又一段正文说明这件事情，各方面都表示支持。{WORDS[role]}")
    given = {role: {"words": WORDS[role]}} | ({"title": 1} if reader != "newspaper-page" else {})
    given = {"a": given | {"headline": 1, "body": "2-4"}} if reader == "newspaper-page" else given
    document = read(source_of, raw, given, reader).documents[0]
    assert not any(WORDS[role] in block.text.text for block in document.blocks)
    assert role == "furniture" or any(item.name == role and item.text.text in WORDS[role] for item in document.fields)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("way", ["3", "3-3", "-3", "3-", "另有一行", {"pattern": "^另有"}])
def test_ways_of_naming_lines(way: Any, reader: str, source_of: Callable[..., Source]) -> None:
    lines = [OTHER] if way != "-3" else ["甲", "乙", OTHER]
    raw = PAGE.format(OTHER) if way not in ("-3", "3-") else "\n".join(["甲", "乙", OTHER, "", ""]) + PAGE.format("又一段。")
    if way == "3-":
        raw = "某地举行会议讨论标准\n会议今天在某地举行，各方代表讨论了标准，并且征求意见。\n" + OTHER + "\n"
    given = {"furniture": way}
    if reader == "newspaper-page":
        total = len(raw.splitlines())
        given |= {
            "a": {"body": f"2-{total}"}
            if way in ("3-", "3", "3-3") or not isinstance(way, str) or way == "另有一行"
            else {"body": f"4-{total}"}
        }
        given |= {"furniture": way}
        if way not in ("-3",):
            given["a"] |= {"headline": 1}
    document = read(source_of, raw, given, reader).documents[0]
    assert not any(block.text.text in lines for block in document.blocks)


@pytest.mark.parametrize("reader", READERS)
def test_a_mark_that_calls_nothing(reader: str, source_of: Callable[..., Source]) -> None:
    raw = PAGE.format("[1] 某甲：《论标准》。")
    own = {"not-a-call": {"words": "标准[1]"}, "note": {"1": 3}}
    given = own | {"title": 1} if reader != "newspaper-page" else {"a": own | {"headline": 1, "body": [2, 4]}}
    document = read(source_of, raw, given, reader).documents[0]
    assert not document.calls and any("标准[1]" in block.text.text for block in document.blocks)
