"""Whatever a capture holds, a reader either says what is wrong or accounts for every code point of it, as the proof sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.diagnostics import BadInput
from build_scripts.model import Document, Source, Witness
from build_scripts.passes import clean
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.shapes import journal_article, newspaper_page, web_page
from build_scripts.traced import Run, Traced, capture
from tests.proving import named_by, unproven

HAN = "人工智能是新一轮科技革命和产业变革的重要驱动力量在中国發展強調"
PIECES = [
    "首页 > 要闻",
    "来源：某某网",
    "发布时间:2025-04-27 09:19",
    "2025-06-24 08:41:10某台",
    "责任编辑：某某",
    "（责任编辑：某某）",
    "某某社北京4月26日电 ",
    "某台消息(某节目):",
    "［1］",
    "[2]",
    "①",
    "［1］《题》，《报》",
    "[ 摘 要 ] ",
    "关键词：",
    "■ 某某",
    "一、题",
    "（二）题",
    "1.1 题",
    "。",
    "！",
    "”",
    "，",
    ":",
    "(",
    ")",
    "（",
    "）",
    "•",
    "▲",
    "資料來源：某社",
    "掃一掃看全文",
    "分享到：微信",
    " ",
    "　",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\f",
    "\x00",
    "\ufeff",
    "\u200b",
    "12",
    "— 3 —",
    "Xi said so.",
    "A Title",
    "co-\noperate",
    "2026-02-01 20:40:32",
    "相关新闻",
    "𠀀",
    "<script>",
    "二 是 加 强 与",
    HAN[:20],
    HAN[5:9],
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=25).map("".join),
    st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=15).map("\n".join),
)


def texts_of(document: Document) -> Iterator[Traced]:
    yield from (item.text for item in document.fields)
    yield from (block.text for block in document.blocks)
    yield from (note.text for note in document.notes)
    yield from document.rest
    if document.translation:
        yield document.translation.title
        yield from (block.text for block in document.translation.blocks)


def check_cover(witness: Witness) -> None:
    runs: list[Run] = [run for text in witness.rest for run in text.runs]
    runs += [run for document in witness.documents for text in texts_of(document) for run in text.runs]
    at = 0
    for run in sorted((run for run in runs if run.start < run.end), key=lambda run: run.start):
        assert run.start == at, f"{witness.raw[at : run.start]!r} is lost or given out twice"
        assert run.rule or run.text == witness.raw[run.start : run.end], "a kept run is not what the capture has"
        at = run.end
    assert at == len(witness.raw), f"{witness.raw[at:]!r} is lost"


def read_and_check(read: Callable[[Source, str], Witness], source: Source, raw: str) -> None:
    try:
        witness = read(source, raw)
    except BadInput as problem:
        assert problem.diagnostics
        return
    check_cover(witness)
    try:
        cleaned = tuple(clean(document) for document in witness.documents)
    except BadInput:
        return
    whole = replace(witness, documents=cleaned)
    check_cover(whole)
    assert unproven(whole, named_by(source)) == []


@pytest.mark.parametrize("translation", ["", "en"])
@pytest.mark.parametrize("language", ["zh-Hans-CN", "zh-Hant-TW", "en"])
@given(raw=TEXTS)
@example(raw="题\n2025-06-24 08:41:10某台\n某某。")
def test_a_web_page(raw: str, language: str, translation: str, source_of) -> None:
    read_and_check(web_page.read, source_of(raw, "web-page", language, translation=translation), raw)


@given(
    raw=TEXTS,
    roles=st.lists(
        st.tuples(st.sampled_from(["title", "headline", "heading", "paragraph", "furniture"]), st.integers(1, 9)), max_size=4
    ),
)
def test_a_web_page_with_roles(raw: str, roles: list[tuple[str, int]], source_of) -> None:
    read_and_check(web_page.read, source_of(raw, "web-page", roles=tuple(roles)), raw)


@pytest.mark.parametrize("language", ["zh-Hans-CN", "en"])
@given(raw=TEXTS)
@example(raw="题\n■ 某某\n一、题\n正文。［1］\n\ufeff［1］《题》。")
def test_a_journal_article(raw: str, language: str, source_of) -> None:
    read_and_check(journal_article.read, source_of(raw, "journal-article", language), raw)


@given(raw=TEXTS, data=st.data())
def test_a_newspaper_page(raw: str, data: st.DataObject, source_of) -> None:
    numbers = [n for n, line in enumerate(raw.split("\n"), 1) if line or n <= raw.count("\n")]
    role = st.sampled_from(["kicker", "headline", "deck", "body", "body", "items", "caption", "furniture"])
    given_out: dict[str, list[tuple[str, int]]] = {"made-one": [], "made-two": []}
    furniture = []
    for number in numbers:
        name = data.draw(role)
        if name == "furniture":
            furniture.append(("furniture", number))
        else:
            given_out[data.draw(st.sampled_from(sorted(given_out)))].append((name, number))
    stories = {name: lines for name, lines in given_out.items() if lines}
    source = source_of(raw, "newspaper-page", "zh-Hant-HK", stories=stories, roles=tuple(furniture))
    read_and_check(newspaper_page.read, source, raw)


@given(raw=TEXTS.map(lambda text: text.replace("\n", " ")))
@example(raw=" 2025-06-24 08:41:10央视网")
@example(raw="分享到：2025-06-24")
def test_a_line_of_particulars(raw: str) -> None:
    runs = [run for item in read_particulars(capture(raw)).fields for run in item.text.runs if run.start < run.end]
    assert [run.start for run in runs] == sorted(run.start for run in runs)
    assert "".join(raw[run.start : run.end] for run in runs) == raw
