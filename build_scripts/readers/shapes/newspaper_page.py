"""One printed newspaper page as PDF text: several stories out of order, headlines after their stories, captions, a box.

The line map of source.yaml gives every raw line that is not blank to one story and role; the reader does the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_scripts.decode.decoded import Decoded
from build_scripts.diagnostics import BadInput, bad
from build_scripts.model import Block, BlockType, Document, Doubt, Field, LineReading, NoteStyle, Source, Story, Witness
from build_scripts.readers.laid.edges import edges_of_pages, split_copies
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.newspapers.stories import propose
from build_scripts.readers.newspapers.story_doubts import story_doubts
from build_scripts.readers.notes.footnotes import Asked, Notes, find_notes
from build_scripts.readers.notes.given_notes import MARKS, set_apart
from build_scripts.readers.notes.outside import heading_of_notes
from build_scripts.readers.paged.pages import Edge
from build_scripts.readers.parts.boxes import read_caption, read_item, read_items, split_captions
from build_scripts.readers.parts.lines import Line, gather
from build_scripts.readers.parts.numbering import kind_of_number, levels
from build_scripts.readers.parts.settled import settled
from build_scripts.readers.roles.compose import DEFAULT, REMOVED, fields_of
from build_scripts.readers.roles.given import Taken, WordsInLine, cut_words, line_roles, unassigned, word_roles
from build_scripts.readers.running.geometry import measure
from build_scripts.readers.running.running_text import block_of, edge_doubts, line_doubts, read_text
from build_scripts.readers.running.torn import torn_doubts
from build_scripts.roles import Given, Role
from build_scripts.traced import Traced

# What stands above a story, and what the usual words for it are here.
DISPLAY = {
    Role.KICKER: BlockType.KICKER,
    Role.HEADLINE: BlockType.HEADLINE,
    Role.TITLE: BlockType.HEADLINE,
    Role.DECK: BlockType.DECK,
    Role.SUBTITLE: BlockType.DECK,
}
# Lines that are read as one running text, in the order in which they are given.
RUNNING = (Role.BODY, Role.PARAGRAPH, Role.CONTINUED, Role.HEADING, Role.SUBHEAD)
# Lines that are what an editor says, each range by itself.
AS_GIVEN = {
    Role.QUOTATION: BlockType.QUOTATION,
    Role.VERSE: BlockType.VERSE,
    Role.TABLE: BlockType.TABLE,
    Role.STATEMENT: BlockType.STATEMENT,
    Role.NOTE: BlockType.STATEMENT,
    Role.ABSTRACT: BlockType.ABSTRACT,
    Role.KEYWORDS: BlockType.KEYWORDS,
    Role.CREDIT: BlockType.CREDIT,
}
# What is found to be a page number or running head inside a range of these is taken out.
RANGED = (Role.BODY, Role.ITEMS, Role.PARAGRAPH, Role.ITEM)
TEXT = (BlockType.PARAGRAPH, BlockType.ITEM, BlockType.CAPTION, BlockType.QUOTATION, BlockType.VERSE, BlockType.TABLE)
NARROW = 0.5  # weights; the columns of a page are so narrow that evidence of width is weak
JOINED = 2.0  # where a line goes on below a sentence that ends with its line, and may begin a paragraph
OTHERWISE = "page-furniture"  # the rule for what is given out to no story


def read(source: Source, raw: str, decoded: Decoded | None = None) -> Witness:
    """The stories of the page. Raises BadInput: `line-twice`, `line-unassigned`, `empty-document`, `bad-lines`."""
    lines, copies = split_copies(lay_lines(decoded or Decoded(raw)))
    if not source.stories:
        raise bad(source.place("structure"), "empty-document", "the page has no story", _proposal(source, lines))
    everything = [given for story in source.stories for given in story.roles] + list(source.roles)
    words = word_roles(source, everything, raw)
    roles = line_roles(source, everything, lines)
    problems = unassigned(source, lines, roles)
    if problems:
        raise BadInput(*problems)
    edges = _edges(lines, roles)
    roles = roles | {edge.number: Given(edge.role, "structure") for edge in edges}
    left, taken = cut_words(lines, [each for each in words if each.given.role not in MARKS])
    page = PageLines(source, raw, {line.number: line for line in left}, roles, words, taken)
    stories = [_read_story(page, story) for story in source.stories]
    doubts = [*edge_doubts(edges, ()), *(doubt for _, each in stories for doubt in each)]
    owned = {given for story in source.stories for given in story.roles}
    apart = [number for number, given in roles.items() if given not in owned]
    rest = [page.lines[number].text.removed(REMOVED.get(roles[number].role, OTHERWISE)) for number in apart]
    rest += [line.text.removed("blank-line") for line in lines if line.blank]
    rest += [each.text.removed(REMOVED.get(each.given.role, OTHERWISE)) for each in taken if each.given not in owned]
    rest += [line.text.removed("overprint") for line in copies]
    documents = tuple(document for document, _ in stories)
    return Witness(source, raw, documents, tuple(rest), _readings(source, lines, roles), tuple(doubts))


def _proposal(source: Source, lines: Sequence[Line]) -> str:
    if not any(line.laid for line in lines):
        return propose(source.id, lines)
    return f"“propose {source.id}” shows what to write into seeds/{source.folder.name}/layout.yaml"


def _edges(lines: Sequence[Line], roles: Mapping[int, Given]) -> list[Edge]:
    """The page numbers and running heads in ranges of stories; a line that is given by itself is what it is given as."""
    ranged = {number for number, each in roles.items() if each.role in RANGED and each.first != each.last}
    count = Counter(line.words for line in lines)
    words = {line.number: line.words for line in lines}
    found = [edge for edge in edges_of_pages(lines) if edge.number in ranged]
    # A page has one head at most: what stands beside its number once may be a line of the text.
    return [edge for edge in found if edge.role is Role.PAGE_NUMBER or count[words[edge.number]] > 1]


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page on its way: its lines by number, without the words that have a role, and what an editor gives."""

    source: Source
    raw: str
    lines: Mapping[int, Line]
    roles: Mapping[int, Given]
    words: Sequence[WordsInLine]
    taken: Sequence[Taken]


