"""The readers: what is known of the captures by counting, and captures of the same shapes that they have not seen."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_scripts.model import BlockType, Document, Story
from build_scripts.passes import clean
from build_scripts.readers.shapes import journal_article, newspaper_page, web_page
from build_scripts.roles import Given, Role
from tests.proving import named_by, unproven

READERS = {"web-page": web_page, "journal-article": journal_article, "newspaper-page": newspaper_page}
CAPTURES = sorted((Path(__file__).parents[1] / "cases" / "captures").glob("*.yaml"))


def counts(document: Document) -> Counter[tuple[str, int]]:
    return Counter((str(block.type), block.level) for block in document.blocks)


def texts(document: Document, kind: BlockType) -> list[str]:
    return [block.text.text for block in document.blocks if block.type is kind]


def leads(document: Document) -> list[int]:
    """How many paragraphs running have a lead, list by list."""
    found, run = [], 0
    for block in [*document.blocks, None]:
        if block and any(mark.role == "lead" for mark in block.marks):
            run += 1
        elif run:
            found.append(run)
            run = 0
    return found


def test_the_article_has_its_headings_and_paragraphs(document) -> None:
    article = document("wang-wenze")
    assert counts(article) == {
        ("abstract", 0): 1,
        ("heading", 2): 3,
        ("heading", 3): 9,
        ("paragraph", 0): 34,
        ("funding", 0): 1,
        ("author-note", 0): 1,
        ("editor", 0): 1,
    }
    assert article.field("title") == "习近平对新时代人工智能发展的若干重要思考"
    assert article.field("author") == "王文泽"
    assert "（一）引领新一轮科技革命和产业变革，推动生产力整体跃升" in texts(article, BlockType.HEADING)
    assert leads(article) == [3, 3, 3]


def test_the_article_calls_each_note_once_in_order(document) -> None:
    article = document("wang-wenze")
    called = [number for block in article.blocks for _, number in article.calls_in(block)]
    assert called == list(range(1, 53)) == [note.number for note in article.notes]
    assert all(note.text.text.endswith("。") or note.number in (8, 23) for note in article.notes)


def test_a_call_stands_where_the_capture_has_it(document, witness) -> None:
    article, raw = document("wang-wenze"), witness("wang-wenze").raw
    for block in article.blocks:
        for at, number in article.calls_in(block):
            call = article.calls[number - 1]
            before = next(char for char in reversed(raw[: call.start]) if not char.isspace())
            assert block.text.text[at - 1] == before


def test_the_paragraphs_are_whole_across_the_notes_that_cut_them(document) -> None:
    # Eighteen feet of notes; those at raw lines 259, 901 and 1056 stand between two blocks, the others inside a sentence.
    article = document("wang-wenze")
    notes = [note.text.start for note in article.notes]
    cut = [
        block
        for block in article.blocks
        if block.type is BlockType.PARAGRAPH
        and any(block.text.runs[0].start < start < block.text.runs[-1].end for start in notes)
    ]
    assert len(cut) == 15
    assert all(block.text.text[-1] in "。”" for block in article.blocks if block.type is BlockType.PARAGRAPH)


def test_a_paragraph_ends_where_a_call_follows_its_sentence(document) -> None:
    starts = [text[:10] for text in texts(document("wang-wenze"), BlockType.PARAGRAPH)]
    assert "在取得显著成就的同时" in starts  # seeds/wang-wenze/raw.txt:549


@pytest.mark.parametrize(
    "whole",
    [
        "2019年正式启动“美国人工智能倡议”，多次更新",
        "当前，随着科学技术的不断迭代更新进步，人工智能",
        "在国际竞争中争取主动权。2023年9月，习近平",
        "二是加强与世界各国的科技合作交流。2023年10月",
        "深度融合”；2018年11月，在十九届",
        "劳动工具的质态，深度改造了生产关系",
    ],
)
def test_the_article_reads_on(document, whole: str) -> None:
    assert whole in "".join(texts(document("wang-wenze"), BlockType.PARAGRAPH))


def test_headline_parts_in_notes_stay_apart(document) -> None:
    note = document("wang-wenze").notes[1].text.text
    assert "强调 加强领导做好规划明确任务夯实基础 推动我国新一代人工智能健康发展》，《人民日报》2018年11月1日。" in note


def test_the_broadcast_has_twelve_paragraphs_and_38_other_lines(document, witness) -> None:
    broadcast = document("cctv")
    assert counts(broadcast) == {("paragraph", 0): 12}
    rest = [run for text in witness("cctv").rest for run in text.runs if run.rule == "other-headlines"]
    assert sum(witness("cctv").raw[run.start : run.end].count("\n") for run in rest) == 37  # the last line has no end
    said = [broadcast.field(name) for name in ("published", "publisher", "programme", "credit")]
    assert said == ["2025-06-24 08:41:10", "央视网", "新闻联播", "央视网消息"]


def test_the_op_ed_has_its_leads(document) -> None:
    essay = document("ndrc")
    assert counts(essay) == {("heading", 2): 3, ("paragraph", 0): 18}
    assert leads(essay) == [4, 5, 5]
    assert not any("ZB)" in text for text in texts(essay, BlockType.PARAGRAPH))
    assert not essay.fields


def test_the_readout_has_eight_paragraphs_in_each_language(document, witness) -> None:
    readout = document("readout")
    assert counts(readout) == {("dateline", 0): 1, ("paragraph", 0): 8}
    assert [block.id for block in readout.translation.blocks] == [f"p{n}" for n in range(1, 9)]
    assert readout.translation.title.text == "Xi urges promoting healthy, orderly development of AI"
    assert Counter(item.name for item in readout.fields) == {
        "title": 1,
        "headline": 3,
        "published": 1,
        "publisher": 1,
        "editor": 1,
    }
    assert readout.field("editor") == "張芃芃"
    assert any(run.rule == "breadcrumb" for text in witness("readout").rest for run in text.runs)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("readout", {"headline": 1, "deck": 2, "paragraph": 9, "heading": 2, "caption": 1, "credit": 1}),
        ("key-points", {"headline": 1, "label": 5, "item": 5, "attribution": 1}),
        ("seven-points", {"headline": 1, "paragraph": 8}),
        ("ascend", {"headline": 1, "paragraph": 3, "caption": 1, "credit": 1}),
        ("ren-zhongping", {"kicker": 1, "headline": 1, "paragraph": 8}),
    ],
)
def test_the_newspaper_page_has_its_stories(document, name: str, expected: dict[str, int]) -> None:
    assert Counter(str(block.type) for block in document(f"takungpao-{name}").blocks) == expected


def test_each_point_has_its_label(document) -> None:
    points = document("takungpao-key-points")
    pairs = list(zip(texts(points, BlockType.LABEL), texts(points, BlockType.ITEM), strict=True))
    assert [(label, item[:4]) for label, item in pairs] == [
        ("治理", "要正視差"),
        ("體系", "要推動人"),
        ("教育", "推進人工"),
        ("監管", "要把握人"),
        ("合作", "推動各方"),
    ]
    assert texts(points, BlockType.ATTRIBUTION) == ["資料來源：新華社"]


def test_no_appeal_of_the_page_is_left(document) -> None:
    text = texts(document("takungpao-ren-zhongping"), BlockType.PARAGRAPH)[-1]
    assert text.endswith("更是未來持久的希望」。")


@pytest.mark.parametrize("seed", ["readout", "wang-wenze", "ndrc", "cctv", "takungpao"])
def test_every_code_point_of_a_capture_is_accounted_for(seed: str, witness) -> None:
    made = witness(seed)
    texts = [text for each in made.documents for text in each.rest] + list(made.rest)
    for each in made.documents:
        texts += [item.text for item in (*each.fields, *each.blocks, *each.notes)]
        if each.translation:
            texts += [each.translation.title, *(block.text for block in each.translation.blocks)]
    at = 0
    for run in sorted((run for text in texts for run in text.runs if run.start < run.end), key=lambda run: run.start):
        assert run.start == at
        assert run.rule or run.text == made.raw[run.start : run.end]
        at = run.end
    assert at == len(made.raw)


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.stem)
def test_a_capture_of_the_same_shape(path: Path, source_of, plain) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw = case["capture"]
    given = {key: case[key] for key in ("translation",) if key in case}
    given["roles"] = tuple((role, number) for role, numbers in case.get("roles", {}).items() for number in numbers)
    given["stories"] = {
        name: [(role, number) for role, numbers in roles.items() for number in numbers]
        for name, roles in case.get("stories", {}).items()
    }
    source = source_of(raw, case["reader"], case["language"], **given)
    witness = READERS[case["reader"]].read(source, raw)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    shown = "\n".join(map(plain, witness.documents))
    assert unproven(witness, named_by(source)) == []
    assert shown.split("\n", 1)[1].strip() == case["expected"].strip()


def test_two_decks_stay_two_and_a_story_may_be_a_picture(source_of) -> None:
    raw = "頭條新聞標題\n副題的第一\n行和第二行\n另一副題的\n兩行文字\n市政府昨日召開會議。\n▲市民在公園。 新華社\n"
    source = source_of(raw, "newspaper-page", "zh-Hant-HK")
    decks = (Given(Role.DECK, "structure.a.deck", 2, 3), Given(Role.DECK, "structure.a.deck", 4, 5))
    text = (Given(Role.HEADLINE, "structure.a.headline", 1, 1), *decks, Given(Role.BODY, "structure.a.body", 6, 6))
    stories = (
        Story("a", source.kind, text),
        Story("b", source.kind, (Given(Role.CAPTION, "structure.b.caption", 7, 7),)),
    )
    first, second = map(clean, newspaper_page.read(replace(source, stories=stories), raw).documents)
    assert texts(first, BlockType.DECK) == ["副題的第一行和第二行", "另一副題的兩行文字"]
    assert texts(second, BlockType.CAPTION) == ["市民在公園。"]
