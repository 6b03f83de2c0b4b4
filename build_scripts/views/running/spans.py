"""The words of a span, in the script of a tree."""

from __future__ import annotations

from build_scripts.edition.edition import Edition, shown
from build_scripts.links.model import Span


def words_of(edition: Edition, span: Span, tree: str) -> str:
    """The words of a span as a tree shows them: the whole block is converted, then cut."""
    language = edition.document(span.document).source.language
    return shown(block_text(edition, span), language, tree)[span.start : span.end]


def block_text(edition: Edition, span: Span) -> str:
    """The text of the block in which a span lies, as published."""
    return edition.document(span.document).by_id[span.block].text.text
