"""Values of a record: a text, a mapping, words by language, one of a list; each message with the line of its key."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.seed.located import Lines, check_keys
from build_scripts.seed.settings import LANGUAGES
from build_scripts.source import Place

# The subset of EDTF level 1 that dates of this kind need: year, month or day, approximate (~), uncertain (?), both (%).
EDTF = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?%]?")
NUMBER = re.compile(r"\d{1,7}")  # of a line, a note, a place: what a longer one counts, no edition has
LINE_BREAKS = re.compile(r"\s*[\n\r\v\f\u2028\u2029]\s*")
# Regions whose script and wording are known, as CLDR lists them for these languages.
LANGUAGE = re.compile(r"zh-Hans(-(CN|SG|MY))?|zh-Hant(-(TW|HK|MO))?|en(-(US|GB|AU|CA|NZ|IE|IN|SG|HK|ZA|PH|MY))?")


def one_of(value: str, known: Iterable[str], place: Place, rule: str, word: str) -> None:
    """Raise the rule where a value is none of the known ones, naming the nearest."""
    names = list(known)
    if value not in names:
        near = get_close_matches(value, names, n=1, cutoff=0.0)[0]
        raise bad(place, rule, f"unknown {word} “{value}”", f"known: {', '.join(names)}; the nearest is “{near}”")


def mapping(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> dict[str, Any]:
    """The mapping under a key, empty where there is none. Raises `bad-value`."""
    value = data.get(key, {})
    if not isinstance(value, dict):
        hint = f"write “{key}: {{… : …}}”"
        raise bad(lines.get(f"{prefix}{key}", Place(shown)), "bad-value", f"“{key}” must be a mapping", hint)
    return value


def text_of(data: dict[str, Any], key: str, lines: Lines, prefix: str = "") -> str:
    """The text under a key that is there. Raises `bad-value`."""
    value = data[key]
    if not isinstance(value, str) or not value.strip():
        raise bad(lines[f"{prefix}{key}"], "bad-value", f"“{prefix}{key}” must be a text", "put quotation marks around it")
    return value


def by_language(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> dict[str, str]:
    """Texts by language under a key; empty where there is none."""
    value = mapping(data, key, lines, shown, prefix)
    check_keys(value, LANGUAGES, lines, shown, f"{prefix}{key}.")
    return {language: one_line(text_of(value, language, lines, f"{prefix}{key}.")) for language in value}


def is_date(value: str) -> bool:
    """Whether a value is a date in EDTF, as far as it is needed, and a day of the calendar.

    >>> is_date("2025-09~"), is_date("2024-02-29"), is_date("2025-02-30")
    (True, True, False)
    """
    if not EDTF.fullmatch(value):
        return False
    parts = [int(part) for part in value.rstrip("~?%").split("-")]
    return len(parts) < 3 or parts[2] <= monthrange(parts[0], parts[1])[1]


def one_line(text: str) -> str:
    """The words of a record in one line: where YAML has several, a space stands between them.

    >>> one_line("A title\\n---\\n  of two lines\\n")
    'A title --- of two lines'
    """
    return LINE_BREAKS.sub(" ", text).strip()


def reason(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str) -> dict[str, str]:
    """An editor's words by language, in one at least; a text alone is English."""
    if data[key] and isinstance(data[key], dict):
        return by_language(data, key, lines, shown, prefix)
    return {"en": one_line(text_of(data, key, lines, prefix))}


def truth(data: dict[str, Any], key: str, lines: Lines) -> bool:
    """`true` or `false` under a key, false where there is none. Raises `bad-value`."""
    if str(data.get(key, "false")).lower() not in ("true", "false"):
        raise bad(lines[key], "bad-value", f"“{key}” must be true or false", f"write “{key}: true”")
    return str(data.get(key, "false")).lower() == "true"
