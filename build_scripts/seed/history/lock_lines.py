"""What both lock files have in common: a record a line under a name, comments, and an end of line behind the last one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from build_scripts.diagnostics import BadInput, Diagnostic, bad
from build_scripts.model import Place
from build_scripts.seed.located import is_given, read_text

EXCERPT = 60
RULE = "bad-lock"
RESTORE = "where two branches have each added lines, keep both; else restore the file from the last commit"


class LockRecord(Protocol):
    @property
    def name(self) -> str: ...


AnyRecord = TypeVar("AnyRecord", bound=LockRecord)


def read_lines(path: Path, shown: str) -> str:
    """The text of a lock file, empty where there is none. Raises BadInput: bad-lock, unreadable, undecodable.

    A file that “build” has written begins with a comment and ends with an end of line: one that is empty or breaks off is
    what a machine left that died, or a hand, and the names that it no longer holds would be given anew.
    """
    text = read_text(path, shown) if is_given(path) else ""
    if is_given(path) and not text.strip():
        hint = "restore it from the last commit; or remove it, where nothing that it named has been published"
        raise bad(Place(shown), RULE, "the file is empty", hint)
    if text and not text.endswith("\n"):
        hint = "restore the file from the last commit; or end the line, where it is whole"
        raise bad(Place(shown, text.count("\n") + 1), RULE, "the last line breaks off", hint)
    return text


def parse_lines(
    text: str,
    shown: str,
    form: re.Pattern[str],
    make: Callable[[re.Match[str], int], AnyRecord],
    twice: Callable[[AnyRecord, AnyRecord], tuple[str, str]],
    what: str,
) -> Iterable[AnyRecord]:
    """The records of a lock file's text, one under each name. `make` takes a match of `form` and the number of its line,
    `twice` says of two records of one name what is wrong and what to do. Raises BadInput: bad-lock.
    """
    found: dict[str, AnyRecord] = {}
    problems: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = form.fullmatch(line)
        if match:
            record = make(match, number)
            if record.name in found:
                problems.append(Diagnostic(Place(shown, number), RULE, *twice(found[record.name], record)))
            found.setdefault(record.name, record)
        elif line.strip() and not line.startswith("# "):
            problems.append(Diagnostic(Place(shown, number), RULE, f"“{line[:EXCERPT]}” is not {what}", RESTORE))
    if problems:
        raise BadInput(*problems)
    return found.values()
