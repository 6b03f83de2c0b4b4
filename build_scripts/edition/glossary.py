"""The terms of the edition in every script and region, with their English, as data; where each is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.model import Block, Document, Place
from build_scripts.seed.located import is_given, load_entries
from build_scripts.seed.values import one_line
from build_scripts.text.scripts import simplified

SHOWN = "seeds/glossary.yaml"
CODES = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}
KEYS = (*CODES, "en", "also", "exact")


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its forms by language code, its English, other renderings, each with its reason by language; `exact` where
    capitals count.
    """

    forms: dict[str, str]
    english: str
    also: dict[str, dict[str, str]] = field(default_factory=dict)
    line: int = 1
    exact: bool = False

    @property
    def renderings(self) -> tuple[str, ...]:
        """Every rendering that may stand in a translation, without what is in brackets."""
        return tuple(re.sub(r"\s*\(.*?\)", "", each) for each in (self.english, *self.also))

    def rendered_in(self, text: str) -> bool:
        """Whether one of the renderings stands in a translation.

        >>> [Term({}, "the Internet", exact=exact).rendered_in("on the internet") for exact in (False, True)]
        [True, False]
        """
        if self.exact:
            return any(each in text for each in self.renderings)
        return any(each.lower() in text.lower() for each in self.renderings)


def read_terms(seeds: Path) -> tuple[Term, ...]:
    """The glossary in a folder of seeds, in the order of the file; empty where there is none.

    Raises BadInput where an entry lacks a form or its English.
    """
    file = seeds / "glossary.yaml"
    return tuple(_term(entry, place) for entry, place in load_entries(file, SHOWN, KEYS)) if is_given(file) else ()


def _term(entry: dict[str, Any], place: Place) -> Term:
    forms = {code: _form(entry[key], key, place) for key, code in CODES.items() if key in entry}
    if "zh-Hans" not in forms or "zh-Hant" not in forms or "en" not in entry:
        raise bad(place, "missing-key", "a term needs zh-Hans, zh-Hant and en", "write “{zh-Hans: …, zh-Hant: …, en: …}”")
    also = entry.get("also", {})
    if not isinstance(also, dict):
        raise bad(
            place, "bad-value", "“also” gives other renderings, each with its reason", "write “also: {rendering: reason}”"
        )
    exact = str(entry.get("exact", "")).lower() == "true"
    reasons = {_form(each, "also", place): _reason(why, place) for each, why in also.items()}
    return Term(forms, _form(entry["en"], "en", place), reasons, place.line, exact)


def _reason(why: Any, place: Place) -> dict[str, str]:
    """A reason by language; a text alone is English."""
    if isinstance(why, dict) and why:
        return {str(code): _form(words, "also", place) for code, words in why.items()}
    return {"en": _form(why, "also", place)}


def _form(value: Any, key: str, place: Place) -> str:
    if not isinstance(value, str) or not value.strip():
        raise bad(place, "bad-value", f"“{key}” of a term must be a text", "put quotation marks around it")
    return one_line(value)


def uses(term: Term, documents: Sequence[Document]) -> Iterator[tuple[Document, Block]]:
    """Every block in which a form of the term stands, in whatever script."""
    forms = {simplified(form) for form in term.forms.values()}
    for document in documents:
        for block in document.blocks:
            text = simplified(block.text.text)
            if any(form in text for form in forms):
                yield document, block
