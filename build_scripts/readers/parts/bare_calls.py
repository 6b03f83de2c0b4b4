"""Figures behind a stop, as raised calls of notes look once a copy has lost that they were raised."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import HAN

ENDED = "[a-z’)][a-z)]"  # a word, also behind an apostrophe or inside brackets
BEHIND = rf"(?<={ENDED}[.,;?!])|(?<={ENDED}[.,]”)|(?<={ENDED}[.,]’”)"
BEHIND_CHINESE = rf"(?<=[{HAN}”』」）》][。！？，；])|(?<=[。！？，][”」』])"
UNITS = "年月日%％倍万亿億個个名人元月"  # of a number that begins a clause
FIGURE = re.compile(
    rf"(?:(?:{BEHIND})(?=\d+(?:\s|$|[A-Z“]))|(?:{BEHIND_CHINESE})(?=\d+(?:\s?[{HAN}“「『《]|\s*$))(?!\d+\s?[{UNITS}]))"
    r"(\d{1,3})(?!\d)"
)
# Figures right behind the call of a note, as prints raise the page that it cites: [4]61, [4](P61).
LOCATED = re.compile(r"[\]］〕](?:[（(]\s*[Pp]{0,2}\.?\s*)?\d{1,4}(?:[-–—]\d{1,4})?[）)]?(?=[，。；、：？！”])")


def bare_calls(lines: Sequence[Line], known: Collection[int] = ()) -> list[int]:
    """The raw lines with such figures, where they count from 1 on: a sentence seldom ends in figures that do. Those of the raw
    lines in `known` are calls for certain.
    """
    found = [(line.number, int(match[1])) for line in lines for match in FIGURE.finditer(line.words)]
    numbers = [number for _, number in found]
    counts = bool(numbers) and numbers[0] == 1 and numbers == sorted(numbers) and numbers[-1] <= len(numbers) + 1
    return sorted({line for line, _ in found} - set(known)) if counts else []
