"""Words of CC-CEDICT with their pinyin and English."""

from __future__ import annotations

import re

from build_scripts.remembered import remembered
from build_scripts.text.cedict import cedict, dictionary_words
from build_scripts.text.characters import is_han
from build_scripts.text.pinyin import toned

Readings = list[list[str]]  # the pinyin and the English of each entry of a word
ENTRY = re.compile(r"\[([^\]]*)\] /(.*)/")
COUNTED = re.compile(r"CL:")  # the words with which a thing is counted, in figures and brackets
VARIANT = re.compile(r"(?:old |erhua )?variant of ")
MOST_MEANINGS = 6
LONGEST = 8  # characters of a word


def entries_of(word: str) -> list[tuple[str, str]]:
    """The pinyin in figures and the meanings of each entry of a word in Simplified characters."""
    return [(match[1], match[2]) for match in map(ENTRY.match, cedict()[word].split("\n")) if match]


def readings_of(word: str) -> Readings:
    """The readings of a word; names and forms of other words come last."""
    found = []
    for pinyin, meanings in sorted(entries_of(word), key=_rare):
        kept = [each for each in meanings.split("/") if not COUNTED.match(each)][:MOST_MEANINGS]
        if kept:
            found.append([toned(pinyin), "; ".join(kept)])
    return found


@remembered("words")
def words_of(text: str) -> tuple[tuple[int, int], ...]:
    """Every word in a text in Simplified characters, words inside words too: half-open code points."""
    known = dictionary_words()
    ends = ((start, range(start + 1, min(len(text), start + LONGEST) + 1)) for start, char in enumerate(text) if is_han(char))
    return tuple((start, end) for start, all_ends in ends for end in all_ends if text[start:end] in known)


def only_reading(word: str) -> str:
    """The pinyin of a word, a syllable for each of its characters; empty where its entries do not all read it alike. Capitals
    are those of words that are names and nothing else.

    >>> only_reading("重要"), only_reading("新"), only_reading("中国"), only_reading("的")
    ('zhòng yào', 'xīn', 'Zhōng guó', '')
    """
    readings = {pinyin.casefold(): pinyin for pinyin in sorted(pinyin for pinyin, _ in entries_of(word))}
    syllables = toned(next(iter(readings.values()))).split() if len(readings) == 1 else []
    return " ".join(syllables) if len(syllables) == len(word) else ""


def _rare(entry: tuple[str, str]) -> bool:
    pinyin, meanings = entry
    return pinyin[:1].isupper() or bool(VARIANT.match(meanings)) or meanings.startswith("surname ")
