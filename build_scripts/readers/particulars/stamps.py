"""Days and times in the forms in which pages print them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.parts.lines import Line, on_one_line
from build_scripts.text.characters import HAN
from build_scripts.text.dates import to_edtf
from build_scripts.text.lexicon import any_word

MONTHS = r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"  # noqa: E501
MONTH = rf"(?:{MONTHS}|{MONTHS.upper()})\.?"
NUMERAL = "[〇零○一二三四五六七八九十]"
# A day, and a time, that a page sets one under the other.
YEAR_LINE = re.compile(r"^20\d\d[-/.年]?$")
DAY_LINE = re.compile(r"^\d{1,2}[-/.月]\d{1,2}日?$")
CLOCK_LINE = re.compile(rf"^(?:[{HAN}]{{2}}[时時][间間][ \t]?)?\d{{1,2}}[:：时時]\d{{2}}(?::\d{{2}}|分)?$")
GAP = r"[ \t\u3000]{0,2}"
DAY = (
    rf"(?:\d{{4}}[ \u3000]\d{{1,2}}/\d{{1,2}}(?!\d)|\d{{4}}{GAP}[-/.年]{GAP}\d{{1,2}}{GAP}[-/.月]{GAP}\d{{1,2}}(?!\d{{3}})(?:[ \t]?[日号])?"  # noqa: E501
    r"|(?:中华)?民国[ \t]{0,2}\d{2,3}[ \t]{0,2}年[ \t]{0,2}\d{1,2}[ \t]{0,2}月[ \t]{0,2}\d{1,2}[ \t]{0,2}日"
    r"|(?:中华)?民国[一二三四五六七八九十百零○〇]{1,6}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|(?<![\d.])1[0-3]\d(?:(?P<era>[-/.])\d{1,2}(?P=era)\d{1,2}(?![\d.]*\d)|年\d{1,2}月\d{1,2}日)"
    rf"|{NUMERAL}{{4}}年{NUMERAL}{{1,3}}月{NUMERAL}{{1,3}}日"
    rf"|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}})"
)
CLOCK = (
    rf"(?:{any_word('times', 'parts_of_day')}[ \t]?)?\d{{1,2}}[:：时点][ \t]?\d{{2}}(?:[:：分][ \t]?\d{{2}}秒?|分)?(?:\.\d+)?"
    r"(?:[ \t]?[AaPp]\.?[Mm]\b\.?)?(?:Z\b|[+-]\d{2}:?\d{2}\b)?"
)
CLOCK_AT_END = re.compile(r"\d:\d{2}$")
WEEK, DAY_OF_WEEK = any_word("times", "weeks"), any_word("times", "weekdays")
WEEKDAY = rf"[ \t\u3000]*[（(\[]?[ \t]?{WEEK}{DAY_OF_WEEK}(?:[ \t]?[）)\]])?|[ \t\u3000]?[（(]{DAY_OF_WEEK}[）)]"
BETWEEN = r"(?:[ \t\u3000\u00a0T,，]{0,4}(?:at )?|[ \t][–—-][ \t])"
# An hour in English, which may stand before its day: 06:00, 14 May 2024; 6.42pm on May 14, 2024.
HOUR = r"\d{1,2}(?:[:.]\d{2})?[ \t]?[AaPp]\.?[Mm]\b\.?|\d{1,2}:\d{2}"
LATIN_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
HOUR_FIRST = rf"(?:{HOUR})[,，]?(?: on)? ?(?:{any_word('times', 'latin_weekdays')},? )?(?={LATIN_DAY})"
STAMP = re.compile(rf"(?<!\d)(?:(?<!:){HOUR_FIRST})?(?<!\d){DAY}(?:(?P<weekday>{WEEKDAY})?{BETWEEN}(?:{CLOCK}|{HOUR}))?")
CLOCKED = re.compile(r"\d[:：时]\d{2}")  # hours and minutes, wherever they stand
TIMED = re.compile(rf"\d|(?:{NUMERAL}|百)年")  # every time holds one of them
DAY_ALONE = re.compile(rf"{STAMP.pattern}(?:{WEEKDAY})?")
# A day of the week that touches the day before it and no word behind it, and one in Latin letters before the day.
WEEKDAY_BEHIND = rf"(?<=[日号\d]){WEEKDAY}(?![^\W_])"
LATIN_WEEKDAY = rf"(?:\b{any_word('times', 'latin_weekdays')}\.?,? )?"
# A day without its year, as sites print it in the current year: 10-08 12:00, 9月10日 17:45.
YEARLESS = re.compile(
    rf"(?<![\d/-])(?:\d{{1,2}}[-/]\d{{2}}|\d{{1,2}}-\d{{2}}-\d{{2}}|\d{{1,2}}月\d{{1,2}}日){BETWEEN}{CLOCK}(?!\d)"
)
# A line that is a day, an hour, or both, and nothing else.
TIME_ALONE = re.compile(
    rf"{LATIN_WEEKDAY}{STAMP.pattern}(?:{WEEKDAY})?(?:[ \u3000,，|｜]{{0,3}}{any_word('times', 'latin_weekdays')})?|{YEARLESS.pattern}|{CLOCK}"  # noqa: E501
)
# A time that tells no day: 3小时前, 今天 12:08, 刚刚.
RELATIVE = re.compile(
    rf"^(?:\d{{1,3}}[ \t]?{any_word('times', 'units')}前|{any_word('times', 'ago')}|{any_word('times', 'days')}[ \t]?{CLOCK}|\d+ ?(?:seconds?|minutes?|hours?|days?|[smhd]|mins?|hrs?) ago)$"  # noqa: E501
)


def is_day(text: str) -> bool:
    """Whether a printed day is one of the calendar.

    >>> is_day("2025-04-27"), is_day("2025.13.45"), is_day("April 27, 2025")
    (True, False, True)
    """
    return len(to_edtf(text)) == len("2025-04-27")


def join_split_stamps(lines: Sequence[Line]) -> list[Line]:
    """The lines, a time that stands on several (2019 / 09/07 / 19:02) on one; the line ends become spaces."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1].words if joined else ""
        day = bool(YEAR_LINE.match(before) and DAY_LINE.match(line.words))
        clock = bool(DAY_ALONE.fullmatch(before) and CLOCK_LINE.match(line.words)) and not CLOCK_AT_END.search(before)
        if day or clock:
            joined[-1] = on_one_line(joined[-1], line)
        else:
            joined.append(line)
    return joined
