"""Passes that edit every text of a document by a function of the text alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from build_scripts.diagnostics import bad
from build_scripts.model import CALL_RULE, CALLING_FIELDS, Block, BlockType, Document, Field, Note, Place
from build_scripts.text import joining, punctuation, radicals, spacing
from build_scripts.text.characters import bare
from build_scripts.text.lexicon import any_word
from build_scripts.traced import Edit, Traced

Holder = TypeVar("Holder", Field, Block, Note)

# An appeal of the site or the paper to its reader, set apart by spaces from the text in which it stands.
APPEAL = re.compile(rf"(?:(?<=\s)|^){any_word('page', 'inside')}\S{{0,10}}(?=\s|$)")


def _everywhere(document: Document, find: Callable[[str], Iterable[Edit]]) -> Document:
    return map_texts(document, lambda text, _: text.edit(find(text.text)))


def drop_calls(document: Document) -> Document:
    """Take the printed calls out of the text; `Document.calls` keeps where they stood."""
    if not document.calls:
        return document
    ends = {call.start: call.end for call in document.calls}
    starts = sorted(ends)

    def without_calls(text: Traced) -> Traced:
        left = text.edit(Edit(at, at + end - start, "", CALL_RULE) for at, start, end in _located(text, starts, ends))
        return left if bare(left.text) else text  # a mark that is all of a block stays: no text calls there

    return replace(
        document,
        fields=tuple(
            replace(item, text=without_calls(item.text)) if item.name in CALLING_FIELDS else item for item in document.fields
        ),
        blocks=tuple(replace(block, text=without_calls(block.text)) for block in document.blocks),
    )


def _located(text: Traced, starts: Sequence[int], ends: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """`(at, start, end)` for each capture span that begins in this text; `starts` are in order, `ends` by them."""
    found = []
    for at, run in text.placed():
        inside = starts[bisect_left(starts, run.start) : bisect_left(starts, run.end)] if run.text else ()
        found += [(at + start - run.start, start, ends[start]) for start in inside]
    return sorted(found)


def drop_appeals(document: Document) -> Document:
    """Take out appeals such as 掃一掃看全文, wherever they stand."""
    return _everywhere(
        document, lambda text: [Edit(match.start(), match.end(), "", "page-furniture") for match in APPEAL.finditer(text)]
    )


def close_letter_spacing(document: Document) -> Document:
    """Close lines that were set letter by letter; in text that was scanned, every gap between characters."""
    find = spacing.close_scanned_gaps if document.source.ocr else spacing.close_letter_spacing
    return _everywhere(document, find)


def replace_no_characters(document: Document) -> Document:
    """Take out or replace the codes that are no characters."""
    return _everywhere(document, spacing.replace_no_characters)


def drop_invisible(document: Document) -> Document:
    """Take out what prints nothing."""
    return _everywhere(document, spacing.drop_invisible)


def unify_radicals(document: Document) -> Document:
    """Put ideographs where extraction gave radicals, those of the language of the capture."""
    language = document.source.language
    return _everywhere(document, lambda text: radicals.unify_radicals(text, language))


def join_lines(document: Document) -> Document:
    """Make one line of every text."""
    return _everywhere(document, joining.join_lines)


def close_gaps(document: Document) -> Document:
    """Take out spaces that are layout; between the cells of a table they are not."""
    closed = _everywhere(document, spacing.close_gaps)
    pairs = zip(document.blocks, closed.blocks, strict=True)
    return replace(closed, blocks=tuple(_with_cells(before) if _is_row(before) else block for before, block in pairs))


def _is_row(block: Block) -> bool:
    return block.type is BlockType.TABLE


def _with_cells(block: Block) -> Block:
    return replace(block, text=block.text.edit(spacing.narrow_gaps(block.text.text)))


def widen_punctuation(document: Document) -> Document:
    """Make half-width punctuation of Chinese text full-width; brackets first, so that points see them as Chinese."""
    return _everywhere(_everywhere(document, punctuation.widen_brackets), punctuation.widen_points)


def set_aside_empty(document: Document) -> Document:
    """Move the fields and blocks of which nothing is left to `Document.rest`. Raises BadInput: empty-document."""
    blocks = tuple(block for block in document.blocks if block.text.text)
    if not any(block.type in (BlockType.PARAGRAPH, BlockType.ITEM, BlockType.CAPTION) for block in blocks):
        raise bad(Place(document.source.raw_path), "empty-document", f"nothing is left of “{document.id}” when it is cleaned")
    fields = tuple(item for item in document.fields if item.text.text)
    texts = [item.text for item in document.fields] + [block.text for block in document.blocks]
    rest = (*document.rest, *(text for text in texts if not text.text and text.runs))
    translation = document.translation
    if translation:
        rest += tuple(block.text for block in translation.blocks if not block.text.text and block.text.runs)
        translation = replace(translation, blocks=tuple(block for block in translation.blocks if block.text.text))
    return replace(document, fields=fields, blocks=blocks, rest=rest, translation=translation)


def map_texts(document: Document, change: Callable[[Traced, str], Traced]) -> Document:
    """The document with `change(text, language)` applied to every text it holds."""
    translation = document.translation

    def changed(part: Holder, language: str = document.source.language) -> Holder:
        text = change(part.text, language)
        return part if text is part.text else replace(part, text=text)  # most passes leave most texts as they are

    if translation:
        other = translation.language
        blocks = tuple(changed(block, other) for block in translation.blocks)
        translation = replace(translation, title=change(translation.title, other), blocks=blocks)
    return replace(
        document,
        fields=tuple(map(changed, document.fields)),
        blocks=tuple(map(changed, document.blocks)),
        notes=tuple(map(changed, document.notes)),
        translation=translation,
    )
