"""The search index: terms, texts, and what leads to them."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every file of the index."""
    from build_scripts.writers.search.index import search_files

    for path, text in search_files(views, target.store).items():
        target.save(path, text)
    return ()
