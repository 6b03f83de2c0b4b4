"""The shape of a text without marks: lines that are paragraphs, or lines as a column of print broke them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_scripts.adding.proposal import Certainty
from build_scripts.readers.notes.note_list import HEADING
from build_scripts.readers.notes.printed import CITES
from build_scripts.readers.running.article_parts import ABSTRACT, KEYWORDS
from build_scripts.text.characters import bare, closes_sentence, width

FEWEST, SHARE = 20, 0.5  # lines that tell; the share of them that print broke
LONGEST = 60.0  # ems of a line of a column
LEAST = 8.0
FEWEST_PAGES = 2
# The number of a page with what prints set around it.
PAGE = re.compile(r"[-—–―·•\s]+(\d{1,4})[-—–―·•\s]+")
TOP = 40  # lines among which an abstract stands
STAMPED = 10  # lines among which a site says when it published a page
CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
FEWEST_CITED = 2


def shape_of(capture: str, text: str) -> tuple[str, Certainty, str]:
    """The reader of a capture, how sure it is, and the evidence in words."""
    if capture == "raw.html":
        return "web-page", Certainty.SURE, "a saved page"
    if capture == "raw.docx":
        return "word-document", Certainty.SURE, "a Word file"
    if capture == "raw.pdf":
        return (
            "journal-article",
            Certainty.LIKELY,
            "a printed page; a newspaper page has several stories and needs another reader",
        )
    lines = [bare(line) for line in text.split("\n") if bare(line)]
    wide = [line for line in lines if width(line) >= LEAST]
    broken = [
        one
        for one, other in pairwise(wide)
        if not closes_sentence(one) and width(one) <= LONGEST and abs(width(one) - width(other)) < 3
    ]
    told = f"{len(broken)} of {len(wide)} lines break off inside a sentence"
    if len(lines) >= FEWEST and len(broken) >= SHARE * len(wide):
        return "journal-article", Certainty.LIKELY, told
    front = any(ABSTRACT.match(line) or KEYWORDS.match(line) for line in lines[:TOP])
    alone = [int(line) for line in lines if line.isascii() and line.isdigit() and len(line) < 5]
    if front and len(alone) >= FEWEST_PAGES and all(other - one == 1 for one, other in pairwise(alone)):
        return "journal-article", Certainty.LIKELY, f"an abstract, and lines that number the pages, {alone[0]} to {alone[-1]}"
    pages = [int(number[1]) for line in lines if (number := PAGE.fullmatch(line))]
    if len(pages) >= FEWEST_PAGES and all(other - one == 1 for one, other in pairwise(pages)):
        return "journal-article", Certainty.LIKELY, f"lines that number the pages, {pages[0]} to {pages[-1]}"
    seen = "an abstract" if front else _works_cited(lines)
    if seen and not any(CLOCK.search(line) for line in lines[:STAMPED]):
        return "journal-article", Certainty.LIKELY, f"{seen}; {told}"
    return "web-page", Certainty.LIKELY, f"{told}: lines are paragraphs"


def _works_cited(lines: Sequence[str]) -> str:
    """The list of works cited at the end, in words; empty where there is none."""
    at = next((at for at in range(len(lines) - 1, 0, -1) if HEADING.fullmatch(lines[at])), len(lines))
    cited = sum(bool(CITES.search(line)) for line in lines[at + 1 :])
    return f"a list of {cited} works cited" if cited >= FEWEST_CITED else ""
