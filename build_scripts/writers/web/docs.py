"""All pages of the edition: what docs/ holds of them, and the frames that are woven into them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape as escape_html

import yaml

from build_scripts.edition.edition import Edition
from build_scripts.remembered import remembered
from build_scripts.store import Store
from build_scripts.views.tree import Tree, Views
from build_scripts.writers.web.document.cite_block import cite_edition
from build_scripts.writers.web.overviews.about_pages import about
from build_scripts.writers.web.overviews.changes_pages import changes_pages, release_words
from build_scripts.writers.web.overviews.collation_page import collation_navigation, collation_pages
from build_scripts.writers.web.overviews.connections_page import connections_navigation, connections_pages
from build_scripts.writers.web.overviews.glossary_page import glossary_page
from build_scripts.writers.web.overviews.home_pages import home
from build_scripts.writers.web.overviews.ledger_index import ledger_index, ledger_navigation
from build_scripts.writers.web.overviews.newspaper_page import newspaper_page
from build_scripts.writers.web.overviews.progress_page import progress_navigation, progress_pages
from build_scripts.writers.web.overviews.section_pages import section_navigation, section_pages
from build_scripts.writers.web.overviews.shelf_pages import Entry, shelf_navigation
from build_scripts.writers.web.overviews.sources_page import sources
from build_scripts.writers.web.overviews.works_page import works_pages
from build_scripts.writers.web.page import Page
from build_scripts.writers.web.written import InTrees, WrittenPage, write_documents, write_ledgers, write_page


@dataclass(frozen=True, slots=True)
class Pages:
    """The files of docs/ and, by the same paths with the ending `.json`, the frames: `{path: text}`."""

    docs: dict[str, str]
    frames: dict[str, str]


def write_pages(views: Views, store: Store | None = None) -> Pages:
    """Every page of every tree; `store` keeps what takes long to make."""
    documents = write_documents(views, cite_edition(views.edition, store), store or Store())
    ledgers = write_ledgers(views, store or Store())
    docs: dict[str, str] = {}
    frames: dict[str, str] = {}
    for tree in views.trees:
        pages = list(_pages(tree, documents, ledgers))
        docs |= {f"{tree.code}/{path}": text for path, text in _navigation(tree, [path for path, _ in pages])}
        for path, page in pages:
            docs[f"{tree.code}/{path}"] = page.markdown
            frames[f"{tree.code}/{path.removesuffix('.md')}.json"] = page.frame
    return Pages(docs, frames)


def write_docs(edition: Edition, store: Store | None = None) -> dict[str, str]:
    """Every file of docs/: `{path: text}`."""
    return write_pages(Views(edition), store).docs


def _pages(tree: Tree, documents: Mapping[str, InTrees], ledgers: Mapping[str, InTrees]) -> Iterator[tuple[str, WrittenPage]]:
    """Every page of a tree by its path; those of `documents` and the `ledgers` of sources are written already, by their ids."""
    yield from ((path, write_page(page)) for path, page in _overviews(tree))
    for document in tree.documents:
        yield f"{document.kind}/{document.id}.md", documents[document.id][tree.code]
    for name, pages in ledgers.items():
        yield f"about/ledger/{name}.md", pages[tree.code]


def _overviews(tree: Tree) -> Iterator[tuple[str, Page]]:
    """The pages that show something of many texts."""
    edition = tree.edition
    yield "index.md", home(tree)
    for kind in edition.kinds:
        yield from _under(f"{kind}/", section_pages(tree, kind))
    for witness in edition.witnesses:
        if witness.source.stories:
            yield f"{witness.source.kind}/{witness.source.id}.md", newspaper_page(tree, witness)
    if tree.is_connected:
        yield from _under("connections/", connections_pages(tree))
        yield from _under("connections/", collation_pages(tree))
    if tree.works:
        yield from _under("works-cited/", works_pages(tree))
    yield "about/index.md", about(tree)
    yield "about/sources.md", sources(tree)
    yield from _under("about/translations/", progress_pages(tree))
    yield from changes_pages(tree)
    if tree.terms:
        yield "about/glossary.md", glossary_page(tree)
    yield from _under("about/ledger/", ledger_index(tree))


def _under(folder: str, pages: Iterable[tuple[str, Page]]) -> Iterator[tuple[str, Page]]:
    return ((folder + path, page) for path, page in pages)


def _navigation(tree: Tree, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The order of the pages in each folder; `paths` are those of all pages."""
    kinds = tree.edition.kinds
    connections = ["connections/"] if tree.is_connected else []
    works = ["works-cited/"] if tree.works else []
    yield ".nav.yml", _nav(["index.md", *(f"{kind}/" for kind in kinds), *connections, *works, "about/"])
    for kind in kinds:
        yield f"{kind}/.nav.yml", _nav(section_navigation(tree, kind), tree.say(f"section-{kind}"))
    if connections:
        collation = [path.removeprefix("connections/") for path in paths if path.startswith("connections/collation")]
        entries = [*connections_navigation(tree), *collation_navigation(tree, collation)]
        yield "connections/.nav.yml", _nav(entries, tree.say("connections"))
    if works:
        listed = shelf_navigation(tree, tree.work_shelf)
        yield "works-cited/.nav.yml", _nav(["index.md", *listed], tree.say("works-cited"))
    yield from _about_navigation(tree)


def _about_navigation(tree: Tree) -> Iterator[tuple[str, str]]:
    glossary = ["glossary.md"] if tree.terms else []
    yield (
        "about/.nav.yml",
        _nav(["index.md", *glossary, "translations/", "ledger/", "sources.md", "changes/"], tree.say("about")),
    )
    yield "about/translations/.nav.yml", _nav(["index.md", *progress_navigation(tree)], tree.say("progress"))
    releases: list[Entry] = [{release_words(tree, each): f"{each.version}.md"} for each in tree.edition.releases]
    yield "about/changes/.nav.yml", _nav(["index.md", *releases], tree.say("changes"))
    yield "about/ledger/.nav.yml", _nav(["index.md", *ledger_navigation(tree)], tree.say("ledger"))


def _nav(entries: Sequence[Entry], title: str = "") -> str:
    """The file of a folder's navigation. The theme prints titles as HTML: those of `entries` are escaped, `title` is here."""
    data = {"title": escape_html(title), "nav": list(entries)} if title else {"nav": list(entries)}
    return _in_yaml(json.dumps(data, ensure_ascii=False))


@remembered("navigation")
def _in_yaml(data: str) -> str:
    """What is given as JSON: the lists of hundreds of pages take long to write and seldom change."""
    return str(yaml.safe_dump(json.loads(data), allow_unicode=True, sort_keys=False, width=1000))
