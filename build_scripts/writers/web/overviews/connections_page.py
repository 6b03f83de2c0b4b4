"""The Connections pages: the speech's paragraphs against the documents, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from build_scripts.model import Block
from build_scripts.views.document import ShownDocument
from build_scripts.views.shelves import Shelf, fits, shelve
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element, title_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading, target
from build_scripts.writers.web.overviews.connections_picture import TakenLinks, numbered, picture, taken
from build_scripts.writers.web.overviews.shelf_pages import Entry, shelf_path, shelf_table, way_up
from build_scripts.writers.web.page import Page, Piece, Prose, slot, whole
from build_scripts.writers.web.tables import Cell, TableRow, markdown_table, table

WAYS = {"collation": "collation.md", "works-cited": "../works-cited/index.md"}


@dataclass(frozen=True, slots=True)
class Base:
    """A speech that texts take words of: these, in shelves, and what they take."""

    speech: ShownDocument
    takers: Shelf[ShownDocument]
    taken: TakenLinks

    @property
    def folder(self) -> str:
        return f"of/{self.speech.id}/"


def connections_pages(tree: Tree) -> Iterator[tuple[str, Page]]:
    """`(path in connections/, page)`: for each speech the picture and the table of who takes what from which paragraph.

    Where that is too much for one page each speech has its own, and one for each shelf of the texts that take from it.
    """
    bases = list(_bases(tree))
    if _fit(bases):
        yield "index.md", _page(tree, [piece for base in bases for piece in _taken_from(tree, base)])
        return
    yield "index.md", _page(tree, [whole(_list(tree, bases))])
    for base in bases:
        for shelf in (base.takers, *base.takers.below()):
            yield f"{base.folder}{shelf_path(shelf.name)}", _page_of(tree, base, shelf)


def connections_navigation(tree: Tree) -> list[Entry]:
    """The pages of the connections as their navigation has them."""
    bases = list(_bases(tree))
    return ["index.md", *([] if _fit(bases) else [_entry(tree, base) for base in bases])]


def _entry(tree: Tree, base: Base) -> Entry:
    """One speech with its shelves; the texts on them have their own places."""
    paths = [f"{base.folder}{shelf_path(shelf.name)}" for shelf in (base.takers, *base.takers.below())]
    return {escape_html(base.speech.short): paths} if len(paths) > 1 else paths[0]


def _bases(tree: Tree) -> Iterator[Base]:
    """The speeches of which something is taken."""
    for document in tree.edition.bases:
        found = taken(tree, tree.document(document.id))
        takers = tree.key({taker for _, taker in found})
        if takers:
            yield Base(tree.document(document.id), shelve(takers, lambda each: each.document.facts.time), found)


def _fit(bases: Sequence[Base]) -> bool:
    """Whether one page can hold all of it."""
    return fits([taker for base in bases for taker in base.takers.items])


def _page(tree: Tree, pieces: Sequence[Piece]) -> Page:
    ways = " · ".join(f"[{escape(tree.say(key))}]({to})" for key, to in WAYS.items() if key != "works-cited" or tree.works)
    head: list[Piece] = [
        whole(heading(1, escape(tree.say("connections")))),
        whole(escape(tree.say("connections-intro"))),
        Prose(ways, slot(attrs={"class": "dz-status"})),
    ]
    return Page(tree.say("connections"), tree.say("connections-intro"), (*head, *pieces), {"hide": ["navigation", "toc"]})


def _list(tree: Tree, bases: Sequence[Base]) -> str:
    """The speeches, each with how many texts take words of it."""
    rows = [[f"[{escape(base.speech.full)}]({base.folder}index.md)", f"{len(base.takers.items):,}"] for base in bases]
    return markdown_table([escape(tree.say("document")), escape(tree.say("number"))], rows, numbers_from=1)


def _page_of(tree: Tree, base: Base, shelf: Shelf[ShownDocument]) -> Page:
    """One speech and a shelf of the texts that take words of it: its parts, or the picture and the table."""
    colon = "：" if tree.is_chinese else ": "
    shelved = f" ({shelf.label(tree.code)})" if shelf.name else ""
    title, up = f"{tree.say('connections')}{colon}{base.speech.short}{shelved}", f"../../{way_up(shelf.name)}"
    head: list[Piece] = [whole(heading(1, escape(title)))]
    if shelf.parts:
        counts = whole(shelf_table(tree, shelf, lambda part: [len(part.items)], ["number"]))
        return Page(title, "", (*head, counts), {"hide": ["toc"]})
    return Page(title, "", (*head, *_matrix(tree, base, shelf.items, up)), {"hide": ["navigation", "toc"]})


def _taken_from(tree: Tree, base: Base) -> Iterator[Piece]:
    """What is taken from one speech."""
    whole_words = slot(inner=True, layers=title_layers(base.speech.full))
    yield ["<h2>", Prose(heading(2, f"[{escape(base.speech.full)}]({target(base.speech.url)})"), whole_words), "</h2>"]
    yield from _matrix(tree, base, base.takers.items, "")


def _matrix(tree: Tree, base: Base, takers: Sequence[ShownDocument], up: str) -> Iterator[Piece]:
    """The picture and the table; `up` leads from the page to the folder of the connections."""
    yield picture(tree, base.speech, takers, base.taken, f"{up}../")
    heads = [Cell(escape(tree.say("paragraph")), {"scope": "col"})]
    heads += [Cell(f"[{escape(each.short)}]({up}{target(each.url)})", {"scope": "col"}) for each in takers]
    rows = [_row(base, number, block, takers, up) for number, block in numbered(base.speech)]
    caption = element("caption", escape_html(tree.say("connections-table")))
    yield from table(heads, rows, ' class="dz-matrix"', caption)


def _row(base: Base, number: str, block: Block, takers: Sequence[ShownDocument], up: str) -> TableRow:
    place = Cell(f"[¶{number}]({up}{target(base.speech.url, block.id)})", start='<th scope="row">', end="</th>")
    return f' data-block="{block.id}"', [place, *(_cell(base, block, each, up) for each in takers)]


def _cell(base: Base, block: Block, taker: ShownDocument, up: str) -> Cell:
    """How many passages a document takes from a paragraph, leading to the first, and the share of it that they cover."""
    ends = base.taken.get((block.id, taker.id), ())
    attrs = {"data-document": taker.id, "data-title": taker.short}
    if not ends:
        return Cell("", attrs)
    targets = [each.link.target for each in ends]
    covered = {at for span in targets for at in range(span.start, span.end)}
    count, share = str(len(ends)), f"{len(covered) * 100 // len(block.text.text)}%"
    first = ends[0]
    layers = [
        Layer(0, len(count), "a", f' href="{up}../{taker.url}#{first.name}"'),
        Layer(len(count) + 1, len(count) + 1 + len(share), "small"),
    ]
    return Cell(f"[{count}]({up}{target(taker.url, first.link.source.block)}) {share}", attrs, layers)
