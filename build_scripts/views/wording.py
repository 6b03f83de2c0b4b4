"""What the edition itself says, in the language of a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from build_scripts.diagnostics import Diagnostic, rule_table
from build_scripts.model import Place
from build_scripts.seed.settings import SPOKEN, WORDING, Settings, TreeCode, in_language
from build_scripts.tables import read_table

MARKUP = re.compile('[<>"]')  # the theme puts such words between straight quotation marks, as they are


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = read_table(Path(__file__).with_suffix(".yaml"))
    return table


def say(key: str, tree: str) -> str:
    """The wording of a key in a tree's language: that of the edition, else that of the program. Raises KeyError for neither."""
    given = tree.words.get(key) if isinstance(tree, TreeCode) else None
    return given or _of_the_program(key, str(tree))


def language_name(code: str, tree: str) -> str:
    """A language in words; of a region that has no name of its own here the language alone.

    >>> language_name("zh-Hant-MO", "en"), language_name("en-NZ", "en")
    ('Traditional Chinese (Macao)', 'English')
    """
    while f"language-{code}" not in _table() and "-" in code:
        code = code.rpartition("-")[0]
    return say(f"language-{code}", tree)


def part_name(name: str, tree: str) -> str:
    """What readers call the part of a document that has this id; one that is numbered is called by its id.

    >>> [part_name(name, "en") for name in ("dateline", "deck2", "p3", "n1")]
    ['dateline', 'deck 2', 'p3', 'n1']
    """
    kind = name.rstrip("0123456789")
    if f"part-{kind}" not in _table():
        return name
    return " ".join(filter(None, (say(f"part-{kind}", tree), name.removeprefix(kind))))


def file_type_name(ending: str, tree: str) -> str:
    """What a file to take along is called; one that the wording does not know by its ending.

    >>> file_type_name("pdf", "en"), file_type_name("txt", "en")
    ('PDF', 'TXT')
    """
    return say(f"format-{ending}", tree) if f"format-{ending}" in _table() else ending.upper()


@cache
def _of_the_program(key: str, tree: str) -> str:
    return in_language(_table()[key], tree)


def rule_meaning(rule: str, tree: str) -> str:
    """What an edit rule does, in a tree's language."""
    return in_language(rule_table()["edits"][rule], tree)


def check_wording(settings: Settings) -> Iterator[Diagnostic]:
    """`unknown-key` for a wording that nothing says, `bad-value` for one that leaves out what is filled in."""
    spoken = {key.removeprefix("wording."): place for key, place in settings.places.items() if key.startswith("wording.")}
    for key in (key for key in spoken if key in settings.wording):
        if key in SPOKEN.values():
            hint = f"write “{next(name for name, spoken_as in SPOKEN.items() if spoken_as == key)}: …” in edition.yaml"
            yield Diagnostic(spoken[key], "unknown-key", f"“{key}” is not said here", hint)
        elif key not in _table():
            near = get_close_matches(key, _table(), 1, 0.0)
            yield Diagnostic(spoken[key], "unknown-key", f"unknown key “{key}”", f"the nearest known key is “{near[0]}”")
        else:
            yield from _unfilled(key, settings, spoken.get(key, Place(WORDING)))


def _unfilled(key: str, settings: Settings, place: Place) -> Iterator[Diagnostic]:
    for language, words in settings.wording[key].items():
        markup = MARKUP.search(words)
        if markup:
            sentence = f"“{key}” in {language} has {markup[0]}: no markup stands in it, nor straight quotation marks"
            yield Diagnostic(place, "bad-value", sentence, "write words alone, with “ and ” around what is quoted")
        wanted = in_language(_table()[key], language).count("{}")
        lone = re.search("[{}]", words.replace("{}", ""))
        if words.count("{}") != wanted or lone:
            sentence = f"“{key}” in {language} needs {wanted} times “{{}}”, for what is filled in"
            sentence += f", and has a lone “{lone[0]}”" if lone else ""
            yield Diagnostic(place, "bad-value", sentence, f"the program says: {in_language(_table()[key], language)}")
