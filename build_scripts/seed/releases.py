"""`seeds/changes.yaml`: what changed for readers with each release, newest first.

releases:
  - version: 1a2b3c4d
    date: 2025-06-01
    by: who made the release
    changes:
      - {ids: [speech#p2, speech#n1], by: who, words: {zh-Hans: …, en: …}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.seed.located import Lines, check_keys, is_given, load
from build_scripts.seed.values import is_date, one_line, reason, text_of
from build_scripts.source import Place

SHOWN = "seeds/changes.yaml"
NAME = re.compile(r"(?!index$)[0-9A-Za-z][0-9A-Za-z.-]{0,39}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TARGET = re.compile(r"(?P<document>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?P<block>[a-z0-9-]+))?")


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """What changed at some places, in words by language; a place is `(document, block)`, the block empty for the whole."""

    places: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    by: str
    place: Place


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was published, with what it changed for readers."""

    version: str
    date: str
    by: str
    changes: tuple[ReleaseNote, ...]


def read_releases(seeds: Path) -> tuple[Release, ...]:
    """Every release, the newest first; none where there is no file. Raises BadInput with the line of what is wrong."""
    if not is_given(seeds / "changes.yaml"):
        return ()
    data, lines = load(seeds / "changes.yaml", SHOWN)
    check_keys(data, ("releases",), lines, SHOWN)
    releases = [_release(entry, prefix, lines) for entry, prefix in _entries(data, "releases", "", lines)]
    for at, release in enumerate(releases):
        if release.version in [each.version for each in releases[:at]]:
            raise bad(lines[f"releases.{at}.version"], "duplicate-id", f"there is a release “{release.version}” already")
    return tuple(sorted(releases, key=lambda each: each.date, reverse=True))


def _release(entry: dict[str, Any], prefix: str, lines: Lines) -> Release:
    _check(entry, prefix, lines, ("version", "date", "changes"), ("by",))
    version, date = (text_of(entry, key, lines, prefix) for key in ("version", "date"))
    if not NAME.fullmatch(version):
        raise bad(
            lines[f"{prefix}version"], "bad-id", f"“{version}” is no name of a version", "the build says what it is called"
        )
    if not DAY.fullmatch(date) or not is_date(date):
        raise bad(lines[f"{prefix}date"], "bad-date", f"“{date}” is not a day", "for example 2025-09-03")
    changes = [_change(change, place, lines) for change, place in _entries(entry, "changes", prefix, lines)]
    return Release(version, date, _by(entry, prefix, lines), tuple(changes))


def _change(entry: dict[str, Any], prefix: str, lines: Lines) -> ReleaseNote:
    _check(entry, prefix, lines, ("words",), ("ids", "by"))
    ids = entry.get("ids", [])
    if not isinstance(ids, list):
        raise bad(lines[f"{prefix}ids"], "bad-value", "“ids” must be a list", "write “ids: [speech#p2]”")
    places = [_place(str(name), lines[f"{prefix}ids.{at}"]) for at, name in enumerate(ids)]
    return ReleaseNote(
        tuple(places), reason(entry, "words", lines, SHOWN, prefix), _by(entry, prefix, lines), lines[prefix[:-1]]
    )


def _place(name: str, place: Place) -> tuple[str, str]:
    match = TARGET.fullmatch(name)
    if not match:
        raise bad(place, "bad-id", f"“{name}” names no document or paragraph", "for example speech, or speech#p2")
    return match["document"], match["block"] or ""


def _by(entry: dict[str, Any], prefix: str, lines: Lines) -> str:
    return one_line(text_of(entry, "by", lines, prefix)) if "by" in entry else ""


def _entries(data: dict[str, Any], key: str, prefix: str, lines: Lines) -> Iterator[tuple[dict[str, Any], str]]:
    """Each entry of a list of mappings, with the beginning of the paths of its keys."""
    value = data.get(key) or []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        place = lines.get(f"{prefix}{key}", Place(SHOWN))
        raise bad(place, "bad-value", f"“{key}” must be a list of entries", f"write “{key}:” and below it “- …”")
    return ((entry, f"{prefix}{key}.{at}.") for at, entry in enumerate(value))


def _check(entry: dict[str, Any], prefix: str, lines: Lines, required: tuple[str, ...], others: tuple[str, ...]) -> None:
    check_keys(entry, (*required, *others), lines, SHOWN, prefix)
    for key in required:
        if not entry.get(key):
            raise bad(lines.get(prefix[:-1], Place(SHOWN)), "missing-key", f"“{key}” is missing", f"add “{key}: …”")
