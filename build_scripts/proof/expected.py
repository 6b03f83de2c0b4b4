"""What must stand at each place of the pages, from a capture and its ledger: pieces of text, with the notes called in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from build_scripts.proof.calls import pages_calls
from build_scripts.proof.editor import folded
from build_scripts.proof.permissions import ANYTHING, replacement
from build_scripts.proof.runs import Capture, RunRecord

Key = tuple[str, ...]  # (document, id) of a block or note, (document or "", field) of a particular
BLOCK_MARK = re.compile(
    r"</?(?:p|div|br|h[1-6]|[uod]l|li|d[td]|blockquote|table|t[rdh]|fig\w+|section|article)\b", re.IGNORECASE
)
AHEAD = 8  # runs on a line behind a call, among which its text begins


@dataclass(slots=True)
class Text:
    """The pieces of one text: each a text or a pattern; `start` is where it begins in the capture. `language` of a
    translation.
    """

    start: int
    language: str = ""
    pieces: list[str | re.Pattern[str]] = field(default_factory=list)

    @property
    def plain(self) -> str | None:
        """The text, where no piece leaves anything open."""
        return "".join(map(str, self.pieces)) if all(isinstance(piece, str) for piece in self.pieces) else None

    def holds(self, shown: str, after: tuple[str, ...] = ()) -> bool:
        """Whether a text of a page is this one; what a correction put in must be quoted by one of `after`."""
        plain = self.plain
        if plain is not None:
            return shown == plain
        pattern = "".join(map(_as_pattern, self.pieces))
        match = re.fullmatch(pattern, shown)
        return bool(match) and all(any(folded(put_in) in words for words in after) for put_in in _groups(match))


def _as_pattern(piece: str | re.Pattern[str]) -> str:
    """A piece as part of a pattern; what a correction puts in is a group."""
    if isinstance(piece, str):
        return re.escape(piece)
    return f"({piece.pattern})" if piece is ANYTHING else piece.pattern


def _groups(match: re.Match[str] | None) -> tuple[str, ...]:
    return tuple(group or "" for group in match.groups()) if match else ()


def expected_texts(capture: Capture, ledger: Mapping[str, Any]) -> dict[Key, Text]:
    """Every text that the ledger sends to a page, in the order of the capture, or that in which an editor put its lines."""
    runs = [run for run in ledger["runs"]]
    calls = pages_calls(capture, runs)
    pieces: dict[Key, list[tuple[int, list[str | re.Pattern[str]]]]] = defaultdict(list)
    texts: dict[Key, Text] = {}
    key: Key | None = None
    for index, run in enumerate(runs):
        if run["to"] is not None:
            key = key_of(run["to"])
            texts.setdefault(key, Text(run["start"])).language = run["to"].get("language", "")
            pieces[key].append((run["start"], [_piece(capture, run)]))
        elif run["rule"] == "note-call" and (opened := _opened_by(capture, runs, index, key)):
            texts.setdefault(opened, Text(run["start"]))
            pieces[opened].append((run["start"], list(calls.get(index, ()))))
        elif run["rule"] == "note-call" and key:
            pieces[key][-1][1].extend(calls.get(index, ()))
    for key, text in texts.items():
        text.pieces = [piece for _, part in _ordered(capture, pieces[key]) for piece in part]
    return texts


def _opened_by(capture: Capture, runs: list[RunRecord], index: int, key: Key | None) -> Key | None:
    """The text that a call opens: no text stands before it on its line, and the text behind it on that line is another one."""
    follows = next((run for run in runs[index + 1 : index + AHEAD] if run["to"] is not None), None)
    if not follows or key_of(follows["to"]) == key:
        return None
    line = capture.line(runs[index]["start"])
    begin = capture.starts[line - 2] if line > 1 else 0
    above = takewhile(lambda run: run["end"] > begin, (runs[at] for at in range(index - 1, -1, -1)))
    before = takewhile(lambda run: not _is_block_mark(capture, run), above)
    first = all(run["to"] is None or not capture.raw[max(run["start"], begin) : run["end"]].strip() for run in before)
    return key_of(follows["to"]) if first and capture.line(follows["start"]) == line else None


def _is_block_mark(capture: Capture, run: RunRecord) -> bool:
    """Whether tags were taken out here between which one text ends and another begins, on the same line."""
    return run["rule"] == "markup" and bool(BLOCK_MARK.search(capture.raw, run["start"], run["end"]))


def key_of(to: Mapping[str, Any]) -> Key:
    if "metadata" in to:
        return (to.get("document", ""), f"@{to['metadata']}")
    if "note" in to:
        return (to["document"], to.get("id", f"n{to['note']}"))
    name = to["block"] + (f"-{to['language']}" if "language" in to else "")
    return (to["document"], name)


def _piece(capture: Capture, run: RunRecord) -> str | re.Pattern[str]:
    text = capture.raw[run["start"] : run["end"]]
    if run["fate"] == "kept":
        return text
    found = replacement(run["rule"], text, capture.editor.language)
    return "" if found is None else found  # a change that no rule allows is told where the runs are checked


def _ordered(capture: Capture, parts: list[Any]) -> list[Any]:
    """The parts of a text in the order of the capture, or of the list in which an editor put their lines otherwise."""
    lines = {capture.line(start) for start, _ in parts}
    order = next((order for order in capture.editor.orders if lines <= set(order)), None)
    if not order or len(lines) == 1:
        return parts
    places = {line: place for place, line in reversed(list(enumerate(order)))}
    return sorted(parts, key=lambda part: places[capture.line(part[0])])
