"""Folding for matching: one script, one case, one width, letters and digits only, with a map back to every offset."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from build_scripts.links.words.regional import RegionalWords, general_words, meanings, pattern
from build_scripts.text.simplify import simplification, simplify

if TYPE_CHECKING:
    import numpy as np

# Beyond the third plane there are no letters.
LAST_LETTER = 0x30000
# A Latin letter says two fifths of what a Chinese character says: five words, of four to five letters, weigh as much as the
# eight characters that a quotation with a lead-in needs.
LATIN_WEIGHT = 0.4
WITHOUT_WORDS = RegionalWords(())


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


@lru_cache(maxsize=20000)
def tokenise(text: str, words: RegionalWords | None = None) -> Tokens:
    """The tokens of a text; `words` are the regional ones, those of the language where they are not given.

    >>> tokenise("軟體、AI").starts, tokenise("軟體").codes == tokenise("软件").codes
    ((0, 3, 4), True)
    """
    plain = simplify(text).lower()
    if len(plain) != len(text):  # a capital of two small letters
        plain = "".join(char.lower()[0] for char in simplify(text))
    spans, codes = _spans(plain, words or general_words())
    weights = tuple([LATIN_WEIGHT if "a" <= plain[start] <= "z" else float(end - start) for start, end in spans])
    return Tokens(codes, tuple([start for start, _ in spans]), tuple([end for _, end in spans]), weights)


def _spans(plain: str, words: RegionalWords) -> tuple[list[tuple[int, int]], str]:
    """Half-open code points of each token, regional words whole, other letters and digits one by one; and their codes."""
    spans: list[tuple[int, int]] = []
    known, codes, at = meanings(words), "", 0
    for word in (*(found for found in pattern(words).finditer(plain) if found[0] in known), None):
        letters = [index for index in range(at, word.start() if word else len(plain)) if plain[index].isalnum()]
        spans += [(index, index + 1) for index in letters]
        codes += "".join([plain[index] for index in letters])
        if word:
            spans.append(word.span())
            codes += known[word[0]]
            at = word.end()
    return spans, codes


def letters_of(text: str) -> str:
    """The folded text alone, regional words made one.

    >>> letters_of("堅持自立自強 突出應用導向") == letters_of("坚持自立自强，突出应用导向")
    True
    """
    return tokenise(text).codes


def bare_letters_of(text: str) -> str:
    """The folded text alone, regional words as they are: what an id is made of, so that it does not hang on their list."""
    return tokenise(text, WITHOUT_WORDS).codes


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
        found: np.ndarray = self.place.searchsorted(self.begins[texts] + offsets)
        return found


@cache
def _folded(code: int) -> int:
    """The folded code of a code point, 0 for what is neither letter nor digit."""
    letter = code < LAST_LETTER and chr(code).isalnum()
    return ord(chr(code).translate(simplification()).lower()[0]) if letter else 0


def fold_all(texts: Sequence[str] | Iterable[str]) -> Letters:
    """Fold many texts at once."""
    import numpy as np

    texts = list(texts)
    begins = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    known, which = np.unique(points, return_inverse=True)
    codes = np.array(list(map(_folded, known.tolist())), np.uint32)[which]
    place = np.flatnonzero(codes).astype(np.int32)
    index = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(begins))[place]
    return Letters(codes[place], index, place, begins)
