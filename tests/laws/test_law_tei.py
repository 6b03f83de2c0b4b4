"""Laws of running text in TEI: whatever marks, spans, calls and corrections meet, the words and the offsets stay."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from build_scripts.edition.edition import Edition
from build_scripts.model import Document, Mark
from build_scripts.traced import Edit, capture
from build_scripts.writers.tei.inline import fill
from build_scripts.writers.tei.scope import Scope, source_of
from build_scripts.writers.tei.spans import Joined, Named
from build_scripts.writers.tei.xml import make, put
from tests.conftest import make_source
from tests.kinds import NEWS

T = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
RAW = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
bounds = st.tuples(st.integers(0, len(RAW)), st.integers(0, len(RAW))).map(sorted).filter(lambda pair: pair[0] < pair[1])
edits = st.lists(
    st.tuples(st.integers(0, len(RAW) - 1), st.sampled_from(["", "改", "改改", "A & <b>"])),
    max_size=4,
    unique_by=lambda each: each[0],
)


def read(element: ElementTree.Element, left_out: str) -> list[str | ElementTree.Element]:
    """Pieces of text and empty elements, without the content of `left_out`."""
    pieces: list[str | ElementTree.Element] = [element.text or ""]
    for child in element:
        if child.tag in (f"{T}anchor", f"{T}ptr"):
            pieces.append(child)
        elif child.tag != f"{T}{left_out}":
            pieces += read(child, left_out)
        pieces.append(child.tail or "")
    return pieces


@given(st.lists(bounds, max_size=5), st.lists(bounds, max_size=5), st.lists(st.integers(0, len(RAW)), max_size=3), edits)
def test_text_and_offsets_stay(marked: list, spanned: list, called: list, changed: list) -> None:
    text = capture(RAW).edit([Edit(at, at + 1, words, "correction") for at, words in sorted(changed)])
    size = len(text.text)
    marks = [Mark(min(start, size), min(end, size), f"role{number}") for number, (start, end) in enumerate(marked)]
    spans = list(
        Named(f"x{number}", "p1", min(start, size), min(end, size), "link") for number, (start, end) in enumerate(spanned)
    )
    document = Document("made", NEWS, make_source(RAW, "web-page"))
    at_calls = tuple(sorted((min(at, size), number) for number, at in enumerate(called, 1)))
    version = replace(source_of(document), calls={"p1": at_calls})
    element = fill(
        make("p"), Scope(Edition((), ()), document, RAW, False, Joined({"p1": spans})), version, "p1", text, marks, "p1"
    )
    again = ElementTree.fromstring(etree.tostring(element))
    places, calls, found = {}, [], ""
    for piece in read(again, "sic"):
        if isinstance(piece, str):
            found += piece
        elif piece.get("n"):
            calls.append((len(found), int(piece.get("n"))))
        else:
            places[piece.get(ID)] = len(found)
    assert found == text.text
    assert sorted(calls) == list(at_calls)
    assert [(places[f"{span.name}-start"], places[f"{span.name}-end"]) for span in spans] == [
        (span.start, span.end) for span in spans
    ]
    assert "".join(piece for piece in read(again, "corr") if isinstance(piece, str)) == RAW, (
        "what the capture has is there as well"
    )
    for number, mark in enumerate(marks):
        words = "".join(
            "".join(piece for piece in read(each, "sic") if isinstance(piece, str))
            for each in again.iter(f"{T}seg")
            if each.get("type") == f"role{number}"
        )
        if not changed:
            assert words == text.text[mark.start : mark.end]


@given(
    st.text(st.characters() | st.sampled_from("\x00\x08\x0b\x1f\ud800\udfff\ufffe\uffff\r\n\t<&>\x85\u2028\U0001fffe𠀀\u202e"))
)
def test_no_character_is_lost(words: str) -> None:
    """Every code point comes back, those that XML cannot hold by the name that `g` gives them."""
    element = make("p")
    put(element, words)
    again = ElementTree.fromstring(etree.tostring(element))
    found = again.text or ""
    for child in again:
        found += chr(int(child.get("ref").removeprefix("#char-"), 16)) + (child.tail or "")
    assert found == words
