"""What a reader of printed lines tells of them though nothing is narrow: lines drawn, contents, captions, figures that may call."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.model import Source, Witness
from build_scripts.passes import clean
from build_scripts.readers.parts.bare_calls import bare_calls
from build_scripts.readers.parts.lines import split_lines
from build_scripts.readers.shapes import journal_article

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


def test_a_table_of_contents_is_told(source_of: Callable[..., Source]) -> None:
    contents = "".join(
        f"第{number}章 某问题的研究……………………{page}\n" for number, page in zip("一二三四", (1, 12, 30, 51), strict=True)
    )
    assert "table of contents" in told(f"论某事\n作者：王小明\n{contents}{HEAD[-5:]}{TEXT}", source_of)


def test_a_caption_that_ends_as_a_sentence_is_told(source_of: Callable[..., Source]) -> None:
    assert "may be captions" in told(f"{HEAD}{TEXT}图1 2023年夏天的海堤。\n{TEXT}", source_of)
    assert "may be captions" not in told(f"{HEAD}{TEXT}{TEXT}", source_of)


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


def test_headings_in_a_row_are_told(source_of: Callable[..., Source]) -> None:
    rows = "".join(f"{number}. 某事的消息之{number}\n" for number in range(1, 7))
    assert "may be a list" in told(f"论某事\n作者：王小明\n{rows}{HEAD[-5:]}{TEXT}", source_of)
    assert "may be a list" not in told(f"{HEAD}（一）背景\n{TEXT}", source_of)


def test_particulars_among_the_text_are_told(source_of: Callable[..., Source]) -> None:
    assert "like particulars" in told(f"{HEAD}{TEXT}本版责编：张小明\n{TEXT}", source_of)


def test_a_sign_that_only_a_face_has_is_told(source_of: Callable[..., Source]) -> None:
    assert "face of the print" in told(f"{HEAD}{TEXT.replace('技术', chr(0xE123) + '术')}", source_of)
