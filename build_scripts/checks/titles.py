"""Every document has a name: where neither its capture nor its editor gives one, that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Document

HINT = (
    "add “title: {zh-Hans: …}”, or, where the page has one, name its line under “structure”; until then it is called by its id"
)


def check_titles(documents: Sequence[Document]) -> Iterator[Diagnostic]:
    """`missing-title`, as a warning, for each document without a title in any language."""
    for document in documents:
        translated = document.translation.title.text if document.translation else ""
        if not (document.facts.captured_title or translated or any(document.titles.values())):
            sentence = f"“{document.id}” has no title"
            yield Diagnostic(document.source.place("id"), "missing-title", sentence, HINT, severity="warning")
