"""What the TEI files say of themselves, in the three languages of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import rule_table
from build_scripts.edition import TREES
from build_scripts.model import CORRECTION_RULE
from build_scripts.writers.tei_xml import Element, make
from build_scripts.writers.wording import rule_meaning, say


def said(tag: str, key: str, **attributes: str) -> Iterator[Element]:
    """An element for each language with the wording of a key."""
    yield from (make(tag, say(key, tree), lang=tree, **attributes) for tree in TREES)


def paragraphs(key: str) -> Iterator[Element]:
    """The paragraphs of a wording, language by language."""
    for tree in TREES:
        yield from (make("p", part.strip(), lang=tree) for part in say(key, tree).split("\n\n"))


def rules() -> Iterator[Element]:
    """The rules of cleaning with their meaning, language by language."""
    names = [name for name in rule_table()["edits"] if name != CORRECTION_RULE]
    for tree in TREES:
        entries = [part for name in names for part in (make("label", name), make("item", rule_meaning(name, tree)))]
        yield make("p", make("list", *entries, type="gloss"), lang=tree)
