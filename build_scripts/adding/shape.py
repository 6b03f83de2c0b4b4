"""The shape of a text without marks: lines that are paragraphs, lines as a column of print broke them, or several reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_scripts.adding.proposal import Certainty
from build_scripts.readers.elements.markup import HEADING as MARKED
from build_scripts.readers.notes.marks import MARKS, CallForm, numbers_of
from build_scripts.readers.notes.note_list import HEADING
from build_scripts.readers.notes.printed import CITES, labels_of, printed_calls
from build_scripts.readers.paged.pages import find_edges
from build_scripts.readers.particulars.dateline import REPORT, WIRE
from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.particulars.stamps import STAMP as DAY_AND_TIME
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.article_parts import ABSTRACT, KEYWORDS
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.dates import to_edtf
from build_scripts.text.scripts import simplified

FEWEST, SHARE = 20, 0.5  # lines that tell; the share of them that print broke
SHARE_OPEN, SHARE_WIDE = 0.4, 0.1  # of lines that close no sentence, and that no column holds, where several reports begin
LONGEST = 60.0  # ems of a line of a column
SHARE_WHOLE = 0.25  # of a text, in lines that no column holds, with which its other lines are a menu
LEAST = 8.0
FEWEST_PAGES = 2
TOP = 40  # lines among which an abstract stands
STAMPED = 10  # lines among which a site says when it published a page
CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
STAMP = re.compile(rf"\d{{4}}\D\d{{1,2}}\D\d{{1,2}}\D{{0,3}}{CLOCK.pattern}")
FEWEST_CITED = 2
FEWEST_FEET = 2  # pages whose notes stand below their text
FEWEST_MARKED = 2  # headings with the marks of Markdown
FEWEST_REPORTS, APART = 2, 3  # reports of a newspaper page; lines of text between their beginnings
MOST_LINES = 80  # to a report
ARTICLE, NEWSPAPER, WEB = "journal-article", "newspaper-page", "web-page"
OTHER = "a newspaper page has several stories and needs another reader"
GIVEN = {
    "raw.html": (WEB, Certainty.SURE, "a saved page"),
    "raw.docx": ("word-document", Certainty.SURE, "a Word file"),
    "raw.pdf": (ARTICLE, Certainty.LIKELY, f"a printed page; {OTHER}"),
}


def shape_of(capture: str, every: Sequence[Line]) -> tuple[str, Certainty, str]:
    """The reader of a capture with its lines, how sure it is, and the evidence in words."""
    if capture in GIVEN:
        return GIVEN[capture]
    lines = [line for line in every if not line.blank]
    if (marked := sum(bool(MARKED.match(line.words)) for line in lines)) >= FEWEST_MARKED:
        return WEB, Certainty.LIKELY, f"{marked} headings have the marks of Markdown, which this reader reads"
    wide = [line.words for line in lines if width(line.words) >= LEAST]
    broken = [one for one, other in pairwise(wide) if _breaks_off(one, other)]
    told = f"{len(broken)} of {len(wide)} lines break off inside a sentence"
    stamped = any(map(_is_stamped, lines))  # a site has put its day and time on the text
    if shown := ("" if stamped else _pages(lines) or _feet(lines) or _apparatus([line.words for line in lines])):
        return ARTICLE, Certainty.LIKELY, f"{shown}; {told}"
    if reports := ([] if stamped else _reports(lines, wide)):
        return NEWSPAPER, Certainty.LIKELY, f"reports begin in lines {', '.join(map(str, reports))}; {told}"
    if len(lines) >= FEWEST and len(broken) >= SHARE * len(wide) and not _holds_paragraphs(wide):
        return ARTICLE, Certainty.LIKELY, f"{told}; {OTHER}"
    return WEB, Certainty.LIKELY, f"{told}: lines are paragraphs"


def _is_stamped(line: Line) -> bool:
    """Whether a line has a day with its hour, in figures or in words: 2025-03-04 18:22, March 4, 2025 6:22 PM."""
    in_words = DAY_AND_TIME.search(simplified(line.words))
    return bool(STAMP.search(line.words) or (in_words and CLOCK.search(in_words[0])))


def _holds_paragraphs(wide: Sequence[str]) -> bool:
    """Whether much of a text stands in lines that no column holds: names of a menu, alike in width, break off no sentence."""
    return sum(width(words) for words in wide if width(words) > LONGEST) >= SHARE_WHOLE * sum(map(width, wide))


def _breaks_off(one: str, other: str) -> bool:
    """Whether a line ends inside a sentence at the width of the next, as in a column of print."""
    return not closes_sentence(one) and width(one) <= LONGEST and abs(width(one) - width(other)) < 3


def _reports(lines: Sequence[Line], wide: Sequence[str]) -> list[int]:
    """The raw lines in which the reports of a printed page begin, by who reports or by the place and day, with text between.

    Empty where they are too few, or where the `wide` lines are paragraphs.
    """
    found: list[int] = []
    for at, line in enumerate(lines):
        words = "".join(line.words.split())
        opens = REPORT.match(words) or WIRE.match(words) or holds_particulars(line.words) == "byline"
        if opens and at + APART < len(lines) and (not found or at - found[-1] > APART):
            found.append(at)
    printed = sum(width(words) <= LONGEST and not closes_sentence(words) for words in wide) >= SHARE_OPEN * len(wide)
    few_wide = sum(width(words) > LONGEST for words in wide) <= SHARE_WIDE * len(wide)
    enough = len(found) >= max(FEWEST_REPORTS, len(lines) / MOST_LINES)
    broken = printed and few_wide and not _holds_paragraphs(wide)
    return [lines[at].number for at in found] if broken and enough else []


def _pages(lines: Sequence[Line]) -> str:
    """The lines that number the pages of a print, in words; empty where there are none."""
    known = {edge.number for edge in find_edges(lines) if not edge.doubtful}
    numbered = [line.words for line in lines if line.number in known and re.search(r"\d", line.words)]
    # A print is of one day; lines that name several are a site's, which numbers its issues.
    days = [to_edtf(day[0]) if (day := DAY_AND_TIME.search(simplified(words))) else "" for words in numbered]
    if len({day for day in days if day}) > 1:
        numbered = [words for words, day in zip(numbered, days, strict=True) if not day]
    if len(numbered) < FEWEST_PAGES:
        return ""
    return f"{len(numbered)} lines that number pages, from “{numbered[0]}” to “{numbered[-1]}”"


def _feet(lines: Sequence[Line]) -> str:
    """The notes at the feet of pages, in words: labels between lines of text, each below its call; empty without any."""
    for mark in MARKS:
        found = [] if mark.plain else _below_calls(lines, mark)
        if len(found) >= FEWEST_FEET and any(_is_broken(lines[at - 1].words) for at in found):
            return f"notes stand between lines of text, in lines {', '.join(str(lines[at].number) for at in found)}"
    return ""


def _below_calls(lines: Sequence[Line], mark: CallForm) -> list[int]:
    """The first label of each stretch of notes whose number is called in the text between it and the notes above, by index."""
    labels = labels_of(lines, mark)
    ends = [-1, *labels]
    stretches = [(above, at) for above, at in pairwise(ends) if at - above > 1]
    apart = frozenset(lines[at].start for at in labels)
    calls = {above: printed_calls(lines[above + 1 : at], mark, apart) for above, at in stretches}
    return [at for above, at in stretches if any(labels[at] in numbers_of(call.mark) for call in calls[above])]


def _is_broken(words: str) -> bool:
    """Whether a line is as wide as one of a column, and ends inside a sentence."""
    return LEAST <= width(words) <= LONGEST and not closes_sentence(words)


def _apparatus(lines: Sequence[str]) -> str:
    """The abstract or the list of works cited, in words; empty where there is neither, or a site has put its time."""
    if any(CLOCK.search(line) for line in lines[:STAMPED]):
        return ""
    if any(ABSTRACT.match(line) or KEYWORDS.match(line) for line in lines[:TOP]):
        return "an abstract"
    at = next((at for at in range(len(lines) - 1, 0, -1) if HEADING.fullmatch(lines[at])), len(lines))
    cited = sum(bool(CITES.search(line)) for line in lines[at + 1 :])
    return f"a list of {cited} works cited" if cited >= FEWEST_CITED else ""
