"""How `source.yaml` says that notes are printed: `notes: {mark: circled, place: foot, numbering: page}`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.model import NoteStyle
from build_scripts.seed.located import Lines, check_keys
from build_scripts.text.forms import marks

MARKS = (*(mark.name for mark in marks()), "none")
VALUES = {"mark": MARKS, "place": ("foot", "end"), "numbering": ("page", "section", "document")}


def note_style(data: dict[str, Any], lines: Lines, shown: str) -> NoteStyle:
    """The style; a mark may also be shown as it is printed (`mark: ①`). Raises BadInput: unknown-key, bad-value."""
    check_keys(data, VALUES, lines, shown, "notes.")
    given = {key: str(value) for key, value in data.items()}
    if "mark" in given and given["mark"] not in MARKS:
        given["mark"] = next((mark.name for mark in marks() if mark.label.fullmatch(given["mark"])), given["mark"])
    for key, value in given.items():
        if value not in VALUES[key]:
            near = get_close_matches(value, VALUES[key], n=1, cutoff=0.0)[0]
            hint = f"known: {', '.join(VALUES[key])}; the nearest is “{near}”"
            raise bad(lines[f"notes.{key}"], "bad-value", f"unknown {key} of notes “{value}”", hint)
    return NoteStyle(**given)
