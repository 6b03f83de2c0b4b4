"""`decisions.yaml`: what an editor decided of one source, each decision with its place and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.seed.located import Lines, check_keys, is_given, load
from build_scripts.seed.values import NUMBER, one_of, reason, text_of
from build_scripts.source import (
    CommentDecision,
    Correction,
    Decisions,
    LinkDecision,
    MarkDecision,
    Passage,
    Place,
    Waiver,
    WorkDecision,
)

LINK_TYPES = ("quotation", "reprint", "same-wording", "echo")
MARK_ROLES = ("lead", "label", "none")
# What an editor can say of a work that a note cites; see links/cited/notes.py.
WORK_KEYS = ("kind", "title", "container", "date", "publisher", "place", "site", "url", "language", "author")
REASONS = ("because", "authority")


@dataclass(frozen=True, slots=True)
class Decided:
    corrections: tuple[Correction, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision: its values, their lines, and what messages call it."""

    data: dict[str, Any]
    lines: Lines
    shown: str
    prefix: str
    place: Place

    def text(self, key: str, default: str | None = None) -> str:
        """A text that must be there, or the default where nothing is given. Raises `missing-key`, `bad-value`."""
        if key not in self.data and default is not None:
            return default
        if default is None and self.data.get(key) in (None, ""):
            kind = self.prefix.split(".")[0]
            raise bad(self.place, "missing-key", f"an entry of “{kind}” needs “{key}”", f"add “{key}: …”")
        return text_of(self.data, key, self.lines, self.prefix)

    def reason(self, key: str = "because") -> dict[str, str]:
        """An editor's words by language, which must be there."""
        if not isinstance(self.data.get(key), dict):
            self.text(key)
        return reason(self.data, key, self.lines, self.shown, self.prefix)

    def passage(self, key: str, words: str, owner: str) -> Passage:
        """`p3` or `document#p3`, with the words of another key; the document is the source's own where none is named."""
        document, _, block = self.text(key).rpartition("#")
        return Passage(document or owner, block, self.text(words, ""))


def read_decisions(folder: Path) -> Decided:
    """What the folder's `decisions.yaml` says; nothing where there is none. Raises BadInput with the line of what is wrong."""
    path = folder / "decisions.yaml"
    if not is_given(path):
        return Decided()
    shown = f"seeds/{folder.name}/decisions.yaml"
    data, lines = load(path, shown)
    check_keys(data, LISTS, lines, shown)
    made = {
        name: tuple(make(entry, folder.name) for entry in _entries(data, name, keys, lines, shown))
        for name, (keys, make) in LISTS.items()
    }
    corrections = made.pop("corrections")
    waivers = made.pop("waive")
    return Decided(corrections, Decisions(**made, waivers=waivers))


def _entries(data: dict[str, Any], name: str, keys: tuple[str, ...], lines: Lines, shown: str) -> Iterator[DecisionEntry]:
    entries = data.get(name) or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise bad(lines[name], "bad-value", f"“{name}” must be a list of mappings", f"each entry has {', '.join(keys)}")
    for index, entry in enumerate(entries):
        prefix = f"{name}.{index}."
        check_keys(entry, keys, lines, shown, prefix)
        yield DecisionEntry(entry, lines, shown, prefix, lines[f"{name}.{index}"])


def _correction(entry: DecisionEntry, owner: str) -> Correction:
    where, before = entry.text("where"), entry.text("before")
    if not isinstance(entry.data.get("after"), str):
        raise bad(entry.place, "missing-key", "a correction needs “after”, as a text", "add “after: …”")
    count = entry.text("count", "1")
    if not NUMBER.fullmatch(count) or not int(count):
        raise bad(
            entry.place, "bad-value", f"“{count}” is no number of places", "write how often it stands there, as “count: 46”"
        )
    return Correction(where, before, entry.data["after"], entry.reason(), entry.reason("authority"), entry.place, int(count))


def _link(entry: DecisionEntry, owner: str) -> LinkDecision:
    source = entry.passage("from", "words", owner)
    target = entry.passage("to", "to-words", owner) if "to" in entry.data else None
    retract = entry.text("retract", "false")
    one_of(retract, ("true", "false"), entry.place, "bad-value", "value of “retract”")
    kind = entry.text("type", "")
    if kind:
        one_of(kind, LINK_TYPES, entry.lines[f"{entry.prefix}type"], "bad-value", "type of link")
    work = entry.text("work", "")
    if retract == "false" and not kind and not work:
        hint = "say “retract: true”, “type: …” (quotation, reprint, same-wording, echo) or “work: …”"
        raise bad(entry.place, "missing-key", "a link's entry does not say what is to be done", hint)
    return LinkDecision(source, target, kind, retract == "true", work, entry.reason(), entry.place)


def _work(entry: DecisionEntry, owner: str) -> WorkDecision:
    values = {key: entry.text(key) for key in WORK_KEYS if key in entry.data}
    if not values:
        raise bad(entry.place, "missing-key", "a work's entry does not say anything of it", f"known: {', '.join(WORK_KEYS)}")
    return WorkDecision(entry.passage("note", "words", owner), values, entry.reason(), entry.place)


def _mark(entry: DecisionEntry, owner: str) -> MarkDecision:
    role = entry.text("role")
    one_of(role, MARK_ROLES, entry.place, "bad-value", "role of a mark")
    return MarkDecision(entry.passage("where", "words", owner), role, entry.reason(), entry.place)


def _comment(entry: DecisionEntry, owner: str) -> CommentDecision:
    return CommentDecision(entry.passage("where", "words", owner), entry.reason(), entry.place)


def _waiver(entry: DecisionEntry, owner: str) -> Waiver:
    return Waiver(entry.text("rule"), entry.text("where"), entry.reason(), entry.place)


# The lists of the file: the keys of an entry, and what is made of it.
LISTS: dict[str, tuple[tuple[str, ...], Callable[[DecisionEntry, str], Any]]] = {
    "corrections": (("where", "before", "after", "count", *REASONS), _correction),
    "links": (("from", "words", "to", "to-words", "type", "retract", "work", "because"), _link),
    "works": (("note", "words", *WORK_KEYS, "because"), _work),
    "marks": (("where", "words", "role", "because"), _mark),
    "comments": (("where", "words", "because"), _comment),
    "waive": (("rule", "where", "because"), _waiver),
}
