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
EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
INFERRED = ("published", "publisher", "author")
REQUIRED = ("id", "kind", "reader", "language", "sha256")
KEYS = (*REQUIRED, "title", "description", "url", "translation", "structure", *INFERRED)
STORY_ROLES = ("kicker", "headline", "deck", "body", "items", "caption")
PAGE_ROLES = ("title", "headline", "heading", "paragraph", "furniture")


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
        if not isinstance(data.get(key), str):
            place = lines.get(key, Place(shown))
            raise bad(place, "missing-key", f"“{key}” is missing or is not a text", f"add a line “{key}: …”")
    _check_id(data, lines, folder)
    _check_values(data, lines)
    structure = _mapping(data, "structure", lines, shown)
    newspaper = data["reader"] == "newspaper-page"
    return Source(
        id=data["id"], kind=Kind(data["kind"]), reader=data["reader"], language=data["language"],
        sha256=data["sha256"], folder=folder, titles=_by_language(data, "title", lines, shown),
        descriptions=_by_language(data, "description", lines, shown), inferences=_inferences(data, lines, shown),
        url=str(data.get("url", "")), translation=str(data.get("translation", "")),
        stories=_stories(structure, Kind(data["kind"]), lines, shown) if newspaper else (),
        roles=_roles(structure, ("furniture",) if newspaper else PAGE_ROLES, lines, shown, newspaper),
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
        if key in data and not LANGUAGE.fullmatch(str(data[key])):
            near = get_close_matches(str(data[key]), ["zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en"], 1, 0.0)
            sentence = f"unknown language code “{data[key]}”"
            raise bad(lines[key], "unknown-language", sentence, f"use a BCP 47 code, for example “{near[0]}”")
    url = str(data.get("url", "https:"))
    if not re.match(r"https?:", url):
        raise bad(lines["url"], "bad-url", f"“{url}” is not an http or https address")


def _one_of(value: str, known: Iterable[str], place: Place, rule: str, word: str) -> None:
    names = list(known)
    if value not in names:
        near = get_close_matches(value, names, n=1, cutoff=0.0)[0]
        raise bad(place, rule, f"unknown {word} “{value}”", f"known: {', '.join(names)}; the nearest is “{near}”")


def _mapping(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise bad(lines.get(f"{prefix}{key}", Place(shown)), "bad-value", f"“{key}” must be a mapping")
    return value


def _by_language(data: dict[str, Any], key: str, lines: Lines, shown: str, prefix: str = "") -> dict[str, str]:
    value = _mapping(data, key, lines, shown, prefix)
    check_keys(value, TREES, lines, shown, f"{prefix}{key}.")
    return {language: str(text) for language, text in value.items()}


def _inferences(data: dict[str, Any], lines: Lines, shown: str) -> dict[str, Inference]:
    found = {}
    for key in INFERRED:
        value = _mapping(data, key, lines, shown)
        if not value:
            continue
        check_keys(value, ("value", "because"), lines, shown, f"{key}.")
        if not value.get("value") or not value.get("because"):
            hint = f"write “{key}: {{value: …, because: …}}”; what the capture states needs no entry"
            raise bad(lines[key], "inference-without-reason", f"“{key}” needs a value and a reason", hint)
        if key == "published" and not EDTF.fullmatch(str(value["value"])):
            raise bad(lines[key], "bad-date", f"“{value['value']}” is not an EDTF date", "for example 2025-09~")
        found[key] = Inference(str(value["value"]), str(value["because"]))
    return found


def _stories(structure: dict[str, Any], kind: Kind, lines: Lines, shown: str) -> tuple[Story, ...]:
    stories = []
    for name, value in structure.items():
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
        return [number for item in spec for number in line_numbers(item, place)]
    match = re.fullmatch(r"(\d{1,7})(?:-(\d{1,7}))?", str(spec))
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if first < 1 or last < first or last - first > 100_000:
        raise bad(place, "bad-lines", f"“{spec}” names no raw lines", "write 7, 2-12 or [7, 2-12]")
    return list(range(first, last + 1))


def _corrections(folder: Path) -> tuple[Correction, ...]:
    if not (folder / "decisions.yaml").exists():
        return ()
    shown = f"seeds/{folder.name}/decisions.yaml"
    data, lines = load(folder / "decisions.yaml", shown)
    check_keys(data, ("corrections",), lines, shown)
    entries = data.get("corrections") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise bad(lines["corrections"], "bad-value", "“corrections” must be a list of mappings")
    known = ("where", "before", "after", "because", "authority")
    found = []
    for index, entry in enumerate(entries):
        prefix = f"corrections.{index}."
        check_keys(entry, known, lines, shown, prefix)
        place = lines[f"corrections.{index}"]
        missing = [key for key in known if not isinstance(entry.get(key), str)]
        if missing:
            raise bad(place, "missing-key", f"a correction needs “{missing[0]}”, as a text")
        found.append(Correction(**entry, place=place))
    return tuple(found)


def _twice(sources: list[Source]) -> list[Diagnostic]:
    """`duplicate-id` for each document id that two sources or stories claim."""
    seen: dict[str, Place] = {}
    found = []
    for source in sources:
        claims = [(story.id, f"structure.{story.id}") for story in source.stories] or [(source.id, "id")]
        for name, key in claims:
            place = source.place(key)
            if name in seen:
                sentence = f"the document id “{name}” is taken"
                found.append(Diagnostic(place, "duplicate-id", sentence, f"see {seen[name].path}:{seen[name].line}"))
            seen.setdefault(name, place)
    return found
