"""How an edition looks: the colour of what comes from its base, and its mark, which is its icon and heads its pages."""

from __future__ import annotations

import re
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.seed.located import Lines, check_keys
from build_scripts.source import Place

COLOUR = re.compile(r"#[0-9a-f]{6}")
OUTLINE = re.compile(r"[Mm][MmLlHhVvCcSsQqTtAaZz0-9 ,.+-]{1,4000}")  # the commands and numbers of SVG's path data


def accent_of(data: dict[str, Any], lines: Lines, shown: str) -> tuple[str, ...]:
    """The colour in light and in dark, nothing where none is given. Raises BadInput: unknown-key, bad-value."""
    return _both(data, "accent", ("light", "dark"), COLOUR, "write it as “#bf3419”, in quotation marks", lines, shown)


def mark_of(data: dict[str, Any], lines: Lines, shown: str) -> tuple[str, ...]:
    """Its outlines in ink and in the colour of the base, in a field of 24 by 24. Raises BadInput: unknown-key, bad-value."""
    return _both(data, "mark", ("ink", "accent"), OUTLINE, "write path data of SVG, as “M5 3h5v5H5z”", lines, shown)


def _both(
    data: dict[str, Any], key: str, parts: tuple[str, str], form: re.Pattern[str], hint: str, lines: Lines, shown: str
) -> tuple[str, ...]:
    """Two texts of one form under a key, or nothing where there is no such key."""
    if key not in data:
        return ()
    value, place = data[key], lines.get(key, Place(shown))
    if not isinstance(value, dict):
        raise bad(place, "bad-value", f"“{key}” must be a mapping", f"write “{key}: {{{parts[0]}: …, {parts[1]}: …}}”")
    check_keys(value, parts, lines, shown, f"{key}.")
    for part in parts:
        if not isinstance(value.get(part), str) or not form.fullmatch(value[part]):
            raise bad(lines.get(f"{key}.{part}", place), "bad-value", f"“{key}” is not right under “{part}”", hint)
    return value[parts[0]], value[parts[1]]
