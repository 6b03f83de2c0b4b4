"""Simplified to Traditional and back, by script alone: the words stay as published.

How is said in `conversion.py`. OpenCC's `tw2sp` and `s2twp` would change words (核心技術 to 内核技术) and are never used.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from build_scripts.text.conversion import by_phrases, convert

CHINESE_TREES = ("zh-Hans", "zh-Hant")


@cache
def script_of(language: str) -> str:
    """The language and script part of a BCP 47 code.

    >>> script_of("zh-Hant-HK"), script_of("en")
    ('zh-Hant', 'en')
    """
    return "-".join(part for part in language.split("-") if len(part) != 2 or part.islower())


def region_of(language: str) -> str:
    """The region part of a BCP 47 code, empty where it has none.

    >>> region_of("zh-Hant-HK"), region_of("zh-Hans")
    ('HK', '')
    """
    return next((part for part in language.split("-")[1:] if len(part) == 2 and part.isupper()), "")


def is_chinese(language: str) -> bool:
    """Whether a BCP 47 code, of a text or a tree, is one of Chinese."""
    return language.startswith("zh")


def same_language(one: str, other: str) -> bool:
    """Whether two BCP 47 codes are of one language, in whatever script and region.

    >>> same_language("zh-Hant-HK", "zh-Hans"), same_language("en", "zh-Hans")
    (True, False)
    """
    return one.split("-")[0] == other.split("-")[0]


def locale_of(tree: str) -> str:
    """A tree's code as the Open Graph protocol writes it, with the region that most use its script in.

    >>> locale_of("zh-Hans"), locale_of("zh-Hant-HK"), locale_of("en")
    ('zh_CN', 'zh_HK', 'en_US')
    """
    region = region_of(tree) or {"zh-Hans": "CN", "zh-Hant": "TW", "en": "US"}[script_of(tree)]
    return f"{tree.split('-')[0]}_{region}"


def needs_conversion(language: str, tree: str) -> bool:
    """Whether a text in `language` is shown in another script in that tree. The English tree shows texts as published.

    >>> needs_conversion("zh-Hant-HK", "zh-Hans"), needs_conversion("zh-Hant-HK", "zh-Hant"), needs_conversion("en", "zh-Hans")
    (True, False, False)
    """
    return is_chinese(tree) and is_chinese(language) and script_of(language) != script_of(tree)


def to_script(text: str, language: str, tree: str) -> str:
    """The text in the script of the tree, code point for code point; quotation marks follow the tree as well.

    A tree may bear the edition's own words and how they are shown in it, as `conversions`; they have the last word.

    >>> to_script("軟體標誌着", "zh-Hant-TW", "zh-Hans"), to_script("軟體", "zh-Hant-TW", "zh-Hant")
    ('软体标志着', '軟體')
    """
    if not needs_conversion(language, tree):
        return text
    return convert(text, script_of(tree), region_of(language), conversions_of(tree)).text


def conversions_of(tree: str) -> tuple[tuple[str, str], ...]:
    """Words of the edition and how they are shown in a tree, where the tree bears them."""
    conversions: tuple[tuple[str, str], ...] = getattr(tree, "conversions", ())
    return conversions


def in_tree(words: Mapping[str, str], tree: str) -> str:
    """An editor's words, by language, in that of a tree: as given, else converted from the other script; empty where none.

    >>> in_tree({"zh-Hant": "軟體", "en": "software"}, "zh-Hans"), in_tree({"zh-Hans": "软件"}, "en")
    ('软体', '')
    """
    if tree in words or not is_chinese(tree):
        return words.get(tree, "")
    return next((to_script(text, language, tree) for language, text in words.items() if is_chinese(language)), "")


def simplified(text: str) -> str:
    """The text in Simplified characters, whatever script it was in, so that words of either can be compared.

    >>> simplified("軟體与软件")
    '软体与软件'
    """
    return by_phrases(text, "t2s")


def plain_letters(text: str) -> str:
    """The letters and digits of a text, in Simplified characters: two copies of one text differ in all else.

    >>> plain_letters("《軟體》， 2.0")
    '软体20'
    """
    return "".join(filter(str.isalnum, simplified(text)))
