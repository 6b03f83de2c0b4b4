"""What `source.yaml` says of where a capture was taken from: addresses, days, and whose the text is."""

from __future__ import annotations

import re
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.seed.addresses import check_address
from build_scripts.seed.located import Lines
from build_scripts.seed.values import is_date, one_line, reason, text_of
from build_scripts.source import Provenance

KEYS = ("url", "retrieved", "archived", "rights", "licence", "changed")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_provenance(data: dict[str, Any], lines: Lines, shown: str) -> Provenance:
    """The provenance of a source. Raises BadInput: `bad-url`, `bad-date`, `bad-value`."""
    return Provenance(
        url=_address(data, "url", lines),
        retrieved=_date(data, "retrieved", lines),
        archived=_address(data, "archived", lines),
        rights=reason(data, "rights", lines, shown, "") if "rights" in data else {},
        licence=one_line(text_of(data, "licence", lines)) if "licence" in data else "",
        changed=_day(data, "changed", lines),
    )


def _address(data: dict[str, Any], key: str, lines: Lines) -> str:
    return check_address(text_of(data, key, lines), lines[key]) if key in data else ""


def _date(data: dict[str, Any], key: str, lines: Lines) -> str:
    """A date in EDTF: a capture may have been taken on a day that nobody noted exactly."""
    value = text_of(data, key, lines) if key in data else ""
    if value and not is_date(value):
        raise bad(lines[key], "bad-date", f"“{value}” is not an EDTF date", "for example 2025-09-03, or 2025-09~")
    return value


def _day(data: dict[str, Any], key: str, lines: Lines) -> str:
    value = _date(data, key, lines)
    if value and not DAY.fullmatch(value):
        raise bad(lines[key], "bad-date", f"“{value}” is not a day", "for example 2025-09-03")
    return value
