"""The JSON Schemas of the data files, with what follows from the settings of the edition and from the list of readers."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.edition.edition import Edition
from build_scripts.readers import READERS

FOLDER = Path(__file__).with_name("schema")
Schema = dict[str, Any]


def schemas_of(edition: Edition) -> dict[str, Schema]:
    """Every schema by its name: kinds and trees are those of the edition."""
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
    document = schemas["corpus"]["properties"]["documents"]["items"]["properties"]
    document["kind"]["enum"] = list(edition.settings.kind_names)
    document["reader"]["enum"] = list(READERS)
    for key in ("title", "urls"):
        _by_tree(document[key], edition)
    _by_tree(schemas["corpus"]["properties"]["edition"]["properties"]["name"], edition)
    cited = schemas["citations"]["items"]["properties"]["type"]["enum"]
    cited += [reader.cited_as for reader in READERS.values() if reader.cited_as not in cited]
    return schemas


def _by_tree(schema: Schema, edition: Edition) -> None:
    """One text for each tree, and nothing else."""
    (each, *_) = schema["properties"].values()
    schema["properties"] = {str(tree): each for tree in edition.trees}
    schema["required"] = [str(tree) for tree in edition.trees]


def validator_of(schema: Schema) -> Callable[[object], object]:
    """A function that raises JsonSchemaException for what does not fit a schema."""
    return _compiled(json.dumps(schema))


@cache
def _compiled(schema: str) -> Callable[[object], object]:
    """Made once: compiling one takes longer than checking many files."""
    import fastjsonschema

    found: Callable[[object], object] = fastjsonschema.compile(json.loads(schema))
    return found
