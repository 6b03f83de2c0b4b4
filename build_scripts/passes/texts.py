"""Passes that edit every text of a document by a function of the text alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from build_scripts.model import Document, map_texts
from build_scripts.text import punctuation, spacing
from build_scripts.traced import Edit, Traced

# An appeal of the site or the paper to its reader, set apart by spaces from the text in which it stands.
APPEAL = re.compile(r"(?:(?<=\s)|^)(?:[掃扫]一[掃扫]\S{0,10}|[掃扫][碼码]\S{0,10}|长按\S{0,10}|長按\S{0,10})(?=\s|$)")


def _everywhere(document: Document, find: Callable[[str], Iterable[Edit]]) -> Document:
    return map_texts(document, lambda text, _: text.edit(find(text.text)))


def drop_calls(document: Document) -> Document:
    """Take the printed calls out of the text; `Document.calls` keeps where they stood."""
    spans = {call.start: call.end for call in document.calls}

    def without_calls(text: Traced) -> Traced:
        return text.edit(Edit(at, at + end - start, "", "note-call") for at, start, end in _located(text, spans))

    return replace(
        document, blocks=tuple(replace(block, text=without_calls(block.text)) for block in document.blocks)
    )


def _located(text: Traced, spans: dict[int, int]) -> list[tuple[int, int, int]]:
    """`(at, start, end)` for each capture span `start: end` that begins in this text."""
    return sorted((at, start, end) for start, end in spans.items() if (at := text.find(start)) is not None)


def drop_appeals(document: Document) -> Document:
    """Take out appeals such as 掃一掃看全文, wherever they stand."""
    return _everywhere(
        document, lambda text: [Edit(match.start(), match.end(), "", "page-furniture") for match in APPEAL.finditer(text)]
    )


def close_letter_spacing(document: Document) -> Document:
    """Close lines that were set letter by letter."""
    return _everywhere(document, spacing.close_letter_spacing)


def join_lines(document: Document) -> Document:
    """Make one line of every text."""
    return _everywhere(document, spacing.join_lines)


def close_gaps(document: Document) -> Document:
    """Take out spaces that are layout."""
    return _everywhere(document, spacing.close_gaps)


def widen_punctuation(document: Document) -> Document:
    """Make half-width punctuation of Chinese text full-width; brackets first, so that points see them as Chinese."""
    return _everywhere(_everywhere(document, punctuation.widen_brackets), punctuation.widen_points)
