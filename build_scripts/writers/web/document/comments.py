"""What translators and editors say at places of a text, each below its block."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.document import Row, ShownComment
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import han_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, paragraph
from build_scripts.writers.web.page import Prose, slot


def comments_on(tree: Tree, row: Row) -> Iterator[Prose]:
    """The comments that a row calls, each a paragraph with its id; a translator's goes with the translation."""
    for comment in row.comments:
        classes = "dz-comment dz-comment-t" if comment.id[0] == "t" else "dz-comment"
        place = slot(size=len(comment.words), name=comment.id, attrs={"class": classes}, layers=list(_languages(tree, comment)))
        yield Prose(paragraph(escape(comment.words), comment.id), place)


def _languages(tree: Tree, comment: ShownComment) -> Iterator[Layer]:
    """The language of the words where it is not the tree's, and of Chinese inside English."""
    at, side = len(comment.words) - len(comment.side.text), comment.side
    if side.language != tree.code:
        yield Layer(at, len(comment.words), "span", f' lang="{side.language}"')
    if side.language == "en":
        for layer in han_layers(side.text, "zh-Hans"):
            yield Layer(at + layer.start, at + layer.end, layer.tag, layer.attrs)
