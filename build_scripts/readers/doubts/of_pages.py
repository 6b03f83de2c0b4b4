"""What a reading is not sure of, said on the lines that matter, with what an editor can write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from build_scripts.model import BlockType, Document, Doubt, Field, Inference, Witness
from build_scripts.readers.doubts.authors import of_authors
from build_scripts.readers.doubts.days import day_behind_title, days_in_brackets, days_not_read
from build_scripts.readers.doubts.ends import of_end
from build_scripts.readers.doubts.forms import of_forms
from build_scripts.readers.doubts.kept import of_kept
from build_scripts.readers.doubts.lines import of_lines
from build_scripts.readers.doubts.pages import of_pages
from build_scripts.readers.doubts.publishers import of_publisher
from build_scripts.readers.doubts.titles import of_title
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.roles.compose import DEFAULT, NAMED, REMOVED, Labelled
from build_scripts.readers.roles.given import named_lines
from build_scripts.readers.roles.inside import kept_inside
from build_scripts.roles import Role
from build_scripts.text.characters import bare
from build_scripts.text.dates import to_edtf

MARKUP = re.compile(
    r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>|&[a-z]{2,8};|&#\d{1,6};|^#{1,6}\s|\*\*\S|!?\[[^\]\n]{1,200}\]\(\S{1,300}\)|^```|^:::|^\|.*\|\s*$"
)


def find_doubts(witness: Witness, labelled: Labelled, markup: str) -> Iterator[Doubt]:
    """Every doubt of a reading, in the order of the capture as far as it has one."""
    if markup:
        yield _of_markup(labelled, markup)
    for document in witness.documents:
        numbers = {reading.line for reading in witness.readings if reading.document == document.id}
        of_document = [(line, each) for line, each in labelled if line.number in numbers]
        yield from of_title(document, of_document)
        yield from _of_facts(document, of_document)
        yield from _of_blocks(document, of_document)
        yield from of_end(document, of_document)
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
        yield from of_publisher(labelled)
    for name in ("publisher", "published"):
        values = sorted(
            {bare(to_edtf(item.text.text) or item.text.text) for item in document.fields if item.name == name} - {""}
        )
        if len(values) > 1 and name not in known:
            hint = f"write “{name}: {{value: …, because: …}}” with the one that holds"
            yield Doubt(first, "doubtful-fact", f"the page gives more than one {name}: {', '.join(values)}", hint)
    if "published" not in known:
        yield from days_in_brackets(labelled)
        yield from day_behind_title(labelled)
    yield from of_authors(document, labelled)
    for line, each in labelled:
        if each.role in DEFAULT and not each.given:
            default = "author" if each.seen & NAMED else ""
            read = read_particulars(line.text, default)
            told = [f"{item.name} “{item.text.text.strip()}”" for item in read.fields if _needs_telling(item, known)]
            if told and not (read.sure and "latin-name" not in each.seen):
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
