"""The forms of what rules take out, from `forms.yaml`: where a reader or pass gets its pattern, so that the proof lets it pass.

    PAGE_NUMBER = pattern("page-number")                    # any form of the rule
    ABSTRACT = pattern("section-label", "abstract")         # one form
    for mark in marks(): mark.call.finditer(line) …         # how prints call notes and label them

A pattern matches the thing alone; blanks around it are the reader's, and may be taken out with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.tables import read_table

FILE = Path(__file__).parents[1] / "forms.yaml"
PART = re.compile(r"\{([a-z][a-z-]*)\}")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """One kind of note mark: its patterns as a call and as the label of a note; `plain` where it means much else in a text."""

    name: str
    call: re.Pattern[str]
    label: re.Pattern[str]
    plain: bool = False


@cache
def table() -> dict[str, Any]:
    """The table as it stands in the file."""
    data: dict[str, Any] = read_table(FILE)
    return data


def pattern(rule: str, *forms: str) -> re.Pattern[str]:
    """A pattern for any of the forms of a rule, for all of them where none is named. Raises KeyError for an unknown one.

    >>> bool(pattern("page-number").fullmatch("— 3 —")), bool(pattern("page-number", "page").fullmatch("3"))
    (True, False)
    """
    removes = table()["rules"][rule]["removes"]
    return re.compile("|".join(f"(?:{expanded(removes[name])})" for name in forms or removes))


@cache
def marks() -> tuple[NoteMark, ...]:
    """The kinds of note marks, in the order of the table.

    >>> [mark.name for mark in marks() if mark.call.fullmatch("［2-4］") or mark.label.fullmatch("㉑")]
    ['wide', 'circled']
    """
    return tuple(_mark(name, each) for name, each in table()["marks"].items())


def _mark(name: str, each: Mapping[str, Any]) -> NoteMark:
    call, label = expanded(each["call"]), expanded(each.get("label", each["call"]))
    return NoteMark(name, re.compile(call), re.compile(label), each.get("plain", False))


def expanded(form: str) -> str:
    """A form with its parts put in; `{call}` and `{label}` are those of any mark. Raises KeyError for an unknown part."""
    return PART.sub(lambda match: f"(?:{expanded(_part(match[1]))})", form)


def _part(name: str) -> str:
    if name in ("call", "label"):
        return "|".join(f"(?:{each.get(name, each['call'])})" for each in table()["marks"].values())
    return str(table()["parts"][name])
