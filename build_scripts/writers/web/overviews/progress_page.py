"""How far the translations have come: a table of all documents, and where their parts are not as the rest is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import url_of
from build_scripts.views.document import State
from build_scripts.views.progress import STEPS, Progress, counts_of, progress_of
from build_scripts.views.shelves import Shelf, shelve
from build_scripts.views.tree import Tree
from build_scripts.views.wording import part_name
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading, paragraph
from build_scripts.writers.web.overviews.shelf_pages import Entry, shelf_navigation, shelf_path, shelf_table, way_up
from build_scripts.writers.web.page import Page, Piece, Prose, slot, whole
from build_scripts.writers.web.tables import Cell, TableRow, table


def _shelf(tree: Tree) -> Shelf[Progress]:
    given = [each for document in tree.edition.documents for each in progress_of(document)]
    return shelve(given, lambda each: each.document.facts.time)


def progress_navigation(tree: Tree) -> list[Entry]:
    """The parts of the list, where it has any, as its navigation has them."""
    return shelf_navigation(tree, _shelf(tree))


def progress_pages(tree: Tree) -> Iterator[tuple[str, Page]]:
    """`(path in the folder of the list, page)`: all documents in order of time, and each shelf of them."""
    shelf, title, intro = _shelf(tree), tree.say("progress"), tree.say("progress-intro")
    yield shelf_path(""), _page(title, intro, [whole(escape(intro)), *_listed(tree, shelf)])
    colon = "：" if tree.is_chinese else ": "
    for part in shelf.below():
        yield shelf_path(part.name), _page(f"{title}{colon}{part.label(tree.code)}", "", [*_listed(tree, part)])


def _page(title: str, description: str, pieces: Sequence[Piece]) -> Page:
    return Page(title, description, (whole(heading(1, escape(title))), *pieces))


def _listed(tree: Tree, shelf: Shelf[Progress]) -> Iterator[Piece]:
    if shelf.parts:
        yield whole(shelf_table(tree, shelf, lambda part: counts_of(part.items), [f"progress-{step}" for step in STEPS]))
        return
    base = f"{way_up(shelf.name)}../../"
    heads = [Cell(escape(tree.say("document")), {"scope": "col"})]
    heads += [Cell(escape(tree.say(f"progress-{step}")), {"scope": "col", "class": f"dz-step-{step}"}) for step in STEPS]
    yield '<div class="dz-wide">'
    yield from table(heads, [_row(tree, each, base) for each in shelf.items], ' class="dz-steps"')
    yield "</div>"
    apart = [each for each in shelf.items if each.apart]
    if apart:
        yield whole(heading(2, escape(tree.say("progress-apart")), "apart"))
        yield from (_apart(tree, each, base) for each in apart)


def _row(tree: Tree, progress: Progress, base: str) -> TableRow:
    """A document with its bar, and how many of its parts are how far; each number leads to the first of them."""
    shown = tree.document(progress.document.id)
    further = f" ({progress.number} {shown.further[progress.number - 2].words})" if progress.number > 1 else ""
    link = f"[{escape(shown.full)}]({_page_of(progress, base)})"
    name = Cell(link + escape(further), start='<th scope="row">', end=f"{_bar(progress)}</th>")
    return f' data-document="{shown.id}"', [name, *(_count(tree, progress, step, base) for step in STEPS)]


def _page_of(progress: Progress, base: str) -> str:
    return f"{base}{url_of(progress.document).rstrip('/')}.md"


def _count(tree: Tree, progress: Progress, step: str, base: str) -> Cell:
    ids = progress.parts[step]
    if not ids:
        return Cell("")
    count = f"{len(ids):,}"
    attrs = {"data-title": tree.say(f"progress-{step}")}
    return Cell(f"[{count}]({_page_of(progress, base)})", attrs, layers=[_way(progress, ids[0], step, 0, count, base)])


def _way(progress: Progress, name: str, step: str, at: int, words: str, base: str) -> Layer:
    """The way to a part: to its translation, and to the text itself where that is missing; of notes the text stands first."""
    further = progress.number > 1
    key = (progress.translation.key if further else progress.translation.language) if progress.translation else ""
    translated = step != State.MISSING and (further or name in progress.document.by_id)
    place = f"{name}-{key}" if translated else name
    return Layer(at, at + len(words), "a", f' href="{base}{url_of(progress.document)}#{place}"')


def _bar(progress: Progress) -> str:
    """The shares of the steps, side by side, in units of a part; the numbers beside it say the same."""
    at, bars = 0, []
    for step in STEPS:
        wide = len(progress.parts[step])
        if wide:
            bars.append(element("rect", "", x=f"{at}", y="0", width=f"{wide}", height="1", class_=f"dz-step-{step}"))
        at += wide
    given = {"viewBox": f"0 0 {max(at, 1)} 1", "preserveAspectRatio": "none", "aria-hidden": "true"}
    return element("svg", "".join(bars), **given)


def _apart(tree: Tree, progress: Progress, base: str) -> Prose:
    """The parts of a document that are not where most of it is, each leading to its place."""
    at, markdown = 0, ""
    layers: list[Layer] = []
    steps = {name: step for step, ids in progress.apart.items() for name in ids}
    for words, name in _told(tree, progress):
        if name:
            layers.append(_way(progress, name, steps[name], at, words, base))
        markdown += f"[{escape(words)}]({_page_of(progress, base)})" if name else escape(words)
        at += len(words)
    return Prose(paragraph(markdown), slot(layers=layers))


def _told(tree: Tree, progress: Progress) -> Iterator[tuple[str, str]]:
    """Words, and where they name a part its id."""
    colon, end = ("：", "；") if tree.is_chinese else (": ", "; ")
    which = f" {progress.number}" if progress.number > 1 else ""
    yield f"{tree.document(progress.document.id).short}{which}{colon}", ""
    for index, (step, ids) in enumerate(progress.apart.items()):
        yield f"{end if index else ''}{tree.say(f'progress-{step}')} ", ""
        for number, name in enumerate(ids):
            yield from [(tree.say("list-comma"), "")] if number else []
            yield part_name(name, tree.code), name
