"""Numbers as two languages write them, to see whether both texts give the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.text.dates import MONTHS

CHINESE_SCALE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000, "千": 1000, "百": 100}
ENGLISH_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
IN_CHINESE = re.compile(rf"(\d+(?:\.\d+)?)([{''.join(CHINESE_SCALE)}]*)(月?)")
IN_ENGLISH = re.compile(rf"(\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[- ]({'|'.join(ENGLISH_SCALE)}))?")
WORDED = re.compile(rf"\b({'|'.join(WORDS)})\b(?: ({'|'.join(ENGLISH_SCALE)}))?", re.IGNORECASE)
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")


def numbers_in_chinese(text: str) -> set[tuple[float, bool]]:
    """`(value, is a month)` for each number written in Arabic figures, 万 and 亿 multiplied out.

    >>> sorted(numbers_in_chinese("2025年4月，14亿多人口，占26.67%"))
    [(4.0, True), (26.67, False), (2025.0, False), (1400000000.0, False)]
    """
    found = set()
    for figure, scales, month in IN_CHINESE.findall(text):
        value = float(figure)
        for scale in scales:
            value *= CHINESE_SCALE[scale]
        found.add((round(value, 6), bool(month)))
    return found


def numbers_in_english(text: str) -> set[float]:
    """The value of each number, in figures or as a word up to twelve, and the number of each month named.

    >>> sorted(numbers_in_english("In April 2025, 1.4 billion people; three days; over 1,500"))
    [3.0, 4.0, 1500.0, 2025.0, 1400000000.0]
    """
    return set(_in_english(text))


def _in_english(text: str) -> Iterator[float]:
    for figure, scale in IN_ENGLISH.findall(text):
        yield round(float(figure.replace(",", "")) * ENGLISH_SCALE.get(scale, 1), 6)
    for word, scale in WORDED.findall(text):
        yield float(WORDS.index(word.lower()) * ENGLISH_SCALE.get(scale.lower(), 1))
    yield from (float(MONTHS.index(name) + 1) for name in MONTH.findall(text))
