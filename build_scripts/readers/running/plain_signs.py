"""What the wording of a line shows beside labels: formulas, legends, whose words a quotation is; its words without a call."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.notes.note_list import HEADING
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.bullets import BULLET
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import is_named
from build_scripts.readers.running.article_parts import HAN_LETTER, KEYWORD_LINES, KEYWORDS, LEGEND, is_closed, names_issue
from build_scripts.readers.running.going_on import PAUSE
from build_scripts.text.characters import width

FORMULA = re.compile(r"[^。，；]*[=≈≤≥<>].*[ \u3000]{2,}[（(]\d{1,2}(?:[-—.．]\d{1,2})?[）)]")  # with its number
REMARK = re.compile(r"(?![（(][^（()）]{1,3}[)）])[（(][^（()）]+[)）]")  # as a whole; what is shorter may be a number
DASH = re.compile("[—―─]{2}")
BETWEEN = ",，;；、"  # keywords
LONGEST_SIGN = 20.0  # ems of a line that says whose words stand above it
ENTRY = re.compile(r"(?![a-z\d])[^。]{2,60}?(?<!\d)(?:19|20)\d\d(?!\d)")  # 某甲，2003：…
OPEN_TITLE = re.compile(r"(?:[:,;—–-]|\b(?:a|an|the|of|in|on|for|and|or|to|with|from|by|at|as))$", re.IGNORECASE)
FIGURES_AT_END = re.compile(r"(?<=\D)\d{1,3}$")


def is_subtitle(lines: Sequence[Line], words: Sequence[str], index: int) -> bool:
    """Whether a line in Latin letters stands by itself below a title that is one line."""
    others = any(names_issue(words[at], at) or names_persons(words[at]) for at in (index - 1, index))
    again = index > 1 and _stands_by_itself(lines, index - 1) and not names_issue(words[index - 2], index - 2)
    return not others and not again and _stands_by_itself(lines, index)


def _stands_by_itself(lines: Sequence[Line], index: int) -> bool:
    """Whether a line in Latin letters is no more of the title that may stand above it: it would have had room on that line."""
    above, line = lines[index - 1], lines[index]
    widest = max(each.width for each in lines)
    latin = not HAN_LETTER.search(above.words + line.words) and line.words[:1].isupper()
    return latin and not OPEN_TITLE.search(above.words) and above.width + line.width + 1.0 <= widest


def signs_of(words: Sequence[str], index: int, text: int) -> list[str]:
    """The names of what a line shows, of which the grammar of articles weighs each; the text begins with the line `text`."""
    line, above = words[index], words[index - 1] if index else ""
    seen = ["formula"] * bool(FORMULA.fullmatch(line)) + ["below-a-formula"] * bool(FORMULA.fullmatch(above))
    ends_open = not is_closed(line) and line[-1] not in PAUSE
    signs = index >= text and above and is_closed(above) and DASH.match(line) and ends_open and width(line) < LONGEST_SIGN
    seen += ["figures-alone"] * line.isdecimal() + ["whole-in-brackets"] * bool(REMARK.fullmatch(line))
    seen += ["below-open-keywords"] * is_below_open_keywords(words, index)
    return seen + ["signs-a-quotation"] * bool(signs)


def below_remarks(words: Sequence[str], text: int) -> int:
    """The index of the first line from that of the text on that is not as a whole in brackets, as the number of a law below
    its title is; `text` where that is the first or the last line.
    """
    at = text
    while 0 < text <= at < len(words) and REMARK.fullmatch(words[at]):
        at += 1
    return at if at < len(words) else text


def entries_of(words: Sequence[str]) -> set[int]:
    """The lines with which the works of a list begin that a heading names: below an end, with a year near their beginning."""
    start = next((at for at in range(len(words) - 1, -1, -1) if HEADING.fullmatch(words[at])), len(words))
    return {
        at for at in range(start + 1, len(words)) if (at == start + 1 or is_closed(words[at - 1])) and ENTRY.match(words[at])
    }


def is_below_open_keywords(words: Sequence[str], index: int) -> bool:
    """Whether a line stands below keywords that end with a mark behind which others follow.

    >>> lines = ["关键词：渡口；钟；", "桥；", "灯", "关键词：渡口", "钟"]
    >>> [at for at in range(len(lines)) if is_below_open_keywords(lines, at)]
    [1, 2]
    """
    for at in range(index - 1, max(-1, index - 1 - KEYWORD_LINES), -1):
        if words[at][-1] not in BETWEEN or is_named(words[index]):
            return False
        if KEYWORDS.match(words[at]):
            return True
    return False


def of_plain(lines: Sequence[Line], words: Sequence[str], index: int, text: int) -> list[str]:
    """What type would tell, of a line of which the capture knows no type: a subtitle opens with a dash, or stands by itself."""
    below = 0 < index < text and (DASH.match(words[index]) or is_subtitle(lines, words, index))
    return ["no-table", "below-the-title" if below else "not-below-the-title", *bullets_of(words, index, text)]


def bullets_of(words: Sequence[str], index: int, text: int) -> list[str]:
    """The name of what a line of the text shows that opens with a bullet."""
    return ["opens-with-a-bullet"] * bool(index >= text and BULLET.match(words[index]))


def legends_of(words: Sequence[str]) -> set[int]:
    """The indices of the lines below a caption that say what the numbers in the picture stand for."""
    return {at for at in range(1, len(words)) if LEGEND.match(words[at]) and CAPTION.match(words[at - 1])}


def without_call(line: Line, calls: frozenset[int]) -> str:
    """The words of a line without figures at its end that call a note."""
    words = line.words
    figures = FIGURES_AT_END.search(words)
    called = figures and line.offset(lead_of(line) + figures.start()) in calls
    return words[: figures.start()] if figures and called else words


def lead_of(line: Line) -> int:
    """How many characters stand before the words of a line."""
    return line.text.text.index(line.words[0])
