"""Paragraphs, points and entries of a print that white alone sets apart, captions below pictures, and questions as headings."""

from __future__ import annotations

import pytest

from build_scripts.model import Witness
from tests.readers.test_print_kinds import PAGE as CHINESE
from tests.readers.test_print_kinds import TITLE, of_kind
from tests.readers.test_print_sides import TEXT, blocks, read

PAGE = """#set page(width: 400pt, height: 560pt, margin: 50pt)
#set text(font: "Libertinus Serif", size: 10pt)
#set par(leading: 0.65em, spacing: 1em, justify: true)
#set list(spacing: 0.65em)
#text(20pt)[*Lamps of the bay*]

"""
LINES = "The lamp on the pier is lit at dusk and put out at dawn by whoever is awake, and nobody has seen it fail"
SHORT = f"{LINES}. It burns."
ENTRIES = ["Monday 4 May: Cleaning of the glass, with cloths", "Friday 8 May: Walk to the far lamp and back"]


def told(witness: Witness) -> str:
    return " ".join(doubt.sentence for doubt in witness.doubts)


def test_paragraphs_that_white_alone_sets_apart_and_points_stand_for_themselves() -> None:
    points = ["the glass is wiped;", "the oil is brought up; and", "nobody sleeps."]
    source = PAGE + f"{SHORT}\n\n" * 5 + "Three things are done:\n" + "".join(f"- {each}\n" for each in points) + f"\n{SHORT}"
    _, document = read(source)
    assert blocks(document) == [
        *[("paragraph", SHORT)] * 5,
        ("paragraph", "Three things are done:"),
        *[("item", each) for each in points],
        ("paragraph", SHORT),
    ]


def test_entries_of_a_box_that_end_no_sentence_stand_for_themselves() -> None:
    box = "#text(8pt)[#set par(justify: false)\n" + "\n\n".join(ENTRIES * 2) + "]"
    source = f"#grid(columns: (1fr, 110pt), gutter: 20pt, [{(SHORT + chr(10) * 2) * 5}], [{box}])"
    assert of_kind(PAGE.replace("400pt", "480pt") + source, "paragraph") == [SHORT] * 5 + ENTRIES * 2


def test_short_lines_inside_a_paragraph_that_end_sentences_are_told() -> None:
    glued = f"Everywhere {LINES}. Of old.\\ By day {LINES}. So far.\\ It is said {LINES}. It burns."
    witness, _ = read(PAGE + "#set par(justify: false)\n" + f"{glued}\n\n" * 2)
    assert "they may begin one" in told(witness)
    witness, _ = read(PAGE + f"{LINES}. {SHORT}\n\n" * 5)
    assert "they may begin one" not in told(witness)


def test_a_small_line_in_the_middle_below_a_picture_is_a_caption_and_told() -> None:
    picture = "#align(center)[#rect(width: 150pt, height: 80pt)\n#text(7.5pt)[_The pier in the great flood, by a member_]]\n\n"
    witness, document = read(PAGE + f"{SHORT}\n\n" * 3 + picture + f"{SHORT}\n\n" * 2)
    assert [text for kind, text in blocks(document) if kind == "caption"] == ["The pier in the great flood, by a member"]
    assert "read as a caption" in told(witness)


@pytest.mark.parametrize(("other", "kind"), [("A request", "heading"), ("", "quotation")])
def test_a_question_in_the_type_of_other_headings_is_one(other: str, kind: str) -> None:
    heads = [f"#text(12pt)[*{head}*]\n\n{SHORT}\n\n{SHORT}\n\n" for head in ("Why now?", other) if head]
    _, document = read(PAGE + f"{SHORT}\n\n" * 3 + "".join(heads))
    assert (kind, "Why now?") in blocks(document)


def test_entries_with_a_day_that_white_and_an_indent_set_apart_are_told() -> None:
    entry = f"#v(10pt)#pad(left: 11pt, right: 11pt)[3 May 1981. {LINES}.]#v(10pt)\n\n"
    witness, _ = read(PAGE + f"{SHORT}\n\n{SHORT}\n\n{entry}" * 2 + SHORT)
    assert "they may be a quotation" in told(witness)


def test_a_quotation_right_above_smaller_notes_is_no_more_of_a_note() -> None:
    page = CHINESE.replace("height: 560pt", "height: 300pt")
    note = '#set footnote(numbering: "①")\n#show footnote.entry: set text(8pt)\n'
    called = f"{TEXT}#footnote[林海生日记，1957年11月9日。]"
    quotation = "#pad(left: 2em, right: 2em, text(9pt)[#set par(first-line-indent: 0pt)\n" + TEXT + "])"
    source = page + note + TITLE + called + TEXT * 3 + "#footnote[旧港史，第三页。日记现存其女处，承蒙允许抄录。]" + "\n\n"
    source += "#pagebreak()\n" + TEXT + "#footnote[同上书。]他说：\n\n" + quotation
    assert TEXT in of_kind(source, "quotation")
