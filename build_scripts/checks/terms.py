"""One term, one translation: a rendering that the glossary does not give is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.glossary import SHOWN, Term, uses
from build_scripts.model import Document, Place


def check_terms(documents: Sequence[Document], terms: Sequence[Term]) -> Iterator[Diagnostic]:
    """`term-rendering` for each translated block in which a term of its text has none of its renderings."""
    translated = {
        (document.id, translation.key, block.id): block.text.text
        for document in documents
        for translation in document.translations
        for block in translation.blocks
        if block.id not in translation.stale
    }
    for term in terms:
        for document, block in uses(term, documents):
            texts = [translated.get((document.id, each.key, block.id)) for each in document.translations]
            if any(text is not None and not term.rendered_in(text) for text in texts):
                sentence = f"{document.id} {block.id} does not render {term.forms['zh-Hans']} as “{term.english}”"
                hint = "use that rendering, or give the other one under “also”, with its reason"
                yield Diagnostic(Place(SHOWN, term.line), "term-rendering", sentence, hint)
