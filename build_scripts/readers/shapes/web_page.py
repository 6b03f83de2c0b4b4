"""A web page as text: menus and path, title, particulars, body, its translation below, and what the site puts around it.

The lines are labelled as one sequence (readers/roles), with what an editor says as fixed points; then each line becomes
what its role makes of it: a fact, a block, or something removed under a named rule. No line is left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from build_scripts.decode.decoded import Decoded, WordText
from build_scripts.diagnostics import BadInput, bad
from build_scripts.model import BlockType, Document, Doubt, Inference, LineReading, Place, Source, Story, Witness
from build_scripts.readers.doubts.of_pages import find_doubts
from build_scripts.readers.elements.chips import without_chips
from build_scripts.readers.elements.glued import with_gaps
from build_scripts.readers.elements.inline_notes import inline_notes, uncalled_notes
from build_scripts.readers.elements.linked import linked_notes
from build_scripts.readers.elements.listed import listed_notes
from build_scripts.readers.elements.markup import Shape, unmark
from build_scripts.readers.elements.permalinks import without_permalinks
from build_scripts.readers.elements.structure import seen_of_elements
from build_scripts.readers.elements.styled import OF_CONTENTS, declared_notes, drawn_doubts, seen_of_styles
from build_scripts.readers.notes.footnotes import Asked, Notes, find_notes
from build_scripts.readers.notes.given_notes import MARKS, GivenNotes, set_apart
from build_scripts.readers.notes.outside import calls_in_fields, heading_of_notes
from build_scripts.readers.particulars.rows import join_rows
from build_scripts.readers.particulars.stamps import join_split_stamps
from build_scripts.readers.parts.lines import Line, split_lines
from build_scripts.readers.parts.observe import observe
from build_scripts.readers.parts.raised import raise_figures
from build_scripts.readers.parts.wrapped import join_wrapped
from build_scripts.readers.roles.compose import REMOVED, Composed, compose
from build_scripts.readers.roles.given import Taken, WordsInLine, cut_words, line_roles, unassigned, word_roles
from build_scripts.readers.roles.inside import keep_inside
from build_scripts.readers.roles.lattice import Label, label, load_grammar
from build_scripts.readers.roles.site_days import without_site_days
from build_scripts.readers.running.geometry import measure
from build_scripts.roles import Given, Role
from build_scripts.text.dates import to_edtf
from build_scripts.traced import Traced

TEXT = (BlockType.PARAGRAPH, BlockType.ITEM, BlockType.CAPTION, BlockType.QUOTATION, BlockType.VERSE, BlockType.TABLE)
KEPT = tuple(role for role in Role if role not in REMOVED and role not in (Role.DATELINE, Role.CREDIT))
TABLE = frozenset({"table-row", "table-mark"})
PAGE = {
    "zh-Hans": "原页面于各篇之上统一标明。",
    "zh-Hant": "原頁面於各篇之上統一標明。",
    "en": "The page states it once, above all of its texts.",
}


def read(source: Source, raw: str, decoded: Decoded | None = None) -> Witness:
    """The document of the page, or those that `structure` names. Raises BadInput: empty-document, translation-mismatch,
    line-twice, bad-lines, line-unassigned.
    """
    everything = [given for story in source.stories for given in story.roles] + list(source.roles)
    lines = _printed(split_lines(raw), decoded)
    given = line_roles(source, everything, lines)
    words = word_roles(source, everything, raw)
    page, taken = cut_words(lines, [each for each in words if each.given.role not in MARKS])
    shape = _shape(page, decoded)
    page, wrapped = _joined(shape, given, decoded)
    read = Read(source, raw, page, given, shape, taken, words, decoded)
    parts = [_part(read, story) for story in source.stories or (None,)]
    outside = _outside(read) if source.stories else DocumentLines((), (), Composed())
    documents = [_document(source, part, story) for part, story in zip(parts, source.stories or (None,), strict=True)]
    if outside.made.fields:
        documents = _with_facts_of_page(documents, outside.made)
    rest = [_emptied(line) for line in shape.lines if line.blank]
    rest += [text for part in (*parts, outside) for text in (*part.made.rest, *map(heading_of_notes, part.notes.headings))]
    labelled = sorted(
        [
            (line, each, story.id if story else source.id)
            for part, story in zip(parts, source.stories or (None,), strict=True)
            for line, each in zip(part.lines, part.labels, strict=True)
        ]
        + [(line, each, "") for line, each in zip(outside.lines, outside.labels, strict=True)],
        key=lambda item: item[0].text.start,
    )
    readings = [_reading(*item) for item in labelled]
    for part, document in zip(parts, documents, strict=True):
        readings += [LineReading(line.number, Role.NOTE, document.id, "notes") for line in part.lines_of_notes]
    readings.sort(key=lambda reading: reading.line)
    witness = Witness(source, raw, tuple(documents), tuple(rest), tuple(readings))
    doubts = [*find_doubts(witness, [item[:2] for item in labelled], shape.name)]
    doubts += [each for part in parts for each in part.doubts]
    doubts += [*drawn_doubts(page, decoded), *wrapped, *uncalled_notes(page, decoded)]
    doubts += [each for document in documents for each in calls_in_fields(document, raw)]
    return replace(witness, doubts=tuple(doubts))


def _printed(lines: Sequence[Line], decoded: Decoded | None) -> list[Line]:
    """The lines as their elements show them: figures raised, gaps between particulars, nothing of the site on titles."""
    return with_gaps(without_chips(without_permalinks(raise_figures(lines, decoded), decoded), decoded), decoded)


def _shape(lines: Sequence[Line], decoded: Decoded | None) -> Shape:
    """The lines as they read, with what the marks of the capture or the elements of a saved page say of them."""
    if not decoded or not decoded.portions:
        return unmark(lines)
    is_word = any(isinstance(each.known, WordText) for each in decoded.portions)
    return Shape(tuple(lines), (seen_of_styles if is_word else seen_of_elements)(lines, decoded))


def _joined(shape: Shape, given: dict[int, Given], decoded: Decoded | None) -> tuple[list[Line], tuple[Doubt, ...]]:
    """The lines that are not blank, what a copy cut in pieces on one: times, rows of particulars, text broken to a width."""
    lines = join_rows(join_split_stamps([line for line in shape.lines if not line.blank]), given)
    return (lines, ()) if decoded and decoded.portions else join_wrapped(lines, given)


def _emptied(line: Line) -> Traced:
    """A blank line as it is removed; where marks stood on it, what is left between them is layout."""
    return line.text.removed("layout-space" if any(run.rule for run in line.text.runs) else "blank-line")


@dataclass(frozen=True, slots=True)
class Read:
    """A capture on its way: its lines that are not blank, without the words that have a role, and what an editor gives."""

    source: Source
    raw: str
    page: Sequence[Line]
    given: dict[int, Given]
    shape: Shape
    taken: Sequence[Taken]
    words: Sequence[WordsInLine]
    decoded: Decoded | None = None


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """The lines of one document, or of none, with their labels, what they make, and their notes."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    made: Composed
    notes: Notes = field(default_factory=Notes)

    @property
    def lines_of_notes(self) -> list[Line]:
        """The lines that are of notes."""
        lines = [line for system in self.notes.systems for note in system.notes for line in note.lines]
        return [*lines, *self.notes.headings]

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What of the notes is open, on lines that are text."""
        return self.notes.tell(
            frozenset(line.number for line, each in zip(self.lines, self.labels, strict=True) if each.role not in REMOVED)
        )


def _part(read: Read, story: Story | None) -> DocumentLines:
    """One document: all lines of the page, or those that a story names, in the order in which it names them."""
    source, given = read.source, read.given
    lines, taken, words = tuple(read.page), read.taken, read.words
    if story:
        order = {number: place for place, (number, role) in enumerate(given.items()) if role in story.roles}
        lines = tuple(sorted((line for line in lines if line.number in order), key=lambda line: order[line.number]))
        taken = [each for each in taken if each.given in story.roles]
        words = [
            each
            for each in words
            if any(line.text.start <= each.start < line.text.start + len(line.text.text) for line in lines)
        ]
    around = {"menu", "crumb", "early-facts", "aside-head", "aside", "after"} if story else set()
    closed = frozenset(around | (set() if source.translation and not story else {"translation"}))
    notes = _notes(read, lines, words)
    labels = without_site_days(notes.column, _labels(source, notes.column, given, read.shape, closed))
    return DocumentLines(notes.column, labels, compose(source, list(zip(notes.column, labels, strict=True)), taken), notes)


def _notes(read: Read, lines: Sequence[Line], words: Sequence[WordsInLine]) -> Notes:
    left, by_editor = set_apart(lines, read.given, words, read.raw)
    left, declared = declared_notes(left, read.decoded)
    left, inline = inline_notes(left, read.decoded)
    left, linked = linked_notes(left, read.decoded)
    counted = not (declared.notes or inline.notes or linked.notes or by_editor.notes)
    left, listed = listed_notes(left, read.decoded) if counted else (left, GivenNotes())
    told = (declared, inline, linked, listed, by_editor)
    by_editor = GivenNotes(
        tuple(note for each in told for note in each.notes), tuple(call for each in told for call in each.calls)
    )
    roles = {index: read.given[line.number].role for index, line in enumerate(left) if line.number in read.given}
    fixed = {index: role for index, role in roles.items() if role not in (Role.BODY, Role.CONTINUED)}
    spans = [(each.start, each.end) for each in words if each.given.role is Role.NOT_A_CALL]
    if declared.notes:  # then whatever else looks like a call is text, but for what is raised
        raised = [(run.start, run.end) for line in left for run in line.text.runs if run.rule == "raised"]
        ends = [point for span in sorted((*declared.spans, *raised)) for point in span]
        spans += list(zip([0, *ends[1::2]], [*ends[::2], len(read.raw)], strict=True))
    geometry = measure(left, frozenset())
    return find_notes(Asked(left, geometry, read.source.note_style, fixed, spans, paragraphs=True, given=by_editor))


def _labels(
    source: Source, lines: Sequence[Line], given: dict[int, Given], shape: Shape, closed: frozenset[str]
) -> tuple[Label, ...]:
    """The labels of the lines; what a file declares to be its table of contents is passed over, as if it were not there."""
    contents = [OF_CONTENTS in shape.seen.get(line.text.start, ()) and line.number not in given for line in lines]
    others = iter(
        _labels_of(source, [line for line, each in zip(lines, contents, strict=True) if not each], given, shape, closed)
    )
    return tuple(Label(Role.FURNITURE, OF_CONTENTS, ((OF_CONTENTS, 0.0),)) if each else next(others) for each in contents)


def _labels_of(
    source: Source, lines: Sequence[Line], given: dict[int, Given], shape: Shape, closed: frozenset[str]
) -> Iterator[Label]:
    observed = [
        [*_untabbed(evidence, line.text.start in shape.seen), *shape.seen.get(line.text.start, ())]
        for evidence, line in zip(observe(lines, source.language), lines, strict=True)
    ]
    for seen, below in pairwise(observed):
        seen += ["above-a-credit"] * ("after-picture" in seen and "credit-words" in below and "after-picture" not in below)
        seen += ["credited-picture"] * ("after-picture" in seen and "captioned" in seen)
        seen += ["above-a-table"] * (bool(TABLE.intersection(below)) and not TABLE.intersection(seen))
    fixed = {index: given[line.number] for index, line in enumerate(lines) if line.number in given}
    roles = {index: each.role for index, each in fixed.items() if each.role is not Role.BODY}
    if not any("numbered-document" in seen for seen in observed):
        closed |= {"letterhead"}
    labels = keep_inside(lines, label(load_grammar("web-page"), observed, roles, closed))
    return (replace(each, number=fixed[index].number) if index in roles else each for index, each in enumerate(labels))


def _untabbed(evidence: Sequence[str], is_known: bool) -> list[str]:
    """What is seen of the words of a line; of rows the elements of a page tell more than tabs do, and tell it once."""
    return [name for name in evidence if not (is_known and name == "tabbed")]


def _outside(read: Read) -> DocumentLines:
    """What belongs to no story of the capture: particulars of the page and furniture. Raises BadInput: line-unassigned."""
    source = read.source
    owned = {role for story in source.stories for role in story.roles}
    lines = tuple(line for line in read.page if read.given.get(line.number) not in owned)
    labels = _labels(source, lines, read.given, read.shape, frozenset({"translation"}))
    left = [line for line, each in zip(lines, labels, strict=True) if each.role in KEPT]
    problems = unassigned(source, left, ())
    if problems:
        raise BadInput(*problems)
    rest = [each for each in read.taken if each.given not in owned]
    return DocumentLines(lines, labels, compose(source, list(zip(lines, labels, strict=True)), rest))


def _with_facts_of_page(documents: Sequence[Document], made: Composed) -> list[Document]:
    """The first document carries the particulars of the page; the others have them as what is known of the page."""
    first = replace(documents[0], fields=(*made.fields, *documents[0].fields))
    known = {item.name: item.text.text for item in made.fields if item.name in ("published", "publisher")}
    known |= {"published": to_edtf(known["published"])} if "published" in known else {}
    facts = {name: Inference(value, PAGE) for name, value in known.items() if value}
    return [
        first,
        *(replace(each, source=replace(each.source, inferences=facts | each.source.inferences)) for each in documents[1:]),
    ]


def _reading(line: Line, each: Label, document: str) -> LineReading:
    because = "source.yaml" if each.given else ", ".join(f"{name} {weight:+g}" for name, weight in each.evidence)
    return LineReading(line.number, each.role, document, because, each.margin)


def _document(source: Source, part: DocumentLines, story: Story | None) -> Document:
    made = part.made
    if not any(block.type in TEXT for block in made.blocks):
        hint = "name a line of the text under “structure”, for example “paragraph: 12”"
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture", hint)
    story_source = replace(source, inferences=source.inferences | story.inferences) if story else source
    whole = story or source
    return Document(
        id=whole.id,
        kind=whole.kind,
        source=story_source,
        fields=made.fields,
        blocks=made.blocks,
        notes=part.notes.notes,
        calls=part.notes.calls,
        titles=whole.titles,
        descriptions=whole.descriptions,
        translation=made.translation,
    )
