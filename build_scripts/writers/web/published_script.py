"""What a page needs to show a converted text in the script it was published in: the characters that differ, no more."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html
from itertools import groupby
from json import dumps

from build_scripts.edition.edition import shown
from build_scripts.model import Document
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree


def published_script(tree: Tree, document: ShownDocument) -> Iterator[str]:
    """A script element of JSON: for each text its differences; nothing where the page shows the text as published."""
    source_language = document.document.source.language
    if not document.converted:
        return
    texts = {
        name: found
        for name, text in _texts(document.document)
        if (found := differences(text, shown(text, source_language, tree.code)))
    }
    data = dumps(texts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    yield f'<script type="application/json" class="dz-published" data-language="{escape_html(source_language)}">{data}</script>'


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every converted text with the id of its element; a field by its name and which of that name it is."""
    yield from ((block.id, block.text.text) for block in document.blocks)
    yield from ((note.id, note.text.text) for note in document.notes)
    fields = [item for item in document.fields if item.text.text]
    for name, items in groupby(sorted(fields, key=lambda item: item.name), key=lambda item: item.name):
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
