"""The first page of the ledger: counts of every capture by fate and by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape as escape_html

from build_scripts.edition.ledger import Ledger
from build_scripts.text.dates import time_order
from build_scripts.views.shelves import Shelf, shelve
from build_scripts.views.tree import Tree
from build_scripts.views.wording import rule_meaning
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.overviews.shelf_pages import Entry, shelf_navigation, shelf_path, shelf_table, way_up
from build_scripts.writers.web.overviews.sources_page import sources_table, witness_name
from build_scripts.writers.web.page import Page, Piece, whole
from build_scripts.writers.web.tables import markdown_table

FATES = ("kept", "changed", "removed")
MOST_COLUMNS = 12  # captures that have a column of their own in the table of rules


def captures(tree: Tree) -> Shelf[Ledger]:
    """The ledgers in the order of the seeds; in shelves, where they are many, by the time of their first documents."""
    ledgers = tree.edition.ledgers
    shelf = shelve(ledgers, _time)
    return shelf if not shelf.parts else shelve(sorted(ledgers, key=lambda ledger: time_order(_time(ledger))), _time)


def ledger_navigation(tree: Tree) -> list[Entry]:
    """The pages of the ledger as its navigation has them, each under the name of its capture."""
    return shelf_navigation(tree, captures(tree), lambda ledger: _entry(tree, ledger))


def _entry(tree: Tree, ledger: Ledger) -> Entry:
    return {escape_html(witness_name(tree, ledger.witness)): f"{ledger.witness.source.id}.md"}


def _time(ledger: Ledger) -> str:
    return ledger.witness.documents[0].facts.time


def ledger_index(tree: Tree) -> Iterator[tuple[str, Page]]:
    """`(path in the folder of the ledger, page)`: counts of every capture by fate and by rule, and each shelf of captures."""
    shelf, title = captures(tree), tree.say("ledger")
    pieces = (
        whole(escape(tree.say("ledger-intro"))),
        whole(_by_fate(tree, shelf)),
        whole(heading(2, escape(tree.say("by-rule")), "by-rule")),
        whole(_by_rule(tree)),
    )
    yield shelf_path(""), _page(title, tree.say("ledger-intro"), pieces)
    colon = "：" if tree.is_chinese else ": "
    for part in shelf.below():
        listed: list[Piece] = [whole(_by_fate(tree, part))]
        if not part.parts:
            listed += [whole(heading(2, escape(tree.say("sources")), "sources")), *sources_table(tree, part.items, "../../")]
        yield shelf_path(part.name), _page(f"{title}{colon}{part.label(tree.code)}", "", listed)


def _page(title: str, description: str, pieces: Sequence[Piece]) -> Page:
    return Page(title, description, (whole(heading(1, escape(title))), *pieces), {"hide": ["navigation"]})


def _by_fate(tree: Tree, shelf: Shelf[Ledger]) -> str:
    """Each capture of a shelf, or each part of it with their sums."""
    if shelf.parts:
        return shelf_table(tree, shelf, lambda part: [len(part.items), *_sums(part.items)], ["number", "characters", *FATES])
    heads = [escape(tree.say(key)) for key in ("source", "characters", *FATES)]
    rows = [
        [f"[{escape(witness_name(tree, ledger.witness))}]({way_up(shelf.name)}{ledger.witness.source.id}.md)"]
        + [f"{count:,}" for count in _sums([ledger])]
        for ledger in shelf.items
    ]
    return markdown_table(heads, rows, numbers_from=1)


def _sums(ledgers: Sequence[Ledger]) -> list[int]:
    """The characters of captures, and those of each fate."""
    characters = sum(len(ledger.witness.raw) for ledger in ledgers)
    return [characters, *(sum(ledger.fates[fate] for ledger in ledgers) for fate in FATES)]


def _by_rule(tree: Tree) -> str:
    """Each rule with a column for each capture; of many captures only the sum."""
    ledgers = tree.edition.ledgers
    rules = sorted({rule for ledger in ledgers for rule in ledger.rules})
    counts = {rule: [ledger.rules[rule] for ledger in ledgers] for rule in rules}
    names = [escape(ledger.witness.source.id) for ledger in ledgers]
    if len(ledgers) > MOST_COLUMNS:
        counts, names = {rule: [sum(each)] for rule, each in counts.items()}, [escape(tree.say("characters"))]
    rows = [[f"`{rule}`", escape(rule_meaning(rule, tree.code)), *(f"{n:,}" for n in counts[rule])] for rule in rules]
    return markdown_table([escape(tree.say("rule")), escape(tree.say("meaning")), *names], rows, numbers_from=2)
