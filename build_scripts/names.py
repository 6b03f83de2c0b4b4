"""The names of the edition in Chinese and in English, as data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from build_scripts.text.scripts import simplified

FILE = Path(__file__).with_suffix(".yaml")
NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its forms in Simplified characters and in English; `loose` where the English may stand without the Chinese."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    loose: bool = False


@cache
def read_names() -> tuple[Name, ...]:
    """The names of the edition, from names.yaml."""
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(Name(tuple(map(simplified, each["zh"])), tuple(each["en"]), bool(each.get("loose"))) for each in entries)


def english_name(text: str) -> str:
    """The English of a text that is a name and nothing else; empty where it is none.

    >>> english_name("大公報"), english_name("大公報訊")
    ('Ta Kung Pao', '')
    """
    wanted = simplified(text)
    return next((name.english[0] for name in read_names() if wanted in name.chinese), "")


def names_in(text: str, names: Sequence[Name], side: str) -> list[Name]:
    """The names in a text; where one form is part of a longer one, the longer one alone. `side`: chinese or english."""
    pattern, forms = _forms(tuple(names), side)
    return list(dict.fromkeys(name for match in pattern.finditer(text) for name in forms[match[0]]))


@lru_cache(maxsize=64)
def words_of(names: tuple[Name, ...]) -> frozenset[str]:
    """Every word of the English names."""
    return frozenset(word for name in names for form in name.english for word in form.split())


@lru_cache(maxsize=64)
def _forms(names: tuple[Name, ...], side: str) -> tuple[re.Pattern[str], dict[str, list[Name]]]:
    forms: dict[str, list[Name]] = {}
    for name in names:
        for form in getattr(name, side):
            forms.setdefault(form, []).append(name)
    any_form = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or NOTHING
    return re.compile(rf"(?<!\w)(?:{any_form})(?!\w)" if side == "english" else any_form), forms
