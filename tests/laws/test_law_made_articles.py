"""Articles that are made up with the right answer: read right, or the reader says that it is not sure."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from tests.making.article import draw_setting, make_article
from tests.making.newspaper import make_newspaper_page
from tests.making.reading import read_article, read_newspaper_page, read_web_page
from tests.making.web_page import make_web_page

FEW = range(40)


def test_most_are_right_and_the_rest_is_doubted() -> None:
    results = [read_article(*make_article(seed)[:2]) for seed in FEW]
    verdicts = [result.verdict for result in results]
    assert verdicts.count("right") >= 0.9 * len(FEW), verdicts
    assert verdicts.count("wrong") == 0, [
        (seed, result.differences()[:2]) for seed, result in zip(FEW, results, strict=True) if result.verdict == "wrong"
    ]


@pytest.mark.parametrize("seed", range(3))
def test_a_made_article_has_all_that_it_says(seed: int) -> None:
    raw, answer, _ = make_article(seed)
    for kind, _, text in answer.blocks:
        assert kind in ("abstract", "keywords", "heading", "paragraph") and text
    assert answer.title in raw.replace("\n", "")


def test_the_same_seed_makes_the_same_capture() -> None:
    assert make_article(7) == make_article(7)


def test_most_web_pages_are_right_and_none_is_wrong_without_a_word() -> None:
    verdicts = [read_web_page(*make_web_page(seed)[:2]).verdict for seed in range(100)]
    assert verdicts.count("right") >= 85 and not verdicts.count("wrong"), verdicts


def test_most_newspaper_pages_are_right() -> None:
    verdicts = [{result.verdict for result in read_newspaper_page(make_newspaper_page(seed))} for seed in range(100)]
    assert verdicts.count({"right"}) >= 85 and sum("wrong" in each for each in verdicts) <= 3, verdicts


FRONTED = [{"fronted": place} for place in ("title", "abstract", "heading", "caption", "cell")]


@pytest.mark.parametrize("change", [{"over": True}, *FRONTED], ids=str)
def test_notes_that_run_over_and_calls_beside_the_text_are_right_or_told(change: dict[str, object]) -> None:
    verdicts = []
    for seed in range(30):
        setting = replace(draw_setting(Random(seed)), place="foot", mark="wide", numbering="page", **change)
        verdicts.append(read_article(*make_article(seed, setting)[:2]).verdict)
    assert not verdicts.count("wrong"), verdicts
