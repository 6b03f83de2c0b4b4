"""What the reading of printed lines leaves open beside margins: no title, contents, captions, authors, notes over a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from build_scripts.model import Doubt
from build_scripts.readers.elements.markup import HEADING as MARKED
from build_scripts.readers.laid.edges import spread_heads
from build_scripts.readers.laid.slides import slide_doubts
from build_scripts.readers.laid.tables import beside_tables, rows_without_first_cell
from build_scripts.readers.laid.types import LARGER
from build_scripts.readers.notes.note_systems import System
from build_scripts.readers.paged.page_tops import WHITE
from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.bare_calls import LOCATED, bare_calls
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.running.article_lines import DATE
from build_scripts.readers.running.article_parts import IMPRINT, STATEMENT, is_closed
from build_scripts.readers.running.contents import LEADERS
from build_scripts.readers.running.running_text import LinesOfBlock
from build_scripts.text.characters import HAN

FEWEST = 3  # lines that make a table of contents
SHORT = 0.75  # of the widest line of an abstract, up to which a line may be a heading
ROW = 4  # headings without text between them
NO_MEANING = re.compile("[\ue000-\uf8ff\ufffd]")  # signs that only a face of the print has
LABEL = re.compile(r"^\s*\S{1,3}?\s*[/／:：]")
NO_NAME = re.compile(rf"[／/|｜:：]|\d{{2}}|[{HAN}]\s*[\d*＊]")  # between, beside or behind names
LONGEST_TITLE = 2  # lines
MOST_DAYS, BELOW = 2, 4  # days alone that are no entries of a diary; lines of text below one
HIGH = 0.5  # of a page's height, above which no note goes on
SET_OFF = re.compile(r"\*\*[^*]+\*\*|__[^_]+__")  # a whole line


def article_doubts(
    column: Sequence[Line], parts: Sequence[LinesOfBlock], systems: Sequence[System], titled: bool
) -> Iterator[Doubt]:
    """Every doubt of these kinds; `titled` says that an editor gives the title."""
    if not titled and not any(state == "title" or (given and given.role == "title") for state, _, given in parts):
        hint = "write “title: {zh-Hans: …}” in source.yaml, or “title: 3” under “structure” with the line that it is"
        yield Doubt(column[0].number if column else 1, "doubtful-title", "no title was found in the capture", hint)
    yield from _of_marks(column)
    yield from slide_doubts(column)
    yield from _told(
        spread_heads(column), "set from side to side at the edge of a page, with a figure, and read as text", "running-head"
    )
    contents = [line.number for line in column if LEADERS.search(line.words)]
    if len(contents) >= FEWEST:
        yield from _told(contents, "like lines of a table of contents, and kept as text", "furniture")
    yield from _of_titles(column, parts)
    yield from _of_tables(parts)
    yield from _of_parts(column, parts)
    signs = [line.number for line in column if NO_MEANING.search(line.words)]
    yield from _told(signs, "with signs that mean something only in the face of the print", "furniture")
    below = [
        line.number for system in systems if system.place == "end" and system.headings for line in _joined_over(parts, system)
    ]
    yield from _told(below, "read as more of a paragraph above the list of notes", "paragraph")
    over = [line.number for system in systems for note in system.notes for line in _over_the_page(note.lines, column)]
    yield from _told(over, "read as more of a note, at the head of a page", "running-head")
    days = [at for at, line in enumerate(column) if DATE.fullmatch(line.words)]
    if len(days) <= MOST_DAYS:
        inside = [column[at].number for at in days if _is_inside(column, at)]
        yield from _told(inside, "a day alone, as a text ends with one; the lines below it may be of another", "subtitle")
    located = [line.number for line in column if LOCATED.search(line.words)]
    yield from _told(located, "with figures behind a call, which may be the page that it cites", "not-a-call")
    called = {call.start for system in systems for note in system.notes for call in note.calls}
    yield from _told(bare_calls(column, called), "with figures behind a stop that may call notes", "not-a-call")


def _of_marks(column: Sequence[Line]) -> Iterator[Doubt]:
    """A doubt where headings have the marks of Markdown, or whole lines those of what is set off."""
    marked = [line.number for line in column if not line.laid and (MARKED.match(line.words) or SET_OFF.fullmatch(line.words))]
    if marked:
        sentence = f"{in_ranges(marked)} marked as Markdown has headings, which this reader does not know"
        hint = "write “reader: web-page”, which reads Markdown, or keep a capture without marks"
        yield Doubt(marked[0], "markup-left", sentence, hint)


def _is_inside(column: Sequence[Line], at: int) -> bool:
    """Whether a sentence has ended above a line, and text stands below it."""
    return len(column) - at > BELOW and any(is_closed(line.words) for line in column[:at])


def _of_parts(column: Sequence[Line], parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """What is open of captions, authors and headings that no editor has given."""
    read = [(state, lines) for state, lines, given in parts if not given]
    captions = [lines[0].number for state, lines in read if state == "first" and _captions(lines)]
    yield from _told(captions, "read as text, and may be captions", "caption")
    within = [line.number for state, lines in read if state == "first" for line in lines[1:] if STATEMENT.match(line.words)]
    yield from _told(within, "read as more of a paragraph, and worded like a statement", "statement")
    authors = [lines[0] for state, lines in read if state == "author"]
    odd = [line.number for line in authors if NO_NAME.search(LABEL.sub("", line.words))]
    yield from _told(odd, "read as the author, and may hold more than names", "author")
    abstracts = [(one[1], other) for one, other in pairwise(parts) if one[0] == "abstract" and not one[2]]
    into = [line for lines, follows in abstracts for line in _may_end(lines, follows)]
    into += [line for state, lines in read if state == "abstract" for line in _open_end(lines)]
    yield from _told(sorted(set(into)), "read as more of the abstract, below a sentence that ends with its line", "paragraph")
    pairs = [(one, other) for one, other in pairwise(parts) if one[0] == other[0] == "heading" and not one[2]]
    twice = [one[1][0].number for one, other in pairs if _words(one[1]) == _words(other[1])]
    yield from _told(twice, "read as heading, and the next repeats it", "running-head")
    rows = [lines[0].number for lines in _without_text(read)]
    yield from _told(rows, "read as headings with no text between them; they may be a list", "item")
    odd = [lines[0].number for state, lines in read if state in ("heading", "first") and _is_particular(lines)]
    yield from _told(odd, "read as text, and worded like particulars", "furniture")
    imprints = [lines[0].number for state, lines in read if state == "heading" and IMPRINT.search(lines[0].words)]
    yield from _told(imprints, "read as heading, and worded like the imprint of a journal", "furniture")
    heads = [lines[0].number for state, lines in read if state == "heading" and _heads_page(lines, column)]
    yield from _told(heads, "read as heading, at the head of a page and in the type of the text", "running-head")


def _of_tables(parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """Rows that may be one, and text that may be rows."""
    short = sorted(set(rows_without_first_cell(parts)))
    yield from _told(short, "read as rows of a table, the lower of two without a first cell; they may be one row", "continued")
    beside = list(beside_tables(parts))
    yield from _told(beside, "read as text right above or below rows of a table, in its type; they may be rows of it", "table")


def _of_titles(column: Sequence[Line], parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """Titles of many lines, with white inside or between their lines, with a question above more, and those that end with a
    colon or with the names of persons.
    """
    step = min((below.number - line.number for line, below in pairwise(column)), default=1)
    for lines in (lines for state, lines, given in parts if state == "title" and not given):
        below = lines[1:] and (lines[-1].words[-1] in "：:" or names_persons(lines[-1].words))
        apart = any(below.number - line.number > step or line.words[-1] in "?？" for line, below in pairwise(lines))
        if len(lines) > LONGEST_TITLE or below or apart or any(WHITE.search(line.words) for line in lines):
            sentence = f"{in_ranges([line.number for line in lines])} read as the title, and may hold more than that"
            hint = f"write “author: {lines[-1].number}”, or what a line is, under “structure”"
            yield Doubt(lines[0].number, "doubtful-title", sentence, hint)


def _told(numbers: Sequence[int], what: str, role: str) -> Iterator[Doubt]:
    if numbers:
        hint = f"write “{role}: {numbers[0]}”, or what it is, under “structure”"
        yield Doubt(numbers[0], "doubtful-line", f"{in_ranges(numbers)} {what}", hint)


def _captions(lines: Sequence[Line]) -> bool:
    return bool(CAPTION.match(lines[0].words)) and len(lines) <= FEWEST


def _words(lines: Sequence[Line]) -> str:
    return "".join("".join(line.words.split()) for line in lines)


def _joined_over(parts: Sequence[LinesOfBlock], system: System) -> Iterator[Line]:
    """The first line below a list of notes that was joined to one above it."""
    low, high = min(system.taken), max(system.taken)
    for _, lines, _ in parts:
        yield from (line for before, line in pairwise(lines) if before.start < low and line.start > high)


def _over_the_page(lines: Sequence[Line], column: Sequence[Line]) -> Iterator[Line]:
    """The lines of a note on a page below that of its label that stand in its upper half, where notes do not."""
    first = lines[0].laid
    for line in lines[1:]:
        if first and line.laid and line.laid.page != first.page:
            heights = [each.laid.baseline for each in column if each.laid and each.laid.page == line.laid.page]
            low, high = min(heights, default=0.0), max(heights, default=0.0)
            if not heights or line.laid.baseline > low + (high - low) * HIGH:
                yield line


def _heads_page(lines: Sequence[Line], column: Sequence[Line]) -> bool:
    """Whether a heading without a number is the uppermost line of a page below the first, and no larger than the text."""
    laid = lines[0].laid
    if not laid or laid.heavy or laid.scale > LARGER or kind_of_number(lines[0].words):
        return False
    pages = {each.laid.page for each in column if each.laid}
    heights = [each.laid.baseline for each in column if each.laid and each.laid.page == laid.page]
    return laid.page > min(pages) and laid.baseline >= max(heights)


def _may_end(abstract: Sequence[Line], follows: LinesOfBlock) -> Iterator[int]:
    """The lines of an abstract above which it may have ended, where neither a label or heading below it nor the capture shows
    that it did not.
    """
    state, lines, _ = follows
    if state == "first" and not (lines[0].starts_object or lines[0].shows_indent or lines[0].laid):
        yield from (line.number for before, line in pairwise(abstract) if is_closed(before.words))


def _open_end(abstract: Sequence[Line]) -> Iterator[int]:
    """The lines of an abstract above one that closes no sentence, is as short as a heading, and stands below one that does."""
    widest = max(line.width for line in abstract)
    for index, (before, line) in enumerate(pairwise(abstract), 2):
        short = line.width < widest * SHORT or index == len(abstract)
        if short and is_closed(before.words) and not is_closed(line.words):
            yield before.number


def _without_text(read: Sequence[tuple[str, Sequence[Line]]]) -> Iterator[Sequence[Line]]:
    """The headings that stand in rows, which only those of a list do: levels below one another are three at most."""
    for headed, group in groupby(read, key=lambda part: part[0] == "heading"):
        row = [lines for _, lines in group]
        if headed and len(row) >= ROW:
            yield from row


def _is_particular(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and holds_particulars(lines[0].words) in ("labelled", "byline")
