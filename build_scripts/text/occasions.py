"""What a stretch of text says of an occasion: dates, numbered sessions, kinds of event, and that it was another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.text.lexicon import any_word
from build_scripts.text.numerals import COUNTING, numeral
from build_scripts.text.simplify import simplify

DATE = re.compile(r"(?:(?P<year>(?:19|20)\d{2})年)?(?:(?P<month>1[0-2]|0?[1-9])月)?(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?")
EVENTS = any_word("sayings", "events")
GAP = "[^，。；：！？、“”「」『』《》\\s]"
# An event is named where a preposition or a verb leads to it, where it is numbered, or where it is itself what was done.
TO_EVENTS = any_word("sayings", "to-events")
EVENT = re.compile(
    f"{TO_EVENTS}(?:{GAP}|[《》“”「」]){{2,40}}?(?P<event>{EVENTS})|[届次]{GAP}{{0,3}}(?P<numbered>{EVENTS})"
    f"|(?P<done>{any_word('sayings', 'done')})"
)
NUMBERED = re.compile(rf"第(?P<number>[\d{COUNTING}]+)(?:次|届|轮|批|期)(?P<event>{EVENTS})")
# 就在这次集体学习几天后: another time than the one just named.
SHIFT = re.compile(
    rf"[几数两二三四五六七八九十多\d]+{any_word('sayings', 'units')}{any_word('sayings', 'shifts')}"
    rf"|{any_word('sayings', 'later')}"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An occasion as a text names it. A date is (year, month, day), 0 for what it leaves open."""

    dates: frozenset[tuple[int, int, int]]
    events: frozenset[str]
    sessions: frozenset[tuple[int, str]]
    shifted: bool

    def __bool__(self) -> bool:
        return bool(self.dates or self.events or self.sessions or self.shifted)


@lru_cache(maxsize=20000)
def read_mention(text: str) -> Mention:
    """The occasion that a stretch of text names.

    >>> sorted(read_mention("2018年11月，在第九次集体学习时").dates), read_mention("在第九次集體學習時").sessions
    ([(2018, 11, 0)], frozenset({(9, '集体学习')}))
    >>> bool(read_mention("鲁迅强调，"))
    False
    """
    plain = simplify(text)
    sessions = {(numeral(match["number"]), match["event"]) for match in NUMBERED.finditer(plain)}
    events = {match["event"] or match["numbered"] or match["done"] for match in EVENT.finditer(plain)}
    return Mention(frozenset(dates_in(text)), frozenset(events), frozenset(sessions), bool(SHIFT.search(plain)))


def dates_in(text: str) -> list[tuple[int, int, int]]:
    """Year, month and day of each date that a text names, 0 for what it leaves open.

    >>> dates_in("2018年11月，5月12日下午，第三日")
    [(2018, 11, 0), (0, 5, 12)]
    """
    return [
        (int(match["year"] or 0), int(match["month"] or 0), int(match["day"] or 0))
        for match in DATE.finditer(simplify(text))
        if match["year"] or (match["month"] and match["day"])
    ]


def event_in(text: str) -> tuple[int, int] | None:
    """Half-open code points of the only event that a text names, with the number that it bears; None for none or several.

    >>> event_in("5月12日就海洋经济进行第七次集体学习"), event_in("第三次会议，会见来宾"), event_in("海洋经济")
    ((12, 19), None, None)
    """
    plain = simplify(text)
    named = [match.span(match.lastgroup or 0) for match in EVENT.finditer(plain)]
    numbered = [match.span() for match in NUMBERED.finditer(plain)]
    spans = numbered + [span for span in named if not any(first <= span[0] < last for first, last in numbered)]
    return spans[0] if len(spans) == 1 else None
