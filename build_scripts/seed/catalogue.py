"""Seed folders to `Source` records: every key known, every value of its kind, every message with its line."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from build_scripts.decode import DECODERS, PLAIN
from build_scripts.decode.encodings import CODECS
from build_scripts.diagnostics import Diagnostic, Report, bad
from build_scripts.model import Place, Source, Story
from build_scripts.readers import READERS
from build_scripts.seed.decisions import read_decisions
from build_scripts.seed.folders import seed_folders
from build_scripts.seed.inferences import INFERRED, read_inferences
from build_scripts.seed.layout import with_layout
from build_scripts.seed.located import Lines, check_keys, load
from build_scripts.seed.note_style import note_style
from build_scripts.seed.provenance import KEYS as PROVENANCE
from build_scripts.seed.provenance import read_provenance
from build_scripts.seed.settings import Settings, plain_settings
from build_scripts.seed.structure import NAMES, document_names, given_roles
from build_scripts.seed.values import LANGUAGE, by_language, mapping, one_of, text_of, truth
from build_scripts.store import Store, digest_of_files

LONGEST_ID = 80  # it is part of file names, which may have 255 bytes
# Names of files and places beside those of documents: pages and files of the whole edition, blocks and notes.
RESERVED = re.compile(
    r"index|edition|duizhao|corpus|links|alignment|schema|works-cited|time|(?:p|h|n|l|item|label|line)-?(?:\d+[a-z]*)?|nav"
)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REQUIRED = ("id", "kind", "reader", "language", "sha256")
KEYS = (
    *REQUIRED,
    "text-sha256",
    "title",
    "short",
    "description",
    "translation",
    "encoding",
    "notes",
    "ocr",
    "structure",
    *PROVENANCE,
    *INFERRED,
)
RECORDS = ("source.yaml", "layout.yaml", "decisions.yaml")  # what a source is read from
STORY_KEYS = ("kind", "title", "short", "description")


def read_catalogue(seeds: Path, report: Report, settings: Settings | None = None, store: Store | None = None) -> list[Source]:
    """All sources, in the order of their folders' names; what is wrong with one goes into the report. `store` keeps them."""
    sources = []
    common = digest_of_files((path for path in seeds.glob("*.yaml") if path.is_file()), seeds)
    for folder in seed_folders(seeds, report):
        with report.collecting():
            sources.append(_kept_source(folder, settings, store, common) if store else read_source(folder, settings))
    if not sources and not report.failed:
        raise bad(Place("seeds"), "missing-file", "there is no seed folder", "add seeds/<id>/raw.txt and source.yaml")
    report.add(_twice(sources, settings))
    return sources


def _kept_source(folder: Path, settings: Settings | None, store: Store, common: bytes) -> Source:
    """The source of a folder: as it is kept, where no record and no file's name has changed; nothing wrong is kept."""
    names = sorted(path.name for path in folder.iterdir())
    try:
        records = digest_of_files((path for name in RECORDS if (path := folder / name).is_file()), folder.parent)
    except OSError:  # which is for the reading to say
        return read_source(folder, settings)
    source = store.value("source", [common, records, repr(names).encode()], lambda: read_source(folder, settings))
    return source if source.folder == folder else replace(source, folder=folder)  # what was read of a copy elsewhere


def read_source(folder: Path, settings: Settings | None = None) -> Source:
    """One seed folder as a `Source`, its kind one of the settings. Raises BadInput with the line of the first thing wrong."""
    settings = settings or plain_settings()
    shown = f"seeds/{folder.name}/source.yaml"
    data, lines = load(folder / "source.yaml", shown)
    check_keys(data, KEYS, lines, shown)
    for key in REQUIRED:
        if data.get(key) in (None, ""):
            raise bad(lines.get(key, Place(shown)), "missing-key", f"“{key}” is missing", f"add a line “{key}: …”")
    for key in (*REQUIRED, "translation", "encoding", "text-sha256"):
        if key in data:
            text_of(data, key, lines)
    _check_id(data, lines, folder)
    _check_values(data, lines, settings)
    structure = with_layout(folder, mapping(data, "structure", lines, shown), lines)
    decided = read_decisions(folder)
    return Source(
        id=data["id"],
        kind=settings.kind(data["kind"], data["id"]),
        reader=data["reader"],
        language=data["language"],
        sha256=data["sha256"],
        folder=folder,
        titles=by_language(data, "title", lines, shown),
        descriptions=by_language(data, "description", lines, shown),
        shorts=by_language(data, "short", lines, shown),
        inferences=read_inferences(data, lines, shown, data["language"]),
        provenance=read_provenance(data, lines, shown),
        translation=data.get("translation", ""),
        encoding=data.get("encoding", "").lower(),
        capture=capture_name(folder),
        text_sha256=data.get("text-sha256", ""),
        note_style=note_style(mapping(data, "notes", lines, shown), lines, shown),
        ocr=truth(data, "ocr", lines),
        stories=read_stories(structure, data["kind"], data["language"], settings, lines, shown),
        roles=given_roles(structure, "structure.", lines),
        corrections=decided.corrections,
        decisions=decided.decisions,
        places=lines,
    )


