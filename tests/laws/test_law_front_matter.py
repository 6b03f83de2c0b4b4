"""Whatever a title or value holds, MkDocs reads the head of a page as its head, and reads what was written."""

from __future__ import annotations

from html import escape

from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from build_scripts.writers.web.page import front_matter

CHARACTERS = st.characters(codec="utf-8")
TEXTS = st.text(CHARACTERS)
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.integers()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(TEXTS, inner)),
    max_leaves=6,
)


@given(title=TEXTS, value=VALUES)
@example(title="张\ufffe三<script>", value={"names": [["author", "\x92\x00\x7f\u2028\ufeff"]]})
@example(title="---\n---\n", value="...\n---\n# 题")
@example(title="yes", value=["2025-04-27", "null", "0x1F", "*a", "&a", "!!x", "\ud7ff"])
def test_a_head_is_read_as_written(title: str, value: object) -> None:
    body, head = get_data(f"{front_matter(title, value=value)}\n\n# 正文\n")
    assert body == "# 正文\n"
    assert head.get("title", "") == escape(title)
    assert head.get("value", value) == value
