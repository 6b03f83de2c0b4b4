"""What an editor wrote in a seed's records, as far as the proof goes by it: lines named, their order, words corrected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from build_scripts.matching import numbers_matching

RANGE = re.compile(r"\s*(\d{1,7})?\s*(-)?\s*(\d{1,7})?\s*")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Editor:
    """`named`: `(raw line, role)`, lines from 1; `orders`: each list of lines that is not in the order of the capture.

    `script`: by tree, words of the edition and how they are shown in it. `words`: what is quoted from inside lines. `before`
    and `after`: the words of corrections, without their spaces.
    """

    named: frozenset[tuple[int, str]] = frozenset()
    orders: tuple[tuple[int, ...], ...] = ()
    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    script: tuple[tuple[str, str, str], ...] = ()
    language: str = ""  # of the capture, BCP 47


@dataclass(slots=True)
class _Found:
    named: set[tuple[int, str]] = field(default_factory=set)
    orders: list[tuple[int, ...]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def read_editor(seed: Path, lines: Sequence[str]) -> Editor:
    """What the records of a seed say about the lines of its capture. Whether they are valid is checked elsewhere."""
    found = _Found()
    source = _load(seed / "source.yaml")
    _structure(source.get("structure"), "", lines, found)
    _structure(_load(seed / "layout.yaml"), "", lines, found)
    texts = list(_corrections(_load(seed / "decisions.yaml")))
    before, after = (tuple(folded(each[at]) for each in texts) for at in (0, 1))
    script = tuple(_script(_load(seed.parent / "conversion.yaml")))
    language = str(source.get("language", ""))
    return Editor(frozenset(found.named), tuple(found.orders), tuple(found.words), before, after, script, language)


def _load(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) if path.is_file() else {}
    return data if isinstance(data, dict) else {}


def folded(text: str) -> str:
    """A text without its spaces and differences of width, as corrections are compared with captures."""
    return SPACES.sub("", unicodedata.normalize("NFKC", text))


def _structure(value: Any, role: str, lines: Sequence[str], found: _Found) -> None:
    """All lines that a value below `structure` names, and the words that it quotes; `role` is the key above it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "words" and isinstance(inner, str):
                found.words.append(inner)
            elif key == "pattern" and isinstance(inner, str):
                found.named |= {(number, role) for number in numbers_matching(inner, enumerate(lines, 1))}
            else:
                _structure(inner, role if str(key).isdecimal() else str(key), lines, found)
        return
    numbers: list[int] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            _structure(item, role, lines, found)
        elif isinstance(item, str):
            numbers += _numbers(item, lines)
    found.named |= {(number, role) for number in numbers}
    if numbers != sorted(numbers):
        found.orders.append(tuple(numbers))


def _numbers(spec: str, lines: Sequence[str]) -> list[int]:
    match = RANGE.fullmatch(spec)
    if match and (match[1] or match[3]):
        first, last = int(match[1] or 1), int(match[3] or (len(lines) if match[2] else match[1]))
        return list(range(first, min(last, len(lines)) + 1))
    opening = spec.strip()
    return [number for number, line in enumerate(lines, 1) if opening and line.strip().startswith(opening)]


def _corrections(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Before and after of each correction, wherever a record keeps them."""
    entries = data.get("corrections")
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("before"), str) and isinstance(entry.get("after"), str):
            yield entry["before"], entry["after"]


def _script(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """`(tree, words, shown)` of each word that the edition wants shown so."""
    for tree, phrases in data.items():
        for words, shown in phrases.items() if isinstance(phrases, dict) else ():
            yield str(tree), str(words), str(shown)