def _readings(source: Source, lines: Sequence[Line], roles: Mapping[int, Given]) -> tuple[LineReading, ...]:
    """The role of each line and its story; a blank line between two lines of one story goes with it."""
    owner = {given: story.id for story in source.stories for given in story.roles}
    story = [owner.get(roles[line.number], "") if line.number in roles else "" for line in lines]
    for index in range(1, len(lines)):
        if lines[index].blank:
            after = next((story[at] for at in range(index, len(lines)) if not lines[at].blank), "")
            story[index] = story[index - 1] if story[index - 1] == after else ""
    return tuple(
        LineReading(line.number, roles[line.number].role if line.number in roles else Role.BLANK, of)
        for line, of in zip(lines, story, strict=True)
    )


def _read_story(page: PageLines, story: Story) -> tuple[Document, list[Doubt]]:
    """A story, and what of it is not certain."""
    given = {number: each for number, each in page.roles.items() if each in story.roles}
    lines = [page.lines[number] for number in given]
    words = [each for each in page.words if any(line.holds(each.start) for line in lines)]
    left, by_editor = set_apart(lines, given, words, page.raw)
    style = page.source.note_style if page.source.note_style.mark else NoteStyle(mark="none")
    spans = [(each.start, each.end) for each in words if each.given.role is Role.NOT_A_CALL]
    notes = find_notes(Asked(left, measure(left, frozenset()), style, {}, spans, given=by_editor))
    taken = [each for each in page.taken if each.given in story.roles]
    blocks, doubts = _blocks_of(notes.column, given)
    document = Document(
        id=story.id,
        kind=story.kind,
        source=replace(page.source, inferences=page.source.inferences | story.inferences),
        fields=_fields(notes.column, given, taken),
        blocks=tuple(sorted(blocks, key=_printed_order)),
        notes=notes.notes,
        calls=notes.calls,
        titles=story.titles,
        descriptions=story.descriptions,
        rest=tuple(_rest(notes, given, taken)),
    )
    if not any(block.type in TEXT for block in blocks):
        place = page.source.place(f"structure.{story.id}")
        raise bad(place, "empty-document", f"the story “{story.id}” has no text", "give it lines under “body”")
    return document, [*doubts, *notes.tell()]


