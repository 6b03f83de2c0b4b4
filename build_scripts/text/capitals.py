"""Titles in sentence-style capitals, as Chicago and APA want an English title that is a translation."""

from __future__ import annotations

import re
from collections.abc import Collection

CAPITALISED = re.compile(r"(?<![A-Za-z’'])[A-Z][a-z]+(?:[-’'][A-Za-z]+)*(?![A-Za-z])")
BEGINS = re.compile(r"(?:^|[:?!.—]\s*)[“‘(\[]*$")


def sentence_case(title: str, names: Collection[str]) -> str:
    """The title with small letters where only the style of a headline has capitals; `names` keep theirs.

    >>> sentence_case("Why the Harbour Matters: On Li Xiaohai’s New AI Plan", ["Li Xiaohai"])
    'Why the harbour matters: On Li Xiaohai’s new AI plan'
    """
    kept = _spans(title, names)

    def lowered(match: re.Match[str]) -> str:
        if BEGINS.search(title[: match.start()]) or any(start < match.end() and match.start() < end for start, end in kept):
            return match[0]
        return match[0].lower() if match[0][1:].islower() or "-" in match[0] else match[0]

    return CAPITALISED.sub(lowered, title)


def _spans(title: str, names: Collection[str]) -> list[tuple[int, int]]:
    found = (re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", title) for name in names if name and name in title)
    return [match.span() for matches in found for match in matches]
