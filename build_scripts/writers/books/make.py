"""Makes the e-books and Word files with pandoc, from the syntax trees that `files.py` gives."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.model import Place
from build_scripts.overwriting import put
from build_scripts.pandoc.run import PandocFailed, convert, state_of_pandoc
from build_scripts.store import Store
from build_scripts.writers.books.files import Book
from build_scripts.writers.books.word import finish_word
from build_scripts.writers.books.word_styles import word_reference

STYLES = Path(__file__).parents[2] / "print"
OPTIONS = {
    "epub": ("--to=epub3", "--split-level=1", "--toc-depth=3", f"--css={STYLES / 'epub.css'}"),
    "docx": ("--to=docx",),
}
NO_DATE = re.compile(rb'    <dc:date id="epub-date">[0-9-]+T00:00:00Z</dc:date>\n')


def make_books(books: Iterable[Book], folder: Path, store: Store | None = None) -> list[str]:
    """Make each book below a folder, as many at a time as there are processors. `store` has those that are as before.

    Returns their paths. Raises BadInput `book-failed`.
    """
    made = list(books)
    with TemporaryDirectory() as kept, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        reference = word_reference(Path(kept))
        jobs = [pool.submit(_make, book, reference, folder, store or Store()) for book in made]
        problems = [problem for job in jobs for problem in job.result()]
    if problems:
        raise BadInput(*problems)
    return [book.path for book in made]


def _make(book: Book, reference: Path, folder: Path, store: Store) -> list[Diagnostic]:
    """Run pandoc once; the same text gives the same bytes."""
    text = book.text()
    options = [*OPTIONS[book.format], *([f"--reference-doc={reference}"] if book.format == "docx" else [])]

    def make() -> tuple[bytes, bool]:
        made = convert(text, *options, day=book.day)
        made = finish_word(made, book.sheet) if book.sheet else made
        return (_without_date(made) if book.format == "epub" else made), True

    inputs = [book.format, book.day, repr(book.sheet), state_of_pandoc(), json.dumps(text)]
    try:
        put(folder / book.path, store.get("book", map(str.encode, inputs), make))
    except PandocFailed as failed:
        return [Diagnostic(Place(f"site/{book.path}"), "book-failed", f"pandoc: {failed}")]
    return []


def _without_date(data: bytes) -> bytes:
    """Take out the date that pandoc gives a book without one: no source says it."""
    with ZipFile(BytesIO(data)) as book:
        files = [(item.filename, item.compress_type, book.read(item)) for item in book.infolist()]
    if not any(NO_DATE.search(each) for _, _, each in files):
        return data
    made = BytesIO()
    with ZipFile(made, "w") as book:
        for name, how, each in files:
            book.writestr(ZipInfo(name), NO_DATE.sub(b"", each), how)
    return made.getvalue()
