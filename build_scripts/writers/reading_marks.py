"""What a reader's hand finds in the text: each paragraph's own link, and the words that another region says otherwise."""

from __future__ import annotations

import re
from functools import cache
from html import escape as escape_html

from build_scripts.links.fold import REGIONAL_WORDS, simplify
from build_scripts.writers.markdown import Layer, element, reference
from build_scripts.writers.sigla import paragraph_number
from build_scripts.writers.wording import say

# The region whose wording a tree's reader expects; the English tree has none, and shows Chinese as published.
REGION = {"zh-Hans": "CN", "zh-Hant": "TW"}


def permalink(name: str, tree: str) -> str:
    """The link of a paragraph to itself. It has no text, so that the paragraph has no more than it had; CSS draws it.

    On paper it is the number of the paragraph, where that has one.

    >>> permalink("p4", "en")
    '<a class="dz-here" href="#p4" lang="en" aria-label="Link to this paragraph" data-n="4"></a>'
    """
    number = paragraph_number(name.partition("-")[0])
    more = {"data_n": number} if number else {}
    return element("a", "", class_="dz-here", href=f"#{name}", lang=tree, aria_label=say("paragraph-link", tree), **more)


def regional_layers(text: str, language: str, tree: str) -> list[Layer]:
    """The words of a text, as the tree shows it, that the tree's region says otherwise, each with what it says.

    Tab stops at the first of each word only. `language` is that of the text as published.

    >>> [(layer.start, layer.end) for layer in regional_layers("共用软体", "zh-Hant-TW", "zh-Hans")]
    [(0, 2), (2, 4)]
    >>> regional_layers("共用軟體", "zh-Hant-TW", "zh-Hant"), regional_layers("共用軟體", "zh-Hant-TW", "en")
    ([], [])
    """
    here = REGION.get(tree)
    words = _equivalents(language.rpartition("-")[2], here) if here else {}
    if not words:
        return []
    layers, seen = [], set()
    for match in _pattern(language.rpartition("-")[2], here).finditer(simplify(text)):
        stop = "" if match[0] in seen else ' tabindex="0"'
        seen.add(match[0])
        layers.append(Layer(*match.span(), "span", f' class="dz-word"{stop} title="{_said(words[match[0]], tree)}"'))
    return layers


def _said(words: tuple[str, ...], tree: str) -> str:
    """The equivalents in words, safe in an attribute inside Markdown."""
    return re.sub(r"[*_`\[\]]", lambda match: reference(match[0]), escape_html(say("regional-word", tree).format(say("list-within", tree).join(words))))


@cache
def _equivalents(there: str, here: str) -> dict[str, tuple[str, ...]]:
    """Each word of a region that another says otherwise, in Simplified characters, with the other's words as written."""
    import yaml

    entries = yaml.safe_load(REGIONAL_WORDS.read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        ours = tuple(entry.get(here, ()))
        theirs = [simplify(word) for word in entry.get(there, ())]
        found.update({word: ours for word in theirs if ours and word not in map(simplify, ours)})
    return found


@cache
def _pattern(there: str, here: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_equivalents(there, here), key=len, reverse=True))))
