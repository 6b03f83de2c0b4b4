"""Makes the e-books and Word files with pandoc, from the syntax trees that `writers/books.py` gives."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.model import Place
from build_scripts.writers.books import Book
from build_scripts.writers.downloads import Format
from build_scripts.writers.pandoc import PandocFailed, convert, pandoc

STYLES = Path(__file__).parents[1] / "theme" / "print"
OPTIONS = {
    Format.EPUB: ("--to=epub3", "--split-level=1", "--toc-depth=3", f"--css={STYLES / 'epub.css'}"),
    Format.DOCX: ("--to=docx",),
}
# What Word sets Chinese in, by tree; where a machine has no such font Word takes its own for the language.
EAST_ASIAN = {"zh-Hans": ("SimSun", "zh-CN"), "zh-Hant": ("PMingLiU", "zh-TW"), "en": ("SimSun", "zh-CN")}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NO_DATE = b'    <dc:date id="epub-date">1970-01-01T00:00:00Z</dc:date>\n'
# Styles of our own: name, kind, size in half points.
OWN_STYLES = (("Facts", "paragraph", 18), ("Small", "paragraph", 19), ("Number", "character", 14))
A4 = {"pgSz": {"w": "11906", "h": "16838"}, "pgMar": {"top": "1440", "right": "1304", "bottom": "1440", "left": "1304", "header": "709", "footer": "709", "gutter": "0"}}


def make_books(books: Iterable[Book], folder: Path) -> None:
    """Make each book below a folder, as many at a time as there are processors. Raises BadInput `book-failed`."""
    with TemporaryDirectory() as kept, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        references = {tree: _reference(tree, Path(kept)) for tree in EAST_ASIAN}
        jobs = [pool.submit(_make, book, references[book.tree], folder) for book in books]
        problems = [problem for job in jobs for problem in job.result()]
    if problems:
        raise BadInput(*problems)


def _make(book: Book, reference: Path, folder: Path) -> list[Diagnostic]:
    """Run pandoc once; the same text gives the same bytes."""
    path = folder / book.path
    path.parent.mkdir(parents=True, exist_ok=True)
    options = [*OPTIONS[book.format], *([f"--reference-doc={reference}"] if book.format is Format.DOCX else [])]
    try:
        path.write_bytes(convert(book.text(), *options))
    except PandocFailed as failed:
        return [Diagnostic(Place(f"site/{book.path}"), "book-failed", f"pandoc: {failed}")]
    if book.format is Format.EPUB:
        _without_date(path)
    return []


def _without_date(path: Path) -> None:
    """Take out the date that pandoc gives a book without one: no source says it."""
    with ZipFile(path) as book:
        files = [(item.filename, item.compress_type, book.read(item)) for item in book.infolist()]
    if not any(NO_DATE in data for _, _, data in files):
        return
    with ZipFile(path, "w") as book:
        for name, how, data in files:
            book.writestr(ZipInfo(name), data.replace(NO_DATE, b""), how)


def _reference(tree: str, folder: Path) -> Path:
    """Pandoc's own reference document with fonts and languages for the tree, A4 paper and the styles of our own."""
    from lxml import etree

    given = subprocess.run([pandoc(), "--print-default-data-file=reference.docx"], capture_output=True, check=True).stdout
    path = folder / f"{tree}.docx"
    with ZipFile(BytesIO(given)) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename in ("word/styles.xml", "word/document.xml"):
                root = etree.fromstring(data)
                _set_styles(root, *EAST_ASIAN[tree]) if "styles" in item.filename else _set_page(root)
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(ZipInfo(item.filename), data, ZIP_DEFLATED)
    return path


def _set_styles(styles, font: str, language: str) -> None:
    """One family for all text, one line height, headings in black."""
    from lxml.etree import SubElement

    for fonts in styles.iter(f"{{{W}}}rFonts"):
        fonts.attrib.clear()
        for kind, family in (("ascii", "Times New Roman"), ("hAnsi", "Times New Roman"), ("cs", "Times New Roman"), ("eastAsia", font)):
            fonts.set(f"{{{W}}}{kind}", family)
    for each in styles.iter(f"{{{W}}}lang"):
        each.set(f"{{{W}}}eastAsia", language)
    for colour in styles.iter(f"{{{W}}}color"):
        colour.attrib.clear()
        colour.set(f"{{{W}}}val", "000000")
    for name, kind, size in OWN_STYLES:
        style = SubElement(styles, f"{{{W}}}style", {f"{{{W}}}type": kind, f"{{{W}}}customStyle": "1", f"{{{W}}}styleId": name})
        SubElement(style, f"{{{W}}}name", {f"{{{W}}}val": name})
        if kind == "paragraph":
            SubElement(style, f"{{{W}}}basedOn", {f"{{{W}}}val": "Normal"})
            SubElement(SubElement(style, f"{{{W}}}pPr"), f"{{{W}}}spacing", {f"{{{W}}}before": "0", f"{{{W}}}after": "60"})
        SubElement(SubElement(style, f"{{{W}}}rPr"), f"{{{W}}}sz", {f"{{{W}}}val": str(size)})


def _set_page(root) -> None:
    """A4 with even margins, in the section that pandoc takes over from the reference document."""
    from lxml.etree import SubElement

    for section in root.iter(f"{{{W}}}sectPr"):
        for kind, values in A4.items():
            for old in section.findall(f"{{{W}}}{kind}"):
                section.remove(old)
            SubElement(section, f"{{{W}}}{kind}", {f"{{{W}}}{key}": value for key, value in values.items()})
