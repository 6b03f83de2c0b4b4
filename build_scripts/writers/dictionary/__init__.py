"""A dictionary of the Chinese words that occur in the edition, for the pages to look words up in."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """A file for each part of the dictionary; a page loads those that it is asked for."""
    from build_scripts.writers.dictionary.shards import dictionary_files

    for path, text in dictionary_files(views, target.store).items():
        target.save(path, text)
    return ()
