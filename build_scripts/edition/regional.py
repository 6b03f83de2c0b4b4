"""The regional words of an edition: those of the language, with what `seeds/regional.yaml` adds and takes away."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.links.words.regional import (
    CONTEXT,
    KEYS,
    REGIONS,
    Equivalents,
    RegionalWords,
    equivalents_of,
    general_words,
    meanings,
    merged,
)
from build_scripts.seed.located import Lines, check_keys, is_given, load
from build_scripts.source import Place
from build_scripts.text.simplify import simplify

SHOWN = "seeds/regional.yaml"


def read_regional(seeds: Path) -> RegionalWords:
    """The regional words of the edition in a folder of seeds. Raises BadInput with the line of the first wrong thing."""
    if not is_given(seeds / "regional.yaml"):
        return general_words()
    data, lines = load(seeds / "regional.yaml", SHOWN)
    check_keys(data, ("add", "remove"), lines, SHOWN)
    added = [each for index in range(len(_list(data, "add", lines))) for each in _added(data["add"][index], index, lines)]
    for index, word in enumerate(removed := _list(data, "remove", lines)):
        if not isinstance(word, str) or simplify(word) not in meanings(general_words()):
            sentence = f"“{word}” is no regional word that the program knows"
            raise bad(lines.get(f"remove.{index}", Place(SHOWN)), "bad-value", sentence, "take it out of “remove”")
    return merged(added, removed)


def _list(data: dict[str, Any], key: str, lines: Lines) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise bad(lines[key], "bad-value", f"“{key}” must be a list", f"write “{key}: [{{CN: […], TW: […]}}]”")
    return value


def _added(entry: Any, index: int, lines: Lines) -> Iterable[Equivalents]:
    """An entry of `add`: words of two regions or more, each with a place for its context where it has one."""
    place, prefix = lines[f"add.{index}"], f"add.{index}."
    if not isinstance(entry, dict):
        raise bad(place, "bad-value", "an entry gives words by region", "write “- {CN: […], TW: […]}”")
    check_keys(entry, KEYS, lines, SHOWN, prefix)
    for key, value in entry.items():
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise bad(lines[f"{prefix}{key}"], "bad-value", f"“{key}” must be a list of words", f"write “{key}: [a, b]”")
    regions = [region for region in REGIONS if entry.get(region)]
    if len(regions) < 2:
        raise bad(place, "missing-key", "an entry needs the words of two regions", f"the regions are {', '.join(REGIONS)}")
    for word in (word for region in regions for word in entry[region]):
        if (CONTEXT in word) is not ("with" in entry):
            hint = f"write “with: […]” and “{CONTEXT}” where its words stand"
            raise bad(place, "bad-value", f"“{word}” and “with” do not go together", hint)
    return equivalents_of(entry)
