"""A document as blocks of pandoc's syntax tree: for e-books one text below the other, for Word side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.model import BlockType
from build_scripts.pandoc.nodes import (
    Node,
    div,
    header,
    link,
    note,
    para,
    span,
    string,
    strong,
    superscript,
    table,
)
from build_scripts.text.scripts import is_chinese, same_language
from build_scripts.views.document import Row, ShownComment, ShownDocument, ShownNote, Side, View
from build_scripts.views.note_texts import note_texts
from build_scripts.views.particulars import Particular, reasons
from build_scripts.views.running.inlines import CommentCall, Inline, NoteCall, Reference, Words
from build_scripts.views.wording import say

SMALL = (
    BlockType.CAPTION,
    BlockType.CREDIT,
    BlockType.ATTRIBUTION,
    BlockType.FUNDING,
    BlockType.AUTHOR_NOTE,
    BlockType.EDITOR,
    BlockType.STATEMENT,
    BlockType.DATELINE,
    BlockType.TABLE,
)
AFTER_NUMBER = "\u2002"  # an en space, which is set as wide as it is and not taken for one between words
NoteTexts = Mapping[int, list[Node]]  # the paragraphs of each note by its number
WIDTHS = {True: 0.38, False: 0.62}  # of a column of Chinese, of one of another language: what it says takes more room


@dataclass(slots=True)
class Setting:
    """How a document is set: where references lead, what is put before its ids, whether two texts stand side by side.

    `called` holds the notes that have been called: a note stands once, and a further call leads to it.
    """

    leads: Callable[[Reference], str]
    prefix: str = ""
    side_by_side: bool = False
    called: set[int] = field(default_factory=set)


def document_blocks(shown: ShownDocument, setting: Setting) -> list[Node]:
    """The title as a heading of level 1 (in Word it is the title of the file), the particulars, the text."""
    return [*_head(shown, setting), *_body(shown, setting)]


def _head(shown: ShownDocument, setting: Setting) -> Iterator[Node]:
    title, *others = shown.title
    if not setting.side_by_side:
        yield header(1, [span(string(title.text), lang=title.language)], setting.prefix.rstrip(".") or shown.id)
    yield from (div([para([span(string(side.text), lang=side.language)])], "subtitle", style="Subtitle") for side in others)
    for row in (row for row in shown.rows if row.type is BlockType.KICKER):
        yield from (_small(side, setting, "kicker") for side in row.sides)
    lines = [_fact(fact, shown.tree) for fact in shown.particulars]
    lines += [[span(string(remark), lang=shown.tree)] for remark in shown.remarks]
    for index, line in enumerate(lines, 1):  # below the last of them the text begins
        yield div([para(line)], "facts", style="FactsEnd" if index == len(lines) else "Facts")


def _fact(fact: Particular, tree: str) -> list[Node]:
    """A particular in one line; what an editor inferred stands in square brackets with the reason."""
    value = " / ".join(fact.words)
    colon = "：" if is_chinese(tree) else ": "
    inlines = [
        span(string(fact.label + colon), lang=tree),
        span(string(f"[{value}]" if fact.because else value), lang=fact.language),
    ]
    return [*inlines, *string(f" {say('inferred', tree)}{colon}{reasons(fact, tree)}")] if fact.because else inlines


def _small(side: Side, setting: Setting, name: str) -> Node:
    return div([para([span(string(side.text), lang=side.language)])], name, style="Facts")


def _body(shown: ShownDocument, setting: Setting) -> Iterator[Node]:
    notes = {each.number: list(_note(shown, each)) for each in shown.notes}
    rows = [row for row in shown.rows if row.type is not BlockType.KICKER]
    both = shown.view is View.BOTH and setting.side_by_side
    waiting: list[list[list[Node]]] = []
    for row in rows:
        cells = [_side(row, side, first, setting, notes, shown.tree) for side, first in _firsts(row.sides)]
        for comment in row.comments if cells else ():
            cells[_side_of(row, comment)].append(_comment(comment, shown.tree))
        remark = shown.remark_on(row)
        if remark:
            cells.append([div([para(string(remark))], "remark", lang=shown.tree, style="Facts")])
        if both and row.type is not BlockType.HEADING and len(cells) == 2:
            waiting.append(cells)
            continue
        yield from _columns(waiting, rows)
        waiting = []
        yield from (block for cell in cells for block in cell)
    yield from _columns(waiting, rows)
    if shown.uncalled:
        yield div([para([strong(string(say("notes-uncalled", shown.tree)))])], "small", lang=shown.tree, style="Small")
    for each in shown.uncalled:
        words = [*string(f"{each.number} "), *(span(_inlines(side, setting, notes), lang=side.language) for side in each.sides)]
        yield div([para(words)], "small", style="Small")


def _side_of(row: Row, comment: ShownComment) -> int:
    """The side below which a comment stands: the first that calls it."""
    return min(
        at for at, side in enumerate(row.sides) if any(isinstance(e, CommentCall) and e.id == comment.id for e in side.inlines)
    )


def _comment(comment: ShownComment, tree: str) -> Node:
    words = [*string(f"{comment.sign} {comment.label}"), span(string(comment.side.text), lang=comment.side.language)]
    return div([para(words)], "remark", lang=tree, style="Facts")


def _firsts(sides: Sequence[Side]) -> Iterator[tuple[Side, bool]]:
    yield from ((side, not at) for at, side in enumerate(sides))


def _columns(cells: list[list[list[Node]]], rows: Sequence[Row]) -> Iterator[Node]:
    """Rows of two texts as a table, the texts in the order that all rows have."""
    if cells:
        sides = next(row.sides for row in rows if len(row.sides) == 2)
        yield table(cells, [WIDTHS[side.language.startswith("zh")] for side in sides])


def _side(row: Row, side: Side, first: bool, setting: Setting, notes: NoteTexts, tree: str) -> list[Node]:
    """One text of a row; the first one is the outline and carries the paragraph number."""
    words = [span(_inlines(side, setting, notes), lang=side.language)]
    name = f"{setting.prefix}{side.id}"
    match row.type:
        case BlockType.HEADING if first:
            return [header(row.level, words, name)]
        case BlockType.HEADING | BlockType.LABEL:
            bold = words if setting.side_by_side else [strong(words)]  # in Word it is the style that is bold
            return [div([para(bold)], "label", name=name, lang=side.language, style="Label")]
        case BlockType.ABSTRACT | BlockType.KEYWORDS:
            label = say(row.type.value, tree if same_language(side.language, tree) else side.language)
            labelled = [strong(string(label)), *string(" "), *words]
            return [div([para(labelled)], "abstract", name=name, lang=side.language, style="Abstract")]
        case _:
            pass
    number = (
        [span(string(row.number), "number", lang="en", style="Number"), *string(AFTER_NUMBER)] if row.number and first else []
    )
    kind = "small" if row.type in SMALL else "" if first else "second"
    style = {"small": "Small", "second": "Translation"}.get(kind, "")
    return [div([para([*number, *words])], kind, name=name, lang=side.language, style=style)]


def _inlines(side: Side, setting: Setting, notes: NoteTexts) -> list[Node]:
    found: list[Node] = []
    for each, after in zip(side.inlines, [*side.inlines[1:], None], strict=True):
        match each:
            case NoteCall():
                found += _call(each, setting, notes)
            case CommentCall():
                found.append(superscript([span(string(each.sign), lang=each.language)]))
            case Words():
                found += _words(each, after, setting)
    return found


def _words(words: Words, after: Inline | None, setting: Setting) -> list[Node]:
    """Words under their role; after the last piece of a link the siglum and paragraph that it leads to."""
    inlines = string(words.text)
    if words.role:
        style = "Official Words" if setting.side_by_side and words.role == "official-words" else ""
        inlines = [strong(inlines)] if words.role == "lead" else [span(inlines, words.role, style=style)]
    if not words.to:
        return inlines
    kind = "speech" if words.to.from_speech else "other"
    goes_on = isinstance(after, Words) and after.number == words.number
    reference = [] if goes_on else [superscript(_reference(words.to, setting))]
    style = {"speech": "From the Base", "other": "From Elsewhere"}[kind] if setting.side_by_side else ""
    return [span(inlines, kind, style=style), *reference]


def _reference(to: Reference, setting: Setting) -> list[Node]:
    """The place that words lead to; without a link where its address is not known."""
    place, leads = string(to.place.replace(" ", "\u00a0")), setting.leads(to)
    return [link(place, leads, "reference")] if leads else [span(place, "reference")]


def _note(shown: ShownDocument, each: ShownNote) -> Iterator[Node]:
    """A note in every language shown, and what is to be said of its translation."""
    yield from (para([span(string(text), lang=language)]) for text, language in note_texts(each))
    remark = shown.remark_on(each)
    if remark:
        yield para([span(string(remark), lang=shown.tree)])


def _call(call: NoteCall, setting: Setting, notes: NoteTexts) -> list[Node]:
    """A note, where it is first called, with its text in every language shown; a further call leads there."""
    if call.note not in setting.called:
        setting.called.add(call.note)
        return [note(notes[call.note])]
    again = string(str(call.note))
    return [
        superscript(
            again if setting.side_by_side else [link(again, f"#fn{call.note}", epub_type="noteref", role="doc-noteref")]
        )
    ]
