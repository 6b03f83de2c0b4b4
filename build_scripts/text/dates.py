"""Dates: what a capture prints, EDTF, and how each language of the edition shows it."""

from __future__ import annotations

import re

PRINTED = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def to_edtf(printed: str) -> str:
    """The day of a printed time in EDTF; empty where there is none.

    >>> to_edtf("2025-04-27 09:19:34"), to_edtf("2025年4月27日"), to_edtf("昨日")
    ('2025-04-27', '2025-04-27', '')
    """
    match = PRINTED.search(printed)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def time_order(edtf: str) -> str:
    """A key that sorts dates by the latest day they can mean; texts without a date come last.

    >>> sorted(["", "2025-04~", "2025-04-27", "2025-05~"], key=time_order)
    ['2025-04-27', '2025-04~', '2025-05~', '']
    """
    return (edtf.rstrip("~?%") + "-99-99")[:10] if edtf else "9999"


def show_date(edtf: str, tree: str) -> str:
    """An EDTF date in the words of a tree.

    >>> show_date("2025-09~", "en"), show_date("2025-04-27", "en"), show_date("2025-09~", "zh-Hans")
    ('about September 2025', '27 April 2025', '约2025年9月')
    """
    parts = [int(part) for part in edtf.rstrip("~?%").split("-")]
    if tree == "en":
        shown = " ".join([*map(str, parts[2:]), *(MONTHS[month - 1] for month in parts[1:2]), str(parts[0])])
        return f"about {shown}" if edtf[-1] in "~%" else shown
    shown = "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))
    about = {"zh-Hans": "约", "zh-Hant": "約"}[tree]
    return f"{about}{shown}" if edtf[-1] in "~%" else shown
