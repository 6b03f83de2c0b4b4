"""Two texts read beside each other: where the words of each link stand in both, as data for the pages' script."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target, save_for_documents


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """One file for each document in each tree."""
    from build_scripts.writers.beside.places import places_of

    save_for_documents(views, target, "beside", places_of)
    return ()
