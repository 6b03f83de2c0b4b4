"""The particulars of a document as data: what its capture states and, said to be so, what an editor inferred."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from build_scripts.edition import in_tree
from build_scripts.names import english_name
from build_scripts.text.dates import show_date
from build_scripts.writers.page import Page
from build_scripts.writers.wording import say


@dataclass(frozen=True, slots=True)
class Fact:
    """A particular: its label, its values, their language; `because` is an editor's reason where it was inferred."""

    label: str
    values: tuple[str, ...]
    language: str
    because: str = ""


def facts(page: Page) -> tuple[Fact, ...]:
    """Every particular but the title, in the order of the capture, then the inferences, then the language."""
    return (*_stated(page), *_inferred(page), Fact(say("language-label", page.tree), (say(f"language-{page.own}", page.tree),), page.tree))


def _stated(page: Page) -> Iterator[Fact]:
    said = [item for item in page.document.fields if item.name != "title" and item.text.text]
    for name, items in groupby(said, key=lambda item: item.name):
        yield Fact(say(f"field-{name}", page.tree), tuple(_named(page, item.text.text) for item in items), page.language)


def _inferred(page: Page) -> Iterator[Fact]:
    for name, inference in page.document.source.inferences.items():
        if page.document.field(name):
            continue
        date = name == "published"
        value = show_date(inference.value, page.tree) if date else _named(page, inference.value)
        because = in_tree(inference.because, page.tree) or inference.because.get("en", "")
        yield Fact(say(f"field-{name}", page.tree), (value,), page.tree if date else page.language, because)


def _named(page: Page, value: str) -> str:
    """A value as the tree shows it, in the English tree with the English of a name."""
    english = english_name(value) if page.tree == "en" else ""
    return f"{page.shown(value)} ({english})" if english else page.shown(value)
