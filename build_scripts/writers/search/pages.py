"""What search finds on the pages about the texts: terms of the glossary, works cited, what the edition says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from build_scripts.diagnostics import rule_table
from build_scripts.views.running.renderings import renderings
from build_scripts.views.running.terms import term_name
from build_scripts.views.tree import Tree
from build_scripts.views.wording import rule_meaning
from build_scripts.views.works import WorkEntry
from build_scripts.writers.search.passages import IndexedText

MARKDOWN = re.compile(r"[`*]|\[([^\]]*)\]\([^)]*\)")
PAGES = "pages"  # the kind of all of them
PageTexts = tuple[str, str, list[IndexedText]]  # its path in the tree, its title, what is searched of it, the title first
ABOUT = (
    ("method", "method-text"),
    ("data-heading", "data-text"),
    ("data-heading", "tei-text"),
    ("software-heading", "software-text"),
)
# Pages of lists and pictures, which are found by their titles.
LISTS = (
    ("about/ledger/", "ledger"),
    ("about/translations/", "progress"),
    ("about/sources/", "sources"),
    ("about/changes/", "changes"),
)


def pages_of(tree: Tree) -> list[PageTexts]:
    """Every page about the texts, as it stands in the tree."""
    connected = [("connections/", "connections")] if tree.is_connected else []
    collated = [("connections/collation/", "collation")] if tree.collation else []
    return [
        *([_page(tree, "about/glossary/", "glossary", [*_terms(tree)])] if tree.terms else []),
        *_works(tree),
        _page(tree, "about/", "about", [*_about(tree)]),
        *(_page(tree, path, key, []) for path, key in (*connected, *collated, *LISTS)),
    ]


def _page(tree: Tree, path: str, key: str, texts: Sequence[IndexedText]) -> PageTexts:
    title = tree.say(key)
    return path, title, [IndexedText("", tree.code, title), *texts]


def _terms(tree: Tree) -> Iterator[IndexedText]:
    """Each term that a text uses: its forms, and its English with other renderings."""
    chinese = tree.code if tree.is_chinese else "zh-Hans"
    for term in tree.terms:
        if tree.users[term.line]:
            name = term_name(term.forms["zh-Hans"])
            yield IndexedText(name, chinese, " · ".join(dict.fromkeys(term.forms.values())))
            yield IndexedText(name, "en", " · ".join([term.english, *renderings(term, tree.code)]))


def _works(tree: Tree) -> Iterator[PageTexts]:
    """Each page that lists works: a work as it is cited, and in English where it has that."""
    works = [(tree.work_pages[work.id], work) for work in tree.works if work.id in tree.work_pages]
    for path, group in groupby(works, key=lambda pair: pair[0]):
        yield _page(tree, path, "works-cited", [text for _, work in group for text in _work(work)])


def _work(work: WorkEntry) -> Iterator[IndexedText]:
    yield IndexedText(work.id, work.language, work.text)
    if work.english:
        yield IndexedText(work.id, "en", work.english)


def _about(tree: Tree) -> Iterator[IndexedText]:
    yield IndexedText("", tree.code, tree.say("about-intro"))
    for anchor, key in ABOUT:
        for block in re.split(r"\n\s*\n", tree.say(key).strip()):
            yield IndexedText(anchor, tree.code, MARKDOWN.sub(r"\1", block))
    for rule in rule_table()["edits"]:
        yield IndexedText("rules-heading", tree.code, rule_meaning(rule, tree.code))
