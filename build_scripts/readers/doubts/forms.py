"""Lines kept as text whose own form tells that they may be something else: cells, verse, page numbers, another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.doubts.one_of_lines import doubt_of_lines
from build_scripts.readers.parts.bare_calls import LOCATED
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.roles.compose import Labelled
from build_scripts.readers.roles.given import in_ranges
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, is_mostly_han
from build_scripts.text.forms import pattern

TEXT = (Role.PARAGRAPH, Role.HEADING, Role.ITEM)
PAGE = pattern("page-number", "ornamented", "page", "latin")
HALVES, STOPS = re.compile("[，,、；;]"), "。！？，；,;.!?"
MEASURES = (4, 5, 6, 7)  # characters of half a line of verse
BESIDE = re.compile(r"[^\s.…·]\s{6,}[^\s\d.…·]")  # two pieces of text on a line, far apart
FIRST_ARTICLE = re.compile(r"第[一1]条(?:之一)?[ \u3000\t]|Article 1[.:]? ")
LISTED = frozenset(("bullet", "in-a-list", "numbered", "code", "colon-end", "comma-end"))  # lines that stand for themselves
FEWEST, SHARE = 3, 0.2  # sentences in another language, and the share of all, that make a page in two


def of_forms(labelled: Labelled) -> Iterator[Doubt]:
    """Every doubt of forms, each kind as one with its ranges."""
    kept = [(line, each) for line, each in labelled if not each.given and each.role in TEXT]
    cells = [line.number for line, each in labelled if not each.given and "cell" in each.seen]
    yield from doubt_of_lines(cells, "read as cells of a table, each kept as a line", "table")
    pictures = [
        line.number for line, each in labelled if each.role is Role.TABLE and not each.given and _are_captions(line.words)
    ]
    yield from doubt_of_lines(pictures, "read as a row of a table, and every cell begins as a caption does", "caption")
    pages = [line.number for line, _ in kept if PAGE.fullmatch(line.words) and not line.words.isdigit()]
    yield from doubt_of_lines(pages, "like the number of a page, and kept as text", "page-number")
    beside = [line.number for line, _ in kept if BESIDE.search(line.words)]
    yield from doubt_of_lines(
        beside if len(beside) >= FEWEST else [], "of columns that stand side by side, and read across", "furniture"
    )
    yield from doubt_of_lines(sorted(set(_verses(kept))), "read as paragraphs, and of one measure as verse is", "verse")
    located = [line.number for line, _ in kept if LOCATED.search(line.words)]
    yield from doubt_of_lines(located, "with figures behind a call, which may be the page that it cites", "not-a-call")
    first = [line.number for line, _ in kept if FIRST_ARTICLE.match(line.words)]
    yield from _two_texts(first)
    yield from _wrapped(kept)
    yield from doubt_of_lines(
        _in_another_language(kept), "in another language than most of the text, and read as text", "furniture"
    )


def _wrapped(kept: Labelled) -> Iterator[Doubt]:
    """A doubt where line upon line ends in no stop and the next begins with a small letter: a page broken to a width."""
    pairs = [
        (line.number, below.number)
        for (line, each), (below, following) in pairwise(kept)
        if below.number == line.number + 1
        and below.words[0].islower()
        and not closes_sentence(line.words)
        and not LISTED & (each.seen | following.seen)
    ]
    if len(pairs) >= FEWEST:
        numbers = sorted({number for pair in pairs for number in pair})
        hint = f"write “structure: {{continued: {pairs[0][1]}}}” and the like, or keep a capture whose lines are whole"
        sentence = f"{in_ranges(numbers)} broken to a width: each next line goes on in a small letter"
        yield Doubt(numbers[0], "doubtful-line", sentence, hint)


def _are_captions(row: str) -> bool:
    """Whether a row holds captions of pictures that stand side by side, and nothing else."""
    cells = [cell.strip() for cell in row.split("\t") if cell.strip()]
    return len(cells) > 1 and all(CAPTION.match(cell) for cell in cells)


def _two_texts(first: list[int]) -> Iterator[Doubt]:
    """A doubt where the articles of a law begin anew: the capture may hold two."""
    if len(first) > 1:
        sentence = f"{in_ranges(first)} each the first article of a text: the capture may hold several"
        hint = "name the texts as stories, each with its lines, or keep each as a source of its own"
        yield Doubt(first[1], "doubtful-line", sentence, hint)


def _verses(kept: Labelled) -> Iterator[int]:
    """Neighbouring paragraphs of which each has the same two halves, as lines of verse do."""
    for (line, each), (below, following) in pairwise(kept):
        halves = [len(part) for part in HALVES.split(line.words.rstrip(STOPS))]
        same = halves == [len(part) for part in HALVES.split(below.words.rstrip(STOPS))]
        measured = len(halves) == 2 and halves[0] == halves[1] and halves[0] in MEASURES
        if same and measured and below.number == line.number + 1 and each.role is following.role is Role.PARAGRAPH:
            yield from (line.number, below.number)


def _in_another_language(kept: Labelled) -> list[int]:
    """The sentences in another language than most, where they are many: a page in two of them."""
    sentences = [(line.number, is_mostly_han(line.words)) for line, _ in kept if closes_sentence(line.words)]
    han = sum(is_han for _, is_han in sentences)
    fewer = han * 2 <= len(sentences)
    found = [number for number, is_han in sentences if is_han is fewer]
    return found if len(found) >= max(FEWEST, SHARE * len(sentences)) else []
