"""Word lists of the language: data with a sentence on their origin, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.tables import read_table


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word lists of `<name>.yaml`."""
    data: dict[str, Any] = read_table(Path(__file__).parent / f"{name}.yaml")
    return data


@cache
def words(listed: str) -> tuple[str, ...]:
    r"""The words of a list, longest first; `\ ` stands for a space inside one.

    >>> words("来源 文章来源 Last\\ updated")
    ('Last updated', '文章来源', '来源')
    """
    found = {word.replace("\\ ", " ") for word in re.split(r"(?<!\\)\s+", listed.strip()) if word}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


LONGEST_SPREAD = 4  # characters of a label that columns of particulars set to the width of others


def any_of(listed: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, listed))


@cache
def any_word(file: str, *lists: str, spaced: bool = False) -> str:
    r"""A pattern, in a group, for any word of the lists of a file; `spaced` ones may have gaps between their characters.

    >>> any_word("articles", "statements"), any_word("articles", "of_authors", spaced=True)
    ('(?:本文系)', '(?:作\\s*者)')
    """
    listed = words(" ".join(lexicon(file)[name] for name in lists))
    between = r"\s*" if spaced else ""
    return f"(?:{'|'.join(re.escape(word) if word.isascii() else between.join(map(re.escape, word)) for word in listed)})"


def any_spread(listed: Iterable[str]) -> str:
    """A pattern for any of the words, short Chinese ones also with gaps between their characters: 来    源.

    >>> bool(re.fullmatch(any_spread(["来源"]), "来 \u3000源")), bool(re.fullmatch(any_spread(["最后更新"]), "最后X更新"))
    (True, False)
    """
    gap = r"[ \t\u3000\u00a0]{0,8}"
    return "|".join(
        gap.join(word) if len(word) <= LONGEST_SPREAD and not word.isascii() else re.escape(word) for word in listed
    )
