"""Lines that are menus: names side by side, in bars, in spaces, or glued together where a copy has lost what stood between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_scripts.text.characters import bare, closes_sentence, is_han, width
from build_scripts.text.lexicon import any_of, any_word, lexicon, words
from build_scripts.text.scripts import simplified

MOST_HAN = 3  # ideographs of the name of a section
FEWEST_BARRED, FEWEST_SPACED, FEWEST_GLUED = 3, 6, 4
LONGEST_BARRED, LONGEST_LATIN, LONGEST_SPACED = 8, 12, 6  # ems of a name of a menu
MOST_OTHER = 0.25  # of the letters of a glued menu that no known name of a channel covers


def is_many_links(text: str) -> bool:
    """Whether a line is many short names side by side, as menus are.

    >>> is_many_links("某某手机 | 某某科技 | 某某首页 | 导航"), is_many_links("首页 动态 专题 实用技巧 应用游戏 固件下载")
    (True, True)
    >>> is_many_links("堅持自立自強 突出應用導向 推動健康有序發展")
    False
    """
    plain = bare(text)
    if re.search("[。！？，；,;]", plain) or closes_sentence(plain) or _joins_words(plain):
        return False
    barred = [part for part in re.split(r"[|｜丨]", plain) if part.strip()]
    spaced = plain.split()
    return (
        len(barred) >= FEWEST_BARRED and max(map(width, barred)) <= (LONGEST_LATIN if plain.isascii() else LONGEST_BARRED)
    ) or (len(spaced) >= FEWEST_SPACED and max(map(width, spaced)) <= LONGEST_SPACED)


def _joins_words(text: str) -> bool:
    """Whether a line of Latin words has one that only joins others, as headlines do and menus do not."""
    spaced = text.split()
    return (
        not any(map(is_han, text))
        and len(spaced) >= 4
        and any(word.lower() in words(lexicon("page")["joining"]) for word in spaced[1:])
    )


def holds_site_words(text: str) -> bool:
    """Whether a line without punctuation holds words such as 登录 and 首页, as glued menus do."""
    plain = simplified(bare(text))
    return bool(re.search(any_word("page", "menus"), plain)) and not re.search("[。！？，；：“”]", plain)


def is_menu(text: str) -> bool:
    return is_many_links(text) or is_glued_menu(text) or is_section(text)


def is_section(text: str) -> bool:
    """Whether a line is two single words with a bar between, as sites name the section of a text.

    >>> is_section("Maritime | Commentary"), is_section("国际 | 观点"), is_section("图集丨最后的造船滩")
    (True, True, False)
    """
    parts = [part.strip() for part in re.split(r"[|｜丨]", bare(text))]
    named = [part.isascii() and " " not in part for part in parts if part] or [False]
    return (
        len(parts) == 2 and all(parts) and (all(named) or all(2 <= len(part) <= MOST_HAN for part in parts)) and _letters(parts)
    )


def _letters(parts: Sequence[str]) -> bool:
    return all("".join(part.split()).isalpha() for part in parts)


def is_glued_menu(text: str) -> bool:
    """Whether a line is names of channels one behind the other, with hardly anything else.

    >>> is_glued_menu("国内国际财经科技汽车娱乐副刊更多"), is_glued_menu("财经科技两界人士共议数字经济")
    (True, False)
    """
    plain = re.sub(r"\s+", "", simplified(bare(text)))
    if closes_sentence(plain) or re.search("[。！？，；：:“”]", plain):
        return False
    found = _names_of_channels().findall(plain)
    return len(found) >= FEWEST_GLUED and len("".join(found)) >= (1 - MOST_OTHER) * len(plain)


@cache
def _names_of_channels() -> re.Pattern[str]:
    return re.compile(any_of(name for name in words(lexicon("page")["channels"]) if len(name) > 1 and not name.isascii()))
