"""What the build says when something is wrong, and the exit codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from build_scripts.model import Place

CLEAN, PROBLEMS, USAGE, BUG = 0, 1, 2, 70

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
        head = f"{self.place.path}:{self.place.line}: {self.severity}[{self.rule}]: {self.sentence}"
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class BadInput(Exception):
    """Raised with diagnostics where what was given cannot be built."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


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
    return yaml.safe_load(RULES_FILE.read_text(encoding="utf-8"))


def line_of(raw: str, offset: int) -> int:
    """The line, from 1, on which a code-point offset of the capture stands."""
    return raw.count("\n", 0, max(offset, 0)) + 1
