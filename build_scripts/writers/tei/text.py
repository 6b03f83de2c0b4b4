"""A document's text in TEI: front, body in nested divisions, back with the notes; its translation beside it in a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import dropwhile, takewhile
from typing import assert_never

from build_scripts.model import Block, BlockType, Comment
from build_scripts.writers.tei.body import body
from build_scripts.writers.tei.inline import fill
from build_scripts.writers.tei.scope import Scope, TextVersion, corresponding, source_of, translations_of
from build_scripts.writers.tei.xml import Element, make

COMMENTS = {"t": "translator", "e": "editor"}


class TextPart(Enum):
    """Where a block stands when it opens or closes the text; in the midst of it every block stands in the body."""

    TITLE = "title"
    APART = "apart"
    BODY = "body"


def part_of(kind: BlockType) -> TextPart:
    """The part of the text that a type of block belongs to."""
    match kind:
        case BlockType.KICKER | BlockType.HEADLINE | BlockType.DECK:
            return TextPart.TITLE
        case BlockType.ABSTRACT | BlockType.KEYWORDS | BlockType.FUNDING | BlockType.AUTHOR_NOTE:
            return TextPart.APART
        case BlockType.ATTRIBUTION | BlockType.EDITOR:
            return TextPart.APART
        case BlockType.DATELINE | BlockType.HEADING | BlockType.PARAGRAPH | BlockType.LABEL | BlockType.ITEM:
            return TextPart.BODY
        case BlockType.QUOTATION | BlockType.VERSE | BlockType.TABLE:
            return TextPart.BODY
        case BlockType.CAPTION | BlockType.CREDIT | BlockType.STATEMENT:
            return TextPart.BODY
    assert_never(kind)


def text_of(scope: Scope) -> Element:
    """The `text` of a document; where there are translations, a group of all of them."""
    source, versions = source_of(scope.document), translations_of(scope.document)
    if not versions:
        return _text(scope, source)
    translated = [
        _text(scope, version, type="translation", corresp=scope.to("text"), n=each.name, **scope.said_of(each.standing))
        for version, each in zip(versions, scope.document.translations, strict=True)
    ]
    return make("text", make("group", _text(scope, source, type="source"), *translated))


def _text(scope: Scope, version: TextVersion, **attributes: str) -> Element:
    opening, middle, closing = _divided(version.blocks)
    parts = [_front(scope, version, opening), body(scope, version, middle), _back(scope, version, closing)]
    return make("text", *parts, id=scope.id(f"text{version.suffix}"), lang=version.language, **attributes)


def _divided(blocks: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """What stands before the first block of the body, the body, what stands after its last one; never an empty body."""

    def apart(block: Block) -> bool:
        return part_of(block.type) is not TextPart.BODY

    opening = list(takewhile(apart, blocks))
    closing = list(takewhile(apart, reversed(blocks[len(opening) :])))[::-1]
    middle = list(blocks[len(opening) : len(blocks) - len(closing)])
    return (opening, middle, closing) if middle else ([], list(blocks), [])


def _front(scope: Scope, version: TextVersion, blocks: Sequence[Block]) -> Element | None:
    """Title as captured and lines above the text, then what stands apart from it."""

    def is_title(block: Block) -> bool:
        return part_of(block.type) is TextPart.TITLE

    title = [make("titlePart", version.title, type="main")] if version.title else []
    title += [_filled("titlePart", scope, version, block) for block in takewhile(is_title, blocks)]
    authors = [] if version.suffix else [item.text.text for item in scope.document.fields if item.name == "author"]
    above = [make("docTitle", *title)] if title else []
    above += [make("byline", make("docAuthor", author)) for author in authors]
    front = make("front", *above, *(_apart(scope, version, block) for block in dropwhile(is_title, blocks)))
    return front if len(front) else None


def _filled(tag: str, scope: Scope, version: TextVersion, block: Block) -> Element:
    kind = "main" if block.type is BlockType.HEADLINE else block.type.value
    element = make(tag, id=scope.id(f"{block.id}{version.suffix}"), type=kind, **corresponding(scope, version, block.id))
    return fill(element, scope, version, block.id, block.text, block.marks, block.id)


def _apart(scope: Scope, version: TextVersion, block: Block) -> Element:
    paragraph = make("p", id=scope.id(f"{block.id}{version.suffix}"), **corresponding(scope, version, block.id))
    fill(paragraph, scope, version, block.id, block.text, block.marks, block.id)
    return make("div", paragraph, type=block.type.value)


def _back(scope: Scope, version: TextVersion, blocks: Sequence[Block]) -> Element | None:
    divisions = [_apart(scope, version, block) for block in blocks]
    if version.notes:
        divisions.append(make("div", *_notes(scope, version), type="notes"))
    if version.comments:
        divisions.append(make("div", *(_comment(scope, each) for each in version.comments), type="comments"))
    return make("back", *divisions) if divisions else None


def _comment(scope: Scope, comment: Comment) -> Element:
    """What a translator or an editor says at the place of a call, in each language in which it is said."""
    paragraphs = [make("p", words, lang=language) for language, words in comment.words.items()]
    return make("note", *paragraphs, id=scope.id(comment.id), n=comment.id, type=COMMENTS[comment.id[0]])


def _notes(scope: Scope, version: TextVersion) -> Iterator[Element]:
    """The notes; each of the text itself points at the works that it cites, each translated one at what it translates."""
    for note in version.notes:
        related = corresponding(scope, version, note.id) or {
            "corresp": " ".join(f"#{work}" for work in scope.joined.cited.get(note.number, ()))
        }
        element = make("note", id=scope.id(f"{note.id}{version.suffix}"), n=str(note.number), place="foot", **related)
        yield fill(element, scope, version, note.id, note.text)
