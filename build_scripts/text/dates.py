"""Dates: what a capture prints, EDTF, and how each language of the edition shows it."""

from __future__ import annotations

import re

from build_scripts.text.numerals import CIRCLE, COUNTING, DIGITS, numeral

GAP = r"[ \t\u3000]{0,2}"
PRINTED = re.compile(rf"(\d{{4}})(?:{GAP}[-/.年]|(?=[ \u3000]\d{{1,2}}/)){GAP}(\d{{1,2}}){GAP}[-/.月]{GAP}(\d{{1,2}})(?!\d)")
# 民國114年4月25日, 114-04-25: the year 1 is 1912. Without the name of the era only a year of three digits is one.
SPACE = r"[ \t]{0,2}"
MINGUO = re.compile(
    rf"民[国國]{SPACE}(\d{{2,3}}){SPACE}年{SPACE}(\d{{1,2}}){SPACE}月{SPACE}(\d{{1,2}}){SPACE}日"
    r"|(?<![\d.])(1[0-3]\d)([-/.年])(\d{1,2})(?:月|\5)(\d{1,2})(?![\d.]*\d)"
)
NUMBER = "[一二三四五六七八九十]{1,3}"
ERA_IN_NUMERALS = re.compile(f"民[国國]([{COUNTING}{CIRCLE}]{{1,6}})年({NUMBER})月({NUMBER})日")
IN_NUMERALS = re.compile(f"([{''.join(DIGITS)}{CIRCLE}]{{4}})年({NUMBER})月({NUMBER})日")
MONTH_OR_YEAR = re.compile(r"(\d{4})年(?:(1[0-2]|0?[1-9])月)?")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH_FIRST = re.compile(r"\b([A-Z](?:[a-z]{2,8}|[A-Z]{2,8}))\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z](?:[a-z]{2,8}|[A-Z]{2,8}))\.?,? (\d{4})\b")


def to_edtf(printed: str) -> str:
    """The day of a printed time in EDTF, its month or year where it names no day; empty where there is none.

    >>> to_edtf("2025-04-27 09:19:34"), to_edtf("2025年4月27日"), to_edtf("2025年4月号"), to_edtf("昨日")
    ('2025-04-27', '2025-04-27', '2025-04', '')
    >>> to_edtf("二〇二五年四月二十七日"), to_edtf("中華民國114年4月27日"), to_edtf("2025-13-45")
    ('2025-04-27', '2025-04-27', '')
    >>> to_edtf("114-04-27"), to_edtf("114年4月27日"), to_edtf("民國一百一十四年四月二十七日"), to_edtf("114.0.0.27")
    ('2025-04-27', '2025-04-27', '2025-04-27', '')
    >>> to_edtf("Apr. 27, 2025 10:20 AM"), to_edtf("27 April 2025"), to_edtf("27 APR 2025")
    ('2025-04-27', '2025-04-27', '2025-04-27')
    """
    parts = _parts(printed)
    if parts and 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31:
        return f"{parts[0]}-{parts[1]:02}-{parts[2]:02}"
    match = None if parts else MONTH_OR_YEAR.search(printed)
    return match[1] + (f"-{int(match[2]):02}" if match[2] else "") if match else ""


def _parts(printed: str) -> tuple[int, int, int] | None:
    """Year, month and day as printed; a month that is none is 0."""
    if match := MINGUO.search(printed):
        year, month, day = match.group(1, 2, 3) if match[1] else match.group(4, 6, 7)
        return 1911 + int(year), int(month), int(day)
    if match := ERA_IN_NUMERALS.search(printed):
        return 1911 + numeral(match[1]), numeral(match[2]), numeral(match[3])
    if match := PRINTED.search(printed):
        return int(match[1]), int(match[2]), int(match[3])
    if match := IN_NUMERALS.search(printed):
        return int("".join(str(DIGITS.get(char, 0)) for char in match[1])), numeral(match[2]), numeral(match[3])
    if match := MONTH_FIRST.search(printed):
        return int(match[3]), _month(match[1]), int(match[2])
    if match := DAY_FIRST.search(printed):
        return int(match[3]), _month(match[2]), int(match[1])
    return None


def _month(name: str) -> int:
    return next(
        (number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].capitalize()) and len(name) >= 3), 0
    )


def time_order(edtf: str) -> str:
    """A key that sorts dates by the latest day they can mean; texts without a date come last.

    >>> sorted(["", "2025-04~", "2025-04-27", "2025-05~"], key=time_order)
    ['2025-04-27', '2025-04~', '2025-05~', '']
    """
    return (edtf.rstrip("~?%") + "-99-99")[:10] if edtf else "9999"


def show_date(edtf: str, tree: str) -> str:
    """An EDTF date in the words of a tree.

    >>> show_date("2025-09~", "en"), show_date("2025-04-27", "en"), show_date("2025-09~", "zh-Hans")
    ('about September 2025', 'April 27, 2025', '约2025年9月')
    """
    parts = [int(part) for part in edtf.rstrip("~?%").split("-")]
    if not tree.startswith("zh"):
        day = [f"{parts[2]},"] if len(parts) > 2 else []
        shown = " ".join([*(MONTHS[month - 1] for month in parts[1:2]), *day, str(parts[0])])
        return f"about {shown}" if edtf[-1] in "~%" else shown
    shown = "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))
    about = "约" if tree.startswith("zh-Hans") else "約"
    return f"{about}{shown}" if edtf[-1] in "~%" else shown
