"""PDF files made up object by object, as nobody would print them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
WORDS = b"BT /F 12 Tf 20 200 Td (Some words of a page.) Tj ET\n"


def raw_pdf(objects: Mapping[int, bytes]) -> bytes:
    """A file of one page whose content is object 4, with these objects in place of its own."""
    plain = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: PAGES,
        3: PAGE,
        4: stream(WORDS),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    parts, places = [b"%PDF-1.7\n"], []
    for number, content in sorted({**plain, **objects}.items()):
        places.append((number, sum(map(len, parts))))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = sum(map(len, parts))
    parts.append(b"xref\n0 1\n0000000000 65535 f \n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places))
    parts.append(b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (max(places)[0] + 1, start))
    return b"".join(parts)


def stream(data: bytes, filters: bytes = b"", more: bytes = b"") -> bytes:
    """A stream of these bytes, which are said to be packed by these filters."""
    named = b"/Filter[%s]" % filters if filters else b""
    return b"<<%s%s/Length %d>>\nstream\n%s\nendstream" % (named, more, len(data), data)


def packed(data: bytes) -> bytes:
    """A stream that unpacks to these bytes."""
    return stream(zlib.compress(data, 9), b"/FlateDecode")
