"""Notices of rules in print: points numbered with marks that label notes as well, heads of one page, headings in small type."""

from __future__ import annotations

from tests.readers.test_print_apart import told
from tests.readers.test_print_sides import blocks, read

HEAD = """#set page(width: 380pt, height: 300pt, margin: 40pt, footer: context align(center, text(8pt)[C#{counter(page).get().first()}]),
header: context if counter(page).get().first() > 1 [#set text(8pt); Notice of lamps #h(1fr) Supplement])
#set text(font: "Libertinus Serif", size: 10pt, lang: "en")
#set par(justify: true)
#align(center)[#text(13pt)[*NOTICE OF LAMPS*] \\ _(Notice No. 7)_]

In exercise of the powers given by section 14(2) of the Lamps Ordinance the keeper of the bay gives this notice to all.

"""
POINTS = [
    "(1) Subject to subsection (3), no household may in a dark week burn more than two lamps that can be seen at sea.",
    "(2) The keeper of a house with a tower must put out its lamp before any other, and note down the hour of it.",
    "(3) Subsection (1) does not apply to the pilot.",
]
REST = "The lamps are counted at dusk by whoever is awake, and nobody has ever counted them twice on the same evening. "


def test_points_of_rules_that_others_name_are_no_notes() -> None:
    witness, document = read(HEAD + "\n\n".join(POINTS))
    assert [text for _, text in blocks(document)][-3:] == POINTS
    assert document.notes == ()
    assert "call" not in told(witness)


def test_points_of_rules_over_a_note_in_small_type_are_no_notes() -> None:
    called = POINTS[1].replace("tower", "tower#footnote[Of 21 feet.]")
    _, document = read(HEAD + "\n\n".join((POINTS[0], called, POINTS[2])) + "\n\n- a pilot;\n- a school.")
    assert [text for _, text in blocks(document)][-5:] == [*POINTS, "a pilot;", "a school."]
    assert [note.text.text for note in document.notes] == ["Of 21 feet."]


def test_notes_in_round_brackets_at_the_foot_stay_notes() -> None:
    page = HEAD.replace("14(2)", "14") + '#set footnote(numbering: "(1)")\n'
    words = "".join(f"{REST}#footnote[See the Book of Lamps, page {at}.]" for at in (1, 2))
    _, document = read(page + words)
    assert [note.text.text for note in document.notes] == [f"See the Book of Lamps, page {at}." for at in (1, 2)]


def test_the_head_of_one_page_in_small_type_at_both_sides_is_no_text_and_told() -> None:
    witness, document = read(HEAD + (REST * 3 + "\n\n") * 4)
    assert [text for kind, text in blocks(document) if kind == "paragraph"][-4:] == [(REST * 3).strip()] * 4
    assert "running head by place alone" in told(witness)


def test_a_line_in_bold_over_small_print_heads_it_and_the_number_of_a_notice_is_a_statement() -> None:
    small = "#text(8.5pt)[*Remark of the keeper* \\ This notice counts the lamps that can be seen.]"
    _, document = read(HEAD + REST + "\n\n" + small)
    assert blocks(document)[0] == ("statement", "(Notice No. 7)")
    assert blocks(document)[-2:] == [
        ("heading", "Remark of the keeper"),
        ("paragraph", "This notice counts the lamps that can be seen."),
    ]


def test_points_down_to_a_foot_in_small_type_are_no_notes() -> None:
    named = "The keeper may put out a lamp that is named in subsection (1) or in subsection (2), or in both of these."
    called = POINTS[1].replace("tower", "tower#footnote[Of 21 feet.]")
    _, document = read(HEAD.replace("(2)", "") + "\n\n".join((named, POINTS[0].replace(" (3)", " 3"), called)))
    assert [text for _, text in blocks(document)][-2:] == [POINTS[0].replace(" (3)", " 3"), POINTS[1]]
    assert [note.text.text for note in document.notes] == ["Of 21 feet."]
