"""YAML read safely, with the line of every key, so that a message can point at what it means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from build_scripts.diagnostics import bad
from build_scripts.model import Place

Lines = dict[str, Place]


def read_text(path: Path, shown: str) -> str:
    """The file's text as UTF-8 with its newlines untouched. Raises BadInput: missing-file, unreadable, undecodable."""
    if path.exists() and not path.is_file():  # a folder, or a device or pipe, which might never end
        raise bad(Place(shown), "unreadable", f"{shown} is not a file", "put a file of that name in its place")
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise bad(Place(shown), "missing-file", f"{shown} is not there", "add the file, or remove the folder") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        sentence = f"byte {error.start} is not UTF-8: 0x{error.object[error.start]:02x}"
        raise bad(Place(shown, line), "undecodable", sentence, "save the file as UTF-8") from None
    except OSError as error:
        raise bad(Place(shown), "unreadable", f"{shown} cannot be read: {error.strerror}") from None


class PlainLoader(yaml.SafeLoader):
    """YAML whose numbers, dates and truth values stay the texts that they are written as; aliases are refused."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.composer.ComposerError(None, None, f"an alias (*{event.anchor}) is not used here", event.start_mark)
        return super().compose_node(parent, index)


for _tag in ("int", "float", "bool", "timestamp"):
    PlainLoader.add_constructor(f"tag:yaml.org,2002:{_tag}", lambda loader, node: loader.construct_scalar(node))


def load(path: Path, shown: str) -> tuple[dict[str, Any], Lines]:
    """A YAML mapping of texts and the place of every key by its dotted path (`title.en`, `corrections.0.after`).

    Raises BadInput: yaml-syntax, duplicate-key and those of read_text.
    """
    text = read_text(path, shown)
    try:
        loader = PlainLoader(text)
        node = loader.get_single_node()
        lines: Lines = {}
        _walk(node, "", shown, lines)
        data = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
        raise bad(Place(shown, line), "yaml-syntax", f"not valid YAML: {problem}") from None
    except RecursionError:
        raise bad(Place(shown), "yaml-syntax", "not valid YAML: nested too deeply") from None
    except ValueError as error:
        raise bad(Place(shown), "yaml-syntax", f"not valid YAML: {error}") from None
    if not isinstance(data, dict):
        raise bad(Place(shown), "yaml-syntax", "the file must be a mapping of keys to values")
    return data, lines


def _walk(node: yaml.Node | None, prefix: str, shown: str, lines: Lines) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = Place(shown, key.start_mark.line + 1)
            if not isinstance(key, yaml.ScalarNode) or key.tag.endswith((":null", ":merge", ":binary")):
                raise bad(place, "yaml-syntax", "not valid YAML: a key must be a plain text")
            name = f"{prefix}{key.value}"
            if name in lines:
                raise bad(place, "duplicate-key", f"the key “{name}” stands twice", f"first in line {lines[name].line}")
            lines[name] = place
            _walk(value, f"{name}.", shown, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[f"{prefix}{index}"] = Place(shown, value.start_mark.line + 1)
            _walk(value, f"{prefix}{index}.", shown, lines)


def check_keys(data: dict[str, Any], known: Iterable[str], lines: Lines, shown: str, prefix: str = "") -> None:
    """Raise `unknown-key` for the first key that is not known, naming the nearest that is."""
    names = list(known)
    for key in data:
        if key not in names:
            near = get_close_matches(str(key), names, n=1, cutoff=0.0)
            place = lines.get(f"{prefix}{key}", Place(shown))
            raise bad(place, "unknown-key", f"unknown key “{key}”", f"the nearest known key is “{near[0]}”")
