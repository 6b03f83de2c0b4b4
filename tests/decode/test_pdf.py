"""PDFs as text: every character once, in the order of reading, with its place; and what a second library counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pypdfium2
import pytest

from build_scripts.decode import decode
from build_scripts.decode.decoded import Decoded
from build_scripts.decode.pdf import glyphs, recount
from build_scripts.decode.pdf.count import count_pages, counted, differences
from build_scripts.decode.printed import Printed
from build_scripts.diagnostics import BadInput
from tests.making.printed import compiled, quoted
from tests.making.raw_pdf import raw_pdf, stream

PAGE = (
    '#set page(width: 300pt, height: 200pt, margin: 30pt)\n#set text(font: "Libertinus Serif", size: 10pt, hyphenate: true)\n'
)


APART = "#set par(spacing: 20pt)\n"  # heads stand apart


def read(source: str) -> Decoded:
    return decode("raw.pdf", compiled(PAGE + source), "", "raw.pdf")


def printed(decoded: Decoded) -> list[tuple[str, Printed]]:
    return [(decoded.text[each.start : each.end], each.known) for each in decoded.portions if isinstance(each.known, Printed)]


def test_portions_tile_the_text() -> None:
    decoded = read('One line.\n\nAnother line with #text(weight: "bold")[heavy] words.')
    assert [each.start for each in decoded.portions] == [0, *(each.end for each in decoded.portions)][:-1]
    assert decoded.portions[-1].end == len(decoded.text)
    assert decoded.text == "One line.\nAnother line with heavy words.\n"


def test_every_character_of_the_text_layer_is_counted_again() -> None:
    data = compiled(PAGE + "#columns(2)[" + quoted("Harbours and lights and boats. " * 20) + "]")
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    assert decoded.disputed == ()
    assert sum(count_pages(data), Counter()) == counted(decoded.text)


def test_pages_that_hold_themselves_are_an_error_that_nobody_can_accept() -> None:
    data = compiled(PAGE + "First page.\n#pagebreak()\nSecond page.")
    pages = re.search(rb"(\d+) 0 obj\s*<<[^>]*?/Type\s*/Pages.*?endobj", data, re.DOTALL)
    last, root = re.findall(rb"startxref\s+(\d+)", data)[-1], re.findall(rb"/Root \d+ \d+ R", data)[-1]
    assert pages
    looped = re.sub(rb"/Count \d+", b"/Count 3", pages[0].replace(b"/Kids[", b"/Kids[" + pages[1] + b" 0 R "))
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 99%b/Prev %b>>\n" % (int(pages[1]), len(data) + 1, root, last)
    changed = data + b"\n" + looped + b"\n" + table + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(looped) + 2)
    with pytest.raises(BadInput, match="lead in a circle"):
        decode("raw.pdf", changed, "", "raw.pdf")


def test_a_file_that_the_second_library_cannot_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(_data: bytes) -> list[Counter[str]]:
        raise pypdfium2.PdfiumError("Data format error.")

    monkeypatch.setattr("build_scripts.decode.pdf.count_pages", unreadable)
    with pytest.raises(BadInput, match="a second library cannot read the PDF"):
        decode("raw.pdf", compiled(PAGE + "First page."), "", "raw.pdf")


def test_a_character_less_is_told_with_its_page() -> None:
    data = compiled(PAGE + "First page.\n#pagebreak()\nSecond page.")
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    at = decoded.text.index("Second")
    less = Decoded(decoded.text.replace("Second", "Sec"), tuple(each for each in decoded.portions if each.start <= at))
    assert [sentence[:7] for _, sentence in recount(data, less)] == ["page 2:"]


def test_differences_name_both_sides() -> None:
    pages = [Counter("ab"), Counter("c")]
    assert list(differences(pages, [Counter("ab"), Counter("cd")])) == [(2, "", "d")]
    assert list(differences(pages, [Counter("a")])) == [(1, "b", ""), (2, "c", "")]


def test_a_radical_and_its_ideograph_are_one_character_to_count() -> None:
    data = compiled(PAGE + '#set text(font: "Noto Serif CJK SC")\n人民')
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    assert recount(data, replace(decoded, text=decoded.text.replace("民", "\u2ea0"))) == []
    assert recount(data, replace(decoded, text=decoded.text.replace("民", "氏"))) != []


def test_a_ligature_counts_as_its_letters() -> None:
    assert counted("ﬁ re") == counted("fire")


def test_columns_are_read_one_after_another_below_what_crosses_them() -> None:
    decoded = read(
        "#align(center)[A Title Above All of It That Is Wide]\n#columns(2)["
        + quoted("Left words here go on. " * 8)
        + "#colbreak()\n"
        + quoted("Right words now go on. " * 8)
        + "]"
    )
    words = re.findall(r"Title|Left|Right", decoded.text)
    assert words == ["Title"] + ["Left"] * 8 + ["Right"] * 8


def test_heads_and_numbers_that_come_again_stand_around_the_page() -> None:
    text = quoted("Words that go on and on. " * 80)
    decoded = read('#set page(height: 400pt, margin: 60pt, header: [A Head], numbering: "1")\n' + text)
    assert {edge: text for text, each in printed(decoded) if (edge := each.edge)} == {"head": "A Head", "foot": "3"}


def test_a_last_line_that_resembles_others_is_no_foot() -> None:
    pages = [
        f"{quoted(words * 8)}#v(1fr)\n{words}\\\nSmith, Of Ports, Press 19{at}1."
        for at, words in enumerate(("Boats came in by day. ", "The harbour sleeps. ", "Nobody told the men. "), 5)
    ]
    assert {each.edge for _, each in printed(read("#pagebreak()\n".join(pages)))} == {""}


def test_one_note_at_the_foot_of_each_page_is_no_foot() -> None:
    notes = [
        f"{quoted(words * 9)}#super(typographic: false)[\\*]#v(1fr)\n#text(8pt)[\\* See the minutes of 19{at}, p. {at}.]"
        for at, words in ((45, "Boats came in by day. "), (60, "The harbour sleeps. "), (71, "Nobody told the men. "))
    ]
    assert {each.edge for _, each in printed(read("#pagebreak()\n".join(notes)))} == {""}


def test_heads_of_left_and_right_pages_are_known_by_their_numbers() -> None:
    head = "context { let n = counter(page).get().first(); text(7pt, if calc.odd(n) [Of Harbours #h(1fr) #n] else [#n #h(1fr) A Journal]) }"
    pages = [f"{words} and the lights of the harbour. " * 12 for words in ("One", "Two", "Three")]
    decoded = read(f"#set page(header: {head})\n" + "\n#pagebreak()\n".join(pages))
    heads = [text for text, each in printed(decoded) if each.edge == "head"]
    assert re.sub(r"\s", "", "".join(heads)) == "OfHarbours12AJournalOfHarbours3"


def test_small_lines_that_begin_pages_with_numbers_are_no_heads_where_these_do_not_count_the_pages() -> None:
    pages = [
        f"#text(7pt)[{words}]\n\n" + "The lights of the harbour. " * 12 for words in ("1999 One", "2004 Two", "2016 Three")
    ]
    assert "head" not in {each.edge for _, each in printed(read("\n#pagebreak()\n".join(pages)))}


def test_heads_are_known_by_sides_and_by_the_number_at_the_foot_of_a_first_page() -> None:
    words = "The lights of the harbour. " * 12
    sides = f"48 #h(1fr) A Journal\n\n{words}#pagebreak()\nOf Harbours #h(1fr) 49\n\n{words}"
    assert [text for text, each in printed(read(APART + sides)) if each.edge == "head"] == [
        "48",
        "A Journal",
        "Of Harbours",
        "49",
    ]
    foot = f"{words}#v(1fr)\n#align(center)[47]#pagebreak()\n48 #h(1fr) A Journal\n\n{words}"
    assert [text for text, each in printed(read(APART + foot)) if each.edge] == ["47", "48", "A Journal"]
    chapters = f"#text(12pt)[1 Boats]\n\n{words}#pagebreak()\n#text(12pt)[2 Lights]\n\n{words}"
    assert not [text for text, each in printed(read(APART + chapters)) if each.edge]


def test_heads_that_share_the_issue_are_heads() -> None:
    words = "The lights of the harbour. " * 12
    heads = ("No. 4, 2018 #h(1fr) Harbour Papers", "A Gazette #h(1fr) No. 4, 2018")
    decoded = read(APART + "#pagebreak()\n".join(f"{head}\n\n{words}" for head in heads))
    assert len([text for text, each in printed(decoded) if each.edge == "head"]) == 4


def test_labels_that_hang_far_from_their_words_are_no_column() -> None:
    words = "Letter to the keeper of the light, undated and long enough to be set over two lines of it, see"
    rows = ", ".join(f"[{at}.], [{words} {at}.]" for at in range(2, 8))
    text = f"#set page(height: 500pt)\nLights.\n\n#grid(columns: (20pt, 1fr), column-gutter: 14pt, row-gutter: 6pt, {rows})"
    assert re.findall(r"(?m)^\d\. *Letter", read(text).text) == [f"{at}.Letter" for at in range(2, 8)]


def test_spans_say_what_their_glyphs_stand_for() -> None:
    content = b"""BT /F 12 Tf 20 200 Td (One) Tj /Span <</ActualText<FEFF20142014>>> BDC (-) Tj EMC (two) Tj
    /Span <</ActualText(Ab)>> BDC (xy) Tj EMC /Span <</ActualText()>> BDC (3) Tj EMC
    /Span <</ActualText(A harbour)>> BDC (long words) Tj EMC ET"""
    decoded = decode("raw.pdf", raw_pdf({4: stream(content)}), "", "raw.pdf")
    assert decoded.text == "One\u2014\u2014twoAb3long words\n"


def test_raised_figures_stand_behind_what_calls_them() -> None:
    decoded = read("A word#super(typographic: false)[12] and more.")
    assert "A word12 and more." in decoded.text
    sizes = {text.strip(): each.size for text, each in printed(decoded)}
    assert sizes["12"] < sizes["A word"]


def test_what_is_printed_twice_on_its_place_is_a_copy() -> None:
    shadow = "#place(top + left, dx: 0.4pt)[Shadowed]\n#place(top + left)[Shadowed]\n#v(3em)\nText."
    decoded = read(shadow)
    assert [text for text, each in printed(decoded) if each.edge == "copy"] == ["Shadowed"]
    assert decoded.disputed == ()


def test_vertical_words_are_one_line() -> None:
    stack = '#set text(font: "Noto Serif CJK SC")\n#place(top + right)[#stack(dir: ttb, spacing: 2pt, ..("港", "口", "灯", "塔"))]\nText.'
    assert "港口灯塔\n" in read(stack).text


@pytest.mark.parametrize(
    ("data", "rule"), [(b"no pdf", "undecodable"), (compiled("#rect()"), "empty-document"), (b"%PDF-1.7\n%%EOF", "undecodable")]
)
def test_what_holds_no_text_is_said_in_one_line(data: bytes, rule: str) -> None:
    with pytest.raises(BadInput) as problem:
        decode("raw.pdf", data, "", "raw.pdf")
    assert [each.rule for each in problem.value.diagnostics] == [rule]


def test_a_pdf_of_too_many_glyphs_is_told_before_its_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_GLYPHS", 20)
    assert read("Twenty glyphs, or so").text == "Twenty glyphs, or so\n"
    with pytest.raises(BadInput, match=r"raw.pdf:1: error\[too-large\]: the PDF has more than"):
        read("Ten glyphs.\n#pagebreak()\nTen glyphs.")


def test_a_page_of_which_nobody_sees_the_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "PATIENCE", 0.02)
    with pytest.raises(BadInput, match=r"raw.pdf:1: error\[too-large\]: page [0-9]+ of the PDF takes longer"):
        read("Some words.\n" + "#repeat[x]\n" * 400)


def test_figures_that_glyphs_of_their_own_raise_are_known_by_their_width() -> None:
    decoded = read(
        "The light.#super[1] The boats,#super[2] 12 of them. Water is H#sub[2]O, and 345 is no note.\n\n#super[1]See it."
    )
    raised = [text for text, known in printed(decoded) if known.raised]
    assert raised == ["1", "2", "1"]


def test_figures_of_one_width_are_not_raised() -> None:
    assert not [text for text, known in printed(read("In 1998, 21 of 345 boats.1 Then 6, 7 and 8.")) if known.raised]


def test_headlines_on_one_height_are_lines_of_their_own() -> None:
    head = "#text(14pt)[Early birds #h(5em) Next meeting]\n\n"
    body = "Harbours and lights and boats. " * 8
    assert read(head + body).text.split("\n")[:2] == ["Early birds ", "Next meeting"]
    assert read("#text(18pt)[Early birds#h(2em)and boats]").text == "Early birdsand boats\n"


@pytest.mark.parametrize(
    ("names", "told"), [(b"/G21/G22", True), (b"/A/B", False), (b"/uni7532/uni4E59", False), (b"/.notdef/B", False)]
)
def test_glyphs_with_names_of_no_characters_are_told(names: bytes, told: bool) -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65%s]>>>>" % names
    decoded = decode("raw.pdf", raw_pdf({5: font, 4: stream(b"BT /F 12 Tf 20 200 Td (ABBA) Tj ET")}), "", "raw.pdf")
    sentences = [sentence for _, sentence in decoded.disputed if "by their codes alone: “ABBA”" in sentence]
    assert (
        sentences
        == ["page 1: the PDF does not say what 4 of its glyphs stand for; they are read by their codes alone: “ABBA”"] * told
    )


def test_one_figure_that_its_glyph_raises_is_known_beside_the_same_on_the_line() -> None:
    decoded = read("The gauge of 14 May at the fort#super[1] was moved in 2011.")
    assert [text for text, each in printed(decoded) if each.raised] == ["1"]
