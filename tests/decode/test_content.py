"""The content of pages as tokens: the short way gives what the library gives, and passes over what is drawn."""

from __future__ import annotations

from random import Random

import pytest
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF

from build_scripts.decode import decode
from build_scripts.decode.pdf.content import ContentParser
from tests.making.raw_pdf import WORDS, raw_pdf, stream

PIECES = (
    *(
        b"1",
        b"-2.5",
        b"+.5",
        b"4.",
        b"--3",
        b"1.2.3",
        b"9" * 30,
        b"BT",
        b"T*",
        b"Tj",
        b"'",
        b'"',
        b"d0",
        b"true",
        b"null",
        b"x",
    ),
    *(b"/F1", b"/A#20B", b"/", b"/a.b-c", b"<0A1b>", b"<0A1>", b"<0 A>", b"<zz>", b"<</K 1>>", b"<<", b">>", b">", b"{", b"}"),
    *(
        b"(a)",
        b"(a(b)c\\)",
        b"(1 2 m)",
        b"(\\101\\7x\\0289\\r)",
        b"(\\400\\z\\\n)",
        b"(a\rb\nc)",
        b"(\\",
        b"(",
        b")",
        b"[<01>-5(b)]",
        b"[",
        b"]",
        b"%c\n",
        b"%",
        b"\x00",
        b"\xe9",
        b"BI/W 1 ID x EI",
    ),
)
BETWEEN = (b" ", b"\n", b"\r\n", b"", b"  ", b"\x00")


def _objects(parser: type[PDFContentParser], contents: list[bytes]) -> list[str]:
    found = []
    try:
        reading = parser([PDFStream({}, each) for each in contents])
        while True:
            _, each = reading.nextobject()
            found.append(repr((each.attrs, each.rawdata)) if isinstance(each, PDFStream) else repr(each))
    except PSEOF:
        return found
    except Exception as error:
        return [*found, type(error).__name__]


def test_the_short_way_gives_what_the_library_gives() -> None:
    for seed in range(1500):
        random = Random(seed)
        contents = [
            b"".join(random.choice((*PIECES, *PIECES[:10])) + random.choice(BETWEEN) for _ in range(random.randint(0, 12)))
            for _ in range(random.randint(1, 3))
        ]
        assert _objects(ContentParser, contents) == _objects(PDFContentParser, contents), contents


def test_lines_and_curves_are_passed_over() -> None:
    drawn = b"1 0 0 RG 10 20 m 30.5 -40 l\n1 2 3 4 v 1 2 3 4 5 6 c 0 0 9 9 re S /F 9 Tf"
    assert _objects(ContentParser, [drawn]) == _objects(PDFContentParser, [b"1 0 0 RG S /F 9 Tf"])


@pytest.mark.parametrize("drawn", [b"10 20 m ", b"5 10 20 m ", b"10 20 m" * 3, b"1 2 3 4 re\nW n\n"])
def test_what_is_drawn_changes_no_text(drawn: bytes) -> None:
    assert decode("raw.pdf", raw_pdf({4: stream(drawn + WORDS)}), "", "raw.pdf").text == "Some words of a page.\n"
