"""What a character is: Han, Latin, punctuation; and how wide it is set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

# Ideographs with the iteration mark, the ideographic zero and the numerals 〡–〩; supplementary planes included.
HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Punctuation that only East Asian text uses, and so marks the space beside it as layout.
EAST_ASIAN_PUNCTUATION = "、。〈〉《》「」『』【】〔〕〖〗﹝﹞！（），．：；？［］｛｝～"
# Quotation marks and dashes that both Latin and East Asian text use.
SHARED_PUNCTUATION = "“”‘’…—·"
SENTENCE_END = "。！？!?…"
CLOSING = "”’」』）)》〉】］]〕"
TAIL = 40  # code points that are enough to see how a text ends
SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
LINE_END = "\n\r\f\v\x85\u2028\u2029"
# What prints nothing: zero-width spaces, invisible operators, the byte order mark, marks and controls of direction, and
# controls other than tabs and line ends. Joiners (U+200C, U+200D) shape letters and stay.
ZERO_WIDTH = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
SOFT_HYPHEN = "\xad"
CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# Codes that Unicode keeps free of characters for good (The Unicode Standard, 23.7); XML and YAML forbid some of them.
NONCHARACTER = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))

REPLACEMENT = "\ufffd"  # stands for what is no character

HAN_CHARACTER = re.compile(f"[{HAN}]")
OUTER = f"[{SPACE}{LINE_END}{ZERO_WIDTH}{CONTROL}]*"  # a pattern for what stands around the words of a line
PRINTS_NOTHING = "".join(
    map(
        chr,
        [
            *range(0x21),
            *range(0x7F, 0xA1),
            0x1680,
            *range(0x2000, 0x200C),
            0x200E,
            0x200F,
            *range(0x2028, 0x2030),
            0x205F,
            *range(0x2060, 0x2065),
            *range(0x2066, 0x206A),
            0x3000,
            0xFEFF,
        ],
    )
)
# A full stop closes a sentence after a word or a number, not after an initial or an abbreviation.
ABBREVIATED = re.compile(r"(?<![A-Za-z])(?:[Vv]ols?|[Nn]os?|pp|Drs?|Mrs?|Ms|Prof|St|Fig|[Ee]ds?|trans|cf|vs)\.$")
SENTENCE_CLOSED = re.compile(f"(?:[{SENTENCE_END}]|(?:\\d|[^\\W\\d_]{{2}}|[%)\\]”’])\\.)[{re.escape(CLOSING)}\"']*$")


NO_TEXT = re.compile(f"[{CONTROL}\v\f\x85{NONCHARACTER}\ud800-\udfff]")


NO_RECORD = re.compile(f"{NO_TEXT.pattern}|\ufeff")


def first_no_text(text: str) -> int | None:
    """Where the first code stands that is no character of a record's text: a control, a noncharacter, half of a surrogate
    pair; or a byte order mark, which no PDF with tags may hold.

    >>> first_no_text("甲\\ufffe"), first_no_text("甲\\t乙\\n")
    (1, None)
    """
    found = NO_RECORD.search(text)
    return found.start() if found else None


def visible(text: str) -> str:
    """The text with a picture for each code that is no character: those of Unicode for controls, else U+FFFD.

    >>> visible("甲\\x00\\ufffe\\x9f")
    '甲␀��'
    """
    return NO_TEXT.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else REPLACEMENT, text)


@cache
def is_han(char: str) -> bool:
    """Whether the character is an ideograph.

    >>> is_han("智"), is_han("A"), is_han("，"), is_han("")
    (True, False, False, False)
    """
    return bool(HAN_CHARACTER.fullmatch(char))


@lru_cache(maxsize=8192)  # readers ask it of a line again and again
def closes_sentence(text: str) -> bool:
    """Whether the text ends a sentence, closing quotation marks and brackets allowed for.

    >>> closes_sentence("控。"), closes_sentence("不確定性。」"), closes_sentence("「走出去」"), closes_sentence("控,")
    (True, True, False, False)
    >>> closes_sentence("were held."), closes_sentence("in the U.S."), closes_sentence("see Vol.")
    (True, False, False)
    """
    tail = text.rstrip()[-TAIL:]
    return bool(SENTENCE_CLOSED.search(tail)) and not ABBREVIATED.search(tail)


def ends_statement(text: str) -> bool:
    """Whether the text ends a sentence that asks and exclaims nothing, as no heading does.

    >>> ends_statement("渡口开了。"), ends_statement("渡口开了吗？"), ends_statement("渡口")
    (True, False, False)
    """
    return closes_sentence(text) and text[-1] not in "?？!！"


def runs_out(text: str) -> bool:
    """Whether the text ends no sentence and with no pause, as headings and lines that are broken off do.

    >>> runs_out("渡口"), runs_out("渡口，"), runs_out("渡口开了。")
    (True, False, False)
    """
    return not closes_sentence(text) and text[-1] not in "，、；：,;:"


def leaves_open(text: str, pairs: Iterable[str]) -> bool:
    """Whether the text opens more of some pair of marks than it closes.

    >>> leaves_open("他说：“渡口", ("“”", "《》")), leaves_open("《渡口》", ("“”", "《》"))
    (True, False)
    """
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in pairs)


@lru_cache(maxsize=8192)
def is_mostly_han(text: str) -> bool:
    """Whether the letters of the text are more often Han than not.

    >>> is_mostly_han("海洋经济AI"), is_mostly_han("Xi urges 人"), is_mostly_han("2025")
    (True, False, False)
    """
    letters = [char for char in text if char.isalpha()]
    return sum(map(is_han, letters)) * 2 > len(letters)


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """The width of a printed line in ems: one for a full-width character, a half for others, none for outer space.

    Widths are those of Unicode Standard Annex 11; quotation marks, dashes and the ellipsis count as Chinese print has
    them, full.

    >>> width("海洋经济"), width("AI 2"), width(" 智 ")
    (4.0, 2.0, 1.0)
    """
    return sum(1.0 if _is_wide(char) else 0.5 for char in bare(text))


def bare(text: str) -> str:
    """The text without outer spaces, line ends and characters that print nothing.

    >>> bare("\\ufeff 智 能\\u3000\\n"), bare("智")
    ('智 能', '智')
    """
    return text.strip(PRINTS_NOTHING)


@cache
def _is_wide(char: str) -> bool:
    return char in SHARED_PUNCTUATION or unicodedata.east_asian_width(char) in "WF"
