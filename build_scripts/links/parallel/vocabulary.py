"""What a Chinese and an English sentence say alike, by the glosses of CC-CEDICT, numbers, months and Latin names.

A measure from 0 to 1 for any two sentences, after the dictionary evidence of Varga et al., "Parallel corpora for medium
density languages" (RANLP 2005): which share of the words of either finds one that may translate it in the other. Each sentence
of a group has to find its own: what is put together must belong together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from build_scripts.text.cedict import cedict
from build_scripts.text.characters import is_mostly_han
from build_scripts.text.dates import MONTHS
from build_scripts.text.simplify import simplify

Stems = frozenset[str]
LONGEST = 6  # characters of a word that is looked up; names and idioms are no longer
STEM = 5  # letters by which words of one family agree: develop, developed, development
TELLING = 0.5  # the weight below which a word stands in too many sentences to tell two of them apart
WORD = re.compile(r"[A-Za-z]{3,}|\d[\d,.]*")
ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)")
MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])月")


def stems(text: str) -> Stems:
    """The words of an English text as stems, its numbers without separators.

    >>> sorted(stems("1,500 models developed"))
    ['1500', 'devel', 'model']
    """
    return frozenset(word.lower().replace(",", "").rstrip(".")[:STEM] for word in WORD.findall(text))


@lru_cache(maxsize=20000)
def _gloss(word: str) -> Stems:
    """The stems of the words by which a Chinese word is explained; empty where the dictionary has none."""
    return stems(ASIDE.sub("", cedict().get(word, ""))) if len(word) > 1 else frozenset()


@lru_cache(maxsize=20000)
def words_of(text: str) -> tuple[Stems, ...]:
    """The words of a sentence, each with all that may stand for it in English; the longest words of the dictionary first."""
    if not is_mostly_han(text):
        return tuple(frozenset([stem]) for stem in sorted(stems(text)))
    text = simplify(text)
    found = [frozenset([stem]) for stem in sorted(stems(text))]
    found += [stems(MONTHS[int(match[1]) - 1]) for match in MONTH.finditer(text)]
    at = 0
    while at < len(text):
        size = next((size for size in range(LONGEST, 1, -1) if _gloss(text[at : at + size])), 1)
        if size > 1:
            found.append(_gloss(text[at : at + size]))
        at += size
    return tuple(found)


@dataclass(frozen=True)
class Likeness:
    """The measure for the sentences of one document: a word weighs the more the fewer sentences have it."""

    total: int = 0
    sentences: Counter[str] = field(default_factory=Counter)
    weights: dict[Stems, float] = field(default_factory=dict, compare=False)  # as far as they were asked for

    @classmethod
    def of(cls, english: Iterable[str]) -> Likeness:
        """The measure that fits these English sentences."""
        texts = [stems(sentence) for sentence in english]
        return cls(len(texts), Counter(stem for text in texts for stem in text))

    def __call__(self, source: Sequence[str], target: Sequence[str]) -> float:
        """How much some sentences say what the others say, from 0 to 1; of either side the sentence counts that finds least."""
        if not source or not target:
            return 0.0
        ours, theirs = [words_of(each) for each in source], [words_of(each) for each in target]
        return math.sqrt(self._least_found(ours, theirs) * self._least_found(theirs, ours))

    def _least_found(self, sentences: Sequence[Sequence[Stems]], others: Sequence[Sequence[Stems]]) -> float:
        offered = frozenset(stem for words in others for word in words for stem in word)
        return min(self._share_found(words, offered) for words in sentences)

    def _share_found(self, words: Sequence[Stems], offered: Stems) -> float:
        """The share of the words that find one of these: an English word by its weight, a Chinese one by a telling word of its
        gloss."""
        whole = found = 0.0
        for word in words:
            weight = self._weight(word) if len(word) == 1 else 1.0
            common = word & offered
            whole += weight
            found += weight if common and (len(word) == 1 or self._weight(common) > TELLING) else 0.0
        return found / whole if whole else 0.0

    def _weight(self, stems: Stems) -> float:
        """The weight of the rarest of these stems in the sentences of the document."""
        if stems not in self.weights:
            self.weights[stems] = max(math.log((self.total + 1) / (self.sentences[stem] + 0.5)) for stem in stems)
        return self.weights[stems]
