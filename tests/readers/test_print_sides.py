"""The sides of columns where single lines leave them, and what stands over columns without being wider than one."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.decode import decode
from build_scripts.model import Document, Witness
from build_scripts.passes import clean
from build_scripts.readers.shapes import journal_article
from tests.conftest import make_source
from tests.making.printed import compiled
from tests.proving import unproven

SET = """#set text(font: "Noto Serif CJK SC", size: 10pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.65em, leading: 0.65em)
"""
TEXT = "甲地有一个港口，来往的船都看得见它的灯，乙地也有一个，丙地没有，人们说那里应该有一个，但是没有人去做这一件事。"
CODE = [f"let lamp{at} = {'n' * size};" for at, size in enumerate((3, 9, 9, 24, 2, 12, 19, 5, 15, 22))]


def read(source: str) -> tuple[Witness, Document]:
    decoded = decode("raw.pdf", compiled(source), "", "raw.pdf")
    witness = journal_article.read(make_source(decoded.text, "journal-article"), decoded.text, decoded)
    document = clean(witness.documents[0])
    assert unproven(replace(witness, documents=(document,))) == []
    return witness, document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(str(block.type), block.text.text) for block in document.blocks]


def test_a_mark_beside_the_text_does_not_move_its_side() -> None:
    page = "#set page(width: 400pt, height: 400pt, margin: 70pt)\n" + SET
    mark = "#place(top + left, dx: -60pt, dy: -60pt, text(6pt)[校样 第二次 a.indd])\n#place(left, dx: -40pt, dy: 60pt)[268]\n"
    _, document = read(f"{page}{mark}#text(17pt)[灯火不灭]\n\n{(TEXT + chr(10) * 2) * 4}")
    assert [text for _, text in blocks(document) if text.startswith("甲地")].count(TEXT) >= 3
    assert not any(kind == "caption" for kind, _ in blocks(document))


def test_a_title_in_the_middle_one_of_three_columns_stands_over_all() -> None:
    page = "#set page(width: 560pt, height: 300pt, margin: 50pt, columns: 3)\n" + SET
    title = '#place(top + center, scope: "parent", float: true)[#text(18pt)[*三口井*]\n\n王文泽]\n'
    number = '#place(bottom + center, scope: "parent", float: true)[— 7 —]\n'
    _, document = read(page + title + number + (TEXT + "\n\n") * 9)
    assert [(item.name, item.text.text) for item in document.fields] == [("title", "三口井"), ("author", "王文泽")]
    assert blocks(document) == [("paragraph", TEXT)] * 9


def test_lines_of_code_stay_lines() -> None:
    page = "#set page(width: 400pt, height: 560pt, margin: 50pt)\n" + SET
    code = " \\ ".join(f'#"{line}"' for line in CODE)
    _, document = read(f"{page}#text(17pt)[灯火不灭]\n\n{(TEXT * 2 + chr(10) * 2) * 6}#pagebreak()\n{code}")
    found = [text for _, text in blocks(document)]
    assert [text for text in found if text in CODE] == CODE


def test_a_head_as_large_as_the_text_is_known_by_its_number() -> None:
    head = "#set page(width: 400pt, height: 300pt, margin: 50pt, header: context {let n = counter(page).get().first() + 212\n"
    head += "if calc.odd(n) [第十章　灯与人 #h(1fr) #n] else [#n #h(1fr) 港口史稿]})\n" + SET
    _, document = read(f"{head}#text(17pt)[灯火不灭]\n\n{(TEXT + chr(10) * 2) * 12}")
    assert not any("港口史稿" in text or "灯与人" in text for _, text in blocks(document))


def test_a_caption_at_the_head_of_a_page_ends_the_note_before_it() -> None:
    page = "#set page(width: 380pt, height: 300pt, margin: 50pt)\n" + SET
    picture = "#align(center)[#rect(width: 60%, height: 90pt)\n\n#text(8pt)[图2　灯塔与来往的船，]\\ #text(8pt)[从海上看过去]]"
    note = "#footnote[王文：《港口史》，2001年，第3页。]"
    _, document = read(
        f"{page}#text(17pt)[灯火不灭]\n\n{(TEXT + chr(10) * 2) * 3}{TEXT}{note}\n\n{picture}\n\n{TEXT}\n\n{TEXT}"
    )
    assert [each.text.text for each in document.notes] == ["王文：《港口史》，2001年，第3页。"]
    assert ("caption", "图2灯塔与来往的船，从海上看过去") in [(kind, text.replace(" ", "")) for kind, text in blocks(document)]


def test_vertical_writing_is_read_from_the_right() -> None:
    columns = [
        "　　村裏的井有三口東頭的一口最深夏天打",
        "上來的水是涼的挑水的人都願意多走幾步路",
        "願意。",
        "　　井臺用青石砌成石頭上有一道道繩痕最",
        "深的一道可以放進一根手指。",
    ]
    page = '#set page(width: 400pt, height: 300pt, margin: 30pt)\n#set text(font: "Noto Serif CJK TC", size: 10pt)\n'
    for at, (text, size) in enumerate([("三口井記", 18), *((column, 10) for column in columns)]):
        signs = ", ".join(f"text({size}pt)[{sign}]" for sign in text.lstrip("　"))
        indent = (len(text) - len(text.lstrip("　"))) * 12
        page += f"#place(top + left, dx: {320 - 30 * at}pt, dy: {indent}pt, stack(dir: ttb, spacing: {size / 5}pt, {signs}))\n"
    witness, document = read(page)
    assert document.field("title") == "三口井記"
    assert blocks(document) == [
        ("paragraph", "村裏的井有三口東頭的一口最深夏天打上來的水是涼的挑水的人都願意多走幾步路願意。"),
        ("paragraph", "井臺用青石砌成石頭上有一道道繩痕最深的一道可以放進一根手指。"),
    ]
    assert any("from the right to the left" in doubt.sentence for doubt in witness.doubts)


def test_what_stands_behind_the_name_of_an_author_is_no_part_of_it() -> None:
    page = "#set page(width: 400pt, height: 300pt, margin: 50pt)\n" + SET
    _, document = read(
        f"{page}#align(center, text(17pt)[灯火不灭])\n\n#align(center)[王文泽　著]\n\n{(TEXT + chr(10) * 2) * 4}"
    )
    assert document.field("author") == "王文泽"


def test_paragraphs_that_stand_in_as_a_whole_are_whole() -> None:
    page = "#set page(width: 400pt, height: 560pt, margin: 50pt)\n" + SET
    inside = "#pad(left: 3em)[" + (TEXT + "\n\n") * 2 + "]\n"
    hung = f"#par(first-line-indent: 0pt, hanging-indent: 3em)[#h(1.5em)•#h(0.5em){TEXT}大家都这样说。]\n\n"
    _, document = read(f"{page}#text(17pt)[灯火不灭]\n\n{(TEXT * 3 + chr(10) * 2) * 4}{inside}\n{hung}{TEXT}")
    assert [text.lstrip("• ") for _, text in blocks(document)] == [*[TEXT * 3] * 4, TEXT, TEXT, TEXT + "大家都这样说。", TEXT]
