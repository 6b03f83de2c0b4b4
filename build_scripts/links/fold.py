"""Folding for matching: one script, one case, one width, letters and digits only, with a map back to every offset."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

REGIONAL_WORDS = Path(__file__).with_name("regional_words.yaml")
HAN_RANGES = ((0x3400, 0xA000), (0x20000, 0x2F800))
# Radicals, compatibility ideographs, full-width letters and digits.
COMPATIBILITY_RANGES = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0xFF00, 0xFFF0), (0x2F800, 0x2FA20))
# Beyond the third plane there are no letters.
LAST_LETTER = 0x30000
# A whole regional word becomes one private character, so that words of different lengths can be equal.
FIRST_PRIVATE = 0xE000
# A Latin letter says a fifth of what a Chinese character says.
LATIN_WEIGHT = 0.2


@cache
def simplification() -> dict[int, str]:
    """Code point to Simplified character, for `str.translate`, of the characters that change; one for one.

    From OpenCC's t2s by single characters, compatibility forms unfolded; 著 goes with 着, which only its phrases do.
    """
    from opencc import OpenCC  # slow to load, so only where texts are compared

    han = [chr(code) for first, last in HAN_RANGES for code in range(first, last)]
    converted = OpenCC("t2s").convert("\n".join(han)).split("\n")
    table = {ord(char): to for char, to in zip(han, converted, strict=True) if to != char and len(to) == 1}
    for first, last in COMPATIBILITY_RANGES:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain.isalnum():
                table[code] = table.get(ord(plain), plain)
    return {**table, ord("著"): "着"}


def simplify(text: str) -> str:
    """The text in Simplified characters and common width, code point for code point.

    >>> simplify("軟體標誌着「ＡＩ」")
    '软体标志着「AI」'
    """
    return text.translate(simplification())


@cache
def regional_words() -> dict[str, str]:
    """Each regional word, in Simplified characters, and the private character that stands for its meaning."""
    import yaml

    entries = yaml.safe_load(REGIONAL_WORDS.read_text(encoding="utf-8"))
    groups = [[simplify(word) for words in entry.values() for word in words] for entry in entries]
    return {word: chr(FIRST_PRIVATE + index) for index, group in enumerate(groups) for word in group}


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens: letters and digits one by one, regional words whole. `starts` and `ends` are its offsets."""

    codes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    weights: tuple[float, ...]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Half-open token indices of the text's code points `[start, end)`; tokens cut by an end are left out."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_left(self.ends, end + 1))


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(regional_words(), key=len, reverse=True))))


@lru_cache(maxsize=20000)
def tokenise(text: str) -> Tokens:
    """The tokens of a text.

    >>> tokenise("軟體、AI").starts, tokenise("軟體").codes == tokenise("软件").codes
    ((0, 3, 4), True)
    """
    plain = simplify(text).lower()
    if len(plain) != len(text):  # a capital of two small letters
        plain = "".join(char.lower()[0] for char in simplify(text))
    spans, codes = _spans(plain)
    weights = tuple([LATIN_WEIGHT if "a" <= plain[start] <= "z" else float(end - start) for start, end in spans])
    return Tokens(codes, tuple([start for start, _ in spans]), tuple([end for _, end in spans]), weights)


def _spans(plain: str) -> tuple[list[tuple[int, int]], str]:
    """Half-open code points of each token, regional words whole, other letters and digits one by one; and their codes."""
    spans: list[tuple[int, int]] = []
    codes, at = "", 0
    for word in (*_words().finditer(plain), None):
        letters = [index for index in range(at, word.start() if word else len(plain)) if plain[index].isalnum()]
        spans += [(index, index + 1) for index in letters]
        codes += "".join([plain[index] for index in letters])
        if word:
            spans.append(word.span())
            codes += regional_words()[word[0]]
            at = word.end()
    return spans, codes


def letters_of(text: str) -> str:
    """The folded text alone, regional words made one.

    >>> letters_of("堅持自立自強 突出應用導向") == letters_of("坚持自立自强，突出应用导向")
    True
    """
    return tokenise(text).codes


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters of many texts, one after another: folded code, index of the text, and place in all texts joined.

    `begins` gives the place, in code points, at which each text begins in all texts joined; one more at the end.
    """

    codes: np.ndarray
    text: np.ndarray
    place: np.ndarray
    begins: np.ndarray

    def indices(self, texts: np.ndarray, offsets: np.ndarray) -> np.ndarray:
        """The index of the first letter at or after each offset, in code points, of a text."""
        return self.place.searchsorted(self.begins[texts] + offsets)


@cache
def _letter_table() -> np.ndarray:
    """Folded code for each code point, 0 for what is neither letter nor digit."""
    import numpy as np

    table = np.zeros(0x110000, np.uint32)
    letters = [code for code in range(LAST_LETTER) if chr(code).isalnum()]
    changed = simplification()
    table[letters] = [ord(changed.get(code, chr(code)).lower()[0]) for code in letters]
    return table


def fold_all(texts: Sequence[str] | Iterable[str]) -> Letters:
    """Fold many texts at once."""
    import numpy as np

    texts = list(texts)
    begins = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    codes = _letter_table()[np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)]
    place = np.flatnonzero(codes).astype(np.int32)
    index = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(begins))[place]
    return Letters(codes[place], index, place, begins)
