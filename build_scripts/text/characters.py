"""What a character is: Han, Latin, punctuation; and how wide it is set."""

from __future__ import annotations

import re
import unicodedata

# Ideographs with the iteration mark, the ideographic zero and the numerals 〡–〩; supplementary planes included.
HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Punctuation that only East Asian text uses, and so marks the space beside it as layout.
EAST_ASIAN_PUNCTUATION = "、。〈〉《》「」『』【】〔〕〖〗﹝﹞！（），．：；？［］｛｝～"
# Quotation marks and dashes that both Latin and East Asian text use.
SHARED_PUNCTUATION = "“”‘’…—·"
SENTENCE_END = "。！？!?…"
CLOSING = "”’」』）)》〉】］]〕"
SPACE = " \t\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff"

HAN_CHARACTER = re.compile(f"[{HAN}]")
SENTENCE_CLOSED = re.compile(f"[{SENTENCE_END}][{re.escape(CLOSING)}]*$")


def is_han(char: str) -> bool:
    """Whether the character is an ideograph.

    >>> is_han("智"), is_han("A"), is_han("，"), is_han("")
    (True, False, False, False)
    """
    return bool(HAN_CHARACTER.fullmatch(char))


def closes_sentence(text: str) -> bool:
    """Whether the text ends a sentence, closing quotation marks and brackets allowed for.

    >>> closes_sentence("控。"), closes_sentence("不確定性。」"), closes_sentence("「走出去」"), closes_sentence("控,")
    (True, True, False, False)
    """
    return bool(SENTENCE_CLOSED.search(text.rstrip()))


def is_mostly_han(text: str) -> bool:
    """Whether the letters of the text are more often Han than not.

    >>> is_mostly_han("人工智能AI"), is_mostly_han("Xi urges 人"), is_mostly_han("2025")
    (True, False, False)
    """
    letters = [char for char in text if char.isalpha()]
    return sum(map(is_han, letters)) * 2 > len(letters)


def width(text: str) -> float:
    """The width of a printed line in ems: one for a full-width character, a half for others, none for outer space.

    Widths are those of Unicode Standard Annex 11; quotation marks, dashes and the ellipsis count as Chinese print has
    them, full.

    >>> width("人工智能"), width("AI 2"), width(" 智 ")
    (4.0, 2.0, 1.0)
    """
    text = text.strip(" \u00a0\u3000\n\r\t")
    return sum(1.0 if _is_wide(char) else 0.5 for char in text)


def _is_wide(char: str) -> bool:
    return char in SHARED_PUNCTUATION or unicodedata.east_asian_width(char) in "WF"
