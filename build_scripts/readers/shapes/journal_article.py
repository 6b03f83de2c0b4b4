"""A journal article as PDF text: columns, abstract, headings of every numbering, notes of every mark and place, statements.

First what stands around the pages is taken out, then the notes are told from the text, then the lines of the text are read
by the grammar `roles/grammars/article.yaml`. What an editor says of lines is a fixed point of each step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_scripts.decode.decoded import Decoded
from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Document, Doubt, Field, LineReading, Place, Source, Witness
from build_scripts.readers.doubts.articles import article_doubts
from build_scripts.readers.doubts.authors import posts_behind_names
from build_scripts.readers.doubts.first_heads import first_head_doubts
from build_scripts.readers.doubts.odd_headings import odd_headings
from build_scripts.readers.doubts.widths import of_widths
from build_scripts.readers.faces.face_heads import face_doubts
from build_scripts.readers.laid.beside import set_beside
from build_scripts.readers.laid.downwards import downwards_doubts
from build_scripts.readers.laid.edges import edges_of_pages, split_copies
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.laid.set_in import mark_set_in
from build_scripts.readers.laid.types import set_like_text
from build_scripts.readers.laid.web_prints import site_doubts, site_lines
from build_scripts.readers.notes.footnotes import Asked, Notes, find_notes
from build_scripts.readers.notes.given_notes import MARKS, set_apart
from build_scripts.readers.notes.marks import SIGNS
from build_scripts.readers.notes.outside import calls_in_fields, heading_of_notes, number_by_text
from build_scripts.readers.paged.pages import Edge
from build_scripts.readers.particulars.persons import AUTHOR_END
from build_scripts.readers.parts.lines import Line, gather
from build_scripts.readers.parts.numbering import kind_of_number, levels
from build_scripts.readers.quotations.block_quotations import quotation_doubts, read_quotations
from build_scripts.readers.quotations.insets import inset_doubts
from build_scripts.readers.roles.compose import DEFAULT, fields_of
from build_scripts.readers.roles.given import Taken, cut_words, in_ranges, line_roles, word_roles
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.apart import apart_doubts
from build_scripts.readers.running.article_parts import AUTHOR
from build_scripts.readers.running.below_rules import rule_doubts
from build_scripts.readers.running.contents import contents_doubts, lines_of_contents
from build_scripts.readers.running.geometry import Geometry, measure
from build_scripts.readers.running.plain_tables import rows_of_tables, side_by_side
from build_scripts.readers.running.points import with_points
from build_scripts.readers.running.running_text import LinesOfBlock, block_of, edge_doubts, line_doubts, read_text, without
from build_scripts.readers.running.torn import torn_doubts
from build_scripts.readers.site.furniture import is_rule
from build_scripts.roles import Given, Role
from build_scripts.text.radicals import unified
from build_scripts.traced import Edit, Traced, concat

REMOVED = {
    Role.BLANK: "blank-line",
    Role.PAGE_NUMBER: "page-number",
    Role.RUNNING_HEAD: "running-head",
    Role.FURNITURE: "page-furniture",
    Role.BREADCRUMB: "page-furniture",
    Role.OTHER_HEADLINES: "page-furniture",
}
JOINED = 2.6  # of the margin of a line that goes on below one that ends a sentence
OTHER_TYPE = 0.05  # of the usual size
# What a document may consist of alone.
TEXT = (BlockType.PARAGRAPH, BlockType.ITEM, BlockType.ABSTRACT, BlockType.VERSE, BlockType.QUOTATION, BlockType.TABLE)
TITLES = (Role.TITLE, Role.SUBTITLE, Role.HEADLINE)


def read(source: Source, raw: str, decoded: Decoded | None = None) -> Witness:
    """The article of the capture. Raises BadInput: empty-document, line-twice, bad-lines."""
    lines, copies = split_copies(lay_lines(decoded or Decoded(raw)))
    given = line_roles(source, source.roles, lines)
    blank = frozenset(line.number for line in lines if line.blank)
    edges = {edge.number: edge for edge in edges_of_pages(lines) if edge.number not in given}
    contents = [number for number in lines_of_contents(lines) if number not in given]
    of_site = [number for number in site_lines(lines) if number not in given]
    apart = dict.fromkeys([*contents, *of_site], Role.FURNITURE) | _roles_apart(lines, given, edges)
    words = word_roles(source, source.roles, raw)
    whole, taken = cut_words(lines, [each for each in words if each.given.role not in MARKS])
    printed = [line for line in whole if line.number not in apart and not line.blank]
    if not printed:
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture")
    spans = [(each.start, each.end) for each in words if each.given.role is Role.NOT_A_CALL]
    printed, by_editor = set_apart(printed, given, words, raw)
    fixed = {index: given[line.number].role for index, line in enumerate(printed) if line.number in given}
    around = frozenset(number for number, role in apart.items() if role in (Role.PAGE_NUMBER, Role.RUNNING_HEAD))
    around |= {line.number for line in lines if line.blank and "\f" in line.text.text}
    notes = find_notes(Asked(printed, measure(printed, blank, around), source.note_style, fixed, spans, given=by_editor))
    column = mark_set_in(set_beside(notes.column))
    geometry = measure(column, blank, around)
    calls = frozenset(call.start for call in notes.calls)
    parts, labels = read_quotations(column, *read_text(column, geometry, given, calls=calls))
    document = number_by_text(_document(source, parts, notes, taken))
    if not any(block.type in TEXT for block in document.blocks):
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture")
    rest = list(_rest(whole, apart, taken, notes, copies))
    doubts = (
        *notes.tell(),
        *_of_fields(document, raw),
        *edge_doubts(list(edges.values()), column),
        *line_doubts(column, labels, joined=JOINED),
        *article_doubts(column, parts, notes.systems, bool(source.titles)),
        *contents_doubts(contents),
        *site_doubts(of_site, column),
        *_of_labels(lines, column, labels, notes),
        *_of_places(column, geometry, given, parts),
    )
    return Witness(source, raw, (document,), tuple(rest), _readings(source, lines, apart, notes, labels), doubts)


def _rest(
    whole: Sequence[Line], apart: Mapping[int, Role], taken: Sequence[Taken], notes: Notes, copies: Sequence[Line]
) -> Iterator[Traced]:
    """What is removed, each under its rule."""
    yield from (line.text.removed(REMOVED[apart[line.number]]) for line in whole if line.number in apart)
    yield from (line.text.removed("blank-line") for line in whole if line.number not in apart and line.blank)
    yield from (each.text.removed(REMOVED[each.given.role]) for each in taken if each.given.role in REMOVED)
    yield from (heading_of_notes(line) for line in notes.headings)
    yield from (line.text.removed("overprint") for line in copies)


def _of_fields(document: Document, raw: str) -> Iterator[Doubt]:
    """What facts hold beside what they state."""
    yield from calls_in_fields(document, raw)
    yield from posts_behind_names(document.fields, raw)


def _of_places(
    column: Sequence[Line], geometry: Geometry, given: Mapping[int, Given], parts: Sequence[LinesOfBlock]
) -> Iterator[Doubt]:
    """What is set in together, or torn."""
    yield from downwards_doubts(column)
    yield from torn_doubts(parts)
    yield from apart_doubts(parts)
    yield from quotation_doubts(parts)
    quoted = {line.number for state, lines, _ in parts if state == "quotation" for line in lines}
    yield from inset_doubts(column, geometry.inset, geometry.deep, quoted | set(given))


def _of_labels(lines: Sequence[Line], column: Sequence[Line], labels: Sequence[Label], notes: Notes) -> Iterator[Doubt]:
    """What the reading of lines tells beside what is seen of them."""
    rows = rows_of_tables(column)
    yield from _plain_title(column, labels)
    yield from of_widths(column, labels)
    yield from odd_headings(column, labels, rows)
    yield from side_by_side(column, rows)
    yield from face_doubts(column, labels)
    yield from first_head_doubts(column, labels)
    first = {note.lines[0].number for system in notes.systems for note in system.notes}
    yield from rule_doubts(lines, column, labels, first)


def _plain_title(column: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """A title that is set like the text, which no title of a print is."""
    lines = [line for line, each in zip(column, labels, strict=True) if each.state == "title" and not each.given]
    if lines and all(map(set_like_text, lines)):
        sentence = f"{in_ranges([line.number for line in lines])} read as title, and set like the text"
        hint = f"write “title: {lines[0].number}” or “paragraph: {lines[0].number}” under “structure”"
        yield Doubt(lines[0].number, "doubtful-line", sentence, hint)


def _roles_apart(lines: Sequence[Line], given: Mapping[int, Given], edges: Mapping[int, Edge]) -> dict[int, Role]:
    """The lines that are not part of the text or its notes, by number."""
    found = {line.number: Role.BLANK for line in lines if line.blank}
    found |= {
        line.number: Role.FURNITURE for line in lines if not line.blank and is_rule(line.words) and not _calls(line, lines)
    }
    found |= {number: edge.role for number, edge in edges.items()}
    found = {number: role for number, role in found.items() if role is not Role.FURNITURE or number not in given}
    return found | {number: each.role for number, each in given.items() if each.role in REMOVED}


def _calls(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is no more than a star with which another line begins: then it may call a note."""
    sign = line.words
    return sign in SIGNS and any(other.words[0] == sign and other.words != sign for other in lines if not other.blank)


