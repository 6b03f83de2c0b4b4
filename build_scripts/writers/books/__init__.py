"""E-books and Word files: each document, and the whole edition as an e-book, made by pandoc."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every EPUB and Word file. Raises BadInput `book-failed`."""
    from build_scripts.writers.books.files import books
    from build_scripts.writers.books.make import make_books

    target.step("making the e-books and Word files")
    target.written.update(make_books(books(views), target.folder, target.store))
    return ()
