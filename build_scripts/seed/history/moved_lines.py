"""Lines that an editor names by number, held against the last commit: a number says nothing of the words it is meant for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from build_scripts.diagnostics import LINE_END, Diagnostic
from build_scripts.roles import Given
from build_scripts.seed.history.published import git
from build_scripts.source import Source

SHOWN = 16  # characters of a line


def moved_lines(source: Source) -> Iterator[Diagnostic]:
    """`lines-moved` for each line named by number that has other words than in the last commit, where its words stand in
    another line now. Nothing where `structure` has changed as well, or there is no commit.
    """
    numbered = [each for each in (*source.roles, *(given for story in source.stories for given in story.roles)) if _ends(each)]
    name = source.raw_path.rpartition("/")[2]
    before = git(source.folder, "show", f"HEAD:./{name}") if numbered and name.endswith(".txt") else None
    if before is None or not (source.folder / name).is_file():
        return
    now = (source.folder / name).read_bytes().decode("utf-8", "replace")
    if before == now or _structure(source, committed=True) != _structure(source, committed=False):
        return
    old, new = ([line.strip() for line in LINE_END.split(text)] for text in (before, now))
    for given in numbered:
        moves = [(line, _where(old, new, line)) for line in _ends(given)]
        for line, at in moves:
            if at:
                sentence = f"line {line} was “{old[line - 1][:SHOWN]}” in the last commit, which is line {at} now"
                hint = "give the numbers of the lines anew; or name lines by their first words, which stay"
                yield Diagnostic(source.place(given.key), "lines-moved", sentence, hint)


def _ends(given: Given) -> list[int]:
    """The numbers by which lines are named."""
    return [line for line in dict.fromkeys((given.first, given.last)) if line]


def _where(old: list[str], new: list[str], line: int) -> int:
    """The line in which the words of an old one stand now, the nearest of several; 0 where they stayed or are gone."""
    words = old[line - 1] if line <= len(old) else ""
    if not words or (line <= len(new) and new[line - 1] == words):
        return 0
    return min((at for at, each in enumerate(new, 1) if each == words), key=lambda at: abs(at - line), default=0)


def _structure(source: Source, committed: bool) -> Any:
    path = source.folder / "source.yaml"
    text = git(source.folder, "show", f"HEAD:./{path.name}") if committed else path.read_text(encoding="utf-8")
    try:
        data = yaml.safe_load(text or "")
    except yaml.YAMLError:
        return None
    return data.get("structure") if isinstance(data, dict) else None
