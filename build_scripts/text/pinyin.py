"""Pinyin with figures for tones, as dictionaries are typed, to pinyin with marks."""

from __future__ import annotations

import re

SYLLABLE = re.compile(r"([A-Za-zü]+)([1-5])")
MARKED = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ"}
NEUTRAL = 5


def toned(pinyin: str) -> str:
    """Each syllable with its mark: on a or e, on the o of ou, else on the last vowel (GB/T 16159).

    >>> toned("ren2 gong1 zhi4 neng2"), toned("lu:4 dou4 r5"), toned("Jiu3 gui1, A")
    ('rén gōng zhì néng', 'lǜ dòu r', 'Jiǔ guī, A')
    """
    return SYLLABLE.sub(lambda match: _marked(match[1], int(match[2])), pinyin.replace("u:", "ü").replace("U:", "Ü"))


def _marked(letters: str, tone: int) -> str:
    plain = letters.lower()
    at = next((plain.index(each) for each in ("a", "e", "ou") if each in plain), -1)
    if at < 0:
        at = max(plain.rfind(vowel) for vowel in MARKED)
    if tone == NEUTRAL or at < 0:
        return letters
    mark = MARKED[plain[at]][tone - 1]
    return letters[:at] + (mark.upper() if letters[at].isupper() else mark) + letters[at + 1 :]
