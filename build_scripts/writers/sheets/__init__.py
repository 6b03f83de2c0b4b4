"""Sheets for a class: what the page of a document prints as an exercise, as data for its script."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target, save_for_documents


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """One file for each document in each tree."""
    from build_scripts.writers.sheets.sheet import sheet_of

    save_for_documents(views, target, "sheets", sheet_of)
    return ()
