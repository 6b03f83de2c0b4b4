"""Sheets for a class: what the page of a document prints as an exercise, as data for its script."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """One file for each document in each tree."""
    from json import dumps

    from build_scripts.writers.sheets.sheet import sheet_of

    for tree in views.trees:
        for document in tree.documents:
            text = dumps(sheet_of(tree, document), ensure_ascii=False, separators=(",", ":"))
            target.save(f"sheets/{tree.code}/{document.id}.json", f"{text}\n")
    return ()
