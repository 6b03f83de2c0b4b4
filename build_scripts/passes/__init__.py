"""The passes that clean a document, in their order, each with its reason."""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.model import Document
from build_scripts.passes.correct import correct
from build_scripts.passes.facts import settle_facts
from build_scripts.passes.identify import identify
from build_scripts.passes.marks import mark_spans
from build_scripts.passes.texts import (
    close_gaps,
    close_letter_spacing,
    drop_appeals,
    drop_calls,
    drop_invisible,
    join_lines,
    replace_no_characters,
    set_aside_empty,
    unify_radicals,
    widen_punctuation,
)

Pass = Callable[[Document], Document]

ORDER: tuple[tuple[Pass, str], ...] = (
    (drop_calls, "before anything is joined, while each call still stands apart from the text around it"),
    (replace_no_characters, "before anything else looks: no format that is written may meet one"),
    (drop_invisible, "before anything looks at neighbours"),
    (unify_radicals, "before anything compares or converts characters"),
    (drop_appeals, "while the spaces that set an appeal apart from the sentence before it are still there"),
    (close_letter_spacing, "while the line is still there: its spacing is a property of the line"),
    (join_lines, "once lines no longer matter"),
    (close_gaps, "on whole paragraphs, so that a space at a former line end is judged by both its neighbours"),
    (widen_punctuation, "on whole paragraphs without layout spaces, so that neighbours are letters"),
    (close_gaps, "again, for the spaces beside punctuation that has only now become full-width"),
    (set_aside_empty, "before blocks are counted"),
    (identify, "once it is certain which blocks there are"),
    (correct, "on text as it will be published, by block id"),
    (mark_spans, "after every edit, so that none can shift a mark"),
    (settle_facts, "last, on the words of title and particulars as they are published"),
)


def clean(document: Document) -> Document:
    """The document after every pass."""
    for step, _ in ORDER:
        document = step(document)
    return document
