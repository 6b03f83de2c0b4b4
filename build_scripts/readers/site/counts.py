"""Lines that count: readers, comments, answers, how long a text is; signs and hours that stand alone."""

from __future__ import annotations

import re

from build_scripts.readers.particulars.pieces import LENGTH
from build_scripts.readers.particulars.stamps import CLOCK, RELATIVE
from build_scripts.text.characters import bare
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

COUNT = re.compile(
    rf"^[+\-|（(]?(?:\d[\d,.]*+(?:万|w|k)?\+?{any_word('page', 'counts')}?{any_word('page', 'counted')}*[）)|]?)+$"
)
# 查看全部 412 个回答, 2.1 万人赞同了该回答, 1.2k views, View all 23 comments.
GIVEN = any_word("page", "counted", "answered_with")
TOLD = re.compile(
    rf"^(?:{any_word('page', 'before_figures')}\s?)*\d[\d,.]*\s?{any_word('page', 'magnitudes')}?\+?\s?"
    rf"{any_word('page', 'counts')}?"
    rf"{any_word('page', 'visitors')}?{GIVEN}(?:{any_word('page', 'of_this')}*{any_word('page', 'answered_with', 'texts')})?$"
    rf"|^(?:(?:View|See|Show|Viewed) )?(?:all )?\d[\d,.]*[kKmM]?\+? (?i:{any_word('page', 'counted_latin')})$"
)
# The hour alone at which a release was given out: Issued at HKT 10:05.
ISSUED = re.compile(rf"^{any_word('page', 'issued')}\s?(?:[A-Z]{{2,4}}\s?)?{CLOCK}(?:\s?[A-Z]{{2,4}})?$")
COUNTED = re.compile(rf"^{any_word('page', 'counters')}\s*[（(:：]?\s*\d[\d,万+]*\s*[）)]?$")
LENGTH_ALONE = re.compile(rf"{LENGTH}(?:[,，、；;\s]\s*{LENGTH})?")
# A sign alone, a number, or the place of a picture among others: 3/5.
APART = re.compile(r"^(?:[|｜•·<>▲▼↑↓]+|\d{1,4}|\d{1,3}\s*/\s*\d{1,3}|\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2})$")


def is_count(text: str) -> bool:
    """Whether a line is a number of readers, comments and the like, or a sign that stands alone.

    >>> is_count("1032人参与308评论"), is_count("阅读 539"), is_count("|"), is_count("2024年")
    (True, True, True, False)
    >>> is_count("4 min read"), is_count("全文约 900 字"), is_count("三千字的信")
    (True, True, False)
    >>> is_count("查看全部 38 个回答"), is_count("1.6 万人赞同了该回答"), is_count("46 人死亡"), is_count("12.4k views")
    (True, True, False, True)
    """
    plain = simplified(bare(text))
    glued = re.sub(r"\s+", "", plain)
    return bool(
        COUNT.match(glued)
        or TOLD.match(plain)
        or LENGTH_ALONE.fullmatch(plain)
        or COUNTED.match(plain)
        or ISSUED.match(plain)
        or APART.match(plain)
        or RELATIVE.match(plain)
    )
