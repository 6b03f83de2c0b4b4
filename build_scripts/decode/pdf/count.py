"""The characters of each page of a PDF, counted again by a library of other make."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

NOTHING = "\ufffd\ufffe\uffff\x00"  # what either library puts where a glyph stands for nothing known


def count_pages(data: bytes) -> list[Counter[str]]:
    """How often each character stands on each page, white space left out. Raises pypdfium2.PdfiumError."""
    with pypdfium2.PdfDocument(data) as document:
        return [counted(_shown(document[index])) for index in range(len(document))]


def counted(text: str) -> Counter[str]:
    """The characters of a text that can be compared: compatibility forms as what they stand for, no white space or hyphens.

    A ligature is its letters; hyphens are left out because a library may take one that ends a line for a soft one.
    """
    plain = unicodedata.normalize("NFKC", text)
    return Counter(char for char in plain if not (char.isspace() or char in "-\xad\u2010\x02" or char in NOTHING))


def _shown(page: pypdfium2.PdfPage) -> str:
    """The characters that a page shows in any order; those that the library adds between them are left out."""
    text = page.get_textpage()
    handle = text.raw
    codes = (
        pdfium.FPDFText_GetUnicode(handle, index)
        for index in range(text.count_chars())
        if pdfium.FPDFText_IsGenerated(handle, index) != 1
    )
    shown = "".join(map(chr, codes))
    text.close()
    return shown.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def differences(pages: Sequence[Counter[str]], again: Sequence[Counter[str]]) -> Iterator[tuple[int, str, str]]:
    """The pages, from 1, whose characters differ: those of the first count alone, and those of the second alone, sorted."""
    for number in range(max(len(pages), len(again))):
        one, two = (each[number] if number < len(each) else Counter[str]() for each in (pages, again))
        if one != two:
            yield number + 1, "".join(sorted((one - two).elements())), "".join(sorted((two - one).elements()))
