"""The shape of a text without marks: lines that are paragraphs, or lines as a column of print broke them."""

from __future__ import annotations

import re
from itertools import pairwise

from build_scripts.adding.proposal import Certainty
from build_scripts.readers.running.article_parts import ABSTRACT, IMPRINT, KEYWORDS
from build_scripts.text.characters import bare, closes_sentence, width
from build_scripts.text.forms import pattern

FEWEST, SHARE = 20, 0.5  # lines that tell; the share of them that print broke
OPEN, OPEN_SHARE = 20.0, 0.25  # ems of a line without a stop, and the share of such below an abstract, that print broke
LONGEST = 60.0  # ems of a line of a column
LEAST = 8.0
FEWEST_PAGES = 2
# The number of a page with what prints set around it.
PAGE = re.compile(r"[-—–―·•\s]+(\d{1,4})[-—–―·•\s]+")
NOTES = pattern("notes-heading")
TOP = 40  # lines among which an abstract stands


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
    imprint = sum(bool(IMPRINT.search(line)) for line in lines[:TOP])
    listed = any(NOTES.fullmatch(line) for line in lines)
    if listed and imprint and front:
        return "journal-article", Certainty.LIKELY, "an abstract, the imprint of a journal and a list of notes"
    left_open = [line for line in wide if not closes_sentence(line) and width(line) >= OPEN]
    if front and len(left_open) >= OPEN_SHARE * len(wide):
        return "journal-article", Certainty.LIKELY, f"an abstract, and {len(left_open)} of {len(wide)} lines without a stop"
    return "web-page", Certainty.LIKELY, f"{told}: lines are paragraphs"
