"""What has changed in a text: its former words, found by their digest, and the difference in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from pathlib import Path

from build_scripts.seed.expected import NAME
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.history.published import git
from build_scripts.text.characters import HAN

TOKEN = re.compile(rf"[{HAN}]|(?:(?![{HAN}])[^\W_])+|\s+|.", re.DOTALL)
CALL = re.compile(r"⟦\d+⟧")
AROUND = 6  # tokens on either side of a change
LONGEST = 400  # characters of a difference
VERSIONS = 50  # of a file, looked through from the newest


class Presence(Enum):
    """Which of two texts has a piece."""

    KEPT = "both"
    GONE = "old"
    NEW = "new"


def former_text(folder: Path, wanted: str) -> str:
    """The text of a digest as it was once accepted into the seed's `expected.txt`, here or in an earlier commit; else empty."""
    for accepted in _accepted(folder):
        for line in accepted.split("\n"):
            text = CALL.sub("", line).removeprefix(" ")
            if digest(text) == wanted:
                return text
    return ""


def _accepted(folder: Path) -> Iterator[str]:
    path = folder / NAME
    if path.is_file():
        yield path.read_text(encoding="utf-8", errors="replace")
    for commit in (git(folder, "log", f"-{VERSIONS}", "--format=%H", "--", NAME) or "").split():
        yield git(folder, "show", f"{commit}:./{NAME}") or ""


def difference(old: str, new: str) -> str:
    """Both texts in one line, as `git diff --word-diff` writes it: only what changed, and a few words around it.

    >>> difference("共有九座灯塔，都已点亮。", "共有十座灯塔，都已点亮。")
    '共有[-九-]{+十+}座灯塔，都已…'
    """
    marks = {Presence.KEPT: "{}", Presence.GONE: "[-{}-]", Presence.NEW: "{{+{}+}}"}
    words = "".join(marks[part].format(text) for part, text in differing(old, new)).replace("\n", " ")
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def differing(old: str, new: str) -> Iterator[tuple[Presence, str]]:
    """Both texts piece by piece: what went, what came, and of what stayed a few words around that.

    >>> [text for part, text in differing("共有九座灯塔", "共有十座灯塔") if part is not Presence.KEPT]
    ['九', '十']
    """
    ours, theirs = TOKEN.findall(old), TOKEN.findall(new)
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for index, (what, start, end, begin, stop) in enumerate(codes):
        if what == "equal":
            yield Presence.KEPT, _around(ours[start:end], first=index == 0, last=index == len(codes) - 1)
            continue
        for part, text in ((Presence.GONE, "".join(ours[start:end])), (Presence.NEW, "".join(theirs[begin:stop]))):
            if text:
                yield part, text


def _around(words: list[str], first: bool, last: bool) -> str:
    """What stayed, without the middle, or without the end that no change follows."""
    head, tail = ([] if first else words[:AROUND]), ([] if last else words[-AROUND:])
    if len(head) + len(tail) >= len(words):
        return "".join(words)
    return f"{''.join(head)}…{''.join(tail)}"
