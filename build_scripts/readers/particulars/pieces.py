"""A line of particulars cut into pieces: labels, times, words before a name, separators, what is no fact, and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from build_scripts.readers.particulars.stamps import CLOCK, MONTH, STAMP, WEEKDAY_BEHIND, YEARLESS, is_day
from build_scripts.readers.parts.numbering import NUMBER_OF_DOCUMENT
from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import any_of, any_spread, any_word, lexicon, words
from build_scripts.text.scripts import simplified

GAP = r"[ \t\u3000\u00a0]"
OPENING, CLOSING = "（(〔［[【〈", "）)〕］]】〉"
# What bounds a word: white space, bars, brackets, bullets, a dot between spaces.
SEPARATOR = rf"(?:[\s\u200b\ufeff|｜丨¦/／＼\\◎⊙{re.escape(OPENING + CLOSING)}□■◆●○▪•>,，;；]|(?<=\s)·(?=\s))+"
COLON = rf"{GAP}*[:：]{GAP}*"
BAR = rf"{GAP}*[|｜丨/／＼\\◎⊙]{GAP}*"
LENGTH = (
    rf"(?:{any_word('particulars', 'lengths')}{GAP}*[:：]?{GAP}*){{0,3}}\d[\d,.]*(?:{GAP}|-)*个?"
    rf"{any_word('particulars', 'length_units')}(?!前)"
)
ZONE = r"(?:GMT|UTC) ?[-+−]\d{1,2}(?::?\d{2})?(?!\w)"
# The number of a telephone: (09) 555-0142, 0571-8888 0000, and 2810 0000 behind a colon.
PHONE = (
    r"(?<![\w)）])[（(]\+?\d{2,5}[)）][ \t]?\d[\d -]{4,14}\d(?!\w)|(?<![\w-])0\d{2,3}-\d{3,4}[ -]?\d{3,4}(?!\w)"
    r"|(?:(?<=[:：])|(?<=[:：] ))(?:\+\d{2,3} ?)?\d{4}[ -]\d{4}(?!\w)"
)
COUNT = r"\d[\d,]*\+?(?:万|w)?(?:人)?[ \u00a0]?(?:条评论|个赞|次|" + any_word("page", "counted") + ")"
NOISE = ("count", "length", "numbered", "ended", "weekday_behind", "volume")  # and what is `noise` itself


@dataclass(frozen=True, slots=True)
class LinePiece:
    """`[start, end)` code points of a line: what it is, and the field that it opens."""

    start: int
    end: int
    kind: str
    field: str = ""


@cache
def _pieces_pattern() -> re.Pattern[str]:
    lists = lexicon("particulars")
    labels = any_spread(_with_small_letters(words(" ".join(lists["labels"].values()))))
    spaced = any_of(words(lists["labels"]["byline"] + " " + lists["labels"]["editor"]))
    bylines = any_of(words(" ".join(lists["bylines"].values())))
    noise = any_of(words(lists["noise"]))
    long_labels = any_of(
        [
            word
            for word in _with_small_letters(words(" ".join(lists["labels"].values())))
            if len(word) >= 4 and not word.isascii()
        ]
    )
    times = lists["labels"]["published"] + " " + lists["labels"]["updated"]
    dated = any_of([word for word in _with_small_letters(words(times)) if word.isascii()])  # Published June 4, 2021
    day = any_word("times", "latin_weekdays")
    edge = r"(?<![^\W\d_])(?<!\d[-.])"
    return re.compile(
        rf"(?P<stamp>{STAMP.pattern})|(?P<yearless>{YEARLESS.pattern})|(?P<clock>(?<![\d:]){CLOCK}(?![\d:]))"
        rf"|{edge}(?P<written>文{GAP}*[/／◎⊙＼]{GAP}*(?:图|摄影|摄){GAP}*[:：]?{GAP}*|(?:文|文字){BAR}(?=\S)|文{COLON})"
        rf"|{edge}(?P<pictured>图{BAR}(?=\S)|(?<=[|｜／/])图{COLON}(?=[{HAN}]{{2,4}}(?![{HAN}])))"
        rf"|{edge}(?P<label>{labels})(?:{COLON}|(?:{BAR})(?=\S)|[于自]{GAP}*[:：]?{GAP}*(?=\S))"
        rf"|{edge}(?P<dated>{dated}){GAP}+(?:on{GAP}+)?(?:{day}\.?,?{GAP}+)?(?={MONTH}|\d)"
        rf"|(?P<phone>{PHONE})"
        rf"|(?P<weekday_behind>{WEEKDAY_BEHIND})"
        rf"|(?P<volume>\b(?i:vol(?:ume|\.)?|no\.|issue) ?\d{{1,4}}(?!\w))"
        rf"|(?P<ended>^{any_word('page', 'endings')}[/／])"
        rf"|(?P<glued>{long_labels}){COLON}"
        rf"|(?:(?<=[:：][{HAN}]{{2}})|(?<=[:：][{HAN}]{{3}})|(?<=[:：][{HAN}]{{4}}))(?P<behind>{spaced}){COLON}"
        rf"|{edge}(?P<spaced>{spaced}){GAP}+(?=[{HAN}]{{1,2}}{GAP}?[{HAN}]{{1,2}}(?!\S))"
        rf"|(?P<byline>(?:\b[Bb]y\s+(?=[A-Z]))|(?:{bylines})(?={GAP}|[{HAN}]{{2,4}}(?:[^{HAN}]|$))){GAP}*"
        rf"|(?P<length>(?<!\w){LENGTH}(?!\w))"
        rf"|(?P<count>(?<![\w年]){COUNT}(?:\d[\d,]*)?(?!\w)|(?<!\S)[\d,]{{1,8}}(?!\S)|_[A-Z]+\d+|(?<![A-Za-z\d])[A-Z]{{1,4}}\d{{2,6}}(?!\w)|第?{GAP}?\d{{1,3}}{GAP}?[版页](?!\w))"
        rf"|{edge}(?P<noise>{ZONE}"
        rf"|(?:{noise})+(?:\d+(?![\d:时]))?(?![^\W\d_])(?:{COLON})?|T ?[+＋] ?-|A[-+＋](?: ?A[-+＋]?)*(?!\w))"
        rf"|(?P<numbered>{NUMBER_OF_DOCUMENT})|(?P<separator>{SEPARATOR})|(?P<word>.)",
        re.DOTALL,
    )


@cache
def _field_of() -> dict[str, dict[str, str]]:
    lists = lexicon("particulars")
    return {
        kind: {word: name for name, listed in lists[kind].items() for word in _with_small_letters(words(listed))}
        for kind in ("labels", "bylines")
    }


def cut_pieces(text: str) -> list[LinePiece]:
    """The pieces of a line, in order, without a gap."""
    pieces: list[LinePiece] = []
    start = end = 0  # of the words that have just been read, a character at a time
    for match in _pieces_pattern().finditer(simplified(text)):
        kind, field = ("word", "") if match.lastgroup == "word" else _kind_of(match)
        if kind != "word":
            pieces += [LinePiece(start, end, "word")] * (start < end)
            pieces.append(LinePiece(match.start(), match.end(), kind, field))
            start = match.end()
        end = match.end()
    return pieces + [LinePiece(start, end, "word")] * (start < end)


def _kind_of(match: re.Match[str]) -> tuple[str, str]:
    """What a piece is, and the field that it opens."""
    kind = match.lastgroup or "word"
    if match["stamp"]:
        return ("stamp" if is_day(match["stamp"]) else "word"), ""
    if label := match["label"] or match["glued"] or match["behind"] or match["spaced"] or match["dated"]:
        return "label", _field_of()["labels"][label if label.isascii() else re.sub(GAP, "", label)]
    if match["written"] or match["pictured"]:
        return "label", "author" if match["written"] else "byline"
    if match["byline"]:
        return "byline", _field_of()["bylines"].get(match["byline"].strip(), "author")
    return ("noise" if kind in NOISE else "word" if kind == "phone" else kind), ""


def word_at(text: str, pieces: Sequence[LinePiece], index: int) -> str:
    """The word that a piece is; empty where it is something else or is not there."""
    is_word = 0 <= index < len(pieces) and pieces[index].kind == "word"
    return text[pieces[index].start : pieces[index].end] if is_word else ""


def _with_small_letters(listed: Sequence[str]) -> list[str]:
    """Latin words as they are listed, in small letters, as in keys, and in capitals: Date, date, DATE."""
    return [form for word in listed for form in dict.fromkeys((word, word.lower(), word.upper()))]
