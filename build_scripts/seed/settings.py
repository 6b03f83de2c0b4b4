"""The settings of an edition: `seeds/edition.yaml` over the plain ones of the program, with `seeds/wording.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.model import Kind, Place
from build_scripts.seed.addresses import check_report, site_address
from build_scripts.seed.conversions import read_conversions
from build_scripts.seed.located import Lines, check_keys, is_given, load
from build_scripts.seed.look import accent_of, mark_of
from build_scripts.text.scripts import script_of, to_script

PLAIN = Path(__file__).with_name("edition.yaml")
SHOWN = "seeds/edition.yaml"
WORDING = "seeds/wording.yaml"
# The languages that the program has words in; a tree in another one falls back on that of its script.
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
# What edition.yaml says in words: its key, and the key of the wording that it is.
SPOKEN = {
    "name": "site",
    "subtitle": "tagline",
    "introduction": "what-this-is-text",
    "rights": "rights-text",
    "editors": "editors",
}
ROLES = ("base", "news")
KIND_KEYS = ("role", "name", "section", "introduction")
PLAIN_TEXTS = ("file", "address", "report")
KEYS = (*SPOKEN, "kinds", "base", "trees", "letter", "start", "accent", "mark", *PLAIN_TEXTS)
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 80  # it is part of names of files, which may have 255 bytes

ByLanguage = dict[str, str]


class TreeCode(str):
    """A tree of the site: as a text the code of its language, and with it, by key, what the edition itself says in it.

    `conversions` are words of the edition and how they are shown in the script of the tree.
    """

    __slots__ = ("conversions", "words")

    words: Mapping[str, str]
    conversions: tuple[tuple[str, str], ...]

    def __new__(
        cls, code: str, words: Mapping[str, str] | None = None, conversions: tuple[tuple[str, str], ...] = ()
    ) -> TreeCode:
        tree = super().__new__(cls, code)
        tree.words = words or {}
        tree.conversions = conversions
        return tree


@dataclass(frozen=True, slots=True)
class Start:
    """A way into the edition that its home page names: a document, and the words before it by language."""

    document: str
    words: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Settings:
    """What an edition is. `base` names the documents that the others quote, None where the kinds alone say it.

    `accent` is the colour of what comes from the base, in light and in dark, empty for that of the program, and `mark` the
    outlines of its icon in ink and in that colour; `file` the name of
    the files that hold the whole edition; `letter` the trees whose PDFs are made on Letter besides A4; `address` where it is
    served, with a slash at its end, empty where nothing says it; `report` where an error in a text is reported: an address to
    open an issue at, or to write to.
    """

    kinds: tuple[Kind, ...]
    trees: tuple[TreeCode, ...]
    base: frozenset[str] | None = None
    start: tuple[Start, ...] | None = None
    accent: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    file: str = "edition"
    letter: frozenset[str] = frozenset()
    address: str = ""
    report: str = ""
    wording: Mapping[str, ByLanguage] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def kind_names(self) -> tuple[str, ...]:
        return tuple(kind.id for kind in self.kinds)

    def kind(self, name: str, document: str) -> Kind:
        """The kind of that name as a document bears it. Raises KeyError."""
        kind = next((kind for kind in self.kinds if kind.id == name), None)
        if not kind:
            raise KeyError(name)
        return kind if self.base is None else replace(kind, base=document in self.base)

    def words(self, key: str, tree: str) -> str:
        """What the edition says under a key in a tree; empty where it leaves that to the program."""
        return in_language(self.wording.get(key, {}), tree)


@cache
def plain_settings() -> Settings:
    """Those of a project without `edition.yaml`."""
    return _settings(*load(PLAIN, SHOWN), {}, {})


def read_settings(seeds: Path) -> Settings:
    """The settings of the edition in a folder of seeds. Raises BadInput with the line of the first thing that is wrong."""
    if not any(is_given(seeds / name) for name in ("edition.yaml", "wording.yaml", "conversion.yaml")):
        return _at_its_address(plain_settings())
    data, lines = load(seeds / "edition.yaml", SHOWN) if is_given(seeds / "edition.yaml") else ({}, {})
    check_keys(data, KEYS, lines, SHOWN)
    given, places = load(seeds / "wording.yaml", WORDING) if is_given(seeds / "wording.yaml") else ({}, {})
    overrides = {key: _by_language(given, key, places, WORDING) for key in given}
    settings = _settings(data, lines, overrides, {f"wording.{key}": place for key, place in places.items()})
    conversions = read_conversions(seeds)
    trees = tuple(TreeCode(tree, tree.words, conversions.get(script_of(tree), ())) for tree in settings.trees)
    return _at_its_address(replace(settings, trees=trees))


def _at_its_address(settings: Settings) -> Settings:
    address = site_address(settings.address, settings.places.get("address", Place(SHOWN)))
    if settings.report:
        check_report(settings.report, settings.places.get("report", Place(SHOWN)))
    return settings if address == settings.address else replace(settings, address=address)


def _settings(data: dict[str, Any], lines: Lines, overrides: Mapping[str, ByLanguage], places: Lines) -> Settings:
    plain = load(PLAIN, SHOWN)[0]
    known = plain | data
    named = {key: _by_language(known, name, lines, SHOWN) for name, key in SPOKEN.items() if name in known}
    kinds = _mapping(known, "kinds", lines)
    named |= {key: words for name in kinds for key, words in _kind_words(kinds, name, lines)}
    codes = _texts(known, "trees", lines)
    for code in codes:
        if not in_language({language: language for language in LANGUAGES}, code):
            hint = f"the program has words in {', '.join(LANGUAGES)}"
            raise bad(lines.get("trees", Place(SHOWN)), "unknown-language", f"there are no words for a tree in “{code}”", hint)
    if "file" in data:
        check_slug(_text(data, "file", lines), "the name of a file", lines["file"])
    return Settings(
        kinds=tuple(_kind(kinds, name, lines) for name in kinds),
        trees=tuple(TreeCode(code, dict(_said_in(code, named, overrides))) for code in codes),
        base=frozenset(_texts(known, "base", lines)) if "base" in known else None,
        start=_start(known, lines) if "start" in known else None,
        accent=accent_of(known, lines, SHOWN),
        mark=mark_of(known, lines, SHOWN),
        letter=_letter(known, codes, lines),
        wording={**named, **overrides},
        places={**lines, **places},
        **{name: _text(known, name, lines) for name in PLAIN_TEXTS if name in known},
    )


def _said_in(tree: str, named: Mapping[str, ByLanguage], overrides: Mapping[str, ByLanguage]) -> Iterable[tuple[str, str]]:
    """What the edition says in a tree by key: a name in whatever language it has, other wording in that of the tree only."""
    for key, words in named.items():
        yield key, in_language(words, tree) or next(iter(words.values()), "")
    for key, words in overrides.items():
        if in_language(words, tree):
            yield key, in_language(words, tree)


def in_language(words: Mapping[str, str], tree: str) -> str:
    """Of words by language those for a tree: in its own language, else its script's, else converted from the other script.

    >>> in_language({"zh-Hans": "书"}, "zh-Hant-HK"), in_language({"en": "book"}, "zh-Hans")
    ('書', '')
    """
    script = "-".join(tree.split("-")[:2])
    if tree in words or script in words:
        return words.get(tree) or words[script]
    other = next((language for language in words if language.startswith("zh") and tree.startswith("zh")), "")
    return to_script(words[other], other, script) if other else ""


def _kind(kinds: dict[str, Any], name: str, lines: Lines) -> Kind:
    check_slug(name, "the name of a kind", lines.get(f"kinds.{name}", Place(SHOWN)))
    role = kinds[name].get("role", "")
    if role and role not in ROLES:
        place = lines.get(f"kinds.{name}", Place(SHOWN))
        raise bad(place, "bad-value", f"“{role}” is no role of a kind", f"known: {', '.join(ROLES)}; most kinds have none")
    return Kind(name, base=role == "base", news=role == "news")


def check_slug(name: str, what: str, place: Place) -> None:
    """Raise `bad-id` for what cannot be part of addresses and names of files everywhere."""
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        hint = f"lower-case letters, digits and hyphens, at most {LONGEST_NAME}"
        raise bad(place, "bad-id", f"“{name[:LONGEST_NAME]}” is not {what}", hint)


def _kind_words(kinds: dict[str, Any], name: str, lines: Lines) -> Iterable[tuple[str, ByLanguage]]:
    prefix = f"kinds.{name}."
    check_keys(_mapping(kinds, name, lines, "kinds."), KIND_KEYS, lines, SHOWN, prefix)
    if "name" not in kinds[name]:
        hint = f"write “name: {{en: {name.capitalize()}}}”"
        raise bad(lines[f"kinds.{name}"], "missing-key", f"the kind “{name}” has no name", hint)
    named = _by_language(kinds[name], "name", lines, SHOWN, prefix)
    section = _by_language(kinds[name], "section", lines, SHOWN, prefix) if "section" in kinds[name] else named
    about = _by_language(kinds[name], "introduction", lines, SHOWN, prefix) if "introduction" in kinds[name] else {}
    return ((f"kind-{name}", named), (f"section-{name}", section), (f"section-{name}-intro", about))


def _start(data: dict[str, Any], lines: Lines) -> tuple[Start, ...]:
    entries = data["start"]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        hint = "write “- {document: …, words: {en: …}}”"
        raise bad(lines["start"], "bad-value", "“start” must be a list of documents with words", hint)
    found = []
    for index, entry in enumerate(entries):
        prefix = f"start.{index}."
        check_keys(entry, ("document", "words"), lines, SHOWN, prefix)
        for key in ("document", "words"):
            if key not in entry:
                raise bad(lines[f"start.{index}"], "missing-key", f"“{key}” is missing", f"add “{key}: …”")
        words = _by_language(entry, "words", lines, SHOWN, prefix)
        found.append(Start(_text(entry, "document", lines, prefix), words, lines[f"start.{index}"]))
    return tuple(found)


def _letter(data: dict[str, Any], codes: tuple[str, ...], lines: Lines) -> frozenset[str]:
    """The trees with PDFs on Letter. Raises BadInput for one that the edition has not."""
    wanted = _texts(data, "letter", lines) if "letter" in data else ()
    for code in set(wanted) - set(codes):
        hint = f"the trees are {', '.join(codes)}"
        raise bad(lines.get("letter", Place(SHOWN)), "unknown-language", f"there is no tree “{code}” to print on Letter", hint)
    return frozenset(wanted)


def _mapping(data: dict[str, Any], key: str, lines: Lines, prefix: str = "") -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise bad(
            lines.get(f"{prefix}{key}", Place(SHOWN)), "bad-value", f"“{key}” must be a mapping", f"write “{key}: {{… : …}}”"
        )
    return value


def _by_language(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> ByLanguage:
    place = lines.get(f"{prefix}{key}", Place(shown))
    words = data[key]
    if not isinstance(words, dict):
        raise bad(place, "bad-value", f"“{key}” must give its words by language", f"write “{key}: {{zh-Hans: …, en: …}}”")
    for language in words:
        if not re.fullmatch(r"(zh-Hans|zh-Hant|en)(-[A-Z]{2})?", language):
            at = lines.get(f"{prefix}{key}.{language}", place)
            check_keys({language: ""}, LANGUAGES, {language: at}, shown)
    return {language: _text(words, language, lines, f"{prefix}{key}.") for language in words}


def _texts(data: dict[str, Any], key: str, lines: Lines) -> tuple[str, ...]:
    value = data[key]
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise bad(lines.get(key, Place(SHOWN)), "bad-value", f"“{key}” must be a list of texts", f"write “{key}: [a, b]”")
    return tuple(dict.fromkeys(value))


def _text(data: dict[str, Any], key: str, lines: Lines, prefix: str = "") -> str:
    value = data[key]
    if not isinstance(value, str) or not value.strip():
        place = lines.get(f"{prefix}{key}", Place(SHOWN))
        raise bad(place, "bad-value", f"“{prefix}{key}” must be a text", "put quotation marks around it")
    return value
