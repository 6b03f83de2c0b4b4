"""Where no day of publication was read, or one that may be of another thing: the lines that give a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from build_scripts.model import Doubt
from build_scripts.readers.particulars.stamps import DAY_ALONE, STAMP
from build_scripts.readers.particulars.title_days import split_day
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import DEFAULT, REMOVED, Labelled
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence
from build_scripts.text.lexicon import any_of, lexicon, words
from build_scripts.text.scripts import simplified

BRACKETS = ("（）", "()", "〔〕", "［］", "[]")
# A day in figures with its year last: 12/08/2024. Which of the two before it is the month differs from country to country.
YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d|[./-]\d)")
MONTHS, DAYS = 12, 31
NEAR_END = 5  # paragraphs from the end, among which a text is signed


def days_in_brackets(labelled: Labelled) -> Iterator[Doubt]:
    """Days in brackets at the end of a text that were read as that of publication: they may be of the writing or the talk."""
    for line, each in labelled:
        words, foot = line.words.strip(), each.state == "foot-facts" and not each.given
        if foot and words[0] + words[-1] in BRACKETS and STAMP.search(simplified(words)) and not re.search("[:：]", words):
            hint = "write “published: {value: …, because: …}” with the day of publication, if it is another"
            sentence = (
                f"raw line {line.number} gives a day in brackets at the end, which may be that of the writing or the talk"
            )
            yield Doubt(line.number, "doubtful-fact", sentence, hint)


def day_behind_title(labelled: Labelled) -> Iterator[Doubt]:
    """A day set apart behind the title where no other line states one: it may be of what the title tells."""
    title = next((line for line, each in labelled if each.role is Role.TITLE and not each.given), None)
    stated = any(each.role in DEFAULT and STAMP.search(simplified(line.words)) for line, each in labelled)
    if title and split_day(title.text)[1] and not stated:
        hint = "write “published: {value: …, because: …}” with the day of publication, if it is another"
        sentence = f"raw line {title.number} gives a day behind the title, read as that of publication"
        yield Doubt(title.number, "doubtful-fact", sentence, hint)


def days_not_read(labelled: Labelled) -> Iterator[Doubt]:
    """Where no day was read, the lines above the text that were taken out and hold one, and days in figures, year last."""
    above = takewhile(lambda pair: pair[1].role is not Role.PARAGRAPH, labelled)
    found = [
        line.number for line, each in above if each.role in REMOVED and not each.given and STAMP.search(simplified(line.words))
    ]
    found = found or [line.number for line, each in labelled if each.role in REMOVED and _states_day(line, each)][:1]
    if found:
        hint = f"write “structure: {{published: {found[0]}}}” if it is that of publication"
        yield Doubt(found[0], "doubtful-fact", f"{in_ranges(found)} taken out, and has a day", hint)
    yield from _signed(labelled)
    yield from _year_last([line for line, each in labelled if not each.given and not closes_sentence(line.words)])


def _signed(labelled: Labelled) -> Iterator[Doubt]:
    """A doubt for the day alone with which a text ends, as notices and letters do below who issues them."""
    kept = [line for line, each in labelled if each.role is Role.PARAGRAPH and not each.given]
    days = [line for line in kept[-NEAR_END:] if DAY_ALONE.fullmatch(simplified(line.words))]
    for line in days[-1:]:
        hint = f"write “structure: {{published: {line.number}}}” if it is that of publication"
        yield Doubt(line.number, "doubtful-fact", f"raw line {line.number}, at the end of the text, is a day alone", hint)


def _states_day(line: Line, each: Label) -> bool:
    """Whether a line that was taken out names a day behind the word for publication."""
    plain = simplified(line.words)
    match = re.search(rf"(?:{any_of(words(lexicon('particulars')['labels']['published']))})\s*[:：]\s*", plain)
    return bool(match and not each.given and STAMP.match(plain, match.end()))


def _year_last(lines: list[Line]) -> Iterator[Doubt]:
    """A doubt for the first line with a day in figures, year last: which days it can be, and what on the page settles it."""
    days = [(line, match[0], can_be(match[0])) for line in lines for match in YEAR_LAST.finditer(line.words)]
    days = [day for day in days if day[2]]
    if not days:
        return
    line, printed, values = days[0]
    orders = {_order(other) for _, other, either in days if len(either) == 1} - {""}
    shown = " or ".join(values)
    if len(values) > 1 and len(orders) == 1:
        value = values[0] if orders == {"day"} else values[1]
        settled = next(other for _, other, either in days if len(either) == 1 and _order(other))
        shown = f"{value} if it is written as {settled} is"
    elif len(values) > 1:
        shown += ", and nothing on the page tells which"
    hint = "write “published: {value: …, because: …}” with the day, if it is that of publication"
    sentence = f"raw line {line.number} gives a day in figures that was not read, {printed}: {shown}"
    yield Doubt(line.number, "doubtful-fact", sentence, hint)


def can_be(printed: str) -> tuple[str, ...]:
    """The days in EDTF that a day in figures, year last, can be, the one with its day first before the other.

    >>> can_be("12/08/2024"), can_be("25/08/2024"), can_be("08.25.2024"), can_be("30/30/2024")
    (('2024-08-12', '2024-12-08'), ('2024-08-25',), ('2024-08-25',), ())
    """
    first, second, year = (int(part) for part in re.split("[-/.]", printed))
    orders = dict.fromkeys(((second, first), (first, second)))
    return tuple(f"{year}-{month:02}-{day:02}" for month, day in orders if 1 <= month <= MONTHS and 1 <= day <= DAYS)


def _order(printed: str) -> str:
    """Which part such a day begins with: `day` or `month`; empty where its figures are the same."""
    first, second, _ = (int(part) for part in re.split("[-/.]", printed))
    return "day" if first > second else "month" if second > first else ""
