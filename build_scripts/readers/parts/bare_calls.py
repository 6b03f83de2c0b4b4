"""Figures behind a stop, as raised calls of notes look once a copy has lost that they were raised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import HAN

FIGURE = re.compile(
    rf"(?<=[a-z]{{3}}[.,;?!])(\d{{1,2}})(?=\s|$|[A-Z“])|(?<=[a-z]{{3}}[.,]”)(\d{{1,2}})(?=\s|$|[A-Z“])|(?<=[{HAN}”』」）][。！？])(\d{{1,2}})(?=[{HAN}“]|$)|(?<=[。！？][”」])(\d{{1,2}})(?=[{HAN}“]|$)"
)
# Figures right behind the call of a note, as prints raise the page that it cites: [4]61, [4](P61).
LOCATED = re.compile(r"[\]］〕](?:[（(]\s*[Pp]{0,2}\.?\s*)?\d{1,4}(?:[-–—]\d{1,4})?[）)]?(?=[，。；、：？！”])")


def bare_calls(lines: Sequence[Line]) -> list[int]:
    """The raw lines with such figures, where they count from 1 on: a sentence seldom ends in figures that do."""
    found = [(line.number, int(next(filter(None, match.groups())))) for line in lines for match in FIGURE.finditer(line.words)]
    numbers = [number for _, number in found]
    counts = bool(numbers) and numbers[0] == 1 and numbers == sorted(numbers) and numbers[-1] <= len(numbers) + 1
    return sorted({line for line, _ in found}) if counts else []
