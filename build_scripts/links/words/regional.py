"""Words that regions say otherwise: which mean the same, where that holds, and which are pointed out to readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from build_scripts.text.lexicon import any_of, lexicon
from build_scripts.text.scripts import region_of, to_script
from build_scripts.text.simplify import simplify

SCRIPT = {"CN": "zh-Hans", "TW": "zh-Hant", "HK": "zh-Hant-HK"}
REGIONS = tuple(SCRIPT)
KEYS = (*REGIONS, "with", "not-in", "mark")
# Where the context of a pair stands, in the words of an entry that has one.
CONTEXT = "…"
# A whole regional word becomes one private character, so that words of different lengths can be equal.
FIRST_PRIVATE = 0xE000


@dataclass(frozen=True, slots=True)
class Equivalents:
    """Wordings of one meaning by region, each in the script of its region.

    `marked` are the regions whose word is pointed out to readers elsewhere, `never` longer words in which the pair does not
    hold.
    """

    wordings: Mapping[str, tuple[str, ...]]
    marked: tuple[str, ...] = REGIONS
    never: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for words in self.wordings.values() for word in words))


@dataclass(frozen=True, slots=True, eq=False)
class RegionalWords:
    """The regional words of the language, and of an edition; compared by identity, so that what is derived is kept."""

    entries: tuple[Equivalents, ...]


def equivalents_of(entry: Mapping[str, Any]) -> Iterator[Equivalents]:
    """What an entry of a list says: one set of equivalents, or one for each context.

    A context is written in Simplified characters, and stands in each wording in its script.

    >>> [each.words for each in equivalents_of({"CN": ["数字…"], "TW": ["數位…"], "with": ["经济", "化"]})]
    [('数字经济', '數位經濟'), ('数字化', '數位化')]
    """
    for context in entry.get("with", ("",)):
        inside = {region: to_script(context, "zh-Hans-CN", SCRIPT[region]) for region in REGIONS}
        wordings = {
            region: tuple(word.replace(CONTEXT, inside[region]) for word in entry[region])
            for region in REGIONS
            if region in entry
        }
        yield Equivalents(wordings, tuple(entry.get("mark", REGIONS)), tuple(entry.get("not-in", ())))


@cache
def general_words() -> RegionalWords:
    """The regional words that the program knows."""
    lists = lexicon("regional").values()
    return RegionalWords(tuple(each for entries in lists for entry in entries for each in equivalents_of(entry)))


@lru_cache(maxsize=8)
def meanings(words: RegionalWords) -> dict[str, str]:
    """Each regional word, in Simplified characters, and the private character that stands for its meaning."""
    groups = [[simplify(word) for word in entry.words] for entry in words.entries]
    return {word: chr(FIRST_PRIVATE + index) for index, group in enumerate(groups) for word in group}


@lru_cache(maxsize=8)
def pattern(words: RegionalWords) -> re.Pattern[str]:
    """Any regional word or longer word that is none, the longest first, in Simplified characters."""
    never = [simplify(word) for entry in words.entries for word in entry.never]
    return re.compile(any_of(sorted({*meanings(words), *never}, key=lambda word: (-len(word), word))) or "(?!)")


@lru_cache(maxsize=32)
def said_elsewhere(words: RegionalWords, other_region: str, here: str) -> dict[str, tuple[str, ...]]:
    """Each word of a region that another says otherwise, in Simplified characters, with the other's words as written."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in words.entries:
        ours = entry.wordings.get(here, ())
        if ours and other_region in entry.marked:
            theirs = map(simplify, entry.wordings.get(other_region, ()))
            found.update({word: ours for word in theirs if word not in map(simplify, ours)})
    return found


def other_regions(one: str, other: str) -> bool:
    """Whether two texts can differ by region: not where both are known to be of the same one.

    >>> other_regions("zh-Hans-CN", "zh-Hant-TW"), other_regions("zh-Hans-CN", "zh-Hans-CN"), other_regions("en", "en")
    (True, False, True)
    """
    return not region_of(one) or region_of(one) != region_of(other)


def merged(added: Iterable[Equivalents], removed: Iterable[str]) -> RegionalWords:
    """The general words with those of an edition, which go before them, and without what it removes."""
    additions = tuple(added)
    gone = {simplify(word) for word in (*removed, *(word for entry in additions for word in entry.words))}
    kept = (entry for entry in general_words().entries if gone.isdisjoint(map(simplify, entry.words)))
    return RegionalWords((*additions, *kept))