def _fields(lines: Sequence[Line], given: Mapping[int, Given], taken: Sequence[Taken]) -> tuple[Field, ...]:
    """What the lines and words that are facts of a story say."""
    told = [(given[line.number].role, line.text) for line in lines if given[line.number].role in DEFAULT]
    told += [(each.given.role, each.text) for each in taken if each.given.role not in REMOVED]
    return settled([field for role, text in told for field in fields_of(role, text)])


def _rest(notes: Notes, given: Mapping[int, Given], taken: Sequence[Taken]) -> Iterator[Traced]:
    """What an editor took out of a story, and the headings of lists of notes."""
    for line in notes.column:
        if given[line.number].role in REMOVED:
            yield line.text.removed(REMOVED[given[line.number].role])
    yield from (each.text.removed(REMOVED[each.given.role]) for each in taken if each.given.role in REMOVED)
    yield from map(heading_of_notes, notes.headings)


def _blocks_of(lines: Sequence[Line], given: Mapping[int, Given]) -> tuple[list[Block], list[Doubt]]:
    """The blocks of a story: lines of one kind that follow one another in the order given, together."""
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    for kind, group in groupby(_by_kind(lines, given), key=lambda pair: pair[0]):
        part = [line for _, line in group]
        if kind == "running":
            found, unsure = _running(part, given)
            blocks += found
            doubts += unsure
        else:
            blocks += _blocks(kind, part, given)
    return blocks, doubts


def _by_kind(lines: Sequence[Line], given: Mapping[int, Given]) -> Iterator[tuple[str, Line]]:
    """Each line that makes a block with what it is read as; what is not running text comes together, in the order given."""
    several: dict[str, list[Line]] = {}
    for line in lines:
        role = given[line.number].role
        if role not in DEFAULT and role not in REMOVED:
            several.setdefault("running" if role in RUNNING else str(role), []).append(line)
    yield from ((kind, line) for kind, part in several.items() for line in part)


def _running(lines: Sequence[Line], given: Mapping[int, Given]) -> tuple[list[Block], list[Doubt]]:
    of_lines = {line.number: given[line.number] for line in lines}
    parts, labels = read_text(lines, measure(lines, frozenset()), of_lines, story=True)
    ranks = levels(kind_of_number(part[0].words) for state, part, _ in parts if state == "heading")
    doubts = [*line_doubts(lines, labels, NARROW, JOINED), *torn_doubts(parts), *story_doubts(parts)]
    return [block_of(part, ranks) for part in parts], doubts


def _printed_order(block: Block) -> int:
    """Kicker, headline and deck stand above the text whatever their place in the capture; captions below it."""
    order = {BlockType.KICKER: 0, BlockType.HEADLINE: 1, BlockType.DECK: 2, BlockType.CAPTION: 4, BlockType.CREDIT: 4}
    return order.get(block.type, 3)


def _blocks(role: str, lines: list[Line], given: Mapping[int, Given]) -> Iterator[Block]:
    if role in DISPLAY:
        yield from (Block(DISPLAY[Role(role)], gather(part)) for part in _displayed(lines, given))
    elif role == Role.ITEMS:
        yield from read_items(lines)
    elif role == Role.ITEM:
        yield from (read_item([line]) for line in lines)
    elif role == Role.CAPTION:
        for part in split_captions(lines):
            yield from read_caption(gather(part))
    else:
        parts = (list(part) for _, part in groupby(lines, key=lambda line: given[line.number]))
        yield from (Block(AS_GIVEN[Role(role)], gather(part)) for part in parts)


def _displayed(lines: Sequence[Line], given: Mapping[int, Given]) -> Iterator[list[Line]]:
    """Two ranges of a display role are two of it, and single lines of a deck or kicker each one, so that two decks stay two;
    single lines of a headline that follow are one.
    """
    for part in _runs(lines):
        yield from (list(each) for _, each in groupby(part, key=lambda line: _range_of(given[line.number])))


def _range_of(given: Given) -> Given | None:
    return given if given.first != given.last or DISPLAY[given.role] is not BlockType.HEADLINE else None


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow one another in the capture, together."""
    parts: list[list[Line]] = []
    for line in lines:
        if not parts or parts[-1][-1].number + 1 != line.number:
            parts.append([])
        parts[-1].append(line)
    return parts
