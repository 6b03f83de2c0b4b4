"""Reads a tagged PDF back: its structure with pypdf, the letters under each mark and where they stand with PDFium."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.glyphs import Glyph, pages_of


@dataclass(frozen=True, slots=True)
class Piece:
    """The letters under one mark: their roles from the document inwards, page from 0, left edge in points, fonts."""

    roles: tuple[str, ...]
    element: int
    page: int
    text: str
    left: float
    fonts: frozenset[str]

    def within(self, role: str) -> bool:
        return role in self.roles


def read(path: Path) -> list[Piece]:
    """Every marked piece of the text, in the order of the structure tree."""
    reader = PdfReader(path)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    letters = _letters(path)
    found = []
    for roles, element, page, mark in _marks(reader.trailer["/Root"]["/StructTreeRoot"], (), None, 0):
        glyphs = letters.get((pages[page], mark), [])
        if glyphs:
            fonts = frozenset(glyph.font.split("+")[-1] for glyph in glyphs)
            text = "".join(glyph.text for glyph in glyphs)
            found.append(Piece(roles, element, pages[page], text, min(glyph.left for glyph in glyphs), fonts))
    return found


def _letters(path: Path) -> dict[tuple[int, int], list[Glyph]]:
    """The characters by page and mark, without the running heads and page numbers."""
    found: dict[tuple[int, int], list[Glyph]] = {}
    for number, page in enumerate(pages_of(path)):
        for glyph in page.glyphs:
            if not glyph.artifact:
                found.setdefault((number, glyph.mark), []).append(glyph)
    return found


def _marks(node, roles: tuple[str, ...], page: int | None, element: int) -> Iterator[tuple[tuple[str, ...], int, int, int]]:
    """`(roles, element, page, mark)` of each mark below a node of the structure tree."""
    if isinstance(node, int):
        yield roles, element, page, int(node)
        return
    name = node.idnum if isinstance(node, IndirectObject) else element
    node = node.get_object()
    if isinstance(node, int):
        yield roles, element, page, int(node)
        return
    if isinstance(node, ArrayObject):
        for child in node:
            yield from _marks(child, roles, page, element)
        return
    assert isinstance(node, DictionaryObject)
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    if node.get("/Type") == "/MCR":
        yield roles, element, page, int(node["/MCID"])
    elif node.get("/Type") != "/OBJR" and "/K" in node:
        role = str(node["/S"]).removeprefix("/") if "/S" in node else ""
        yield from _marks(
            node["/K"] if not isinstance(node.raw_get("/K"), IndirectObject) else node.raw_get("/K"), (*roles, role), page, name
        )


def empty_glyphs(pdf: Path | BytesIO) -> list[int]:
    """The pages, from 0, on which a font's glyph 0 is shown, which is the box that stands for a missing character."""
    with pikepdf.open(pdf) as file:
        shown = [pikepdf.parse_content_stream(page, "Tj TJ") for page in file.pages]
        return [number for number, found in enumerate(shown) if any(_has_zero(each.operands) for each in found)]


def _has_zero(operands: Iterable) -> bool:
    strings = [each for operand in operands for each in (operand if isinstance(operand, pikepdf.Array) else [operand])]
    codes = [bytes(each) for each in strings if isinstance(each, pikepdf.String)]
    return any(text[at : at + 2] == b"\0\0" for text in codes for at in range(0, len(text), 2))


def fonts_of(reader: PdfReader) -> dict[str, bool]:
    """Each font's name without its subset's, and whether it is embedded."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            descriptor = inner["/FontDescriptor"]
            found[str(inner["/BaseFont"]).split("+")[-1]] = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    return found
