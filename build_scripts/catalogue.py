"""Seed folders to `Source` records: every key known, every value of its kind, every message with its line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import Diagnostic, Report, bad
from build_scripts.located import Lines, check_keys, load, read_text
from build_scripts.model import Correction, Inference, Kind, Place, Source, Story

READERS = ("web-page", "journal-article", "newspaper-page")
TREES = ("zh-Hans", "zh-Hant", "en")
LANGUAGE = re.compile(r"(zh-Hans|zh-Hant|en)(-[A-Z]{2})?")
# The subset of EDTF level 1 that dates of this kind need: year, month or day, approximate (~), uncertain (?), both (%).
EDTF = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?%]?")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
INFERRED = ("published", "publisher", "author")
REQUIRED = ("id", "kind", "reader", "language", "sha256")
KEYS = (*REQUIRED, "title", "description", "url", "translation", "structure", *INFERRED)
REASONS = ("because", "authority")
CORRECTION_KEYS = ("where", "before", "after", *REASONS)
STORY_ROLES = ("kicker", "headline", "deck", "body", "items", "caption")
# Roles that `structure` can give to raw lines, by reader; a newspaper page has stories besides.
ROLES = {
    "web-page": ("title", "headline", "heading", "paragraph", "furniture"),
    "journal-article": ("furniture",),
    "newspaper-page": ("furniture",),
}
MOST_LINES = 1_000_000


def read_catalogue(seeds: Path, report: Report) -> list[Source]:
    """All sources, in the order of their folders' names; what is wrong with one goes into the report."""
    sources = []
    for folder in sorted(path for path in seeds.iterdir() if path.is_dir()) if seeds.is_dir() else []:
        with report.collecting():
            sources.append(read_source(folder))
    if not sources and not report.failed:
        raise bad(Place("seeds"), "missing-file", "there is no seed folder", "add seeds/<id>/raw.txt and source.yaml")
    report.add(_twice(sources))
    return sources


def read_capture(source: Source) -> str:
    """The capture, decoded as UTF-8 with newlines untouched. Raises BadInput: sha256-mismatch and those of read_text."""
    raw = read_text(source.folder / "raw.txt", source.raw_path)
    digest = hashlib.sha256(raw.encode("utf-8")).hexdigest()
    if digest != source.sha256:
        sentence = f"the capture is not the one recorded: its sha256 is {digest}"
        hint = f"restore {source.raw_path}; a capture is never edited, corrections go into decisions.yaml"
        raise bad(source.place("sha256"), "sha256-mismatch", sentence, hint)
    if not raw.strip():
        raise bad(Place(source.raw_path), "empty-document", "the capture holds no text")
    return raw


def read_source(folder: Path) -> Source:
    """One seed folder as a `Source`. Raises BadInput with the line of the first thing that is wrong."""
    shown = f"seeds/{folder.name}/source.yaml"
    data, lines = load(folder / "source.yaml", shown)
    check_keys(data, KEYS, lines, shown)
    for key in REQUIRED:
        if data.get(key) in (None, ""):
            raise bad(lines.get(key, Place(shown)), "missing-key", f"“{key}” is missing", f"add a line “{key}: …”")
    for key in (*REQUIRED, "url", "translation"):
        if key in data:
            _text(data, key, lines)
    _check_id(data, lines, folder)
    _check_values(data, lines)
    structure = _mapping(data, "structure", lines, shown)
    newspaper = data["reader"] == "newspaper-page"
    return Source(
        id=data["id"], kind=Kind(data["kind"]), reader=data["reader"], language=data["language"],
        sha256=data["sha256"], folder=folder, titles=_by_language(data, "title", lines, shown),
        descriptions=_by_language(data, "description", lines, shown), inferences=_inferences(data, lines, shown),
        url=data.get("url", ""), translation=data.get("translation", ""),
        stories=_stories(structure, Kind(data["kind"]), lines, shown) if newspaper else (),
        roles=_roles(structure, ROLES[data["reader"]], lines, shown, newspaper),
        corrections=_corrections(folder), places=lines,
    )  # fmt: skip