def capture_name(folder: Path) -> str:
    """The name of the capture's file in a seed folder, `raw.txt` where there is none. Raises BadInput: two-captures."""
    found = [name for name in DECODERS if (folder / name).exists() or (folder / name).is_symlink()]
    if len(found) > 1:
        sentence, hint = f"there are {' and '.join(found)}", "a seed has one capture; make the others seeds of their own"
        raise bad(Place(f"seeds/{folder.name}/{found[1]}"), "two-captures", sentence, hint)
    return found[0] if found else PLAIN


def check_name(name: str, place: Place) -> None:
    """Raise `bad-id` where a document cannot be called so: by its form, its length, or because the site has that name."""
    if not ID.fullmatch(name):
        raise bad(place, "bad-id", f"“{name[:LONGEST_ID]}” is not an id", "lower-case letters, digits and hyphens")
    if len(name) > LONGEST_ID:
        raise bad(place, "bad-id", f"“{name[:20]}…” has {len(name)} characters", f"an id has at most {LONGEST_ID}")
    if RESERVED.fullmatch(name):
        raise bad(place, "bad-id", f"“{name}” is a name of the site’s own", f"take another, for example “{name}-text”")


def _check_id(data: dict[str, Any], lines: Lines, folder: Path) -> None:
    name = data["id"]
    if name != folder.name and ID.fullmatch(name) and len(name) <= LONGEST_ID and (folder.parent / name).is_dir():
        raise bad(lines["id"], "duplicate-id", f"the id “{name}” is taken", f"it is the id of seeds/{name}")
    if name != folder.name or not ID.fullmatch(name):
        hint = "an id has lower-case letters, digits and hyphens, and is the folder's name"
        raise bad(lines["id"], "bad-id", f"the id “{name[:LONGEST_ID]}” does not fit the folder “{folder.name}”", hint)
    check_name(name, lines["id"])


def _check_values(data: dict[str, Any], lines: Lines, settings: Settings) -> None:
    one_of(data["kind"], settings.kind_names, lines["kind"], "unknown-kind", "kind")
    one_of(data["reader"], READERS, lines["reader"], "unknown-reader", "reader")
    for key in ("language", "translation"):
        if key in data and not LANGUAGE.fullmatch(data[key]):
            near = get_close_matches(data[key], ["zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en"], 1, 0.0)
            sentence = f"unknown language code “{data[key]}”"
            raise bad(lines[key], "unknown-language", sentence, f"use a BCP 47 code, for example “{near[0]}”")
    if "encoding" in data:
        one_of(data["encoding"].lower(), CODECS, lines["encoding"], "unknown-encoding", "encoding")


def read_stories(
    structure: dict[str, Any], kind: str, language: str, settings: Settings, lines: Lines, shown: str
) -> tuple[Story, ...]:
    """The documents of one capture, each with its roles and, where it has them, its own kind, titles and facts."""
    stories = []
    for name in document_names(structure, lines):
        prefix = f"structure.{name}."
        check_name(str(name), lines[f"structure.{name}"])
        story = mapping(structure, name, lines, shown, "structure.")
        check_keys(story, (*NAMES, *STORY_KEYS), lines, shown, prefix)
        facts = {key: story[key] for key in (*STORY_KEYS, *INFERRED) if _is_fact(key, story.get(key))}
        if "kind" in facts:
            one_of(text_of(facts, "kind", lines, prefix), settings.kind_names, lines[f"{prefix}kind"], "unknown-kind", "kind")
        given = given_roles({key: value for key, value in story.items() if key not in facts}, prefix, lines)
        titles = by_language(facts, "title", lines, shown, prefix)
        descriptions = by_language(facts, "description", lines, shown, prefix)
        inferred = read_inferences(facts, lines, shown, language, prefix)
        shorts = by_language(facts, "short", lines, shown, prefix)
        own_kind = settings.kind(facts.get("kind", kind), name)
        stories.append(Story(name, own_kind, given, titles, descriptions, inferred, shorts))
    return tuple(stories)


def _is_fact(key: str, value: Any) -> bool:
    """Whether a key of a document says something about it, and not which lines play that role."""
    if key in ("kind", "short", "description"):
        return value is not None
    return isinstance(value, dict) and not set(value) & {"pattern", "words"}


def _twice(sources: list[Source], settings: Settings | None) -> list[Diagnostic]:
    """`duplicate-id` for each document id that two sources or stories claim, or the files of the whole edition."""
    file = settings.places.get("file") if settings else None
    seen: dict[str, Place] = {settings.file: file} if settings and file else {}
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
