"""A text by itself, without a translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.edition.edition import shown_language
from build_scripts.model import BlockType
from build_scripts.views.document import Row, ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.comments import comments_on
from build_scripts.writers.web.document.signs_legend import signs_legend
from build_scripts.writers.web.document.texts import ABOVE_THE_TEXT, IN_A_LIST, inner_text, text_of
from build_scripts.writers.web.document.witness_list import witness_list
from build_scripts.writers.web.finish import TEXT
from build_scripts.writers.web.markdown import listed
from build_scripts.writers.web.marks import permalink
from build_scripts.writers.web.page import Piece

JOINED = ((BlockType.LABEL, BlockType.ITEM), (BlockType.CAPTION, BlockType.CREDIT))  # set in one line


def single(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The text; its language stands once, on the element around it."""
    yield f'<div class="dz-text"{TEXT} lang="{shown_language(document.document.source.language, tree.code)}">'
    signs = signs_legend(tree, document)
    lines = list(_lines([row for row in document.rows if row.type not in ABOVE_THE_TEXT]))
    for before, line, after in zip([[], *lines[:-1]], lines, [*lines[1:], []], strict=True):
        if _in_list(line):
            yield from _item(tree, document, line, signs, first=not _in_list(before), last=not _in_list(after))
        elif len(line) > 1:
            yield ['<p class="dz-caption">', *_spans(tree, document, line), "</p>"]
            yield from (comment for row in line for comment in comments_on(tree, row))
        else:
            yield text_of(tree, document, line[0], line[0].sides[0], lang=False)
            yield from comments_on(tree, line[0])
            yield from [*witness_list(tree, document.id, line[0].block), *signs.get(line[0].block, [])]
    yield "</div>"


def _lines(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that are set in one line together, the others alone."""
    line: list[Row] = []
    for row, after in pairwise([*rows, None]):
        if row:
            line.append(row)
            if not after or (row.type, after.type) not in JOINED:
                yield line
                line = []


def _in_list(line: Sequence[Row]) -> bool:
    return any(row.type in IN_A_LIST for row in line)


def _item(
    tree: Tree, document: ShownDocument, line: Sequence[Row], signs: Mapping[str, Sequence[str]], first: bool, last: bool
) -> Iterator[Piece]:
    """An item of a list with its links below it."""
    yield ("<ul>\n" if first else "") + "<li>"
    spans = list(_spans(tree, document, line, listed_as_item=True))
    yield ["<p>", *spans, "</p>"]
    yield from (replace(each, markdown=listed(each.markdown, first=False)) for row in line for each in comments_on(tree, row))
    for row in line:
        yield from [*witness_list(tree, document.id, row.block), *signs.get(row.block, [])]
    yield "</li>" + ("\n</ul>" if last else "")


def _spans(tree: Tree, document: ShownDocument, line: Sequence[Row], listed_as_item: bool = False) -> Iterator[Piece]:
    """The blocks of a line, each with its own id."""
    for index, row in enumerate(line):
        side = row.sides[0]
        text = inner_text(tree, document, row, side)
        yield f'{" " if index else ""}<span id="{side.id}" class="dz-{row.type.value}">'
        yield replace(text, markdown=listed(text.markdown, first=not index)) if listed_as_item else text
        yield "</span>"
    yield permalink(line[-1].sides[0].id, tree.code)
