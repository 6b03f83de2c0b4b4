"""Facts are settled once: what a capture states, what an editor infers, and which of them wins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.checks.titles import check_titles
from build_scripts.model import Document, Field, Inference
from build_scripts.passes.facts import settle_facts
from build_scripts.traced import capture
from build_scripts.views.items import document_item
from build_scripts.views.particulars import particulars, reasons
from build_scripts.views.titles import title_in
from tests.kinds import SPEECH
from tests.links.making import document

STATED = (
    ("title", "谈海"),
    ("published", "2031年5月13日 09:10"),
    ("author", "甲"),
    ("author", "乙"),
    ("publisher", "海洋報"),
)


def made(
    given: dict[str, str] | None = None,
    titles: dict[str, str] | None = None,
    stated: tuple[tuple[str, str], ...] = STATED,
    language: str = "zh-Hans-CN",
) -> Document:
    """A document whose capture states some things and whose editor gives others."""
    base = document("made", "正文。", language=language)
    inferences = {name: Inference(value, {"en": "It is so."}) for name, value in (given or {}).items()}
    fields = tuple(Field(name, capture(text)) for name, text in stated)
    source = replace(base.source, inferences=inferences)
    return settle_facts(replace(base, source=source, fields=fields, titles=titles or {}))


def test_what_the_capture_states_is_known_in_its_order_and_traced() -> None:
    facts = made().facts
    assert [(fact.name, fact.value) for fact in facts.known] == list(STATED)
    assert (facts.time, facts.title, facts.work) == ("2031-05-13", "谈海", "webpage")
    assert all(fact.texts[0].text == fact.value and not fact.inferred for fact in facts.known)


def test_what_an_editor_gives_wins_and_what_the_capture_states_is_kept() -> None:
    facts = made({"author": "丙", "published": "2031-06~"}).facts
    (author,) = facts.named("author")
    assert (author.value, [text.text for text in author.texts]) == ("丙", ["甲", "乙"])
    assert (facts.time, facts.is_inferred("published"), facts.is_inferred("publisher")) == ("2031-06~", True, False)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ({}, {"zh-Hans": ("谈海", "zh-Hans-CN"), "zh-Hant": ("談海", "zh-Hant"), "en": ("谈海", "zh-Hans-CN")}),
        ({"en": "The Sea"}, {"zh-Hans": ("谈海", "zh-Hans-CN"), "zh-Hant": ("談海", "zh-Hant"), "en": ("The Sea", "en")}),
        ({"zh-Hans": "论海"}, {"zh-Hans": ("论海", "zh-Hans"), "zh-Hant": ("論海", "zh-Hant"), "en": ("谈海", "zh-Hans-CN")}),
    ],
)
def test_a_title_given_for_a_language_wins_there(titles: dict[str, str], expected: dict[str, tuple[str, str]]) -> None:
    found = {tree: title_in(made(titles=titles), tree) for tree in expected}
    assert {tree: (title.text, title.language) for tree, title in found.items()} == expected


def test_the_particulars_say_what_is_inferred_why_and_what_the_capture_has() -> None:
    (author,) = [each for each in particulars(made({"author": "丙"}), "en") if each.name == "author"]
    assert (author.words, reasons(author, "en")) == (("丙",), "It is so. (The capture has: 甲 / 乙)")
    (stated,) = [each for each in particulars(made(), "en") if each.name == "author"]
    assert (stated.words, reasons(stated, "en")) == (("甲", "乙"), "")


def test_citations_put_what_was_inferred_in_brackets_and_nothing_else() -> None:
    item = document_item(made({"publisher": "海报"}))
    assert (item["title"], item["container-title"], item["issued"]) == ("谈海", "[海报]", {"date-parts": [[2031, 5, 13]]})
    renamed = document_item(made(titles={"zh-Hans": "论海"}))
    assert (renamed["title"], "note" in renamed) == ("论海", False)


def test_a_date_without_a_day_is_a_date() -> None:
    assert [made(stated=(("published", text),)).facts.time for text in ("2031年5月号", "2031年", "昨日")] == [
        "2031-05",
        "2031",
        "",
    ]


def test_an_unknown_shape_of_capture_is_a_document_and_no_error() -> None:
    base = made()
    assert settle_facts(replace(base, source=replace(base.source, reader="interview"))).facts.work == "document"


def test_a_document_without_any_title_is_reported() -> None:
    (problem,) = check_titles([made(stated=()), made(), made(stated=(), titles={"en": "The Sea"})])
    assert (problem.rule, problem.severity) == ("missing-title", "warning")


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "中央5月12日下午就海洋经济进行第七次集体学习。",
            ("2031-05-12", "第七次集体学习", "中央5月12日下午就海洋经济进行第七次集体学习"),
        ),
        ("5月12日，第七次集体学习之后举行第八次会议。", ("", "", "")),  # two events
        ("第七次集体学习于5月12日至5月13日进行。", ("", "", "")),  # two days
        ("海洋经济很重要。", ("", "", "")),
    ],
)
def test_a_base_states_its_occasion_where_a_sentence_of_its_opening_does(opening: str, expected: tuple[str, ...]) -> None:
    facts = document("talk", opening, kind=SPEECH, published="2031-05-13").facts
    assert (facts.occasion.date, facts.occasion.event, facts.occasion.words) == expected
    assert not document("news", opening, published="2031-05-13").facts.occasion, "others tell of many occasions"


def test_an_occasion_is_data_of_the_citation_and_in_brackets_where_an_editor_gives_it() -> None:
    stated = document_item(document("talk", "中央5月12日进行第七次集体学习。", kind=SPEECH, published="2031-05-13"))
    assert (stated["event-title"], stated["event-date"]) == ("第七次集体学习", {"date-parts": [[2031, 5, 12]]})
    parts = {"date": "1923-12-26", "place": "海州", "event": "演讲"}
    base = document("made", "正文。")
    source = replace(base.source, inferences={"occasion": Inference("海州演讲", {"en": "It is so."}, parts)})
    given = document_item(settle_facts(replace(base, source=source)))
    assert (given["event-title"], given["event-place"]) == ("[演讲]", "[海州]")
    assert given["event-date"] == {"date-parts": [[1923, 12, 26]], "circa": True}
