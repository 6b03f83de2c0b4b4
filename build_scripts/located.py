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
    """The file's text as UTF-8 with its newlines untouched. Raises BadInput: missing-file, undecodable."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise bad(Place(shown), "missing-file", f"{shown} is not there", "add the file, or remove the folder") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        sentence = f"byte {error.start} is not UTF-8: 0x{error.object[error.start]:02x}"
        raise bad(Place(shown, line), "undecodable", sentence, "save the capture again as UTF-8") from None
    except OSError as error:
        raise bad(Place(shown), "unreadable", f"{shown} cannot be read: {error.strerror}") from None


def load(path: Path, shown: str) -> tuple[dict[str, Any], Lines]:
    """A YAML mapping and the place of every key by its dotted path (`title.en`, `corrections.0.after`)."""
    text = read_text(path, shown)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or error)
        raise bad(Place(shown, mark.line + 1 if mark else 1), "yaml-syntax", f"not valid YAML: {problem}") from None
    if not isinstance(data, dict):
        raise bad(Place(shown), "yaml-syntax", "the file must be a mapping of keys to values")
    lines: Lines = {}
    _walk(node, "", shown, lines, frozenset())
    return data, lines


def _walk(node: yaml.Node, prefix: str, shown: str, lines: Lines, above: frozenset[int]) -> None:
    if id(node) in above:
        raise bad(Place(shown, node.start_mark.line + 1), "yaml-syntax", "an alias may not contain itself")
    above |= {id(node)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{prefix}{key.value}"
            place = Place(shown, key.start_mark.line + 1)
            if name in lines:
                raise bad(place, "duplicate-key", f"the key “{name}” stands twice", f"first in line {lines[name].line}")
            lines[name] = place
            _walk(value, f"{name}.", shown, lines, above)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[f"{prefix}{index}"] = Place(shown, value.start_mark.line + 1)
            _walk(value, f"{prefix}{index}.", shown, lines, above)


def check_keys(data: dict[str, Any], known: Iterable[str], lines: Lines, shown: str, prefix: str = "") -> None:
    """Raise `unknown-key` for the first key that is not known, naming the nearest that is."""
    names = list(known)
    for key in data:
        if key not in names:
            near = get_close_matches(str(key), names, n=1, cutoff=0.0)
            place = lines.get(f"{prefix}{key}", Place(shown))
            raise bad(place, "unknown-key", f"unknown key “{key}”", f"the nearest known key is “{near[0]}”")
