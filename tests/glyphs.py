"""The characters of a PDF with their places, as PDFium reads them: what pdfplumber gives, in a fifth of its time."""

from __future__ import annotations

from ctypes import byref, c_double, c_int, c_uint, c_ulong, c_ushort, c_void_p, cast, create_string_buffer
from dataclasses import dataclass
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character; edges and baseline in points from the left and from the top of the page; size in points; the brightest part of its
    colour, 0 to 255; the mark under which it stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    font: str
    bright: int
    mark: int
    artifact: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page, width and height in points, with its characters in the order of the file."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def pages_of(pdf: Path | bytes) -> list[Page]:
    """Every page; spaces that PDFium makes out of distances are left out."""
    document = PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page) -> Page:
    text, (width, height) = page.get_textpage(), page.get_size()
    known: dict[int | None, tuple[str, int, int, bool]] = {}
    places = (at for at in range(pdfium.FPDFText_CountChars(text)) if pdfium.FPDFText_IsGenerated(text, at) != 1)
    return Page(width, height, tuple(_glyph(text, at, height, known) for at in places))


def _glyph(text, at: int, height: float, known: dict[int | None, tuple[str, int, int, bool]]) -> Glyph:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, byref(box))
    piece = pdfium.FPDFText_GetTextObject(text, at)
    key = cast(piece, c_void_p).value
    if key not in known:
        mark, marks = pdfium.FPDFPageObj_GetMarkedContentID(piece), _marks(piece)
        known[key] = (_font(text, at), _brightest(text, at), mark, "Artifact" in marks)
    across, up = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, byref(across), byref(up))
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, byref(matrix))
    char, size = chr(pdfium.FPDFText_GetUnicode(text, at)), pdfium.FPDFText_GetFontSize(text, at) * abs(matrix.d)
    return Glyph(char, box.left, height - box.top, box.right, height - box.bottom, height - up.value, size, *known[key])


def _font(text, at: int) -> str:
    name, flags = create_string_buffer(200), c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, len(name), byref(flags))
    return name.value.decode("utf-8", "replace")


def _brightest(text, at: int) -> int:
    parts = [c_uint() for _ in "rgba"]
    pdfium.FPDFText_GetFillColor(text, at, *map(byref, parts))
    return max(part.value for part in parts[:3])


def _marks(piece) -> set[str]:
    """The names of the marks around a piece of text."""
    found = set()
    for number in range(pdfium.FPDFPageObj_CountMarks(piece)):
        name, length = (c_ushort * 50)(), c_ulong()
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(piece, number), name, 100, byref(length))
        found.add(bytes(name)[: length.value].decode("utf-16-le").rstrip("\0"))
    return found
