"""Numbers in English words: cardinals, ordinals, decades, dozens, parts of a whole, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterator

UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = {word: 10 * at for at, word in enumerate(TEN_WORDS, 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
VALUES = {word: at for at, word in enumerate(UNITS)} | TENS
UNEVEN = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
EVEN = {f"{word}th": value for word, value in VALUES.items()} | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
ORDINALS = EVEN | UNEVEN
# What says a number without being one; parts of a whole also in per cent.
OTHERS: dict[str, tuple[float, ...]] = {
    "once": (1,),
    "twice": (2,),
    "double": (2,),
    "doubled": (2,),
    "tripled": (3,),
    "decade": (10,),
    "dozen": (12,),
    "half": (0.5, 50),
    "quarter": (0.25, 25),
    "century": (100,),
}
TIMES = {"decades": 10, "dozen": 12, "dozens": 12}
WORD = re.compile(r"[a-z]+")
GAP = re.compile(r"[- ]|[- ]and ")


def worded_numbers(text: str) -> Iterator[float]:
    """The value of each number in words, and of those that only say one.

    >>> list(worded_numbers("Two hundred and fifty thousand, once in a decade; the ninth"))
    [250000.0, 1.0, 10.0, 9.0]
    """
    words = list(WORD.finditer(text.lower()))
    at = 0
    while at < len(words):
        size, value = _cardinal(text.lower(), words, at)
        if size:
            after = words[at + size][0] if at + size < len(words) else ""
            yield float(value * TIMES.get(after, 1))
            at += size + (after in TIMES)
        else:
            yield from map(float, OTHERS.get(words[at][0], ()))
            yield from [float(ORDINALS[words[at][0]])] if words[at][0] in ORDINALS else []
            at += 1


def _cardinal(text: str, words: list[re.Match[str]], at: int) -> tuple[int, int]:
    """How many words from there make one number, and which; a last ordinal counts: twenty-first."""
    total = section = size = 0
    for place in range(at, len(words)):
        word = words[place][0]
        if size and not GAP.fullmatch(text, words[place - 1].end(), words[place].start()) and word != "and":
            break
        if word in VALUES and (not section % 100 or (section % 100 in TENS.values() and VALUES[word] < 10)):
            section += VALUES[word]
        elif word in SCALES and section:
            total, section = (total, section * 100) if word == "hundred" else (total + section * SCALES[word], 0)
        elif word in ORDINALS and size and section % 10 == 0 and ORDINALS[word] < 10:
            return place - at + 1, total + section + ORDINALS[word]
        elif word == "and" and size and (section >= 100 or total) and words[place + 1 : place + 2]:
            if words[place + 1][0] not in VALUES:
                break
        else:
            break
        size = place - at + 1
    return size, total + section