def _check_id(data: dict[str, Any], lines: Lines, folder: Path) -> None:
    name = data["id"]
    if name != folder.name and ID.fullmatch(name) and (folder.parent / name).is_dir():
        raise bad(lines["id"], "duplicate-id", f"the id “{name}” is taken", f"it is the id of seeds/{name}")
    if name != folder.name or not ID.fullmatch(name):
        hint = "an id has lower-case letters, digits and hyphens, and is the folder's name"
        raise bad(lines["id"], "bad-id", f"the id “{name}” does not fit the folder “{folder.name}”", hint)


def _check_values(data: dict[str, Any], lines: Lines) -> None:
    _one_of(data["kind"], [kind.value for kind in Kind], lines["kind"], "unknown-kind", "kind")
    _one_of(data["reader"], READERS, lines["reader"], "unknown-reader", "reader")
    for key in ("language", "translation"):
        if key in data and not LANGUAGE.fullmatch(data[key]):
            near = get_close_matches(data[key], ["zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en"], 1, 0.0)
            sentence = f"unknown language code “{data[key]}”"
            raise bad(lines[key], "unknown-language", sentence, f"use a BCP 47 code, for example “{near[0]}”")
    url = data.get("url", "https://…")
    if not re.fullmatch(r"https?://\S+", url):
        raise bad(lines["url"], "bad-url", f"“{url}” is not an http or https address", "for example https://example.org/page")


def _one_of(value: str, known: Iterable[str], place: Place, rule: str, word: str) -> None:
    names = list(known)
    if value not in names:
        near = get_close_matches(value, names, n=1, cutoff=0.0)[0]
        raise bad(place, rule, f"unknown {word} “{value}”", f"known: {', '.join(names)}; the nearest is “{near}”")


