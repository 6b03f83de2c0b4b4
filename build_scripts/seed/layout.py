"""`layout.yaml`: the lines or regions of a printed page with their roles, proposed by the program and committed by a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.model import Place
from build_scripts.seed.located import Lines, is_given, parse_mapping, read_record


def with_layout(folder: Path, structure: dict[str, Any], lines: Lines) -> dict[str, Any]:
    """What stands under `structure` in source.yaml and what layout.yaml holds, which is the same in a file of its own.

    The places of its keys go into `lines`. Raises BadInput: duplicate-key, and what reading raises.
    """
    path = folder / "layout.yaml"
    if not is_given(path):
        return structure
    shown = f"seeds/{folder.name}/layout.yaml"
    data, found = structure_of(read_record(path, shown), shown)
    for key in data:
        if key in structure:
            sentence, hint = f"“{key}” stands under “structure” in source.yaml, too", "take one of them out"
            raise bad(found.get(f"structure.{key}", Place(shown)), "duplicate-key", sentence, hint)
    lines.update({key: place for key, place in found.items() if key not in lines})
    return structure | data


def structure_of(text: str, shown: str) -> tuple[dict[str, Any], Lines]:
    """The text of a layout.yaml, and the place of each of its keys below `structure`. Raises what `parse_mapping` raises."""
    data, found = parse_mapping(text, shown)
    return data, {"structure": Place(shown)} | {f"structure.{key}": place for key, place in found.items()}
