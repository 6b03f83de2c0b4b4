"""What the TEI files say of themselves, in the three languages of the edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.diagnostics import rule_table
from build_scripts.model import CORRECTION_RULE
from build_scripts.views.wording import rule_meaning, say
from build_scripts.writers.tei.xml import Element, make


def wordings(trees: Sequence[str], tag: str, key: str, **attributes: str) -> Iterator[Element]:
    """An element for each language with the wording of a key."""
    yield from (make(tag, say(key, tree), lang=tree, **attributes) for tree in trees)


def paragraphs(trees: Sequence[str], key: str) -> Iterator[Element]:
    """The paragraphs of a wording, language by language."""
    for tree in trees:
        yield from (make("p", part.strip(), lang=tree) for part in say(key, tree).split("\n\n"))


def rules(trees: Sequence[str]) -> Iterator[Element]:
    """The rules of cleaning with their meaning, language by language."""
    names = [name for name in rule_table()["edits"] if name != CORRECTION_RULE]
    for tree in trees:
        entries = [part for name in names for part in (make("label", name), make("item", rule_meaning(name, tree)))]
        yield make("p", make("list", *entries, type="gloss"), lang=tree)
