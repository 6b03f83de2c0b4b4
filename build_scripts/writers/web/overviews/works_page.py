"""The works that the notes cite: each once, with every place that cites it, and the way to it where it is here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_scripts.links.cited.works import CitedBy
from build_scripts.model import Document
from build_scripts.views.shelves import Shelf
from build_scripts.views.tree import Tree
from build_scripts.views.works import WorkEntry, place_words
from build_scripts.writers.web.document.cite_block import works_files
from build_scripts.writers.web.document.texts import elsewhere
from build_scripts.writers.web.markdown import escape, heading, listed, paragraph, target
from build_scripts.writers.web.overviews.shelf_pages import shelf_path, shelf_table, way_up
from build_scripts.writers.web.page import Page, Piece, Prose, slot, whole


def works_pages(tree: Tree) -> Iterator[tuple[str, Page]]:
    """`(path in the folder of the works, page)`: every work in order of date, undated ones last."""
    shelf, title = tree.work_shelf, tree.say("works-cited")
    pieces = [whole(escape(tree.say("works-cited-intro"))), works_files(tree), *_listed(tree, shelf)]
    alone = {} if shelf.parts else {"hide": ["navigation"]}  # which would name this page and no other
    yield shelf_path(""), _page(title, tree.say("works-cited-intro"), pieces, alone)
    colon = "：" if tree.is_chinese else ": "
    for part in shelf.below():
        yield shelf_path(part.name), _page(f"{title}{colon}{part.label(tree.code)}", "", [*_listed(tree, part)])


def _page(title: str, description: str, pieces: Sequence[Piece], meta: Mapping[str, object] | None = None) -> Page:
    return Page(title, description, (whole(heading(1, escape(title))), *pieces), {"collection": True, **(meta or {})})


def _listed(tree: Tree, shelf: Shelf[WorkEntry]) -> Iterator[Piece]:
    if shelf.parts:
        yield whole(shelf_table(tree, shelf, lambda part: [len(part.items)], ["number"]))
        return
    yield '<ul class="dz-works">'
    yield from (list(_entry(tree, work, way_up(shelf.name))) for work in shelf.items)
    yield "</ul>"


def _entry(tree: Tree, work: WorkEntry, base: str) -> Iterator[Piece]:
    """A work as an item of a list, of a paragraph for each thing that is said of it."""
    yield f'<li id="{work.id}"><span class="dz-date">'
    yield Prose(listed(paragraph(escape(work.date), work.id)), slot(name=work.id, inner=True))
    yield "</span><div>"
    if work.english:
        yield _paragraph(escape(work.english), "dz-work-title", elsewhere("en", tree), "en")
    kind = "dz-work-original" if work.english else "dz-work-title"
    yield _paragraph(escape(work.text), kind, elsewhere(work.language, tree), work.language)
    if work.here:
        here = tree.document(work.here.id)
        link = f"[{escape(here.full)}]({base}{target(here.url)})"
        yield _paragraph(escape(tree.say("in-this-edition")) + link, f"dz-work-here dz-here-{here.kind}")
    cited = escape(tree.say("list-comma")).join(_places(tree, document, places, base) for document, places in work.cited)
    yield _paragraph(escape(tree.say("cited-in")) + cited, "dz-cited")
    yield "</div></li>"


def _paragraph(markdown: str, kind: str, elsewhere: str = "", language: str = "") -> Prose:
    attrs = {"class": kind} | ({"lang": language} if language else {})
    return Prose(listed(paragraph(markdown, "", elsewhere), first=False), slot(attrs=attrs))


def _places(tree: Tree, document: Document, places: Iterable[CitedBy], base: str) -> str:
    """The notes of one document that cite a work, as Markdown."""
    notes = escape(tree.say("list-within")).join(_place(tree, by, document, base) for by in places)
    return f"{escape(tree.document(document.id).short)} {notes}"


def _place(tree: Tree, by: CitedBy, document: Document, base: str) -> str:
    note, page = place_words(by, tree.code)
    return f"[{escape(note)}]({base}{target(tree.document(document.id).url, by.id)}){escape(page)}"
