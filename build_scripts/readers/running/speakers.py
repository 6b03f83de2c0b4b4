"""Speakers whose turns begin on lines of their own, as in the report of a sitting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from build_scripts.text.characters import HAN

SPEAKER = re.compile(rf"^[{HAN}A-Z][^，。；：:\s]{{0,11}}[：:]\s*\S")
FEWEST_TURNS = 3


def lines_of_speakers(words: Sequence[str]) -> set[int]:
    """Lines that open with a speaker's name and a colon, where speakers come again."""
    turns = {index: re.split("[：:]", line, maxsplit=1)[0] for index, line in enumerate(words) if SPEAKER.match(line)}
    count = Counter(turns.values())
    again = {name for name, times in count.items() if times > 1}
    return (
        {index for index, name in turns.items() if name in again}
        if sum(count[name] for name in again) >= FEWEST_TURNS
        else set()
    )
