"""The text layer of a PDF as glyphs, in the order of its content: what each stands for, where, how large, in which face.

pdfminer.six interprets the content; nothing of its layout analysis is used. A glyph of which the PDF does not say what it
stands for is U+FFFD. White space of any kind is one space, so that a glyph cannot break a line.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import LITERAL_FORM as FORM
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psparser import PSEOF, PSKeyword, keyword_name, literal_name

from build_scripts.decode.pdf.actual import actual_text, shares
from build_scripts.decode.pdf.content import ContentParser
from build_scripts.decode.pdf.fonts import Fonts
from build_scripts.decode.pdf.opened import BeyondError, CircleError, open_document, pages_of
from build_scripts.matching import at_most

UNKNOWN = "\ufffd"
MOST_GLYPHS = 1_000_000
PATIENCE = 20.0  # seconds of the processor for a page: print takes one, what is made to unpack without end takes them all
OPERATORS = {'"': "do__w", "'": "do__q"}  # whose names in the library are others than theirs
LEVEL = 0.1  # the most that a baseline may rise in its run, as a share of it, to be level


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph: its characters, its ends along the baseline, and the baseline, in points from the lower left of the page.

    `size` is the height of its type in points, `turned` whether its baseline is not level, `upright` whether it stands in a
    column of vertical writing, where `x0` and `x1` are the sides of the column and `baseline` is its lower edge; `raised` is a
    figure that its glyph alone raises.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    face: str
    turned: bool = False
    upright: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class GlyphPage:
    """A page: its size in points, and its glyphs; `guessed` are the characters of those whose font does not name them."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    guessed: str = ""


def read_pages(data: bytes) -> Iterator[GlyphPage]:
    """The pages of a PDF in order. Raises what pdfminer.six raises where the file is none, is broken or locked, BeyondError
    for what is more than is read, CircleError, TimeoutError for a page that is not read in time.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what is missing is told by the count of characters
    with at_most(PATIENCE):
        document = open_document(data)
    resources = Fonts()
    left = MOST_GLYPHS
    for page in pages_of(document):
        device = _Device(resources, left)
        with at_most(PATIENCE):
            _Interpreter(resources, device).process_page(page)
        left -= len(device.glyphs)
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        sides = (height, width) if page.rotate % 180 else (width, height)
        yield GlyphPage(*sides, tuple(device.glyphs), "".join(device.guessed))


class _Interpreter(PDFPageInterpreter):
    """Reads forms as other libraries do, which follow one that draws itself and, of two, never come to an end."""

    def execute(self, streams: Sequence[object]) -> None:
        found = [stream for stream in map(stream_value, streams) if stream.objid is not None]
        if any(stream.objid in self.parent_stream_ids for stream in found):
            raise CircleError("the forms that a page of the PDF draws")
        self.stream_ids = {stream.objid for stream in found if stream.objid is not None}
        with suppress(PSEOF):
            parser = ContentParser(found)
            while True:
                _, each = parser.nextobject()
                if isinstance(each, PSKeyword):
                    self._do(keyword_name(each))
                else:
                    self.push(each)

    def _do(self, operator: str) -> None:
        """Carry out an operator that has as many operands as it takes."""
        name = OPERATORS.get(operator, f"do_{operator.replace('*', '_a')}")
        does = getattr(self, name, None)
        if does:
            takes = does.__func__.__code__.co_argcount - 1
            operands = self.pop(takes) if takes else []
            if len(operands) == takes:
                does(*operands)

    def do_Do(self, xobjid_arg: Any) -> None:
        form = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if isinstance(form, PDFStream) and form.get("Subtype") is FORM:
            form.attrs.setdefault("BBox", [0, 0, 0, 0])  # one without is read, too
        super().do_Do(xobjid_arg)


class _Device(PDFTextDevice):
    """Takes down what the interpreter shows, as long as it is no more than `most` glyphs."""

    def __init__(self, resources: Fonts, most: int) -> None:
        super().__init__(resources)
        self.unnamed = resources.unnamed
        self.glyphs: list[Glyph] = []
        self.guessed: list[str] = []
        self.most = most
        self.spans: list[
            tuple[str | None, int]
        ] = []  # open spans of marked content: what they stand for, and their first glyph

    def begin_tag(self, tag: object, props: object = None) -> None:
        """A span of marked content begins."""
        self.spans.append((actual_text(props), len(self.glyphs)))

    def end_tag(self) -> None:
        """The innermost span ends: its glyphs are what it says that they stand for (ISO 32000-1, 14.9.4)."""
        text, start = self.spans.pop() if self.spans else (None, 0)
        found = shares([glyph.text for glyph in self.glyphs[start:]], text) if text else None
        if found:
            told = zip(self.glyphs[start:], map(_shown, found), strict=True)
            self.glyphs[start:] = [replace(glyph, text=char) for glyph, char in told if char]

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, ncs: Any, graphicstate: Any
    ) -> float:
        """Note down one glyph; returns how far it moves the pen, in the units of its text space. Raises BeyondError."""
        if len(self.glyphs) >= self.most:
            raise BeyondError(f"the PDF has more than {MOST_GLYPHS:,} characters")
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        if cid in self.unnamed.get(id(font), ()) and text != UNKNOWN:
            self.guessed.append(text)
        moves: float = font.char_width(cid) * fontsize * scaling
        vertical = font.is_vertical()
        a, b, c, d, e, f = matrix
        size = abs(fontsize) * hypot(c, d)
        x, y = c * rise + e, d * rise + f
        far_x, far_y = (x, y) if vertical else (x + a * moves, y + b * moves)
        turned = not vertical and abs(far_y - y) > LEVEL * abs(far_x - x)
        if vertical:  # the origin of a glyph is the middle of its upper edge
            x, far_x, y = x - size / 2, x + size / 2, y - size * 0.88
        for char in (_shown(text),) if text else ():
            ends = (min(x, far_x), max(x, far_x))
            self.glyphs.append(Glyph(char, *ends, min(y, far_y) if turned else y, size, _face(font), turned, vertical))
        return moves


def _face(font: Any) -> str:
    """The name of a font without the mark of a subset (`ABCDEF+`)."""
    name = getattr(font, "fontname", "") or ""
    name = name.decode("latin-1") if isinstance(name, bytes) else str(name)
    return name.split("+", 1)[-1]


def _shown(text: str) -> str:
    """The characters with any white space as a space, and halves of characters as unknown ones."""
    if text.isprintable() and not text.isspace():
        return text
    plain = "".join(" " if char.isspace() or char in "\x1c\x1d\x1e\x1f\x85" else char for char in text)
    return "".join(UNKNOWN if 0xD800 <= ord(char) < 0xE000 else char for char in plain)
