"""Whether the text of a page talks of what a line says: by pairs of ideographs, or by words in letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

FEWEST_LETTERS = 5
FEWEST_IN_WORD = 4  # letters of a word that tells what a text talks of
SHARES_OF_PAIRS, SHARES_OF_WORDS = (0.5, 0.3), (0.4, 0.2)  # that the text has of a line, to tell much and something
PRINTED = str.maketrans("‘’“”–—…·•£€", "''\"\"--. .EE")


def worded_lines(
    texts: Sequence[str], letters: Sequence[str], talks: Sequence[bool], prose: Sequence[bool]
) -> list[tuple[str, ...]]:
    """What the wording of each line tells; `letters` are its letters alone, `talks` the lines that the text speaks in.

    Of lines of prose nothing is told.
    """
    worded = [text if text.isascii() else plain for text, plain in zip(map(_unaccented, texts), letters, strict=True)]
    pairs = {pair for text, is_of_text in zip(worded, talks, strict=True) if is_of_text for pair in _pairs(text)}
    return [() if is_prose else tuple(_wording(text, pairs)) for text, is_prose in zip(worded, prose, strict=True)]


def _wording(text: str, pairs: set[str]) -> Iterator[str]:
    """Whether the text talks of what the line says."""
    if len(text) >= FEWEST_LETTERS:
        share = _share(text, pairs)
        much, some = SHARES_OF_WORDS if text.isascii() else SHARES_OF_PAIRS
        yield from ("words-of-prose",) if share >= much else ("some-words-of-prose",) if share >= some else ()


def _unaccented(text: str) -> str:
    """The text with the quotation marks, dashes and accents of Latin print as plain signs."""
    plain = unicodedata.normalize("NFKD", text.translate(PRINTED))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _pairs(text: str) -> Iterator[str]:
    """Pairs of ideographs; of text in letters its words, since pairs of letters are much the same in all."""
    if text.isascii():
        yield from (word for word in re.findall(r"[a-z][a-z'-]*", text.casefold()) if len(word) >= FEWEST_IN_WORD)
    else:
        yield from (text[at : at + 2] for at in range(len(text) - 1))


def _share(text: str, pairs: set[str]) -> float:
    """The share of a text's pairs of letters that the prose of the capture has."""
    of_line = list(_pairs(text))
    return sum(pair in pairs for pair in of_line) / len(of_line) if of_line else 0.0
