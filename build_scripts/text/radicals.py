"""Radicals that stand for ideographs, as PDF extraction gives them, become the ideographs."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.text.lexicon import lexicon
from build_scripts.traced import Edit

RADICAL = re.compile("[\u2e80-\u2fdf]")


@cache
def _ideographs(simplified: bool = False) -> dict[str, str]:
    table = lexicon("radicals")
    pairs = [*table["radicals"].split(), *(table["simplified"].split() if simplified else ())]
    return {radical: ideograph for radical, ideograph in pairs}


def unify_radicals(text: str, language: str = "") -> list[Edit]:
    """Replace each radical by the ideograph that prints alike in a language (BCP 47). Offsets are code points, spans half-open.

    >>> [(e.start, e.replacement) for e in unify_radicals("⼈⼯")], unify_radicals("人工")
    ([(0, '人'), (1, '工')], [])
    >>> [unify_radicals("⼾", language)[0].replacement for language in ("zh-Hans-CN", "zh-Hant-TW")]
    ['户', '戶']
    """
    ideographs = _ideographs(language.startswith("zh-Hans"))
    found = [(match.start(), ideographs.get(match[0])) for match in RADICAL.finditer(text)]
    return [Edit(at, at + 1, ideograph, "radical") for at, ideograph in found if ideograph]


def unified(text: str) -> str:
    """The text with ideographs for radicals, as long as it is.

    >>> unified("第⼀章"), unified("第一章")
    ('第一章', '第一章')
    """
    return RADICAL.sub(lambda match: _ideographs().get(match[0], match[0]), text)