def _mapping(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        hint = f"write “{key}: {{… : …}}”"
        raise bad(lines.get(f"{prefix}{key}", Place(shown)), "bad-value", f"“{key}” must be a mapping", hint)
    return value


def _text(data: dict[str, Any], key: str, lines: Lines, prefix: str = "") -> str:
    value = data[key]
    if not isinstance(value, str) or not value.strip():
        raise bad(lines[f"{prefix}{key}"], "bad-value", f"“{prefix}{key}” must be a text", "put quotation marks around it")
    return value


def _by_language(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> dict[str, str]:
    value = _mapping(data, key, lines, shown, prefix)
    check_keys(value, TREES, lines, shown, f"{prefix}{key}.")
    return {language: _text(value, language, lines, f"{prefix}{key}.") for language in value}


def _reason(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str) -> dict[str, str]:
    """An editor's words by language; a text alone is English."""
    if isinstance(data[key], dict):
        return _by_language(data, key, lines, shown, prefix)
    return {"en": _text(data, key, lines, prefix)}


def _inferences(data: dict[str, Any], lines: Lines, shown: str) -> dict[str, Inference]:
    found = {}
    for key in INFERRED:
        if key not in data:
            continue
        hint = f"write “{key}: {{value: …, because: …}}”; what the capture states needs no entry"
        value = data[key]
        if isinstance(value, dict):
            check_keys(value, ("value", "because"), lines, shown, f"{key}.")
        if not isinstance(value, dict) or not value.get("value") or not value.get("because"):
            raise bad(lines[key], "inference-without-reason", f"“{key}” needs a value and a reason", hint)
        _text(value, "value", lines, f"{key}.")
        if key == "published" and not EDTF.fullmatch(value["value"]):
            raise bad(lines[key], "bad-date", f"“{value['value']}” is not an EDTF date", "for example 2025-09~")
        found[key] = Inference(value["value"], _reason(value, "because", lines, shown, f"{key}."))
    return found


def _stories(structure: dict[str, Any], kind: Kind, lines: Lines, shown: str) -> tuple[Story, ...]:
    stories = []
    for name in structure:
        if name == "furniture":
            continue
        place = lines[f"structure.{name}"]
        if not ID.fullmatch(str(name)):
            raise bad(place, "bad-id", f"“{name}” is not an id", "lower-case letters, digits and hyphens")
        story = _mapping(structure, name, lines, shown, "structure.")
        prefix = f"structure.{name}."
        check_keys(story, (*STORY_ROLES, "title", "description"), lines, shown, prefix)
        roles = {role: story[role] for role in story if role in STORY_ROLES}
        numbered = tuple((role, n) for role, spec in roles.items() for n in line_numbers(spec, lines[prefix + role]))
        titles = _by_language(story, "title", lines, shown, prefix)
        stories.append(Story(name, kind, numbered, titles, _by_language(story, "description", lines, shown, prefix)))
    return tuple(stories)


def _roles(structure: dict[str, Any], known: Iterable[str], lines: Lines, shown: str, newspaper: bool):
    given = {key: value for key, value in structure.items() if not newspaper or key in known}
    check_keys(given, known, lines, shown, "structure.")
    return tuple((role, n) for role, spec in given.items() for n in line_numbers(spec, lines[f"structure.{role}"]))


def line_numbers(spec: Any, place: Place) -> list[int]:
    """`7`, `"2-12"` or a list of such as line numbers, in the order given. Raises BadInput: bad-lines."""
    if isinstance(spec, list):
        numbers: list[int] = []
        for item in spec:
            numbers += line_numbers(item, place)
            if len(numbers) > MOST_LINES:
                raise bad(place, "bad-lines", f"more than {MOST_LINES} raw lines", "name each line once")
        return numbers
    match = re.fullmatch(r"(\d{1,7})(?:-(\d{1,7}))?", str(spec))
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if first < 1 or last < first or last - first > 100_000:
        raise bad(place, "bad-lines", f"“{spec}” names no raw lines", "write 7, 2-12 or [7, 2-12]")
    return list(range(first, last + 1))


def _corrections(folder: Path) -> tuple[Correction, ...]:
    if not (folder / "decisions.yaml").exists() and not (folder / "decisions.yaml").is_symlink():
        return ()
    shown = f"seeds/{folder.name}/decisions.yaml"
    data, lines = load(folder / "decisions.yaml", shown)
    check_keys(data, ("corrections",), lines, shown)
    entries = data.get("corrections") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        hint = f"each entry has {', '.join(CORRECTION_KEYS)}"
        raise bad(lines["corrections"], "bad-value", "“corrections” must be a list of mappings", hint)
    found = []
    for index, entry in enumerate(entries):
        prefix = f"corrections.{index}."
        check_keys(entry, CORRECTION_KEYS, lines, shown, prefix)
        place = lines[f"corrections.{index}"]
        missing = [key for key in CORRECTION_KEYS if not isinstance(entry.get(key), str | dict if key in REASONS else str)]
        if missing:
            hint = f"each entry has {', '.join(CORRECTION_KEYS)}"
            raise bad(place, "missing-key", f"a correction needs “{missing[0]}”, as a text", hint)
        reasons = {key: _reason(entry, key, lines, shown, prefix) for key in REASONS}
        found.append(Correction(**entry | reasons, place=place))
    return tuple(found)


def _twice(sources: list[Source]) -> list[Diagnostic]:
    """`duplicate-id` for each document id that two sources or stories claim."""
    seen: dict[str, Place] = {}
    found = []
    for source in sources:
        claims = [(source.id, "id"), *((story.id, f"structure.{story.id}") for story in source.stories)]
        for name, key in claims:
            place = source.place(key)
            if name in seen:
                sentence = f"the document id “{name}” is taken"
                found.append(Diagnostic(place, "duplicate-id", sentence, f"see {seen[name].path}:{seen[name].line}"))
            seen.setdefault(name, place)
    return found
