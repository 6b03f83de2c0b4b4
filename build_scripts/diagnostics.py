"""What the build says when something is wrong, and the exit codes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from build_scripts.model import Place
from build_scripts.tables import read_table

CLEAN, PROBLEMS, BUG = 0, 1, 70  # a wrong use ends with 2, by argparse

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
FEW, MANY, LINES_NAMED = 6, 12, 40  # messages of a rule in a file that are whole, files of a rule, lines that the rest names
# What would break a message, hide in it or turn a terminal round: codes that show nothing, and ends of lines.
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
LONGEST = 900  # characters of a sentence, or of a hint, that are shown
RULES_FILE = Path(__file__).with_name("rules.yaml")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one line of one file, in words that lead to the mend."""

    place: Place
    rule: str
    sentence: str
    hint: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        head = f"{in_one_line(self.place.path)}:{self.place.line}: {self.severity}[{self.rule}]: {in_one_line(self.sentence)}"
        return f"{head}\n  hint: {in_one_line(self.hint)}" if self.hint else head


def in_one_line(words: str) -> str:
    """Words as a message shows them: what is not seen as its escape, and no more than a person reads.

    >>> in_one_line("海\\u3000洋 \\u2028\\x00"), len(in_one_line("x" * 1000))
    ('海\\u3000洋 \\\\u2028\\\\x00', 901)
    """
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return "".join(ascii(char)[1:-1] if unicodedata.category(char) in UNSEEN else char for char in shown)


class BadInput(Exception):
    """Raised with diagnostics where what was given cannot be built."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """The messages as they are printed: where one rule speaks often of one file, or of very many, the rest is one message.

    The first `FEW` of a rule in a file are whole, and its first `MANY` files; what follows names how many there are and where.
    """
    groups: dict[tuple[str, str], dict[str, list[Diagnostic]]] = {}
    for each in diagnostics:
        groups.setdefault((each.rule, each.severity), {}).setdefault(each.place.path, []).append(each)
    return [line for files in groups.values() for line in _of_rule(list(files.values()))]


def _of_rule(files: list[list[Diagnostic]]) -> Iterator[str]:
    for found in files[:MANY]:
        shown = found if len(found) <= FEW + 1 else found[:FEW]
        yield from map(str, shown)
        rest = found[len(shown) :]
        if rest:
            lines = ", ".join(str(each.place.line) for each in rest[:LINES_NAMED]) + (" …" if len(rest) > LINES_NAMED else "")
            yield str(replace(rest[0], sentence=f"the same of {len(rest)} more, in lines {lines}", hint=""))
    others = files[MANY:]
    if others:
        count = sum(map(len, others))
        yield str(replace(others[0][0], sentence=f"the same {count} times more, in {len(others)} files, of which this is one"))


def bad(place: Place, rule: str, sentence: str, hint: str = "") -> BadInput:
    """A `BadInput` of one diagnostic, ready to raise."""
    return BadInput(Diagnostic(place, rule, sentence, hint))


class Report:
    """The diagnostics of one run, in the order in which they were found."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.found.extend(diagnostics)

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Keep the diagnostics of a `BadInput` raised inside, and go on with the next piece of work."""
        try:
            yield
        except BadInput as problem:
            self.add(problem.diagnostics)

    @property
    def failed(self) -> bool:
        return any(item.severity == "error" for item in self.found)

    def stop_if_failed(self) -> None:
        if self.failed:
            raise BadInput(*self.found)


@cache
def rule_table() -> dict[str, dict[str, dict[str, str]]]:
    """`{"edits": {rule: {language: sentence}}, "checks": {rule: {language: sentence}}}`, from rules.yaml."""
    table: dict[str, dict[str, dict[str, str]]] = read_table(RULES_FILE)
    return table


def line_of(raw: str, offset: int) -> int:
    """The line, from 1, on which a code-point offset of the capture stands.

    A line ends with LF, CR, both, NEL, or a line or paragraph separator (UAX 14, mandatory breaks but for VT and FF).

    >>> line_of("a\\r\\nb\\rc", 3), line_of("a\\r\\nb\\rc", 5)
    (2, 3)
    """
    return 1 + bisect_right(_kept_starts(raw), offset)


def line_starts(raw: str) -> list[int]:
    """The code-point offset at which each line of the capture begins, but the first; see `line_of`."""
    return [match.end() for match in LINE_END.finditer(raw)]


@lru_cache(maxsize=4)
def _kept_starts(raw: str) -> list[int]:
    """Those of the captures asked for last: a page asks for a line of each row."""
    return line_starts(raw)
