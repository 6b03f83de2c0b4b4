"""Lists of amounts, as recipes have them, and rows of whom to ask that stand inside a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.parts.lines import runs_of_true
from build_scripts.readers.parts.numbering import count_of
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

FEWEST = 3  # amounts that make a list
LONGEST = 30.0  # ems of one
NUMBER = r"(?:\d+(?:[./]\d+)?|[½¼¾⅓⅔])"
ANNOUNCES = 15.0  # ems of a line that announces what follows it
ENDS = "。.！!？?：:；;，,"
OTHERS = frozenset(("list-head", "comment", "neighbour", "rights", "listed", "teaser"))


def amounts(texts: Sequence[str]) -> list[bool]:
    """Which lines are amounts of things, several in a row: a number with its unit before or behind the thing.

    >>> amounts(["Ingredients", "500 g flour", "7 g yeast", "300 ml milk", "Method"])
    [False, True, True, True, False]
    >>> amounts(["面粉500克", "盐 3克", "水200毫升"]), amounts(["1 A clock", "2 A boat", "3 A bell"])
    ([True, True, True], [False, False, False])
    """
    units = any_word("page", "units_of_amounts")
    amount = re.compile(rf"{NUMBER}\s?{units}(?![a-z])\s?\S.*|[^\d，。：:]{{1,12}}\s?(?:约)?{NUMBER}\s?{units}")
    shown = [
        width(text) <= LONGEST and not closes_sentence(text) and bool(amount.fullmatch(simplified(text))) for text in texts
    ]
    found = [False] * len(texts)
    for start, end in runs_of_true(shown):
        counted = [count_of(text) for text in texts[start:end]] == list(range(1, end - start + 1))
        found[start:end] = [end - start >= FEWEST and not counted] * (end - start)
    return found


def beside_amounts(texts: Sequence[str], listed: Sequence[bool]) -> list[bool]:
    """Which short lines stand right above or below amounts, which are `listed`, as the heads of the parts of a recipe do.

    >>> beside_amounts(["Ingredients", "500 g flour", "7 g yeast", "Method", "Mix it."], [False, True, True, False, False])
    [True, False, False, True, False]
    """
    listed = [False, *listed, False]
    return [
        not listed[at] and (listed[at - 1] or listed[at + 1]) and width(text) <= LONGEST / 2 and text[-1] not in ENDS
        for at, text in enumerate(texts, 1)
    ]


def contacts_inside(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[bool]:
    """Which lines name whom to ask, inside a text: sentences stand above and below, and nothing between heads other texts.

    >>> page = ["现将有关事项公告如下。", "联系人：李老师", "三、其他", "本公告自发布之日起施行。"]
    >>> seen = [["stops"], [], [], ["stops"]]
    >>> contacts_inside(page, seen), contacts_inside(page[:3], seen[:3])
    ([False, True, False, False], [False, False, False])
    """
    label = re.compile(rf"{any_word('page', 'contacts')}\s*[：:]")
    told = (
        "stops" in seen or ("colon-end" in seen and width(text) > ANNOUNCES) for text, seen in zip(texts, evidence, strict=True)
    )
    first = next((at for at, tells in enumerate(told) if tells), len(texts))
    found = [False] * len(texts)
    below = False  # whether a sentence of the text stands below
    for at in range(len(texts) - 1, 0, -1):
        below = not OTHERS.intersection(evidence[at]) and (below or "stops" in evidence[at])
        found[at] = below and at > first and bool(label.match(simplified(texts[at])))
    return found
