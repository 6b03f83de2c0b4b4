"""Magazines in print: feet of facing pages, boxes with entries, headings in italics, captions at the left, ends of wide paragraphs."""

from __future__ import annotations

from tests.readers.test_print_apart import told
from tests.readers.test_print_kinds import PAGE as CHINESE
from tests.readers.test_print_kinds import PARAGRAPHS, TITLE, of_kind
from tests.readers.test_print_sides import SET, TEXT, blocks, read

ENGLISH = """#set page(width: 380pt, height: 420pt, margin: 40pt, columns: {})
#set text(font: "Libertinus Serif", size: 10pt, lang: "en")
#set par(justify: true, first-line-indent: (amount: 1em, all: true), spacing: 0.65em)
#place(top + center, scope: "parent", float: true)[#text(16pt)[The lamps of the bay]\\ {}]
"""
LAMPS = "The lamp on the pier is lit at dusk and put out at dawn by whoever is awake, and nobody has seen it fail in the wind."


def test_feet_of_facing_pages_are_known_by_their_numbers() -> None:
    foot = "footer: context {let n = counter(page).get().first() + 23\nset text(7pt)\n"
    foot += "if calc.even(n) [#n #h(2em) 海湾双月刊 第58期] else [#h(1fr) 2023年3月号 #h(2em) #n]}"
    page = f"#set page(width: 300pt, height: 260pt, margin: 45pt, {foot})\n" + SET
    _, document = read(f"{page}#text(17pt)[灯火不灭]\n\n{(TEXT * 2 + chr(10) * 2) * 5}")
    assert [text for _, text in blocks(document)] == [TEXT * 2] * 5


def test_the_last_line_of_a_paragraph_over_two_columns_stays_with_it() -> None:
    above = f"#block(width: 80%, align(left, par(first-line-indent: 0pt, text(8.5pt)[{LAMPS} {LAMPS} So it was told.])))"
    _, document = read(ENGLISH.format(2, above) + f"{LAMPS} {LAMPS}\n\n" * 9)
    assert f"{LAMPS} {LAMPS} So it was told." in [text for _, text in blocks(document)]


def test_a_range_of_pages_at_the_head_of_a_small_line_labels_no_note() -> None:
    notes = "".join(f"{LAMPS}#footnote[Of the year {at}.]\n\n" for at in range(10))
    works = "#text(8pt)[#par(first-line-indent: 0pt)[Abney, R. 1951. On lamps, and who puts them out. Letters of the Bay, volume of the\\ 11–24.]]"
    witness, document = read(ENGLISH.format(1, "") + notes + works)
    assert [note.text.text for note in document.notes] == [f"Of the year {at}." for at in range(10)]
    assert "called nowhere" not in told(witness)


def test_a_line_in_italics_by_itself_is_a_heading_and_told_where_it_is_the_only_one() -> None:
    text = f"{LAMPS} {LAMPS}\n\n" * 3
    heading = "#v(0.5em)\n_Who lit them, and for whom_\n#v(0.3em)\n"
    witness, document = read(ENGLISH.format(1, "") + text + heading + text)
    assert ("heading", "Who lit them, and for whom") in blocks(document)
    assert "for its face alone" in told(witness)
    witness, document = read(ENGLISH.format(1, "") + text + heading + text + heading.replace("Who", "When") + text)
    assert "for its face alone" not in told(witness)


def test_entries_of_a_box_with_labels_of_their_own_stand_for_themselves() -> None:
    entries = ["窖口：朝西南，宽不过三尺。", "风耳：在背后东北角，离地一尺半，不要堵塞。", "石标：立石一块，刻着年份。"]
    box = "#block(text(8pt, par(first-line-indent: 0pt, leading: 0.65em)[" + " \\ ".join(entries) + "]))\n\n"
    assert set(entries) <= set(of_kind(CHINESE + TITLE + PARAGRAPHS + box + PARAGRAPHS, "paragraph"))


def test_a_small_line_at_the_left_below_a_large_picture_is_a_caption_and_told() -> None:
    page = "#set page(width: 400pt, height: 500pt, margin: 50pt, columns: 2)\n" + SET
    picture = "#v(200pt)\n#text(7pt)[#par(first-line-indent: 0pt)[石头的面与肚。]]\n#colbreak()\n"
    source = f'{page}#place(top, scope: "parent", float: true)[#text(17pt)[灯火不灭]]\n{(TEXT + chr(10) * 2) * 2}{picture}'
    witness, document = read(source + (TEXT + "\n\n") * 4)
    assert [text for kind, text in blocks(document) if kind == "caption"] == ["石头的面与肚。"]
    assert "read as a caption" in told(witness)


def test_the_second_line_of_the_head_of_a_table_is_of_the_table_and_told() -> None:
    head = "[Period], [Ropes], [Barley \\ (bushels)], [Hours]"
    rows = "[1741–60], [14], [42], [3,080], [1761–80], [17], [51], [3,740], [1781–1802], [23], [69], [5,060]"
    table = f"#text(8pt)[#table(columns: (1fr, 1fr, 1fr, 1fr), align: top, stroke: none, {head}, {rows})]\n\n"
    text = f"{LAMPS} {LAMPS}\n\n" * 3
    witness, document = read(ENGLISH.format(1, "") + text + table + text)
    assert ("table", "(bushels)") in blocks(document)
    assert "they may be one row" in told(witness)


def test_what_stands_behind_the_name_of_an_author_is_told() -> None:
    text = f"{LAMPS} {LAMPS}\n\n" * 4
    witness, _ = read(ENGLISH.format(1, "By Ann Lampwright, Keeper of Lamps") + text)
    assert "may hold more than a name" in told(witness)
    witness, _ = read(ENGLISH.format(1, "By Ann Lampwright") + text)
    assert "may hold more than a name" not in told(witness)


def test_a_small_line_with_pages_above_the_title_is_told_as_what_may_head_its_page() -> None:
    text = f"{LAMPS} {LAMPS}\n\n" * 14  # of two pages
    page = ENGLISH.replace("[#text(16pt)", "[#text(7.5pt)[Letters of the Bay WHICH]\\ #text(16pt)").format(1, "")
    witness, _ = read(page.replace("WHICH", "62 (1997), 41–43") + text)
    assert "may be the head of its page" in told(witness)
    witness, _ = read(page.replace("WHICH", "") + text)
    assert "may be the head of its page" not in told(witness)
