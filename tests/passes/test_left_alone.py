"""A pass that finds nothing to do leaves the parts of a document as they are, and makes no others that say the same."""

from __future__ import annotations

from build_scripts.passes.texts import map_texts
from build_scripts.traced import Edit
from tests.links.making import document


def test_parts_whose_text_stays_are_the_same_parts() -> None:
    made = document("made", "正文。", "又一段。")
    changed = map_texts(made, lambda text, _: text.edit([Edit(0, 1, "", "spacing")] if text.text == "又一段。" else []))
    assert changed.blocks[0] is made.blocks[0] and changed.blocks[1].text.text == "一段。"
