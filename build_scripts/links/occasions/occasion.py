"""What occasion a text speaks of: dates, numbered sessions, kinds of event; and whether two may be the same occasion.

A document's own occasion is the one that its editor gives; else it is derived from its titles, its first paragraphs and its
dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from build_scripts.links.occasions.lead_ins import is_first_person, speakers
from build_scripts.links.words.fold import letters_of, simplify
from build_scripts.model import BlockType, Document
from build_scripts.text.lexicon import any_of, any_word, lexicon, words
from build_scripts.text.names import family_and_given, split_names
from build_scripts.text.numbers import DIGITS

DATE = re.compile(r"(?:(?P<year>(?:19|20)\d{2})年)?(?:(?P<month>1[0-2]|0?[1-9])月)?(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?")
SAYINGS = lexicon("sayings")
EVENTS = any_of(words(SAYINGS["events"]))
GAP = "[^，。；：！？、“”「」『』《》\\s]"
# An event is named where a preposition or a verb leads to it, where it is numbered, or where it is itself what was done.
TO_EVENTS = any_word("sayings", "to-events")
EVENT = re.compile(
    f"{TO_EVENTS}(?:{GAP}|[《》“”「」]){{2,40}}?(?P<event>{EVENTS})|[届次]{GAP}{{0,3}}(?P<numbered>{EVENTS})"
    f"|(?P<done>{any_of(words(SAYINGS['done']))})"
)
NUMBERED = re.compile(rf"第(?P<number>[\d一二三四五六七八九十百零〇]+)(?:次|届|轮|批|期)(?P<event>{EVENTS})")
# 就在这次集体学习几天后: another time than the one just named.
SHIFT = re.compile(
    rf"[几数两二三四五六七八九十多\d]+{any_word('sayings', 'units')}{any_word('sayings', 'shifts')}"
    rf"|{any_word('sayings', 'later')}"
)
UNDATED = (9999, 0, 0)
OPENING_BLOCKS = (BlockType.DATELINE, BlockType.PARAGRAPH, BlockType.ITEM)
TITLE_BLOCKS = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK)
OPENING = 3


class Evidence(Enum):
    """What speaks for or against the words being those of a document's occasion."""

    FOR = "for"
    AGAINST = "against"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mention:
    """An occasion as a text names it. A date is (year, month, day), 0 for what it leaves open."""

    dates: frozenset[tuple[int, int, int]]
    events: frozenset[str]
    sessions: frozenset[tuple[int, str]]
    shifted: bool

    def __bool__(self) -> bool:
        return bool(self.dates or self.events or self.sessions or self.shifted)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The occasion of a document: its titles and opening, folded, with what they mention."""

    titles: tuple[str, ...]
    opening: str
    mention: Mention


@lru_cache(maxsize=20000)
def read_mention(text: str) -> Mention:
    """The occasion that a stretch of text names.

    >>> sorted(read_mention("2018年11月，在第九次集体学习时").dates), read_mention("在第九次集體學習時").sessions
    ([(2018, 11, 0)], frozenset({(9, '集体学习')}))
    >>> bool(read_mention("鲁迅强调，"))
    False
    """
    plain = simplify(text)
    dates = {
        (int(match["year"] or 0), int(match["month"] or 0), int(match["day"] or 0))
        for match in DATE.finditer(plain)
        if match["year"] or (match["month"] and match["day"])
    }
    sessions = {(_number(match["number"]), match["event"]) for match in NUMBERED.finditer(plain)}
    events = {match["event"] or match["numbered"] or match["done"] for match in EVENT.finditer(plain)}
    return Mention(frozenset(dates), frozenset(events), frozenset(sessions), bool(SHIFT.search(plain)))


def _number(text: str) -> int:
    """The value of a Chinese or Arabic numeral below 200.

    >>> _number("二十"), _number("十四"), _number("12"), _number("一百零三")
    (20, 14, 12, 103)
    """
    if text.isdecimal():
        return int(text)
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = DIGITS.get(hundreds[-1:], 0) * 100 + (DIGITS.get(tens[-1:], 1) * 10 if ten else 0)
    return value + DIGITS.get(ones[-1:], 0)


def time_of(document: Document) -> tuple[int, int, int]:
    """Year, month and day of publication, 0 for what is not known; UNDATED without a year."""
    year, month, day = (*map(int, re.findall(r"\d+", document.facts.time)), 0, 0, 0)[:3]
    return (year, month, day) if year else UNDATED


def _texts(document: Document) -> tuple[tuple[str, ...], str]:
    headlines = [item.text.text for item in document.fields if item.name == "headline"]
    blocks = [block.text.text for block in document.blocks if block.type in TITLE_BLOCKS]
    titles = [document.facts.captured_title, " ".join(headlines), " ".join(blocks), *blocks]
    titles += [title for language, title in document.titles.items() if language.startswith("zh")]
    opening = [block.text.text for block in document.blocks if block.type in OPENING_BLOCKS][:OPENING]
    return tuple(dict.fromkeys(title for title in titles if title)), "\n".join(opening)


def occasion_of(document: Document) -> Occasion:
    """The occasion of a document: the words that an editor gives for it say what it was, else its titles and opening do."""
    titles, opening = _texts(document)
    given = document.facts.value("occasion")
    date = time_of(document)
    whole = read_mention(given or "。".join((*titles, opening)))
    # Day and month in the text belong to the year in which it was published.
    dates = {(year or date[0] % UNDATED[0], month, day) for year, month, day in whole.dates}
    dates |= {date} if date != UNDATED and not (given and dates) else set()
    mention = Mention(frozenset(dates), whole.events, whole.sessions, False)
    if document.kind.base and is_first_person(_paragraphs(document)):  # a speech need not say that it is one
        given += SAYINGS["forms-of-speech"]
    return Occasion(tuple(map(letters_of, titles)), letters_of("".join((*titles, opening, given))), mention)


def _paragraphs(document: Document) -> tuple[str, ...]:
    return tuple(block.text.text for block in document.blocks)


def speakers_of(document: Document) -> frozenset[str]:
    """Whom the editor names; else the author of what is said in the first person; else who stands before verbs of saying.

    Nobody is known of a text in the first person without an author: those whom it quotes are not its speakers.
    """
    given = _persons(document, "speaker")
    if given or not is_first_person(_paragraphs(document)):
        return given or speakers(_paragraphs(document))
    return frozenset(name for name in _persons(document, "author") if family_and_given(name))


def _persons(document: Document, fact: str) -> frozenset[str]:
    return frozenset(simplify(name) for each in document.facts.named(fact) for name in split_names(each.value))


class Occasions:
    """The occasions of documents and who speaks there, each derived when first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Occasion] = {}
        self._speakers: dict[str, frozenset[str]] = {}

    def of(self, document: Document) -> Occasion:
        if document.id not in self._known:
            self._known[document.id] = occasion_of(document)
        return self._known[document.id]

    def speakers(self, document: Document) -> frozenset[str]:
        """Who speaks in a document."""
        if document.id not in self._speakers:
            self._speakers[document.id] = speakers_of(document)
        return self._speakers[document.id]


def weigh(mention: Mention, occasion: Occasion) -> Evidence:
    """Whether a stretch of text that names an occasion can mean this one.

    Against: a shift in time, another date, another number of the same series, a kind of event that the document does
    not know. For: the same session, or the same kind of event on a date that agrees.
    """
    if mention.shifted or any(not _agrees(date, occasion) for date in mention.dates):
        return Evidence.AGAINST
    sessions = dict.fromkeys(occasion.mention.sessions)
    for number, event in mention.sessions:
        series = {other for other, kind in sessions if kind == event}
        if series:
            return Evidence.FOR if number in series else Evidence.AGAINST
    if any(letters_of(event) not in occasion.opening for event in mention.events):
        return Evidence.AGAINST
    return Evidence.FOR if mention.dates and (mention.events or mention.sessions) else Evidence.NONE


def _agrees(date: tuple[int, int, int], occasion: Occasion) -> bool:
    """Whether a date may be one of the occasion's: no part that both give differs. An undated occasion agrees."""
    known = occasion.mention.dates
    return not known or any(all(not a or not b or a == b for a, b in zip(date, other, strict=True)) for other in known)
