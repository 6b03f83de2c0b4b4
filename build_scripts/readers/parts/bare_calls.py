"""Figures behind a stop, as raised calls of notes look once a copy has lost that they were raised."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import HAN

ENDED = "[a-z’)][a-z)]"  # a word, also behind an apostrophe or inside brackets
BEHIND = rf"(?<={ENDED}[.,;?!])|(?<={ENDED}[.,]”)|(?<={ENDED}[.,]’”)"
BEHIND_CHINESE = rf"(?<=[{HAN}”』」）》][。！？，；])|(?<=[。！？，][”」』])"
MISSED = 4  # figures beside one that was not seen
UNITS = "年月日%％倍万亿億個个名人元月"  # of a number that begins a clause
NUMBERS = r"\d+(?:[,，、–-]\d+)*"  # 4,5 and 4–6 call several
FIGURE = re.compile(
    rf"(?:(?:{BEHIND})(?={NUMBERS}(?:\s|$|[A-Z“]))|"
    rf"(?:{BEHIND_CHINESE})(?={NUMBERS}(?:\s?[{HAN}“「『《]|\s*$))(?!{NUMBERS}\s?[{UNITS}]))"
    r"(\d{1,3}(?:[,，、–-]\d{1,3})*)(?!\d)"
)
# Such a figure before what may be a unit: a date or an amount begins like that, and so does a word behind a call.
BEFORE_UNIT = re.compile(rf"(?:{BEHIND_CHINESE})(\d{{1,3}})(?=[{UNITS}])")
# Figures right behind the call of a note, as prints raise the page that it cites: [4]61, [4](P61).
LOCATED = re.compile(r"[\]］〕](?:[（(]\s*[Pp]{0,2}\.?\s*)?\d{1,4}(?:[-–—]\d{1,4})?[）)]?(?=[，。；、：？！”])")


def bare_calls(lines: Sequence[Line], known: Collection[int] = ()) -> list[int]:
    """The raw lines with such figures, where they count from 1 on: a sentence seldom ends in figures that do. Those that begin
    at the code points of the capture in `known` call a note for certain, and are counted only.
    """
    found = [(line, match) for line in lines for match in FIGURE.finditer(line.text.text.rstrip())]
    numbers = [int(number) for _, match in found for number in re.findall(r"\d+", match[1])]
    counts = (
        bool(numbers)
        and numbers[0] == 1
        and numbers == sorted(numbers)
        and numbers[-1] <= len(numbers) + max(1, len(numbers) // MISSED)
    )
    open_ones = [line.number for line, match in found if line.offset(match.start(1)) not in known]
    return sorted(set(open_ones)) if counts else []