def _document(source: Source, parts: Sequence[LinesOfBlock], notes: Notes, taken: Sequence[Taken]) -> Document:
    ranks = levels(kind_of_number(unified(lines[0].words)) for state, lines, _ in parts if state == "heading")
    fields: list[Field] = []
    blocks: list[Block] = []
    for part in parts:
        facts = _facts(part, fields)
        fields += facts
        blocks += [] if facts else [block_of(part, ranks)]
    fields += [field for each in taken if each.given.role not in REMOVED for field in fields_of(each.given.role, each.text)]
    return Document(
        id=source.id,
        kind=source.kind,
        source=source,
        fields=tuple(fields),
        blocks=tuple(with_points(blocks)),
        notes=notes.notes,
        calls=notes.calls,
        titles=source.titles,
        descriptions=source.descriptions,
    )


def _facts(part: LinesOfBlock, known: Sequence[Field]) -> list[Field]:
    """The facts that a part states; none where it is a block. Of the titles that are seen the first is the document's."""
    state, lines, given_role = part
    role = given_role.role if given_role else None
    if role in TITLES:
        return [Field(str(role), gather(lines))]
    if role in DEFAULT and role is not Role.AUTHOR and role:
        return [field for line in lines for field in fields_of(role, line.text)]
    if state == "title" and not role and not any(each.name == "title" for each in known):
        return [Field("title", _apart(lines))]
    if state == "subtitle" and not role:
        return [Field("subtitle", gather(lines))]
    return [Field("author", _author(gather(lines)))] if state == "author" else []


