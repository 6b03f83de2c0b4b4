"""Chinese in Latin letters, after the ALA-LC romanisation table: pinyin without tones, a space after each syllable.

The rule (Library of Congress, Chinese romanization table, 2011): syllables stand apart; those of a given name and of a place
name are joined; names begin with a capital, and so does the title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import lexicon, words
from build_scripts.text.names import family_and_given
from build_scripts.text.scripts import simplified

ROMANISATION = lexicon("romanisation")
PLACES = words(ROMANISATION["places"])
CONVENTIONAL: Mapping[str, str] = ROMANISATION["conventional"]
FAMILY_NAMES: Mapping[str, str] = ROMANISATION["family-names"]
MARKS = str.maketrans(
    {
        "，": ",",
        "、": ",",
        "：": ":",
        "；": ";",
        "。": ".",
        "？": "?",
        "！": "!",
        "（": "(",
        "）": ")",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "《": "“",
        "》": "”",
        "〈": "‘",
        "〉": "’",
        "【": "[",
        "】": "]",
        "．": ".",
        "％": "%",
        "＋": "+",
        "～": "~",
        "\u3000": " ",
    }
)
TOKEN = re.compile(rf"([{HAN}]+)|([^\W{HAN}]+(?:[.'’&/-][^\W{HAN}]+)*)|(\s+)|(.)", re.DOTALL)
FIRST_LETTER = re.compile(r"^[^\W\d_]|(?<=^[“‘(\[])[^\W\d_]")
OPENING, JOINING = "“‘([", "—–-·/…"


@lru_cache(maxsize=65536)
def romanise(text: str, people: tuple[str, ...] = ()) -> str:
    """The text in Latin letters; `people` are the names of persons, as written, that may stand in it.

    >>> romanise("鲁迅：构建「软硬件」系统", ("鲁迅",))
    'Lu Xun: gou jian “ruan ying jian” xi tong'
    >>> romanise("「智能」——2025年")
    '“Zhi neng”—2025 nian'
    >>> romanise("我國發展AI、5G技術"), romanise("Xi urges AI")
    ('Wo guo fa zhan AI, 5G ji shu', 'Xi urges AI')
    """
    names = {simplified(name): name for name in people if family_and_given(name)}
    known = {**{name: romanise_name(name) for name in names}, **{place: _place(place) for place in PLACES}}
    pattern = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    romanised = ""
    for part in re.split(f"({pattern})", simplified(text)):
        for han, latin, space, mark in [(known[part], "", "", "")] if part in known else TOKEN.findall(part):
            romanised = _joined(romanised, *_read(han, latin, space, mark, known=part in known))
    return FIRST_LETTER.sub(lambda match: match[0].upper(), romanised.strip().replace("——", "—"), count=1)


def romanise_name(name: str) -> str:
    """A person's name, the family name first, or another name as words.

    >>> romanise_name("王国维"), romanise_name("西安"), romanise_name("张平安")
    ('Wang Guowei', 'Xi an', 'Zhang Ping’an')
    """
    parts = family_and_given(name)
    return " ".join(romanised_parts(*parts)) if parts else romanise(name)


def romanised_parts(family: str, given: str) -> tuple[str, str]:
    """Family and given name in Latin letters.

    >>> romanised_parts("王", "文泽"), romanised_parts("Clark", "Joseph")
    (('Wang', 'Wenze'), ('Clark', 'Joseph'))
    """
    plain_family = simplified(family)
    first = FAMILY_NAMES.get(plain_family) or _together(_syllables(plain_family))
    return first.capitalize() if first.islower() else first, _name(given)


def _name(text: str) -> str:
    syllables = _together(_syllables(simplified(text)))
    return syllables[:1].upper() + syllables[1:]


def _place(name: str) -> str:
    return CONVENTIONAL.get(name) or _name(name)


def _syllables(text: str) -> list[str]:
    from pypinyin import lazy_pinyin  # loads its tables, so only where something is romanised

    return lazy_pinyin(text, v_to_u=True)


def _together(syllables: list[str]) -> str:
    """Syllables as one word, with an apostrophe where it could be divided otherwise."""
    return "".join(f"’{each}" if at and each[:1] in "aeo" else each for at, each in enumerate(syllables))


def _read(han: str, latin: str, space: str, mark: str, known: bool = False) -> tuple[str, str]:
    """A token in Latin letters, and what it is: a word, a space or a mark."""
    if known or latin:
        return han or latin, "word"
    if han:
        return " ".join(_syllables(han)), "word"
    return (" ", "space") if space else (mark.translate(MARKS), "mark")


def _joined(before: str, token: str, what: str) -> str:
    """What has been said with the next token, and a space between them where Latin text has one."""
    if what == "space":
        return before if before.endswith(" ") or not before else before + " "
    if what == "mark":
        opens = token in OPENING
        base = before.rstrip(" ") if not opens else before
        apart = opens and base and base[-1] not in OPENING + JOINING + " "
        return f"{base} {token}" if apart else base + token
    tight = not before or before[-1] in OPENING + JOINING + " "
    return before + token if tight else f"{before} {token}"
