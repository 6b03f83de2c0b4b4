"""What a reading is not sure of, said on the lines that matter, with what an editor can write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from build_scripts.model import BlockType, Document, Doubt, Field, Inference, Witness
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.particulars.stamps import STAMP
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.author_doubts import of_authors
from build_scripts.readers.roles.compose import DEFAULT, REMOVED, Labelled
from build_scripts.readers.roles.day_doubts import days_in_brackets, days_not_read
from build_scripts.readers.roles.form_doubts import of_forms
from build_scripts.readers.roles.given import named_lines
from build_scripts.readers.roles.inside import kept_inside
from build_scripts.readers.roles.kept_doubts import is_worded_otherwise, of_kept
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.roles.line_doubts import HEADLINE, NARROW, of_lines
from build_scripts.readers.roles.page_doubts import of_pages
from build_scripts.roles import Role
from build_scripts.text.characters import bare, closes_sentence, width
from build_scripts.text.dates import to_edtf
from build_scripts.text.scripts import simplified

MARKUP = re.compile(
    r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>|&[a-z]{2,8};|&#\d{1,6};|^#{1,6}\s|\*\*\S|!?\[[^\]\n]{1,200}\]\(\S{1,300}\)|^```|^:::|^\|.*\|\s*$"
)
LONGEST_TITLE = 45.0  # ems
# What shows of a line that it is another thing than a title, whatever else speaks for it.
OF_SITE = frozenset(
    ("channel", "buttons", "mostly-buttons", "many-links", "count", "list-head", "comment", "rights", "colon-end")
)
SITE_ABOVE = OF_SITE | {"crumb", "site-words", "neighbour", "publisher-alone", "appeal", "listed"}
MOST_OTHERS = 4  # lines that are named as what may be the title instead
WORDED = frozenset(("words-of-prose", "some-words-of-prose"))  # what the text talks of
TELLING = ("below-its-number", "facts-next", "before-facts", "repeated", "words-of-prose", "after-crumb", "first")


def find_doubts(witness: Witness, labelled: Labelled, markup: str) -> Iterator[Doubt]:
    """Every doubt of a reading, in the order of the capture as far as it has one."""
    if markup:
        yield _of_markup(labelled, markup)
    for document in witness.documents:
        numbers = {reading.line for reading in witness.readings if reading.document == document.id}
        of_document = [(line, each) for line, each in labelled if line.number in numbers]
        yield from _of_title(document, of_document)
        yield from _of_facts(document, of_document)
        yield from _of_blocks(document, of_document)
    yield from of_lines(labelled)
    yield from of_kept(labelled, {call.start for document in witness.documents for call in document.calls})
    yield from kept_inside(labelled)
    yield from of_forms(labelled)
    yield from of_pages(labelled)


def _of_markup(labelled: Labelled, markup: str) -> Doubt:
    """That marks were taken out; what was taken for scripts and styles may be what a text tells of them."""
    sentence = f"the capture holds {markup}; its marks were read and removed"
    code = [line.number for line, each in labelled if each.role in REMOVED and not each.given and "code" in each.seen]
    if not code:
        return Doubt(1, "markup-read", sentence, "look at the page, or keep plain text as the capture")
    hint = f"look at the page, or write “structure: {{paragraph: {code[0]}}}” where the text tells how code is written"
    return Doubt(1, "markup-read", f"{sentence}, and as script or style {named_lines(code)}", hint)


def _of_title(document: Document, labelled: Labelled) -> Iterator[Doubt]:
    """No title, one that little speaks for, or one that may go on in the next line."""
    titles = [(line, each) for line, each in labelled if each.role is Role.TITLE]
    if document.titles.get("zh-Hans") or document.titles.get("zh-Hant") or (titles and titles[0][1].given):
        return
    first = labelled[0][0].number if labelled else 1
    if not titles:
        at = _taken_out_last(labelled)
        hint = f"write “title: {{zh-Hans: …}}”, or “structure: {{title: {at or 3}}}” with the line that it is"
        sentence = "no title was found in the capture" + (f"; raw line {at} was taken out, and may be it" if at else "")
        yield Doubt(at or first, "doubtful-title", sentence, hint)
        return
    line, each = titles[0]
    seen = each.seen
    hint = f"write “structure: {{title: {line.number}}}” if it is, or the number of the line that is the title"
    if each.margin < NARROW * 2 or not seen & set(TELLING) or seen & OF_SITE:
        others = _other_titles(labelled, line)
        instead = f"; {named_lines(others[:MOST_OTHERS])} may be it" if others else ""
        yield Doubt(line.number, "doubtful-title", f"“{line.words[:30]}” may not be the title{instead}", hint)
    below = next((pair for pair in labelled if pair[0].number > line.number and pair[1].state != "title"), None)
    unsaid = below and below[1].state == "subtitle" and not seen & WORDED and bool(below[1].seen & WORDED)
    if below and (unsaid or below[1].state in ("paragraph", "heading")) and not below[1].given and _may_be_title(*below):
        hint = f"write “structure: {{title: {below[0].number}}}”, or “{{title: {line.number}-{below[0].number}}}”, if it is"
        yield Doubt(below[0].number, "doubtful-title", f"raw line {below[0].number} may be the title, or more of it", hint)
    if is_worded_otherwise(line.words):
        hint = "correct it in decisions.yaml, or give the title in source.yaml"
        yield Doubt(line.number, "doubtful-title", "the title is worded like what a site asks", hint)
    follow = [other for other, role in labelled if role.role is Role.SUBTITLE and not role.given]
    if len(follow) > 1:
        span = f"{line.number}-{follow[-1].number}"
        hint = f"write “structure: {{title: {span}}}” if it does"
        yield Doubt(
            line.number, "doubtful-title", f"the title may go on in {named_lines([each.number for each in follow])}", hint
        )


def _taken_out_last(labelled: Labelled) -> int:
    """The number of the last line of the menus above the text, where nothing but its place tells that it is of them; else 0."""
    head = [*takewhile(lambda pair: pair[1].state in ("menu", "crumb", "early-facts"), labelled)]
    line, each = head[-1] if head else (None, None)
    return line.number if line and each and each.state == "menu" and not SITE_ABOVE & each.seen else 0


def _other_titles(labelled: Labelled, title: Line) -> list[int]:
    """The lines above the first sentence that may be the title instead: only their place tells that they are none."""
    head = takewhile(lambda pair: pair[1].role in REMOVED or not closes_sentence(pair[0].words), labelled)
    return [line.number for line, each in head if line is not title and _stands_for_title(line, each)]


def _stands_for_title(line: Line, each: Label) -> bool:
    """Whether a line that was taken out as a menu, or kept, is as long as titles are and shows nothing else."""
    placed = each.state == "menu" or each.role in (Role.HEADING, Role.PARAGRAPH)
    if not placed or each.given or SITE_ABOVE & each.seen or STAMP.search(simplified(line.words)):
        return False
    return HEADLINE <= width(line.words) <= LONGEST_TITLE and line.words[-1] not in "。.：:，,、；;）)】]"


def _may_be_title(line: Line, each: Label) -> bool:
    """Whether a line right below the title closes nothing and announces nothing, has no day, and is as short as a title."""
    words, dated = line.words, "dated" in each.seen
    return not dated and width(words) <= LONGEST_TITLE and not closes_sentence(words) and words[-1] not in "：:，,、；;）)】]"


def _of_facts(document: Document, labelled: Labelled) -> Iterator[Doubt]:
    """No day, and facts that their shape alone has placed."""
    known = document.source.inferences
    first = labelled[0][0].number if labelled else 1
    days = [item.text.text for item in document.fields if item.name == "published"]
    if "published" not in known and not (days and len(to_edtf(days[0])) == len("2025-04-27")):
        sentence = f"“{days[0].strip()}” names no day of a year" if days else "no day of publication was found"
        hint = "write “published: {value: 2025-04-27, because: …}”, or “structure: {published: …}” with the line that it is on"
        yield Doubt(first, "no-date", sentence, hint)
        yield from days_not_read(labelled)
    if "publisher" not in known and not any(item.name == "publisher" and item.text.text.strip() for item in document.fields):
        hint = "write “publisher: {value: …, because: …}”, or “structure: {publisher: …}” with the line or the words"
        yield Doubt(first, "no-publisher", "no publisher was found in the capture", hint)
    for name in ("publisher", "published"):
        values = sorted(
            {bare(to_edtf(item.text.text) or item.text.text) for item in document.fields if item.name == name} - {""}
        )
        if len(values) > 1 and name not in known:
            hint = f"write “{name}: {{value: …, because: …}}” with the one that holds"
            yield Doubt(first, "doubtful-fact", f"the page gives more than one {name}: {', '.join(values)}", hint)
    if "published" not in known:
        yield from days_in_brackets(labelled)
    yield from of_authors(document, labelled)
    for line, each in labelled:
        if each.role in DEFAULT and not each.given:
            default = "author" if each.seen & {"person", "named-author"} else ""
            read = read_particulars(line.text, default)
            told = [f"{item.name} “{item.text.text.strip()}”" for item in read.fields if _needs_telling(item, known)]
            if not read.sure and told:
                hint = (
                    "write “structure: {author: …}” or the like with the line or the words, or the fact itself in source.yaml"
                )
                yield Doubt(line.number, "doubtful-fact", f"read as {', '.join(told)} by the look of it", hint)


def _needs_telling(item: Field, known: Mapping[str, Inference]) -> bool:
    """Whether a fact is one that a reader will cite, and an editor has not settled it."""
    return bool(item.text.text.strip()) and item.name in ("author", "publisher", "byline", "place") and item.name not in known


def _of_blocks(document: Document, labelled: Labelled) -> Iterator[Doubt]:
    """Marks of Markdown or HTML that are left, and more headings than paragraphs."""
    marked = [line.number for line, each in labelled if each.role not in REMOVED and MARKUP.search(line.words)]
    if marked:
        hint = "correct it in decisions.yaml, or keep a capture without marks"
        yield Doubt(marked[0], "markup-left", f"{named_lines(marked)} hold marks of Markdown or HTML", hint)
    headings = [line.number for line, each in labelled if each.role is Role.HEADING and not each.given]
    paragraphs = sum(block.type in (BlockType.PARAGRAPH, BlockType.ITEM) for block in document.blocks)
    if len(headings) > paragraphs:
        sentence = f"there are more headings than paragraphs: {named_lines(headings)}"
        yield Doubt(headings[0], "many-headings", sentence, "write “structure: {paragraph: …}” with the lines that are text")
