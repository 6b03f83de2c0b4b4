"""Lists that are too long for one page: where their parts lie, the table that leads to them, their navigation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from build_scripts.views.shelves import Shelf, shelf_folder
from build_scripts.views.tree import Tree
from build_scripts.writers.web.markdown import escape
from build_scripts.writers.web.tables import markdown_table

T = TypeVar("T")
Entry = str | dict[str, object]  # of a navigation: a page, or under a title a page or a list of entries


def shelf_path(name: str) -> str:
    """The page of a shelf in the folder of its list."""
    return f"{shelf_folder(name)}index.md"


def way_up(name: str) -> str:
    """From the page of a shelf to the folder of its list."""
    return "../../" if name else ""


def shelf_table(tree: Tree, shelf: Shelf[T], counts: Callable[[Shelf[T]], Sequence[int]], heads: Sequence[str]) -> str:
    """The parts of a shelf as a table, each leading to its page; `heads` are the wordings over its `counts`."""
    rows = [[_way(tree, shelf.name, part), *(f"{count:,}" for count in counts(part))] for part in shelf.parts]
    return markdown_table([escape(tree.say(key)) for key in ("date", *heads)], rows, numbers_from=1)


def _way(tree: Tree, here: str, part: Shelf[T]) -> str:
    return f"[{escape(part.label(tree.code))}]({way_up(here)}{shelf_path(part.name)})"


def shelf_navigation(tree: Tree, shelf: Shelf[T], entry: Callable[[T], Entry] | None = None) -> list[Entry]:
    """What a navigation has of a list: an entry for each item, in parts that open one at a time where there are any.

    Without `entry` only the parts have their pages.
    """
    if not shelf.parts:
        return [entry(item) for item in shelf.items] if entry else []
    return [_part(tree, part, shelf_navigation(tree, part, entry)) for part in shelf.parts]


def _part(tree: Tree, part: Shelf[T], inside: list[Entry]) -> Entry:
    label, page = part.label(tree.code), shelf_path(part.name)
    return {label: [page, *inside]} if inside else {label: page}
