"""Texts as Markdown: whatever they hold they are text, in the site's engine and in another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from markdown_it import MarkdownIt

from build_scripts.views.running.inlines import NoteCall, Reference, Words
from build_scripts.writers.web.markdown import escape, heading, listed, paragraph, running, strong
from build_scripts.writers.web.tables import markdown_table
from tests.web.reading import EXTENSIONS, parsed

MARKUP = [
    "*",
    "_",
    "`",
    "[",
    "](x)",
    "![",
    "<b>",
    "&amp;",
    "&",
    "{: #x }",
    "{",
    "}",
    "|",
    "\\",
    "#",
    "1. ",
    "- ",
    "+",
    ">",
    "~~",
    "$",
]
PLAIN = ["人工智能", "“引文”", "a b", "！", "!", "。", "1.", "http://x.cn/?a=b&c", "=", ":", "　"]
TEXT = st.lists(st.sampled_from([*MARKUP, *PLAIN]), min_size=1, max_size=8).map("".join).filter(str.strip)
HERE = Reference("x", "p6", "A ¶6", "speech/x/#l4", from_speech=True)


@given(TEXT)
def test_a_paragraph_is_its_text(text: str) -> None:
    (block,) = parsed(paragraph(escape(text), "p1", "en"))
    assert (block.tag, block.get("id"), block.get("lang"), len(block)) == ("p", "p1", "en", 0)
    assert block.text_content() == text


@given(st.lists(TEXT, min_size=2, max_size=4), st.sampled_from(["\n", "\n  ", "\r", "\r\n"]))
def test_no_line_of_a_paragraph_begins_another_block(texts: list[str], end: str) -> None:
    """What an editor writes in lines, in the wording or of an edition, is one paragraph."""
    (block,) = parsed(paragraph(escape(end.join(texts)), "p1"))
    assert (block.tag, len(block), block.text_content().split()) == ("p", 0, " ".join(texts).split())


@given(TEXT)
def test_a_heading_an_item_and_a_cell_are_their_texts(text: str) -> None:
    stripped = text.strip()
    (block,) = parsed(heading(2, escape(stripped), "h1"))
    assert (block.tag, block.text_content()) == ("h2", stripped)
    (block,) = parsed(listed(paragraph(escape(text), "item1")))
    assert [(each.get("id"), each.text_content()) for each in block.iter("p", "li") if each.get("id")] == [("item1", text)]
    (block,) = parsed(markdown_table(["a"], [[escape(stripped)]]))
    assert [each.text_content() for each in block.iter("td")] == [stripped]


@given(TEXT, TEXT, TEXT)
def test_words_from_another_text_lead_there(before: str, words: str, after: str) -> None:
    line = [Words(f"x{before}"), Words(words, to=HERE, number=4), NoteCall(1), Words(f"{after}x")]
    (block, _) = parsed(f"{paragraph(running(line), 'p1')}\n\n[^1]: n")
    (link,) = block.findall("a")
    assert (link.get("href"), link.text_content()) == ("../speech/x.md#p6", words)
    assert block.text_content() == f"x{before}{words}1{after}x"


@given(TEXT)
def test_another_engine_shows_the_same_text(text: str) -> None:
    stripped = text.strip()
    (block,) = html.fragments_fromstring(MarkdownIt().render(paragraph(escape(stripped))))
    assert (block.tag, block.text_content()) == ("p", stripped)


@pytest.mark.parametrize(
    ("before", "words", "after"), [("", "第一", "，着力"), ("", "第一，", "着力"), ("他说", "“好”", "。"), ("", "“好”", "的")]
)
def test_strong_words_are_strong_in_every_engine(before: str, words: str, after: str) -> None:
    line = before + strong(words, before[-1:], after[:1]) + after
    assert [each.text_content() for each in parsed(line).iter("strong")] == [words]
    assert f"<strong>{words}</strong>" in MarkdownIt().render(line)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("一、问题[^3]", "一、问题"),
        ("（二）[^1]方法与材料", "（二）方法与材料"),
        ("三、结语[^2][^3]", "三、结语"),
        ("2. On 3 ports[^1]", "2. On 3 ports"),
    ],
)
def test_the_contents_of_a_page_have_no_figures_of_notes(words: str, shown: str) -> None:
    reader = Markdown(extensions=EXTENSIONS, extension_configs={"footnotes": {"USE_DEFINITION_ORDER": True}})
    reader.convert(f"{heading(2, words, 'h1')}\n\n某。\n\n[^1]: 甲\n[^2]: 乙\n[^3]: 丙\n")
    assert [(each["id"], each["name"]) for each in reader.toc_tokens] == [("h1", shown)]
