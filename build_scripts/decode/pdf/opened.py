"""A PDF that nobody has checked, opened: its streams unpacked within bounds, its pages in order by the tree that holds them.

pdfminer.six unpacks a stream whole, however little it is made of, and passes over a page that it has met; here what a file
unpacks to is counted first, and a tree of pages that leads in a circle is no tree.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdfpage import LITERAL_PAGE, LITERAL_PAGES, PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, int_value, list_value
from pdfminer.psparser import PSLiteral, literal_name

MOST_UNPACKED = 32_000_000  # bytes of one stream, as of a whole font; the content of a page has a hundred thousand
MOST_TIMES = 10  # … of all streams beyond that, for each byte of the file: those of print unpack to less than twice it
MOST_IN_ALL = 256_000_000
MOST_NODES = 20_000  # of the tree of pages
WIDEST_ROW = 1_000_000  # bytes of a row that a predictor counts by
PIECE = 1_000_000  # bytes unpacked at a time


class BeyondError(Exception):
    """The file is more than is read; the message says what of it, as a sentence without a full stop."""


class CircleError(Exception):
    """What is made of parts is a part of itself; the message says what, in the plural."""


def open_document(data: bytes) -> PDFDocument:
    """The file. Raises what pdfminer.six raises; a stream that unpacks beyond bounds raises BeyondError when it is read."""
    return PDFDocument(_Parser(data, _Budget(min(MOST_UNPACKED + MOST_TIMES * len(data), MOST_IN_ALL))))


def pages_of(document: PDFDocument) -> Iterator[PDFPage]:
    """The pages in order, one that stands twice twice. Raises BeyondError and CircleError."""
    found = False
    nodes = _nodes(document.catalog.get("Pages"), dict_value(document.catalog), ())
    for count, (number, node) in enumerate(nodes):
        if count > MOST_NODES:
            raise BeyondError(f"the PDF has more than {MOST_NODES:,} pages")
        if node.get("Type") is LITERAL_PAGE:
            found = True
            yield PDFPage(document, number, node, None)
    if not found:
        yield from PDFPage.create_pages(document)


def _nodes(node: object, above: dict[Any, Any], path: tuple[object, ...]) -> Iterator[tuple[object, dict[Any, Any]]]:
    """A node of the tree and all below it, each with what it inherits, under the number of its object."""
    number = node.objid if isinstance(node, PDFObjRef) else None
    if number is not None and number in path:
        raise CircleError("the pages of the PDF")
    inherited = {name: above[name] for name in PDFPage.INHERITABLE_ATTRS if name in above}
    properties = inherited | dict_value(node)
    yield number, properties
    if properties.get("Type") is LITERAL_PAGES:
        for kid in list_value(properties.get("Kids") or []):
            yield from _nodes(kid, properties, (*path, number))


@dataclass(slots=True)
class _Budget:
    """How many bytes may still be unpacked."""

    left: int

    def spend(self, sizes: Iterator[int]) -> None:
        """Count pieces as they are unpacked. Raises BeyondError."""
        size = 0
        for each in sizes:
            size += each
            if size > MOST_UNPACKED:
                raise BeyondError(f"a part of the PDF unpacks to more than {MOST_UNPACKED:,} bytes")
            if size > self.left:
                raise BeyondError("the PDF unpacks to a multiple of its size that no text needs")
        self.left -= size


class _Parser(PDFParser):
    """Gives streams that know their budget."""

    def __init__(self, data: bytes, budget: _Budget) -> None:
        super().__init__(io.BytesIO(data))
        self.budget = budget

    def push(self, *objs: tuple[int, Any]) -> None:
        super().push(*((at, _Stream(each, self.budget) if isinstance(each, PDFStream) else each) for at, each in objs))


class _Stream(PDFStream):
    def __init__(self, stream: PDFStream, budget: _Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.budget = budget

    def decode(self) -> None:
        """Unpack filter by filter, each counted before it is unpacked. Raises BeyondError."""
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for name, params in self.get_filters():
            sizes = SIZES.get(literal_name(name)) if isinstance(name, PSLiteral) else None
            if not sizes:
                raise PDFNotImplementedError(f"Unsupported filter: {name!r}")
            self.budget.spend(sizes(data))
            if isinstance(params, dict) and int_value(params.get("Columns", 1)) > WIDEST_ROW:
                raise BeyondError(f"a part of the PDF has rows of more than {WIDEST_ROW:,} bytes")
            data = PDFStream({"Filter": name, "DecodeParms": params}, data).get_data()
        self.data, self.rawdata = data, None


def _inflated(data: bytes) -> Iterator[int]:
    unpacker = zlib.decompressobj()
    while data and not unpacker.eof:
        try:
            yield len(unpacker.decompress(data, PIECE))
        except zlib.error:  # what is broken ends there
            return
        data = unpacker.unconsumed_tail


def _lzw(data: bytes) -> Iterator[int]:
    return map(len, LZWDecoder(io.BytesIO(data)).run())


def _runs(data: bytes) -> Iterator[int]:
    at = 0
    while at < len(data) and data[at] != 128:
        literal = data[at] < 128
        yield data[at] + 1 if literal else 257 - data[at]
        at += data[at] + 2 if literal else 2


# By the name of a filter: the sizes of the pieces that it unpacks to. Pictures have others, and no text needs these.
SIZES: dict[str, Callable[[bytes], Iterator[int]]] = {
    **dict.fromkeys(("FlateDecode", "Fl"), _inflated),
    **dict.fromkeys(("LZWDecode", "LZW"), _lzw),
    **dict.fromkeys(("RunLengthDecode", "RL"), _runs),
    **dict.fromkeys(("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx"), lambda data: iter((len(data),))),
}
