"""The numbers of figures and tables, and how what they number is told from a sentence that speaks of it."""

from __future__ import annotations

import re

from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import any_word
from build_scripts.text.numerals import COUNTING

# The number of a figure or table, before what it shows.
NUMBER_OF_FIGURE = (
    rf"{any_word('articles', 'figures')}\s*"
    rf"(?:(?:[A-Z][.．-]?)?\d{{1,3}}(?:[-—.．]\d{{1,2}})?|[{COUNTING}]{{1,3}}|[IVX]{{1,5}}(?![A-Za-z]))"
)
ANNEXED = rf"{any_word('articles', 'annexed_tables')}(?:[:：]|[ \u3000]+)(?=\S)"
CAPTION = re.compile(rf"^(?:{NUMBER_OF_FIGURE}(?:[:：.．]|[ \u3000](?![a-z]))|{ANNEXED})")  # “Table 1 gives” begins a sentence
FIGURE_ALONE = re.compile(rf"{NUMBER_OF_FIGURE}[:：.．]?")
# A sentence that says what a figure or table shows.
SPEAKS = re.compile(rf"^{NUMBER_OF_FIGURE}\s*{any_word('articles', 'of_figures')}")
STOP = re.compile(r"[。；]$|。(?![”’」』）)》]*$)")


# Where a person stands in a picture, behind the name; and what of a work a picture shows, behind its title.
PLACED = re.compile(rf"(?<=[{HAN}])[（(]{any_word('page', 'places_in_picture')}(?:[{COUNTING}]|起)*[）)]")
OF_WORK = re.compile(rf"《[^《》]{{1,30}}》{any_word('page', 'shown_of_works')}")


def is_placed(words: str) -> bool:
    """Whether a line, in Simplified characters, tells where a person stands in a picture, and is no sentence that stops.

    >>> is_placed("王小明（左二）介绍渔网的补法"), is_placed("渔网（左近）"), is_placed("王小明（左）说，网补好了。")
    (True, False, False)
    """
    return bool(PLACED.search(words)) and not STOP.search(words)


def is_caption(words: str) -> bool:
    """Whether a line begins with the number of a figure or table and names what it shows, in no sentence of its own.

    >>> [is_caption(text) for text in ("图1　黑板", "表 1 报告了结果", "表 1 黑板。另说", "Table 2: Rain", "Fig. 2 shows it")]
    [True, False, False, True, False]
    >>> is_caption("《某县的渡口》书影"), is_caption("《某县的渡口》的封面故事")
    (True, False)
    """
    return bool(OF_WORK.fullmatch(words)) or (bool(CAPTION.match(words)) and not SPEAKS.match(words) and not STOP.search(words))
