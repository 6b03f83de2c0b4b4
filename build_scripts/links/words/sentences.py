"""Sentences of a text, Chinese or English: half-open code points, trimmed of the space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from build_scripts.links.words.quotations import names_with_marks, sentence_spans
from build_scripts.text.characters import is_mostly_han
from build_scripts.text.lexicon import lexicon

# A full stop ends an English sentence before a capital or a digit, unless an abbreviation or an initial stands before it.
ENGLISH_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9]|\s*$)")
WORD_BEFORE = re.compile(r"((?:[A-Za-z]\.)*[A-Za-z]+)$")
WORD_AFTER = re.compile(r"\s+[\"“‘'(\[]*(\w+)")
NUMERAL = re.compile(r"\d+|[IVXLC]+")
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]|[ap]\.m")


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    table = lexicon("abbreviations")
    return {key: frozenset(table[key].split()) for key in ("never", "number", "name", "openers")}


@lru_cache(maxsize=20000)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text.

    >>> split_sentences("甲。乙！")
    ((0, 2), (2, 4))
    >>> [("Mr. Xi of the U.S. spoke. He left.")[a:b] for a, b in split_sentences("Mr. Xi of the U.S. spoke. He left.")]
    ['Mr. Xi of the U.S. spoke.', 'He left.']
    """
    spans = sentence_spans(text) if is_mostly_han(text) else tuple(_english(text))
    return tuple(span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1])


def named_sentences(block: str, text: str) -> tuple[tuple[str, int, int], ...]:
    """`(id, start, end)` of each sentence of a block: the block's id and the sentence's number, from 1.

    >>> named_sentences("p6", "甲。乙！")
    (('p6.1', 0, 2), ('p6.2', 2, 4))
    """
    return tuple((f"{block}.{number}", start, end) for number, (start, end) in enumerate(split_sentences(text), 1))


def _english(text: str) -> Iterator[tuple[int, int]]:
    names = [match.span() for match in names_with_marks().finditer(text)]
    start = 0
    for match in ENGLISH_END.finditer(text):
        named = any(first <= match.start() < last for first, last in names)
        if named or (text[match.start()] == "." and _goes_on(text, start, match)):
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the full stop is that of an abbreviation, an initial or a number of a list, and the sentence goes on.

    >>> text = "It grows “from 1 to N.” Deepen it."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['It grows “from 1 to N.”', 'Deepen it.']
    """
    if NUMERAL.fullmatch(text[start : stop.start()].strip()):
        return True
    word, after = WORD_BEFORE.search(text[: stop.start()]), WORD_AFTER.match(text, stop.end())
    if not word or not after:
        return False
    known, following = _abbreviations(), after[1]
    if INITIALS.fullmatch(word[1]) or word[1] in known["name"]:
        return following not in known["openers"]
    if word[1] in known["number"]:
        return following[0].isdigit()
    quoted = stop.end() - stop.start() > 1  # an initial does not end a quotation, a sentence does
    return (len(word[1]) == 1 and not quoted) or word[1] in known["never"]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
