"""YAML read safely, with the line of every key, so that a message can point at what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from build_scripts.diagnostics import bad
from build_scripts.model import Place
from build_scripts.text.characters import first_no_text

Lines = dict[str, Place]
# YAML is read at some 200,000 characters in a second; an edition of a thousand sources has a tenth of it in its longest file.
MOST_CHARACTERS = 1_000_000
MOST_BYTES = 256 << 20  # of any file: what memory holds several times; a scanned newspaper has a tenth of it


def read_bytes(path: Path, shown: str) -> bytes:
    """The file's bytes. Raises BadInput: missing-file, unreadable, too-large."""
    try:
        if path.exists() and not path.is_file():  # a folder, or a device or pipe, which might never end
            raise bad(Place(shown), "unreadable", f"{shown} is not a file", "put a file of that name in its place")
        size = path.stat().st_size
        if size > MOST_BYTES:
            hint = f"a file of an edition has at most {MOST_BYTES:,} bytes"
            raise bad(Place(shown), "too-large", f"{shown} has {size:,} bytes", hint)
        return path.read_bytes()
    except FileNotFoundError:
        raise bad(Place(shown), "missing-file", f"{shown} is not there", "add the file, or remove the folder") from None
    except OSError as error:
        raise bad(Place(shown), "unreadable", f"{shown} cannot be read: {error.strerror}") from None


def read_text(path: Path, shown: str) -> str:
    """The file's text as UTF-8 with its newlines untouched. Raises BadInput: undecodable and those of read_bytes."""
    try:
        return read_bytes(path, shown).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        sentence = f"byte {error.start} is not UTF-8: 0x{error.object[error.start]:02x}"
        raise bad(Place(shown, line), "undecodable", sentence, "save the file as UTF-8") from None


def read_record(path: Path, shown: str, most: int = MOST_CHARACTERS) -> str:
    """The text of a record, of a length that is read in time. Raises BadInput: too-large and those of read_text."""
    text = read_text(path, shown)
    if len(text) > most:
        hint = f"such a file has at most {most:,} characters"
        raise bad(Place(shown), "too-large", f"{shown} has {len(text):,} characters", hint)
    return text


def is_given(path: Path) -> bool:
    """Whether a file that may be left out is there, be it only as a link that leads nowhere: reading it then says so."""
    return path.exists() or path.is_symlink()


class PlainLoader(yaml.SafeLoader):
    """YAML whose numbers, dates and truth values stay the texts that they are written as; aliases are refused."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]  # untyped in types-PyYAML
            raise yaml.composer.ComposerError(None, None, f"an alias (*{event.anchor}) is not used here", event.start_mark)
        return super().compose_node(parent, index)


def _as_written(loader: PlainLoader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


for _tag in ("int", "float", "bool", "timestamp"):
    PlainLoader.add_constructor(f"tag:yaml.org,2002:{_tag}", _as_written)


def load(path: Path, shown: str) -> tuple[dict[str, Any], Lines]:
    """A YAML mapping of texts and the place of every key by its dotted path (`title.en`, `corrections.0.after`).

    Raises BadInput: yaml-syntax, duplicate-key and those of read_record.
    """
    return parse_mapping(read_record(path, shown), shown)


def parse_mapping(text: str, shown: str, first: int = 1) -> tuple[dict[str, Any], Lines]:
    """The same for a text that begins in line `first` of its file."""
    data, lines = _parse(text, shown, first)
    if not isinstance(data, dict):
        raise bad(Place(shown, first), "yaml-syntax", "the file must be a mapping of keys to values")
    return data, lines


def load_entries(path: Path, shown: str, known: Iterable[str]) -> list[tuple[dict[str, Any], Place]]:
    """A YAML list of mappings whose keys are `known`, each with its place. Raises what `load` raises, and unknown-key."""
    data, lines = _parse(read_record(path, shown), shown)
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        raise bad(Place(shown), "yaml-syntax", "the file must be a list of entries", f"an entry has {', '.join(known)}")
    for index, entry in enumerate(data):
        check_keys(entry, known, lines, shown, f"{index}.")
    return [(entry, lines[str(index)]) for index, entry in enumerate(data)]


def _parse(text: str, shown: str, first: int = 1) -> tuple[Any, Lines]:
    with yaml_errors(text, shown, first):
        loader = PlainLoader(text)
        node = loader.get_single_node()
        lines: Lines = {}
        _walk(node, "", Place(shown, first), lines)
        return (loader.construct_document(node) if node else None), lines


@contextmanager
def yaml_errors(text: str, shown: str, first: int = 1) -> Iterator[None]:
    """Raise `yaml-syntax` with its line for what a library of YAML raises of a text that begins in line `first` of its file."""
    try:
        yield
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first + (mark.line if mark else text.count("\n", 0, getattr(error, "position", 0)))
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
        raise bad(Place(shown, line), "yaml-syntax", f"not valid YAML: {problem}") from None
    except RecursionError:
        raise bad(Place(shown, first), "yaml-syntax", "not valid YAML: nested too deeply") from None
    except (ValueError, OverflowError) as error:  # an escape beyond Unicode, base64 that is none
        raise bad(Place(shown, first), "yaml-syntax", f"not valid YAML: {error}") from None


def check_characters(text: str, place: Place) -> None:
    """Raise `no-character` where a text of a record holds a code that is none; `place` is where the text begins."""
    at = first_no_text(text)
    if at is not None:
        sentence = f"the code U+{ord(text[at]):04X} is no character of a text"
        line = place.line + text.count("\n", 0, at)
        raise bad(Place(place.path, line), "no-character", sentence, "take it out, or write the character that is meant")


def _walk(node: yaml.Node | None, prefix: str, start: Place, lines: Lines) -> None:
    if isinstance(node, yaml.ScalarNode):
        check_characters(node.value, Place(start.path, start.line + node.start_mark.line))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = Place(start.path, start.line + key.start_mark.line)
            if not isinstance(key, yaml.ScalarNode) or key.tag.endswith((":null", ":merge", ":binary")):
                raise bad(place, "yaml-syntax", "not valid YAML: a key must be a plain text")
            check_characters(key.value, place)
            name = f"{prefix}{key.value}"
            if name in lines:
                raise bad(place, "duplicate-key", f"the key “{name}” stands twice", f"first in line {lines[name].line}")
            lines[name] = place
            _walk(value, f"{name}.", start, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[f"{prefix}{index}"] = Place(start.path, start.line + value.start_mark.line)
            _walk(value, f"{prefix}{index}.", start, lines)


def check_keys(data: dict[str, Any], known: Iterable[str], lines: Lines, shown: str, prefix: str = "") -> None:
    """Raise `unknown-key` for the first key that is not known, naming the nearest that is."""
    names = list(known)
    for key in data:
        if key not in names:
            near = get_close_matches(str(key), names, n=1, cutoff=0.0)
            place = lines.get(f"{prefix}{key}", Place(shown))
            raise bad(place, "unknown-key", f"unknown key “{key}”", f"the nearest known key is “{near[0]}”")
