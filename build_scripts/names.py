"""The names of the edition in Chinese and in English, as data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from build_scripts.text.scripts import to_script

FILE = Path(__file__).with_suffix(".yaml")


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
    return next((name.english[0] for name in read_names() if simplified(text) in name.chinese), "")


def names_in(text: str, names: Sequence[Name], side: str) -> list[Name]:
    """The names in a text; where one form is part of a longer one, the longer one alone."""
    forms: dict[str, list[Name]] = {}
    for name in names:
        for form in getattr(name, side):
            forms.setdefault(form, []).append(name)
    if not forms:
        return []
    pattern = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    whole = rf"(?<!\w)(?:{pattern})(?!\w)" if side == "english" else pattern
    return list(dict.fromkeys(name for match in re.finditer(whole, text) for name in forms[match[0]]))


def simplified(text: str) -> str:
    return to_script(text, "zh-Hant", "zh-Hans")
