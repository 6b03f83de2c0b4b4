"""The pages of a PDF as pictures, to look at beside what was read from them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2

WIDTH = 1000  # pixels of a page
MOST = 60  # pages


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page: PNG, its size in points, and where its lower left corner lies from that of the whole sheet."""

    png: bytes
    width: float
    height: float
    left: float
    bottom: float


def draw_pages(data: bytes) -> Iterator[PagePicture]:
    """The first pages of a PDF in order. Raises pypdfium2.PdfiumError."""
    with pypdfium2.PdfDocument(data) as document:
        for index in range(min(len(document), MOST)):
            page = document[index]
            width, height = page.get_size()
            sheet, shown = page.get_mediabox(), page.get_cropbox()
            bitmap = page.render(scale=WIDTH / max(width, 1.0), rev_byteorder=True, prefer_bgrx=False, no_smoothtext=False)
            yield PagePicture(png_of(bitmap.to_numpy()), width, height, shown[0] - sheet[0], shown[1] - sheet[1])


def png_of(pixels: Any) -> bytes:
    """Rows of pixels, of one (grey), three (red, green, blue) or four bytes each, as PNG (ISO/IEC 15948)."""
    height, width = pixels.shape[:2]
    depth = pixels.shape[2] if pixels.ndim > 2 else 1
    kind = {1: 0, 3: 2, 4: 6}[depth]
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
