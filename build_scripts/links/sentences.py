"""Sentences of a text, Chinese or English: half-open code points, trimmed of the space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.links.quotations import sentence_spans
from build_scripts.text.characters import is_mostly_han

# A full stop ends an English sentence before a capital or a digit, unless an abbreviation or an initial stands before it.
ENGLISH_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9]|\s*$)")
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|No|vs|Gen|Gov|Sen|Rep|Lt|Col|Inc|Ltd|Co|Corp|[A-Z]|(?:[A-Z]\.)+[A-Z])$"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text.

    >>> split_sentences("甲。乙！")
    ((0, 2), (2, 4))
    >>> [("Mr. Xi of the U.S. spoke. He left.")[a:b] for a, b in split_sentences("Mr. Xi of the U.S. spoke. He left.")]
    ['Mr. Xi of the U.S. spoke.', 'He left.']
    """
    spans = sentence_spans(text) if is_mostly_han(text) else tuple(_english(text))
    return tuple(span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1])


def _english(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in ENGLISH_END.finditer(text):
        if text[match.start()] == "." and ABBREVIATION.search(text[: match.start()]) and match.end() < len(text):
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
