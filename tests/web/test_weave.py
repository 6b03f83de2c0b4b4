"""The weave: a frame takes every block of the rendered Markdown, once and in order, and adds to it."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from build_scripts.writers.web.layers import Layer, compose
from build_scripts.writers.web.page import Page, Prose, slot, whole
from build_scripts.writers.web.tables import Cell, rows_of, table
from build_scripts.writers.web.weave import OutOfStepError, weave
from tests.web.reading import as_the_site, split_page

TWO = '<p id="p1">甲乙</p>\n<p id="p2">丙</p>'


def woven(page: Page) -> str:
    _, body = split_page(page.markdown)
    return weave(as_the_site(body), page.frame["frame"])


def test_a_block_is_taken_whole_or_its_content_alone() -> None:
    frame = ["<div>", {"id": "p1", "attrs": {"class": "x", "id": None}}, "<i>", {"inner": True, "end": "!"}, "</i></div>"]
    assert weave(TWO, frame) == '<div><p class="x">甲乙</p><i>丙!</i></div>'


@pytest.mark.parametrize(
    "frame",
    [
        [{"id": "p1"}],
        [{}, {}, {}],
        [{"id": "p2"}, {"id": "p1"}],
        [{"size": 3}, {}],
        ["nothing"],
        [],
    ],
)
def test_text_that_a_frame_does_not_take_as_it_is_stops_the_build(frame: list) -> None:
    with pytest.raises(OutOfStepError):
        weave(TWO, frame)


def test_a_link_of_the_markdown_stays_and_one_that_the_frame_knows_more_of_is_not_doubled() -> None:
    rendered = '<p>甲<a href="../x/#p1">乙丙</a>丁</p>'
    assert weave(rendered, [{}]) == rendered
    frame = [{"layers": [[1, 3, "a", ' href="../x/#l1" class="dz-q"', "l1"], [2, 3, "span", ' class="w"', ""]]}]
    assert weave(rendered, frame) == ('<p>甲<a id="l1" href="../x/#l1" class="dz-q">乙<span class="w">丙</span></a>丁</p>')


def test_a_sentence_is_one_element_around_links_that_are_cut_for_a_note() -> None:
    sentence, link = Layer(0, 4, "span", ' class="dz-s"', "p1.1"), Layer(1, 4, "a", ' href="x"', "l1")
    after = Layer(4, 6, "span", ' class="dz-s"', "p1.2")
    assert compose("甲乙丙丁戊己", [sentence, after, link], [(2, "<sup></sup>"), (4, "<sup>2</sup>")]) == (
        '<span id="p1.1" class="dz-s">甲<a id="l1" href="x">乙</a><sup></sup><a href="x">丙丁</a></span><sup>2</sup>'
        '<span id="p1.2" class="dz-s">戊己</span>'
    )


def test_calls_of_notes_lead_to_them_from_both_languages_and_back_to_one() -> None:
    page = Page(
        "t",
        "",
        (
            Prose("甲[^1]\n{: #p1 }", slot(name="p1", size=1, signs=[(1, "<s></s>")])),
            Prose("A[^1]\n{: #p1-en }", slot(name="p1-en", size=1, echo=True)),
            "<ol>",
            Prose("[^1]: 注\n    {: #n1 }", slot(name="n1", size=1)),
            Prose("    [w](https://x.cn/)", slot(inner=True)),
            "</ol>",
        ),
    )
    text = woven(page)
    assert '甲<s></s><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>' in text
    assert 'A<sup class="dz-call"><a class="footnote-ref" href="#fn:1">1</a></sup></p>' in text
    assert text.endswith('<ol>\n<p id="n1">注</p>\n<a href="https://x.cn/">w</a>\n</ol>\n')


def test_cells_are_taken_one_by_one_and_a_list_whole() -> None:
    cells = [[Cell("[a](https://x.cn/)<br>b", {"lang": "en"}, [Layer(1, 2, "small")]), Cell("2", start="<th>", end="</th>")]]
    page = Page("t", "", (whole("- x\n- y"), *table([Cell("m"), Cell("n")], rows_of(cells))))
    root = html.fragment_fromstring(woven(page), create_parent="div")
    assert [each.text_content() for each in root.iter("li", "td", "th")] == ["x", "y", "m", "n", "ab", "2"]
    assert [each.text for each in root.iter("small")] == ["b"]


def test_a_table_without_rows_is_none() -> None:
    assert list(table([Cell("m")], [])) == []


def test_a_page_of_markdown_alone_has_no_frame() -> None:
    assert Page("t", "", (whole("# x"),), {"hide": [], "collection": True}).frame == {"meta": {"collection": True}}


@given(
    st.text("甲乙丙<&", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from("abi")), max_size=5),
)
def test_layers_never_change_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    layers = [[min(start, end), min(max(start, end), len(text)), tag, "", ""] for start, end, tag in spans if start < len(text)]
    rendered = weave(f"<p>{escape(text)}</p>", [{"layers": layers, "size": len(text)}])
    assert html.fragment_fromstring(rendered).text_content() == text
