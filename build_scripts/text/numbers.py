"""Numbers as two languages write them, to see whether both texts give the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.remembered import remembered
from build_scripts.text.dates import MONTHS
from build_scripts.text.number_words import worded_numbers
from build_scripts.text.numerals import DIGITS

CHINESE_SCALE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000, "千": 1000, "百": 100}
ENGLISH_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# 千 before a unit belongs to the unit: 5千米 are five of them.
IN_CHINESE = re.compile(rf"({FIGURE})((?:[万萬亿億百]|千(?![瓦米克卡赫帕伏焦升]))*)(月?)")
DECADE = re.compile(r"(?:(\d\d)世[纪紀])?(\d)0年代")
IN_ENGLISH = re.compile(rf"({FIGURE})(?:[- ]({'|'.join(ENGLISH_SCALE)}))?")
NUMERAL = re.compile(rf"[{''.join(DIGITS)}十{''.join(CHINESE_SCALE)}]+")
NAME_BEFORE = re.compile(r"[A-Za-z]-?$")
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")


def numbers_in_chinese(text: str) -> set[tuple[float, bool]]:
    """`(value, is a month)` for each number written in Arabic figures, 万 and 亿 multiplied out.

    >>> sorted(numbers_in_chinese("2025年4月，14亿多人口，占26.67%"))
    [(4.0, True), (26.67, False), (2025.0, False), (1400000000.0, False)]
    >>> sorted(value for value, _ in numbers_in_chinese("20世纪90年代，1,500千米"))
    [1500.0, 1990.0]
    """
    found = set()
    for figure, scales, month in IN_CHINESE.findall(DECADE.sub("", text)):
        value = float(figure.replace(",", ""))
        for scale in scales:
            value *= CHINESE_SCALE[scale]
        found.add((round(value, 6), bool(month)))
    return found | {(value, False) for value in _decades(text)}


def _decades(text: str) -> set[float]:
    """The first year of each decade: of 20世纪90年代 and of 90年代 it is 1990."""
    return {float((int(century or 20) - 1) * 100 + int(ten) * 10) for century, ten in DECADE.findall(text)}


def numerals_in_chinese(text: str) -> set[float]:
    """The value of each number written in Chinese numerals, and 1 and 2 of a work's first and second volume (上, 下).

    >>> sorted(numerals_in_chinese("二十国会议第十五次会议，两百名，（上）")), sorted(numerals_in_chinese("二〇一八年，三万五千"))
    ([1.0, 15.0, 20.0, 200.0], [2018.0, 35000.0])
    """  # noqa: E501
    volumes = {value for sign, value in (("（上）", 1.0), ("（下）", 2.0)) if sign in text}
    return volumes | {value for numeral in NUMERAL.findall(text) for value in _values(numeral)}


def _values(numeral: str) -> set[float]:
    """What a run of numerals can mean: a number by its units, or figures one after another, as in years."""
    figures = [DIGITS[char] for char in numeral if char in DIGITS]
    if len(figures) == len(numeral):
        return {float("".join(map(str, figures)))}
    total = section = figure = 0
    found = set()
    for char in numeral:
        if char in DIGITS:
            found |= {float(total + section + figure)} if figure else set()  # 十三五 is the thirteenth five-year plan
            figure = DIGITS[char]
        elif CHINESE_SCALE.get(char, 10) >= 10_000:
            total, section, figure = total + ((section + figure) or 1) * CHINESE_SCALE[char], 0, 0
        else:
            section, figure = section + (figure or 1) * CHINESE_SCALE.get(char, 10), 0
    return found | {float(total + section + figure)}


def figures_in_english(text: str) -> set[float]:
    """The value of each number written in figures, with the word of scale behind it; not those that are part of a name.

    >>> sorted(figures_in_english("COVID-19 in 2020, 1.4 billion people, three of 20"))
    [20.0, 2020.0, 1400000000.0]
    """
    found = (match for match in IN_ENGLISH.finditer(text) if not NAME_BEFORE.search(text[: match.start()]))
    return {round(float(match[1].replace(",", "")) * ENGLISH_SCALE.get(match[2], 1), 6) for match in found}


@remembered("english-numbers")
def numbers_in_english(text: str) -> frozenset[float]:
    """The value of each number, in figures or in words, and the number of each month named.

    >>> sorted(numbers_in_english("In April 2025, 1.4 billion people; three days; over 1,500"))
    [3.0, 4.0, 1500.0, 2025.0, 1400000000.0]
    >>> sorted(numbers_in_english("for seven decades, half of the twenty-first two hundred"))
    [0.5, 21.0, 50.0, 70.0, 200.0]
    """
    return frozenset(_in_english(text))


def _in_english(text: str) -> Iterator[float]:
    for figure, scale in IN_ENGLISH.findall(text):
        yield round(float(figure.replace(",", "")) * ENGLISH_SCALE.get(scale, 1), 6)
    yield from worded_numbers(text)
    yield from (float(MONTHS.index(name) + 1) for name in MONTH.findall(text))


def letters(index: int) -> str:
    """The letters at an index, from 0, counted as columns of a spreadsheet are.

    >>> letters(0), letters(25), letters(26)
    ('a', 'z', 'aa')
    """
    return (letters(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)
