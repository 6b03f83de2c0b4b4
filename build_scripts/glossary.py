"""The terms of the edition in every script and region, with their English, as data; where each is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from build_scripts.model import Block, Document
from build_scripts.text.scripts import simplified

FILE = Path(__file__).with_suffix(".yaml")
SHOWN = "build_scripts/glossary.yaml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its forms by language code, its English, and other renderings with their reasons."""

    forms: dict[str, str]
    english: str
    also: dict[str, str] = field(default_factory=dict)
    line: int = 1

    @property
    def renderings(self) -> tuple[str, ...]:
        """Every rendering that may stand in a translation, without what is in brackets."""
        return tuple(re.sub(r"\s*\(.*?\)", "", each) for each in (self.english, *self.also))


@cache
def read_terms() -> tuple[Term, ...]:
    """The glossary, in the order of the file. Raises ValueError where an entry lacks a form or its English."""
    text = FILE.read_text(encoding="utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("- ")]
    return tuple(_term(entry, line) for entry, line in zip(yaml.safe_load(text), lines, strict=True))


def _term(entry: dict, line: int) -> Term:
    codes = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}
    forms = {code: str(entry[key]) for key, code in codes.items() if key in entry}
    if "zh-Hans" not in forms or "zh-Hant" not in forms or not entry.get("en"):
        raise ValueError(f"{SHOWN}:{line}: a term needs zh-Hans, zh-Hant and en")
    return Term(forms, str(entry["en"]), dict(entry.get("also", {})), line)


def uses(term: Term, documents: Sequence[Document]) -> Iterator[tuple[Document, Block]]:
    """Every block in which a form of the term stands, in whatever script."""
    forms = {simplified(form) for form in term.forms.values()}
    for document in documents:
        for block in document.blocks:
            text = simplified(block.text.text)
            if any(form in text for form in forms):
                yield document, block
