"""Web pages of many shapes: the facts, blocks and doubts that come of each, from tests/cases/pages/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.model import Source
from build_scripts.passes import clean
from build_scripts.proof.permissions import may_remove
from build_scripts.readers.shapes import web_page
from build_scripts.roles import Given, Role

FILES = sorted((Path(__file__).parents[1] / "cases" / "pages").glob("*.yaml"))
PAGES = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
TWO = "首页\n新闻\n某地举行会议讨论标准\n2025年04月25日 10:20 某某日报\n会议今天在某地举行，各方代表讨论了标准。\n一个小标题\n与会者认为，标准应当尽早制定，并且征求意见。\n编者附记\n"


def read(
    source_of: Callable[..., Source], raw: str, *roles: Given, language: str = "zh-Hans-CN"
) -> tuple[dict, list[str], set[str]]:
    """The fields, blocks and rules of doubts of the one document of a page."""
    witness = web_page.read(replace(source_of(raw, "web-page", language), roles=roles), raw)
    document = clean(witness.documents[0])
    fields: dict[str, Any] = {}
    for item in document.fields:
        fields.setdefault(item.name, []).append(item.text.text)
    blocks = [f"{block.type}{f' {block.level}' if block.level else ''}: {block.text.text}" for block in document.blocks]
    return (
        {name: values[0] if len(values) == 1 else values for name, values in fields.items()},
        blocks,
        {doubt.rule for doubt in witness.doubts},
    )


@pytest.mark.parametrize("case", PAGES, ids=[case["name"] for case in PAGES])
def test_a_page(case: dict[str, Any], source_of: Callable[..., Source]) -> None:
    fields, blocks, doubts = read(source_of, case["capture"], language=case.get("language", "zh-Hans-CN"))
    assert fields == case["fields"], case["because"]
    assert blocks == case["blocks"], case["because"]
    assert doubts == set(case.get("doubts", [])), case["because"]


def given(role: Role, **how: Any) -> Given:
    return Given(role, "structure", **how)


def test_what_an_editor_says_moves_the_rest(source_of: Callable[..., Source]) -> None:
    plain, _, _ = read(source_of, TWO)
    assert plain["title"] == "某地举行会议讨论标准"
    fields, blocks, _ = read(source_of, TWO, given(Role.TITLE, first=6, last=6))
    assert fields["title"] == "一个小标题" and not any(block.startswith("heading") for block in blocks)


@pytest.mark.parametrize(
    ("how", "gone"),
    [
        ({"last": 2}, ["首页"]),
        ({"first": 8}, ["编者附记"]),
        ({"pattern": "^编者"}, ["编者附记"]),
        ({"opening": "编者附"}, ["编者附记"]),
    ],
)
def test_lines_are_named_in_every_way(how: dict[str, Any], gone: list[str], source_of: Callable[..., Source]) -> None:
    _, blocks, _ = read(source_of, TWO, given(Role.FURNITURE, **how))
    assert not any(words in block for words in gone for block in blocks)
    assert "paragraph: 与会者认为，标准应当尽早制定，并且征求意见。" in blocks


def test_words_inside_a_line_are_a_fact(source_of: Callable[..., Source]) -> None:
    raw = "某地举行会议\n2025-04-25 10:20\n会议今天在某地举行，各方代表讨论了标准。（记者 王小明）\n"
    fields, blocks, _ = read(source_of, raw, given(Role.AUTHOR, words="（记者 王小明）"))
    assert fields["author"] == "王小明"
    assert blocks == ["paragraph: 会议今天在某地举行，各方代表讨论了标准。"]


@pytest.mark.parametrize(
    "role", [Role.QUOTATION, Role.VERSE, Role.TABLE, Role.CAPTION, Role.ITEM, Role.PARAGRAPH, Role.STATEMENT]
)
def test_a_line_is_what_the_editor_says(role: Role, source_of: Callable[..., Source]) -> None:
    _, blocks, _ = read(source_of, TWO, given(role, first=6, last=6))
    assert f"{role}: 一个小标题" in blocks


def test_a_heading_has_the_level_that_the_editor_gives(source_of: Callable[..., Source]) -> None:
    _, blocks, _ = read(source_of, TWO, given(Role.HEADING, first=6, last=6, number=2))
    assert "heading 3: 一个小标题" in blocks


def test_a_line_goes_on_with_the_one_before(source_of: Callable[..., Source]) -> None:
    _, blocks, _ = read(source_of, TWO, given(Role.CONTINUED, first=7, last=7), given(Role.PARAGRAPH, first=6, last=6))
    assert "paragraph: 一个小标题与会者认为，标准应当尽早制定，并且征求意见。" in blocks


@pytest.mark.parametrize("case", PAGES, ids=[case["name"] for case in PAGES])
def test_the_proof_lets_every_page_be_published(case: dict[str, Any], source_of: Callable[..., Source]) -> None:
    """Nothing is taken out under a rule of which the proof knows no such form."""
    raw = case["capture"]
    witness = web_page.read(source_of(raw, "web-page", case.get("language", "zh-Hans-CN")), raw)
    document = witness.documents[0]
    texts = [*witness.rest, *(item.text for item in document.fields), *(block.text for block in document.blocks)]
    removed = [run for text in texts for run in text.runs if run.rule and not run.text]
    refused = [(run.rule, raw[run.start : run.end]) for run in removed if not may_remove(run.rule, raw, run.start, run.end)]
    assert not refused


def test_lines_taken_for_code_are_named_and_an_editor_may_keep_them(source_of: Callable[..., Source]) -> None:
    raw = "某年某事\n2025-04-26 08:00 来源：某某网\n<p>一个网页由标记组成，最小的是这样的。</p>\n<script>alert(1)</script>\n"
    (doubt,) = web_page.read(source_of(raw, "web-page"), raw).doubts
    assert doubt.rule == "markup-read" and "as script or style raw line 4" in doubt.sentence and "paragraph: 4" in doubt.hint
    _, blocks, _ = read(source_of, raw, given(Role.PARAGRAPH, first=4, last=4))
    assert blocks[-1] == "paragraph: <script>alert(1)</script>"
