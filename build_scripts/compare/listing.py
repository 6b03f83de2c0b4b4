"""What has changed for readers, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_scripts.compare.changes import ReaderChange
from build_scripts.seed.history.differences import difference
from build_scripts.writers.web.markdown import escape

LONGEST = 160  # characters of a text that came or went
NOTHING = "Nothing has changed for readers."


def list_changes(changes: Mapping[str, Sequence[ReaderChange]]) -> Iterator[str]:
    """Lines: under a head for each sort an item for each change, word by word."""
    for head, found in changes.items():
        yield from (f"## {head}", "", *map(_line, found), "")
    if not changes:
        yield NOTHING


def _line(change: ReaderChange) -> str:
    if change.before is not None and change.after is not None:
        words = escape(difference(change.before, change.after))
    else:
        words = _words(change.before or change.after or "")
    return f"- {change.kind} `{change.name}`: {words}"


def _words(text: str) -> str:
    return escape(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
