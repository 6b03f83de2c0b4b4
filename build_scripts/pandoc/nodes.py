"""Pandoc's syntax tree, as far as books need it (pandoc-types 1.23): plain data, in which text is never markup."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Node = dict[str, object]
API = [1, 23, 1]
PLAIN = {"t": "AlignDefault"}


def attr(name: str = "", *classes: str, **more: str) -> list[object]:
    """An identifier, classes and attributes; those that are empty are left out."""
    return [name, [each for each in classes if each], [[key, value] for key, value in more.items() if value]]


def string(text: str) -> list[Node]:
    """Words and the spaces between them.

    >>> string("一 二")
    [{'t': 'Str', 'c': '一'}, {'t': 'Space'}, {'t': 'Str', 'c': '二'}]
    """
    parts = text.split(" ")
    nodes: list[Node] = [{"t": "Str", "c": parts[0]}] if parts[0] else []
    for _, part in pairwise(parts):
        nodes.append({"t": "Space"})
        if part:
            nodes.append({"t": "Str", "c": part})
    return nodes


def span(inlines: list[Node], *classes: str, name: str = "", lang: str = "", style: str = "") -> Node:
    """A stretch of text; `style` is the name of a character style of the Word document."""
    return {"t": "Span", "c": [attr(name, *classes, lang=lang, **({"custom-style": style} if style else {})), inlines]}


def link(inlines: list[Node], url: str, *classes: str, **more: str) -> Node:
    made = attr("", *classes)
    return {
        "t": "Link",
        "c": [[*made[:2], [[key.replace("_", ":"), value] for key, value in more.items()]], inlines, [url, ""]],
    }


def strong(inlines: list[Node]) -> Node:
    return {"t": "Strong", "c": inlines}


def superscript(inlines: list[Node]) -> Node:
    return {"t": "Superscript", "c": inlines}


def underline(inlines: list[Node]) -> Node:
    return {"t": "Underline", "c": inlines}


def strikeout(inlines: list[Node]) -> Node:
    return {"t": "Strikeout", "c": inlines}


def note(blocks: list[Node]) -> Node:
    return {"t": "Note", "c": blocks}


def para(inlines: list[Node]) -> Node:
    return {"t": "Para", "c": inlines}


def header(level: int, inlines: list[Node], name: str = "") -> Node:
    return {"t": "Header", "c": [level, attr(name), inlines]}


def div(blocks: list[Node], *classes: str, name: str = "", lang: str = "", style: str = "") -> Node:
    """A division; `style` is the name of a paragraph style of the Word document."""
    return {"t": "Div", "c": [attr(name, *classes, lang=lang, **({"custom-style": style} if style else {})), blocks]}


def table(rows: Sequence[Sequence[list[Node]]], widths: Sequence[float]) -> Node:
    """A table without head or caption; each cell is a list of blocks, each width a share of the line."""
    body = [[attr(), [_cell(cell) for cell in row]] for row in rows]
    columns = [[PLAIN, {"t": "ColWidth", "c": width}] for width in widths]
    return {"t": "Table", "c": [attr(), [None, []], columns, [attr(), []], [[attr(), 0, [], body]], [attr(), []]]}


def _cell(blocks: list[Node]) -> list[object]:
    return [attr(), PLAIN, 1, 1, blocks]


def document(blocks: list[Node], meta: dict[str, Node]) -> Node:
    return {"pandoc-api-version": API, "meta": meta, "blocks": blocks}


def meta_words(text: str) -> Node:
    return {"t": "MetaInlines", "c": string(text)}


def meta_list(items: list[Node]) -> Node:
    return {"t": "MetaList", "c": items}


def meta_map(**items: str) -> Node:
    return {"t": "MetaMap", "c": {key: meta_words(value) for key, value in items.items()}}
