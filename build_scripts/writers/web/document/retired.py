"""Ids that a document once had: an anchor at the words that bear another one now, a remark where they are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape as escape_html

from build_scripts.edition.edition import url_of
from build_scripts.model import Document
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.page import Piece


def formerly(document: Document, block: str, name: str, links: Iterable[str] = ()) -> str:
    """An anchor for each id that led to a block's words before, and for `links` that did; `name` is the id of the side, that
    of the block and a suffix.

    >>> from build_scripts.model import Retired
    >>> formerly(Document("x", None, None, retired=(Retired("p4", "x", "p3"),)), "p3", "p3-en")
    '<span id="p4-en" class="dz-formerly"></span>'
    """
    old = [each.id for each in document.retired if (each.document, each.target) == (document.id, block)]
    return "".join(map(_anchor, [*(f"{each}{name.removeprefix(block)}" for each in old), *links]))


def notes_formerly(document: Document, note: str) -> str:
    """The anchors of notes that were called by other numbers, as Markdown's footnotes name them."""
    old = [each.id for each in document.retired if (each.document, each.target) == (document.id, note)]
    return "".join(_anchor(f"fn:{each[1:]}") for each in old if each.startswith("n"))


def _anchor(name: str) -> str:
    return element("span", "", id=name, class_="dz-formerly")


def remarks(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """What became of the ids whose words are not in this text."""
    shown = {row.block for row in document.rows} | {note.id for note in document.notes}
    for each in document.document.retired:
        if each.document == document.id and each.target in shown:
            continue
        words = tree.say("retired-moved" if each.target else "retired-gone").format(escape_html(each.id))
        if each.target:
            url = f"../../{url_of(tree.edition.document(each.document))}#{each.target}"
            words += element("a", escape_html(tree.document(each.document).name), href=url)
        yield f'<p class="dz-retired">{_anchor(each.id)}{words}</p>'
