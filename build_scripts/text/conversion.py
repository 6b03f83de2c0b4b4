"""From one script to the other, word by word, with a second converter as a witness.

OpenCC converts phrases that it finds anywhere in a text, also over the end of a word: 内生发展 holds its 生发, and becomes
內生髮展
(BYVoid/OpenCC#1497). So each word is converted by itself, as rjieba divides the text; the text as a whole and MediaWiki's
tables
(zhconv-rs) are the witnesses, and where neither agrees, or two say other than OpenCC, the place is a doubt, unless
`lexicon/conversion.yaml` or the edition says what stands there. All keep the length of a text, so that offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from build_scripts.remembered import remembered
from build_scripts.text.lexicon import lexicon

CONFIGURATION = {
    ("zh-Hans", "TW"): "tw2s",
    ("zh-Hans", "HK"): "hk2s",
    ("zh-Hans", "MO"): "hk2s",
    ("zh-Hans", ""): "t2s",
    ("zh-Hant", ""): "s2tw",
}
# Quotation marks follow the tree (GB/T 15834; Taiwan's 重訂標點符號手冊); ‘ and ’ only as a pair, since ’ is an apostrophe too.
QUOTES = {"zh-Hant": str.maketrans("“”", "「」"), "zh-Hans": str.maketrans("「」『』", "“”‘’")}
INNER_PAIR = re.compile("‘([^‘’]*)’")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What is shown where converters are wrong or differ; each mapping from the source's characters to the target's."""

    either: Mapping[str, str] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)

    def with_phrases(self, phrases: Mapping[str, str]) -> Exceptions:
        """With more phrases, which have the last word."""
        return Exceptions(self.either, self.always, {**self.phrases, **phrases})


@dataclass(frozen=True, slots=True)
class Divergence:
    """A place, in code points of the text, where the converters differ and nothing says who is right."""

    at: int
    published: str
    converted: str
    others: str


@dataclass(frozen=True, slots=True)
class Converted:
    text: str
    doubts: tuple[Divergence, ...]


@cache
def general(tree: str) -> Exceptions:
    """What the program knows of conversion into the script of a tree."""
    data = lexicon("conversion")[tree]
    return Exceptions(*(MappingProxyType({str(key): str(value) for key, value in data[name].items()}) for name in data))


@remembered("conversions")
def convert(text: str, tree: str, region: str = "", phrases: tuple[tuple[str, str], ...] = ()) -> Converted:
    """The text in the script of a tree, code point for code point, and where that is doubtful.

    `region` is that of the text (BCP 47), `phrases` what an editor decided. Quotation marks follow the tree.

    >>> convert("激发内生发展动力，把握新征程。", "zh-Hant").text
    '激發內生發展動力，把握新征程。'
    >>> convert("朝著有益、安全", "zh-Hans", "TW").text, convert("海洋经济", "zh-Hant").doubts
    ('朝着有益、安全', ())
    """
    exceptions = general(tree).with_phrases(dict(phrases))
    configuration = CONFIGURATION.get((tree, region), CONFIGURATION[tree, ""])
    words = _by_words(text, configuration) if tree == "zh-Hant" else by_phrases(text, configuration)
    ways = (words, by_phrases(text, configuration), _mediawiki(text, tree))
    fixed = _fixed(text, exceptions.phrases)
    out, doubts = [], []
    for at, (published, *forms) in enumerate(zip(text, *ways, strict=True)):
        settled = fixed.get(at) or exceptions.always.get(published)
        out.append(settled or forms[0])
        if not settled and _doubtful(published, forms, exceptions):
            doubts.append(Divergence(at, published, forms[0], "".join(sorted({*forms} - {forms[0]}))))
    return Converted(_with_quotes("".join(out), tree), tuple(doubts))


def _doubtful(published: str, forms: list[str], exceptions: Exceptions) -> bool:
    """Whether the last of the forms, that of the other converter, is not the first, and both are not written."""
    return forms[0] != forms[2] and not {*forms} <= {*exceptions.either.get(published, "")}


def _fixed(text: str, phrases: Mapping[str, str]) -> dict[int, str]:
    """The characters that phrases settle, by offset; the longer phrase and the later in the list prevail."""
    fixed: dict[int, str] = {}
    for phrase in sorted((phrase for phrase in phrases if phrase in text), key=len):
        for match in re.finditer(re.escape(phrase), text):
            fixed.update(zip(range(*match.span()), phrases[phrase], strict=True))
    return fixed


def _with_quotes(text: str, tree: str) -> str:
    if tree == "zh-Hant":
        text = INNER_PAIR.sub(r"『\1』", text)
    return text.translate(QUOTES[tree])


def _by_words(text: str, configuration: str) -> str:
    import rjieba  # its dictionary is loaded only where a text is converted

    return "".join(by_phrases(word, configuration) for word in rjieba.cut(text))


@lru_cache(maxsize=65536)
def by_phrases(text: str, configuration: str) -> str:
    """What OpenCC makes of a text under one of its configurations, character by character where it would change the length."""
    converted: str = _converter(configuration)(text)
    if len(converted) == len(text):
        return converted
    return "".join(_converter(configuration)(char)[:1] or char for char in text)


@cache
def _converter(configuration: str) -> Callable[[str], str]:
    from opencc import OpenCC  # slow to load, so only where a text is converted

    convert_all: Callable[[str], str] = OpenCC(configuration).convert
    return convert_all


def _mediawiki(text: str, tree: str) -> str:
    """MediaWiki's tables, without its rules for quotation marks; the text itself where they change its length."""
    from zhconv_rs import zhconv

    convert: Callable[[str, Any, bool], str] = zhconv  # its types name the languages one by one
    converted = convert(text, tree, False)
    if len(converted) != len(text):
        return "".join(form if len(form := convert(char, tree, False)) == 1 else char for char in text)
    return "".join(old if old in "“”‘’「」『』" else new for old, new in zip(text, converted, strict=True))
