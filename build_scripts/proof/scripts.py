"""A text in another script: whether it is the published one with its script converted and nothing else.

The converters are asked anew: OpenCC over the whole and over each word, and MediaWiki's tables; the list of exceptions and the
quotation marks of a tree are data and typography, and stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rjieba
from zhconv_rs import zhconv

from build_scripts.tables import read_table

if TYPE_CHECKING:
    from opencc import OpenCC

EXCEPTIONS = Path(__file__).parents[1] / "text" / "lexicon" / "conversion.yaml"
QUOTES = {
    sign: {"zh-Hant": hant, "zh-Hans": hans} for hant, hans in zip("「」『』", "“”‘’", strict=True) for sign in (hant, hans)
}
by_tables: Callable[..., str] = zhconv
CONFIGURATION = {"zh-Hans": "tw2s", "zh-Hant": "s2tw"}


def known_trees() -> frozenset[str]:
    """The trees of which the proof knows how they show a text: in its own script, or in theirs."""
    return frozenset({*CONFIGURATION, "en"})


def is_converted(language: str, tree: str) -> bool:
    """Whether a tree shows a text of a language in another script than it was published in."""
    return script_of(tree) in CONFIGURATION and not language.startswith(script_of(tree))


def script_of(tree: str) -> str:
    """The language and script of a tree, without its region."""
    return "-".join(tree.split("-")[:2])


def converts(published: str, shown: str, tree: str, given: Sequence[tuple[str, str, str]] = ()) -> bool:
    """Whether a text is the published one in the script of a tree: each character as one of the converters has it.

    `given` are `(tree, words, shown)` that the edition wants shown so.
    """
    tree = script_of(tree)
    if published == shown:
        return True
    if len(published) != len(shown):
        return False
    ways = list(_ways(published, tree))
    apart = [at for at, char in enumerate(shown) if all(way[at] != char or published[at] in QUOTES for way in ways)]
    if not apart:
        return True
    settled = _settled(published, tree, given)
    return all(shown[at] in settled.get(at, ()) or _is_quote(published[at], shown[at], tree) for at in apart)


def _ways(text: str, tree: str) -> Iterator[str]:
    """What each way of converting makes of a text, where it keeps its length."""
    convert = _converter(tree).convert
    single = {char: convert(char) for char in set(text)}
    ways = (convert(text), "".join(map(convert, rjieba.cut(text))), by_tables(text, tree, False))
    yield "".join(form if len(form) == 1 else char for char in text for form in (single[char],))
    yield from (way for way in ways if len(way) == len(text))


def _is_quote(published: str, shown: str, tree: str) -> bool:
    return published in QUOTES and shown in (published, QUOTES[published][tree])


def _settled(text: str, tree: str, given: Sequence[tuple[str, str, str]]) -> dict[int, set[str]]:
    """By offset what the list of exceptions lets stand."""
    exceptions = _exceptions()[tree]
    found = {at: set(exceptions["always"][char]) for at, char in enumerate(text) if char in exceptions["always"]}
    phrases = exceptions["phrases"] | {words: shown for code, words, shown in given if code == tree}
    for phrase, target in phrases.items():
        for match in re.finditer(re.escape(phrase), text):
            for at, char in zip(range(*match.span()), target, strict=True):
                found.setdefault(at, set()).add(char)
    return found


@cache
def _exceptions() -> dict[str, Any]:
    data: dict[str, Any] = read_table(EXCEPTIONS)
    return data


@cache
def _converter(tree: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(CONFIGURATION[tree])
