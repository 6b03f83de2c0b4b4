"""The pages of a section: its documents in order of time, on one page or on as many as it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as escape_html

from build_scripts.model import Kind, Witness
from build_scripts.views.document import ShownDocument
from build_scripts.views.shelves import Shelf, shelve
from build_scripts.views.tree import Tree
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.overviews.home_pages import section_heading, timeline
from build_scripts.writers.web.overviews.shelf_pages import Entry, shelf_navigation, shelf_path, shelf_table, way_up
from build_scripts.writers.web.overviews.sources_page import witness_title
from build_scripts.writers.web.page import Page, Piece, prose, whole


@dataclass(frozen=True, slots=True)
class Member:
    """A page of a section: a document, or the newspaper page that a document stands on, which comes before it."""

    document: ShownDocument
    whole: Witness | None = None

    @property
    def name(self) -> str:
        return f"{self.whole.source.id if self.whole else self.document.id}.md"


def members(tree: Tree, kind: Kind) -> Shelf[Member]:
    """The pages of a section in order of time, each newspaper page before the first of its stories."""
    found: dict[str, Member] = {}
    for document in tree.by_kind[kind]:
        witness = tree.edition.witness(document.document)
        if witness.source.stories:
            found.setdefault(f"{witness.source.id}.md", Member(document, witness))
        found[f"{document.id}.md"] = Member(document)
    return shelve(tuple(found.values()), lambda member: member.document.document.facts.time)


def section_navigation(tree: Tree, kind: Kind) -> list[Entry]:
    """The pages of a section as its navigation has them: its list and what that lists, or a text that stands alone."""
    shorts = Counter(each.short for each in tree.by_kind[kind])
    entries = shelf_navigation(tree, members(tree, kind), lambda member: _entry(member, shorts))
    return entries if stands_alone(tree, kind) else ["index.md", *entries]


def _entry(member: Member, shorts: Counter[str]) -> Entry:
    """A document under who speaks in it, and where others of the section bear that name under its title too."""
    if member.whole:
        return member.name
    document = member.document
    return {escape_html(document.short if shorts[document.short] == 1 else document.full): member.name}


def stands_alone(tree: Tree, kind: Kind) -> bool:
    """Whether a section has one text that others quote and no more: its tab leads to the text, not to a list of one."""
    return kind.base and len(tree.by_kind[kind]) == 1 == len(members(tree, kind).items)


def lists_of_one(tree: Tree) -> list[str]:
    """The pages, by their paths in the tree, that no navigation has: the lists of sections of which the text stands alone."""
    return [f"{kind}/index.md" for kind in tree.edition.kinds if stands_alone(tree, kind)]


def section_pages(tree: Tree, kind: Kind) -> Iterator[tuple[str, Page]]:
    """`(path in the folder of the section, page)`: the section, and each shelf of it."""
    name, shelf = tree.say(f"section-{kind}"), members(tree, kind)
    about = tree.edition_says(f"section-{kind}-intro")
    pieces = [*(prose(about) if about else ()), *_listed(tree, kind, shelf)]
    yield shelf_path(""), _page(name, about, pieces)
    colon = "：" if tree.is_chinese else ": "
    for part in shelf.below():
        yield shelf_path(part.name), _page(f"{name}{colon}{part.label(tree.code)}", "", [*_listed(tree, kind, part)])


def _page(title: str, description: str, pieces: list[Piece]) -> Page:
    return Page(title, description, (whole(heading(1, escape(title))), *pieces), {"collection": True})


def _listed(tree: Tree, kind: Kind, shelf: Shelf[Member]) -> Iterator[Piece]:
    """What stands on a shelf: its parts or, where it has none, its pages."""
    if shelf.parts:
        yield whole(shelf_table(tree, shelf, lambda part: [len(part.items)], ["number"]))
        return
    documents = [each.document for each in shelf.items if not each.whole]
    yield from timeline(tree, documents, f"../{way_up(shelf.name)}", kinds=False)
    pages = [each.whole for each in shelf.items if each.whole]
    if pages:
        yield section_heading(tree, "page-whole")
        yield whole(
            "\n".join(f"- [{escape(witness_title(tree, each))}]({way_up(shelf.name)}{each.source.id}.md)" for each in pages)
        )
