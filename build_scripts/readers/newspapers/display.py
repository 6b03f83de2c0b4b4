"""What stands above a story of a newspaper page, line by line: kicker, headline, decks (眉題, 主題, 副題) and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.article_parts import BRACKETS
from build_scripts.readers.running.plain_signs import DASH
from build_scripts.text.characters import leaves_open
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

OPENING, CLOSING = "".join(BRACKETS), "".join(BRACKETS.values())
PAIRS = ("“”", "「」", "『』", "《》", "（）", "()")
COLUMN = re.compile(any_word("articles", "newspaper_columns"))
OPEN_END = re.compile(rf"(?:{any_word('articles', 'binding')}|[，,、])$")
Display = dict[str, list[list[Line]]]


def is_byline(line: Line) -> bool:
    """Whether a line is no more than who reports, in brackets or beside what he is."""
    if line.words[0] in OPENING:
        return line.words[-1] in CLOSING
    return holds_particulars(line.words) in ("byline", "labelled")


def parts_of_display(lines: Sequence[Line]) -> Display:
    """The lines above a text by role, each part with its lines: the first that is neither a kicker nor behind a dash is the
    headline, what names persons below it a byline, and the others decks. A line that ends open takes in the next.
    """
    found: Display = {"kicker": [], "headline": [], "deck": [], "byline": []}
    parts = list(_wholes(lines))
    for at, part in enumerate(parts):
        if found["headline"] and (is_byline(part[0]) or names_persons(part[0].words)):
            found["byline"].append(part)
        elif found["headline"] or (at and DASH.match(part[0].words)):
            found["deck"].append(part)
        else:
            found["kicker" if at + 1 < len(parts) and _is_kicker(part[-1].words) else "headline"].append(part)
    return found


def _wholes(lines: Sequence[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in lines:
        if part and not _is_open(part[-1].words):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _is_open(words: str) -> bool:
    """Whether a line of display goes on below: inside brackets or quotation marks, or behind a word that binds."""
    return leaves_open(words, PAIRS) or bool(OPEN_END.search(simplified(words)))


def _is_kicker(words: str) -> bool:
    """Whether a line above another one of display leads to it, or names the column of the paper."""
    bracketed = words[0] in OPENING and words[-1] in CLOSING
    return words[-1] in "：:" or bracketed or bool(COLUMN.fullmatch(simplified(words)))
