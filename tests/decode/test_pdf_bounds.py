"""PDFs that unpack without end, lead in a circle, or are more than is read: one message, before memory or time are gone."""

from __future__ import annotations

import zlib
from random import Random

import pytest

from build_scripts.decode import decode
from build_scripts.decode.pdf import opened
from build_scripts.diagnostics import BadInput
from tests.making.raw_pdf import PAGE, WORDS, packed, raw_pdf, stream

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
SPACES = b" " * 200_000
BOMBS = {
    "a stream": {4: packed(SPACES)},
    "a stream in a stream": {4: stream(zlib.compress(zlib.compress(SPACES, 9)), b"/FlateDecode/FlateDecode")},
    "runs": {4: stream(b"\x81 " * 2000, b"/RunLengthDecode")},
    "a form": {
        3: PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"),
        4: stream(b"/X Do"),
        6: packed(SPACES).replace(b"<<", b"<<" + FORM),
    },
    "what the glyphs of a font stand for": {5: b"<</Type/Font/Subtype/Type1/ToUnicode 6 0 R>>", 6: packed(SPACES)},
    "rows": {4: stream(zlib.compress(b"x"), b"/FlateDecode", b"/DecodeParms[<</Predictor 12/Columns 2000000000>>]")},
    "many streams": {3: PAGE.replace(b"4 0 R", b"[4 0 R 6 0 R]"), 4: packed(SPACES[:80_000]), 6: packed(SPACES[:80_000])},
    "a tree of pages": {n: b"<</Type/Pages/Kids[%d 0 R %d 0 R]>>" % (n + 1, n + 1) for n in range(2, 40)} | {40: PAGE},
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_what_unpacks_beyond_bounds_is_told_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch, bomb: dict[int, bytes]
) -> None:
    monkeypatch.setattr(opened, "MOST_UNPACKED", 100_000)
    monkeypatch.setattr(opened, "MOST_NODES", 100)
    with pytest.raises(BadInput, match=r"raw.pdf:1: error\[too-large\]: (the|a part of the) PDF"):
        decode("raw.pdf", raw_pdf(bomb), "", "raw.pdf")


def test_one_stream_is_bounded_in_a_long_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_UNPACKED", 100_000)
    long = raw_pdf({4: packed(SPACES), 6: stream(Random(1).randbytes(20_000))})
    with pytest.raises(BadInput, match="a part of the PDF unpacks to more than 100,000 bytes"):
        decode("raw.pdf", long, "", "raw.pdf")


def test_a_page_that_is_a_picture_of_an_unknown_filter_is_told_by_it() -> None:
    with pytest.raises(
        BadInput, match=r"raw.pdf:1: error\[undecodable\]: the PDF cannot be read: PDFNotImplementedError on page 1"
    ):
        decode("raw.pdf", raw_pdf({4: stream(WORDS, b"/NoSuchDecode")}), "", "raw.pdf")


def test_a_form_that_draws_itself_is_told() -> None:
    form = b"%s/Resources<</XObject<</X 6 0 R>>>>" % FORM
    drawn = {
        3: PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"),
        4: stream(WORDS + b"/X Do"),
        6: stream(b"/X Do " * 9, b"", form),
    }
    with pytest.raises(
        BadInput, match=r"raw.pdf:1: error\[undecodable\]: the forms that a page of the PDF draws lead in a circle"
    ):
        decode("raw.pdf", raw_pdf(drawn), "", "raw.pdf")


def test_a_form_without_bounds_and_one_that_is_drawn_twice_are_read() -> None:
    form = b"/Type/XObject/Subtype/Form/Resources<</Font<</F 5 0 R>>>>"
    drawn = {
        3: PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"),
        4: stream(b"/X Do 1 0 0 1 0 -50 cm /X Do"),
        6: stream(WORDS, b"", form),
    }
    decoded = decode("raw.pdf", raw_pdf(drawn), "", "raw.pdf")
    assert decoded.text == "Some words of a page.\n" * 2 and decoded.disputed == ()


@pytest.mark.parametrize("kids", [b"3 0 R 2 0 R", b"6 0 R 3 0 R"])
def test_a_tree_of_pages_that_leads_in_a_circle_is_told(kids: bytes) -> None:
    circle = {2: b"<</Type/Pages/Kids[%s]/Count 2>>" % kids, 6: b"<</Type/Pages/Kids[2 0 R]/Count 2>>"}
    with pytest.raises(BadInput, match=r"raw.pdf:1: error\[undecodable\]: the pages of the PDF lead in a circle"):
        decode("raw.pdf", raw_pdf(circle), "", "raw.pdf")


def test_a_page_that_stands_twice_is_read_twice() -> None:
    decoded = decode("raw.pdf", raw_pdf({2: b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>"}), "", "raw.pdf")
    assert decoded.text == "Some words of a page.\n\fSome words of a page.\n" and decoded.disputed == ()


def test_widths_of_more_glyphs_than_a_font_has_are_not_counted_out() -> None:
    wide = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[0 4000000000 500 -4000000000 3 600 7[250]]/FontDescriptor<<>>>>"
    font = {
        5: b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode/Identity-H/DescendantFonts[6 0 R]>>",
        6: wide,
    }
    words = "甲地有一个港口".encode("utf-16-be").hex().encode()
    decoded = decode("raw.pdf", raw_pdf({4: stream(b"BT /F 12 Tf 20 200 Td <%s> Tj ET" % words), **font}), "", "raw.pdf")
    assert decoded.text == "甲地有一个港口\n"


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"/ASCIIHexDecode/FlateDecode", b"/LZWDecode", b"/RunLengthDecode"])
def test_streams_of_every_filter_of_text_are_read(filters: bytes) -> None:
    plain = zlib.compress(WORDS)
    data = {
        b"/FlateDecode": plain,
        b"/ASCIIHexDecode/FlateDecode": plain.hex().encode() + b">",
        b"/LZWDecode": _lzw(WORDS),
        b"/RunLengthDecode": bytes([len(WORDS) - 1]) + WORDS + b"\x80",
    }[filters]
    assert decode("raw.pdf", raw_pdf({4: stream(data, filters)}), "", "raw.pdf").text == "Some words of a page.\n"


def _lzw(data: bytes) -> bytes:
    """Codes of nine bits, each a byte, and the table begun anew at the start."""
    bits = "".join(f"{code:09b}" for code in (256, *data, 257))
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
