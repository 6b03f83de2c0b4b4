"""Simplified to Traditional and back, by script alone: the words stay as published.

OpenCC `t2s` and `s2tw`; both keep the length of a text, so that every offset stays what it was. `tw2sp` and `s2twp`
would change words (核心技術 to 内核技术) and are never used.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

CONFIGURATION = {"zh-Hans": "t2s", "zh-Hant": "s2tw"}


def script_of(language: str) -> str:
    """The language and script part of a BCP 47 code.

    >>> script_of("zh-Hant-HK"), script_of("en")
    ('zh-Hant', 'en')
    """
    return "-".join(part for part in language.split("-") if len(part) != 2 or part.islower())


def needs_conversion(language: str, tree: str) -> bool:
    """Whether a text in `language` is shown in another script in that tree. The English tree shows texts as published.

    >>> needs_conversion("zh-Hant-HK", "zh-Hans"), needs_conversion("zh-Hant-HK", "zh-Hant"), needs_conversion("en", "zh-Hans")
    (True, False, False)
    """
    return tree in CONFIGURATION and language.startswith("zh") and script_of(language) != tree


@lru_cache(maxsize=65536)
def to_script(text: str, language: str, tree: str) -> str:
    """The text in the script of the tree, code point for code point..

    >>> to_script("軟體標誌着", "zh-Hant-TW", "zh-Hans"), to_script("軟體", "zh-Hant-TW", "zh-Hant")
    ('软体标志着', '軟體')
    """
    if not needs_conversion(language, tree):
        return text
    converted = _converter(CONFIGURATION[tree]).convert(text)
    if len(converted) != len(text):
        # A phrase of another length: fall back to single characters, which never change the length.
        converted = "".join(_converter(CONFIGURATION[tree]).convert(char)[:1] or char for char in text)
    return converted


def simplified(text: str) -> str:
    """The text in Simplified characters, whatever script it was in, so that words of either can be compared.

    >>> simplified("軟體与软件")
    '软体与软件'
    """
    return to_script(text, "zh-Hant", "zh-Hans")


@cache
def _converter(configuration: str) -> OpenCC:
    from opencc import OpenCC  # slow to load, so only where a text is converted

    return OpenCC(configuration)
