"""Saved pages as text: what is text, where lines end, which element each character stands in, and a second reading."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.decode import decode, hypertext
from build_scripts.decode.decoded import Decoded, PageElement
from build_scripts.decode.recount import recount
from build_scripts.diagnostics import BadInput


def page(body: str, encoding: str = "") -> Decoded:
    return decode("raw.html", body.encode(encoding or "utf-8"), encoding, "raw.html")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二\n"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三\n"),
        ("一<br>二<br><br>三", "一\n二\n\n三\n"),
        ("<p>one\n   two <b> three</b></p>", "one two three\n"),
        ("<p>  一 </p>\n\n<p> 二</p>", "一\n二\n"),
        ("<p>　　一&nbsp;二</p>", "　　一\xa0二\n"),
        ("<pre> a\n  b</pre>c", " a\n  b\nc\n"),
        ("<table><tr><th>甲<th>乙<tr><td>丙<td>丁</table>", "甲\t乙\n丙\t丁\n"),
        ("<table><tr><td>菜单<td><p>一</p><p>二</p></table>", "菜单\n一\n二\n"),
        ("<table><tr><td><p>甲</p></td><td> <p>乙</p> </td></tr></table>", "甲\t乙\n"),
        ("<table><tr><td><p>甲</p>外</td><td>乙</td></tr></table>", "甲\n外\n乙\n"),
        ("<table><tr><td></td><td>乙</td></tr></table>", "\t乙\n"),
        ("<ul><li>一<li>二</ul>", "一\n二\n"),
        ("一<script>var x = '<p>二</p>'</script><style>p{}</style><!-- 三 -->四", "一四\n"),
        ("<title>名</title><p hidden>藏</p><noscript>无</noscript>", "藏\n无\n"),
        ("a &lt; b &amp;c &#x4e00;&copy;", "a < b &c 一©\n"),
        ("<p>一</body></html><p>二", "一\n二\n"),
        ("", ""),
    ],
)
def test_the_text_of_a_page(html: str, text: str) -> None:
    assert page(html).text == text


def test_runs_tile_the_text_and_know_their_elements() -> None:
    decoded = page('<article id=a><h1>题</h1><p class="t">甲<sup>1</sup>乙<br>丙</p></article>')
    assert decoded.portions[0].start == 0 and decoded.portions[-1].end == len(decoded.text)
    assert all(one.end == other.start for one, other in zip(decoded.portions, decoded.portions[1:], strict=False))
    known = {decoded.text[portion.start : portion.end]: portion.known for portion in decoded.portions}
    sup, first = known["1"], known["甲"]
    assert isinstance(sup, PageElement) and [each.tag for each in sup.around()] == ["sup", "p", "article", "body", "html"]
    assert isinstance(first, PageElement) and first is known["乙"] and first.attributes == {"class": "t"}
    assert sup.inside("article") is first.inside("article")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5hkscs"])
def test_a_page_declares_its_encoding(encoding: str) -> None:
    label = {"gb18030": "gb2312", "big5hkscs": "Big5"}.get(encoding, encoding)
    html = f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><p>人工智能，標準</p>'
    decoded = decode("raw.html", html.encode(encoding), "", "raw.html")
    assert decoded.text == "人工智能，標準\n"


def test_a_page_saved_as_utf8_may_declare_another_encoding() -> None:
    assert page("<meta charset=gb2312><p>人工智能</p>").encoding == "utf-8"


def test_a_page_states_what_it_is() -> None:
    decoded = page(
        "<!-- saved from url=(0023)https://example.org/a -->"
        '<html lang="zh-TW"><meta property="og:title" content=" 某年\n某事 "><meta name="author" content="王小明">'
        '<link rel="canonical" href="https://example.org/b">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-04-27",'
        ' "publisher": {"name": "某报"}}, 3]}</script><script type="application/ld+json">[[[</script>'
    )
    assert [(each.name, each.value) for each in decoded.stated] == [
        ("title", "某年 某事"),
        ("author", "王小明"),
        ("published", "2025-04-27"),
        ("publisher", "某报"),
        ("url", "https://example.org/b"),
        ("url", "https://example.org/a"),
        ("language", "zh-TW"),
    ]


def test_nesting_without_end_is_told() -> None:
    with pytest.raises(BadInput, match="nested too deeply"):
        page("<div>" * 5000 + "文" + "</div>" * 5000)


TAGS = ["p", "div", "b", "span", "td", "table", "tr", "ul", "li", "h2", "article", "pre", "sup", "a", "font", "blockquote"]
PIECES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(escape),
    st.sampled_from(
        [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<br>", "&nbsp;", "<!-- x -->", "\n", "<hr/>"]
    ),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_second_library_reads_the_same_characters(html: str) -> None:
    decoded = page(html)
    assert recount("raw.html", html.encode(), "utf-8", decoded.text) == (0, "")


def test_what_a_second_library_reads_otherwise_is_told() -> None:
    at, sentence = recount("raw.html", "<p>第一段</p><p>第二段</p>".encode(), "utf-8", "第一段\n二段\n")
    assert at == 4 and "“第一段二段” and “第一段第二段”" in sentence


@pytest.mark.parametrize("value", ["", "=1", "='1'"])
def test_an_element_of_thousands_of_attributes_is_told_and_one_of_a_long_value_read(value: str) -> None:
    with pytest.raises(BadInput, match=r"raw.html:2: error\[undecodable\]: an element of the page has more than 10,000"):
        page("\n<p " + " ".join(f"a{number}{value}" for number in range(10_001)) + ">一</p>")
    assert page(f'<p data-x="{"a b=c " * 20_000}">一</p>').text == "一\n"


def test_a_page_of_more_tags_than_can_be_read_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hypertext, "MOST_TAGS", 9)
    assert hypertext.decode(b"<p>a" * 9, "", "raw.html").text
    with pytest.raises(BadInput, match=r"too-large\]: the page has 10 tags"):
        hypertext.decode(b"<p>a" * 10, "", "raw.html")