def _author(text: Traced) -> Traced:
    """An author without what says that he is one, before the name or behind it."""
    named = without(AUTHOR, text, "field-label")
    end = AUTHOR_END.search(named.text)
    return named.edit([Edit(end.start(), len(named.text), "", "field-label")]) if end else named


def _apart(lines: Sequence[Line]) -> Traced:
    """The lines of a title, those in other type set apart by a space."""
    texts = [line.text for line in lines]
    for index, (one, other) in enumerate(pairwise(lines)):
        end = len(one.text.text.rstrip())
        if one.laid and other.laid and abs(one.laid.scale - other.laid.scale) > OTHER_TYPE:
            texts[index] = one.text.edit([Edit(end, len(one.text.text), " ", "line-break")])
    return concat(texts)


def _readings(
    source: Source, lines: Sequence[Line], apart: Mapping[int, Role], notes: Notes, labels: Sequence[Label]
) -> tuple[LineReading, ...]:
    read_as = {line.number: each for line, each in zip(notes.column, labels, strict=True)}
    found = []
    for line in lines:
        each = read_as.get(line.number)
        if each:
            because = ", ".join(f"{name} {weight:+g}" for name, weight in each.evidence)
            found.append(LineReading(line.number, each.role, source.id, because, each.margin))
        elif line.number in apart:
            found.append(LineReading(line.number, apart[line.number]))
        else:
            found.append(LineReading(line.number, Role.NOTE, source.id))
    return tuple(found)
