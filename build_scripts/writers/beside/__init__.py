"""Two texts read beside each other: where the words of each link stand in both, as data for the pages' script."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """One file for each document in each tree."""
    from json import dumps

    from build_scripts.writers.beside.places import places_of

    for tree in views.trees:
        for document in tree.documents:
            text = dumps(places_of(tree, document), ensure_ascii=False, separators=(",", ":"))
            target.save(f"beside/{tree.code}/{document.id}.json", f"{text}\n")
    return ()
