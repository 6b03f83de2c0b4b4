"""Titles are not broken inside a word: Chinese, which has no spaces, is divided into words by rjieba's dictionary."""

from __future__ import annotations

import re

from build_scripts.text.characters import is_han
from build_scripts.text.simplify import simplify

JOINER = "\N{WORD JOINER}"
PART = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")  # of a headline, between its spaces and stops
SHORT = 10  # code points of a part that has room in the narrowest column that a title stands in


def divide_words(text: str) -> tuple[str, ...]:
    """The text in parts of which none is to be broken; together they are the text. Its dictionary is of Simplified words.

    >>> divide_words("構建軟硬件系統")
    ('構建', '軟硬件', '系統')
    """
    import rjieba  # its dictionary is slow to load

    parts, at = [], 0
    for word in rjieba.cut(simplify(text)):
        parts.append(text[at : at + len(word)])
        at += len(word)
    return tuple(parts)


def whole_words(text: str) -> str:
    """The text with a joiner (U+2060) between the Han characters of each word.

    >>> whole_words("若干AI思考").replace(JOINER, "+"), whole_words("A title")
    ('若+干AI思+考', 'A title')
    """
    if not any(map(is_han, text)):
        return text
    return "".join(JOINER.join(word) if all(map(is_han, word)) else word for word in divide_words(text))


def unbroken(text: str) -> list[tuple[int, int]]:
    """The spans of a title that are not to be broken: its parts between spaces and stops, of long ones the words.

    >>> [text[start:end] for text in ["突出應用導向 構建自主可控的計算機軟硬件系統"] for start, end in unbroken(text)]
    ['突出應用導向', '構建', '自主', '可控', '計算機', '軟硬件', '系統']
    """
    spans: list[tuple[int, int]] = []
    for part in PART.finditer(text):
        at = part.start()
        for word in [part[0]] if len(part[0]) <= SHORT else divide_words(part[0]):
            spans += [(at, at + len(word))] if len(word) > 1 else []
            at += len(word)
    return spans
