"""Words of a speech that a text uses without marks are echoes; what everybody says, and what somebody else says, is none."""

from __future__ import annotations

import pytest

from build_scripts.links import find_links
from build_scripts.links.matches.match import find_match
from build_scripts.links.model import LinkType
from build_scripts.links.verdict import echoes as echoes_of
from build_scripts.model import Document
from tests.kinds import NEWS
from tests.links.making import document, speech, words

FORMULA = "加快建设海洋强国，提高海洋资源开发能力"


def echoes(*documents: Document) -> list[str]:
    found = find_links(documents)
    return [words(documents, link.source) for link in found if link.type is LinkType.ECHO]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("海岛要充分发挥沿海优势，坚持陆海统筹，把路走宽。", ["要充分发挥沿海优势，坚持陆海统筹"]),
        ("海岛充分发挥了沿海的优势，坚持了陆海统筹的路子。", []),
        ("渔民老张认为，要充分发挥沿海优势，坚持陆海统筹。", []),
        ("会上，某某强调，要充分发挥沿海优势，坚持陆海统筹，推动海洋经济高质量发展。", []),
        ("有人写道：“要充分发挥沿海优势，坚持陆海统筹。”", []),
        ("市里要提高海洋资源开发能力，也要保护海洋生态环境，人人有责。", ["提高海洋资源开发能力，也要保护海洋生态环境"]),
        (
            "既要保护海洋生态环境，维护国家海洋权益；又盖学校、修公路、办医院、通电话，还要充分发挥沿海优势，坚持陆海统筹。",
            ["保护海洋生态环境，维护国家海洋权益", "要充分发挥沿海优势，坚持陆海统筹"],
        ),
    ],
)
def test_an_echo_is_unmarked_and_nobodys(paragraph: str, expected: list[str]) -> None:
    assert echoes(speech(), document("other", paragraph)) == expected


def test_a_phrase_that_everybody_uses_is_no_echo() -> None:
    places = [f"{place}{FORMULA}见了成效。" for place in ("东港", "西港", "南港", "北港", "新港")]
    assert echoes(speech(), document("one", places[0])) == [FORMULA]
    assert echoes(speech(), document("many", *places)) == []


def test_quotations_make_no_phrase_of_everybody() -> None:
    quoting = [f"某某指出：“要{FORMULA}，保护海洋生态环境。”" for _ in range(6)]
    assert echoes(speech(), document("quoting", *quoting), document("one", f"东港{FORMULA}见了成效。")) == [FORMULA]


def test_no_speech_and_no_formula_takes_a_longer_run() -> None:
    run = "一座新的跨海大桥昨天在东港正式建成通车，两岸居民"
    earlier = document("earlier", f"{run}都很高兴。", published="2031-06-01", kind=NEWS)
    later = document("later", f"{run}出行从此不必再绕道三十里之外的老渡口。", published="2031-06-02", kind=NEWS)
    assert echoes(speech(), earlier, later) == [run]
    short = document("short", "记者看到跨海大桥昨天在东港正式建成，", published="2031-06-03", kind=NEWS)
    assert echoes(speech(), earlier, short) == []


def test_nothing_is_aligned_that_shares_less_than_an_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    aligned: list[int] = []
    monkeypatch.setattr(
        echoes_of, "find_match", lambda corpus, unit, place: aligned.append(place) or find_match(corpus, unit, place)
    )
    shared = [f"东港{FORMULA[at : at + 7]}就好了。" for at in range(len(FORMULA) - 6)]
    assert echoes(speech(), document("many", *shared)) == [] and aligned == []
    assert echoes(speech(), document("one", f"东港{FORMULA}见了成效。")) == [FORMULA] and aligned
