"""What a page needs to show a converted text in the script it was published in: the characters that differ, no more."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html
from itertools import groupby
from json import dumps

from build_scripts.text.scripts import needs_conversion
from build_scripts.writers.page import Page


def published_script(page: Page) -> str:
    """A script element of JSON: for each text its differences; empty where the page shows the text as published."""
    if not needs_conversion(page.own, page.tree):
        return ""
    texts = {name: found for name, text in _texts(page) for found in [differences(text, page.shown(text))] if found}
    data = dumps(texts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" class="dz-published" data-language="{escape_html(page.own)}">{data}</script>'


def _texts(page: Page) -> Iterator[tuple[str, str]]:
    """Every converted text with the id of its element; a fact by its name and which of that name it is."""
    document = page.document
    yield from ((block.id, block.text.text) for block in document.blocks)
    yield from ((note.id, note.text.text) for note in document.notes)
    said = [item for item in document.fields if item.text.text]
    for name, items in groupby(sorted(said, key=lambda item: item.name), key=lambda item: item.name):
        yield from ((f"{name}:{index}", item.text.text) for index, item in enumerate(items))


def differences(published: str, shown: str) -> str:
    """Each published character that is shown as another, after the number of code points since the last one.

    >>> differences("一體兩面", "一体两面"), differences("一", "一")
    ('1體0兩', '')
    """
    out, last = "", -1
    for at, (before, after) in enumerate(zip(published, shown, strict=True)):
        if before != after:
            out += f"{at - last - 1}{before}"
            last = at
    return out
