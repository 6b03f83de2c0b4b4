"""The names of the edition in Chinese and in English, as data: `seeds/names.yaml`, and what the program knows of countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from build_scripts.diagnostics import bad
from build_scripts.seed.located import is_given, load_entries
from build_scripts.text.scripts import simplified

GENERAL = Path(__file__).parents[1] / "text" / "lexicon" / "countries.yaml"
SHOWN = "seeds/names.yaml"
KEYS = ("zh", "en", "loose")
NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its forms in Simplified characters and in English; `loose` where the English may stand without the Chinese."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    loose: bool = False

    def __hash__(self) -> int:
        """That of a form, which it knows already: all names together are asked for theirs at each text."""
        return hash(self.chinese[0])


def read_names(seeds: Path) -> tuple[Name, ...]:
    """The names of the edition in a folder of seeds, then the general ones that it does not give itself.

    Raises BadInput for a file that is not a list of `zh` and `en`.
    """
    file = seeds / "names.yaml"
    names = _names(file, SHOWN) if is_given(file) else ()
    given = {form for name in names for form in name.chinese}
    return names + tuple(name for name in general_names() if given.isdisjoint(name.chinese))


@cache
def general_names() -> tuple[Name, ...]:
    """The countries of the world with their usual English forms."""
    return _names(GENERAL, GENERAL.name)


def _names(path: Path, shown: str) -> tuple[Name, ...]:
    found = []
    for entry, place in load_entries(path, shown, KEYS):
        for side in ("zh", "en"):
            forms = entry.get(side)
            if not isinstance(forms, list) or not forms or not all(isinstance(form, str) and form for form in forms):
                raise bad(place, "bad-value", f"a name needs its forms under “{side}”, as a list", "write “{zh: […], en: […]}”")
        loose = entry.get("loose", "false")
        if loose not in ("true", "false"):
            raise bad(place, "bad-value", "“loose” must be true or false", "write “loose: true”")
        found.append(Name(tuple(map(simplified, entry["zh"])), tuple(entry["en"]), loose == "true"))
    return tuple(found)


def english_name(text: str, names: Sequence[Name]) -> str:
    """The English of a text that is a name and nothing else; empty where it is none.

    >>> names = [Name(("海洋报",), ("Ocean Daily",))]
    >>> english_name("海洋報", names), english_name("海洋報訊", names)
    ('Ocean Daily', '')
    """
    wanted = simplified(text)
    return next((name.english[0] for name in names if wanted in name.chinese), "")


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
