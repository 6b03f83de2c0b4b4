"""What the edition itself says, in the language of a tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from build_scripts.diagnostics import rule_table


@cache
def _table() -> dict[str, dict[str, str]]:
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


def say(key: str, tree: str) -> str:
    """The wording of a key in a tree's language. Raises KeyError for a key or language that is not in the table."""
    return _table()[key][tree]


def rule_meaning(rule: str, tree: str) -> str:
    """What an edit rule does, in a tree's language."""
    return rule_table()["edits"][rule][tree]
