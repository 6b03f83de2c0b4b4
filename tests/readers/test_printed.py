"""Articles as PDF in every layout: blocks and notes as they were set, and what only the print shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.decode import decode
from build_scripts.decode.decoded import Decoded, Portion
from build_scripts.decode.printed import Printed
from build_scripts.edition.ledger import make_ledger
from build_scripts.model import Witness
from build_scripts.passes import clean
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.laid.tables import rows_of_tables
from build_scripts.readers.shapes import journal_article
from tests.conftest import make_source
from tests.making.printed import Layout, compiled, print_article
from tests.making.reading import read_printed
from tests.proving import unproven

LAYOUTS = {
    "one column": Layout(),
    "two columns, head and number": Layout(columns=2, head="某某学报 2025年第3期", folio="1"),
    "three columns": Layout(columns=3, size=9, head="某某学报", folio="— 1 —"),
    "notes in circles": Layout(notes="①"),
    "notes in brackets": Layout(notes="[1]", columns=2, seed=2),
    "headings by size alone": Layout(numbers="", headings="large"),
    "headings in the middle": Layout(numbers="一、", headings="centred"),
    "headings by number alone": Layout(numbers="一、", headings="plain"),
    "paragraphs by white alone": Layout(indent=0, spacing=1.6, numbers="一、"),
    "a box": Layout(box=True),
    "two columns, table, caption": Layout(
        columns=2, table=True, caption=True, head="某某学报", folio="1", sections=4, paragraphs=4
    ),
    "English": Layout(language="en", indent=1.5, seed=2),
    "English in two columns, hyphenated": Layout(
        language="en", columns=2, head="Journal of Harbours", folio="1", indent=1, numbers="", seed=2
    ),
    "English without indents": Layout(language="en", indent=0, spacing=1.4, numbers="", headings="large"),
    "several pages": Layout(sections=4, paragraphs=8, head="某某学报", folio="1", seed=2),
}
SPACED = """#set text(font: "Noto Serif CJK SC", size: 10pt)
#for at in range(6) [甲地有一个港口，来往的船都看得见它的灯。乙地也有，丙地没有，人们说该有。\\ ]
港口#h(1.4em)灯塔 与 A#h(0.25em)B 面积为 5 m#super(typographic: false)[2]。
"""


@pytest.mark.parametrize("name", LAYOUTS)
def test_blocks_and_notes_are_read_as_they_were_set(name: str) -> None:
    result = read_printed(*print_article(LAYOUTS[name]))
    assert result.differences() == []


@pytest.mark.parametrize("name", ["two columns, table, caption", "English in two columns, hyphenated", "several pages"])
def test_nothing_is_lost_on_the_way(name: str) -> None:
    data, _ = print_article(LAYOUTS[name])
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    witness = journal_article.read(make_source(decoded.text, "journal-article"), decoded.text, decoded)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    assert unproven(witness) == []
    assert {"running-head", "page-number", "note-call", "line-break"} <= set(make_ledger(witness).rules)


def test_a_head_of_one_page_is_told() -> None:
    result = read_printed(*print_article(LAYOUTS["three columns"]))
    assert any("running head by place alone" in doubt for doubt in result.doubts)


def test_a_space_that_distance_shows_and_raised_figures_are_edits() -> None:
    decoded = decode("raw.pdf", compiled(SPACED), "", "raw.pdf")
    line = lay_lines(decoded)[-1]
    assert "港口灯塔" in decoded.text and "m2" in decoded.text
    assert "港口 灯塔" in line.text.text and "A B" in line.text.text and "m²" in line.text.text
    assert {run.rule for run in line.text.runs} == {"", "distance", "raised"}


def test_cells_that_stand_below_each_other_are_a_table() -> None:
    row = [(0.0, 30.0, 10.0), (100.0, 130.0, 10.0)]
    text = [(0.0, 200.0, 10.0)]
    assert rows_of_tables([(1, text), (2, row), (3, row), (4, row), (5, text)]) == {2, 3, 4}
    assert rows_of_tables([(1, row), (2, row), (3, text)]) == frozenset()
    other = [(0.0, 30.0, 10.0), (60.0, 70.0, 10.0)]
    assert rows_of_tables([(1, row), (2, other), (3, row), (4, other)]) == frozenset()


def test_cells_of_a_table_stay_apart() -> None:
    data, _ = print_article(LAYOUTS["two columns, table, caption"])
    decoded = decode("raw.pdf", data, "", "raw.pdf")
    witness = journal_article.read(make_source(decoded.text, "journal-article"), decoded.text, decoded)
    rows = [block.text.text for block in clean(witness.documents[0]).blocks if str(block.type) == "table"]
    assert [row.count(" ") for row in rows] == [2] * 5


CHINESE = """#set page(width: 400pt, height: 500pt, margin: 50pt)
#set text(font: "Noto Serif CJK SC", size: 10pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.7em, leading: 0.7em)
"""
TEXT = "甲地有一个港口，来往的船都看得见它的灯，乙地也有一个，丙地没有，人们说那里应该有一个，但是没有人去做这一件事。" * 2


def read_pdf(source: str) -> Witness:
    decoded = decode("raw.pdf", compiled(source), "", "raw.pdf")
    witness = journal_article.read(make_source(decoded.text, "journal-article"), decoded.text, decoded)
    assert unproven(replace(witness, documents=tuple(map(clean, witness.documents)))) == []
    return replace(witness, documents=tuple(map(clean, witness.documents)))


def test_what_stands_below_a_title_in_smaller_type_is_no_part_of_it() -> None:
    document = read_pdf(CHINESE + f"#text(24pt)[灯火不灭]\n\n#text(14pt)[一座港口与它的历史]\n\n{TEXT}\n\n{TEXT}").documents[0]
    assert [(item.name, item.text.text) for item in document.fields] == [
        ("title", "灯火不灭"),
        ("subtitle", "一座港口与它的历史"),
    ]


def test_lines_that_are_broken_off_stay_lines() -> None:
    box = "建成年份：一八二五年 \\ 高度：二十四公尺 \\ 守灯人：三代"
    document = read_pdf(CHINESE + f"#text(20pt)[灯火不灭]\n\n{TEXT}\n\n{TEXT}\n\n{box}\n\n{TEXT}").documents[0]
    assert [block.text.text for block in document.blocks][2:5] == ["建成年份：一八二五年", "高度：二十四公尺", "守灯人：三代"]


def test_a_title_that_is_set_like_the_text_is_told() -> None:
    told = [doubt.sentence for doubt in read_pdf(CHINESE + f"港口办公室\n\n{TEXT}\n\n{TEXT}").doubts]
    assert any("is read as title, and set like the text" in sentence for sentence in told) or not told


def test_a_small_line_at_the_foot_of_one_page_is_told() -> None:
    page = CHINESE + f"#text(20pt)[灯火不灭]\n\n{(TEXT + chr(10) * 2) * 3}#v(1fr)\n#text(8pt)[港口月刊 2025.3 第1页]"
    assert any("taken for a running head by place alone" in doubt.sentence for doubt in read_pdf(page).doubts)


def test_the_head_of_one_left_page_is_taken_out_and_told() -> None:
    two = f"#set par(spacing: 16pt)\n#text(20pt)[灯火不灭]\n\n{TEXT}\n\n{TEXT}#pagebreak()\n#par(first-line-indent: 0pt)[#text(8pt)[202 #h(1fr) 海湾旧闻]]\n\n{TEXT}\n\n{TEXT}"
    witness = read_pdf(CHINESE + two)
    assert not any("海湾旧闻" in block.text.text for block in witness.documents[0].blocks)
    assert any("taken for a running head by place alone" in doubt.sentence for doubt in witness.doubts)


def test_a_ligature_is_its_letters() -> None:
    decoded = Decoded("o\ufb03ce\n", (Portion(0, 5, Printed(1, 1, 0, 30, 0, 10, "A", 0, 30)), Portion(5, 6)))
    assert [(run.text, run.rule) for run in lay_lines(decoded)[0].text.runs] == [("o", ""), ("ffi", "ligature"), ("ce\n", "")]


def test_a_line_of_many_sizes_and_letters_far_apart_is_read_and_proven() -> None:
    sizes = "".join(f"#text({6 + at}pt)[字]" for at in range(9))
    spaced = "#h(0.5em)".join(("F(i,", "j)", "=", "i", "+", "j", "k"))
    document = read_pdf(
        CHINESE + f"#text(20pt)[灯火不灭]\n\n{TEXT}\n\n{sizes}{TEXT}\n\n{TEXT}式为{spaced}。\n\n{sizes}"
    ).documents[0]
    assert any("= i + j k" in block.text.text for block in document.blocks)


def test_a_first_heading_below_the_title_is_no_subtitle() -> None:
    headed = "".join(f"\n#text(14pt)[第{at}章的题目]\n\n{TEXT}\n\n{TEXT}\n" for at in "一二三")
    document = read_pdf(CHINESE + f"#text(24pt)[灯火不灭]\n{headed}").documents[0]
    assert [block.text.text for block in document.blocks if str(block.type) == "heading"] == [
        f"第{at}章的题目" for at in "一二三"
    ]
    assert not document.field("subtitle")


def test_rows_of_a_table_at_the_end_of_a_page_are_no_heads() -> None:
    cells = ",".join(f"[第{at}季度],[{900 + at * 31}],[{3000 + at * 87}]" for at in range(1, 7))
    document = read_pdf(
        CHINESE + f"#text(24pt)[灯火不灭]\n\n{TEXT}\n#v(250pt)\n#table(columns: (2fr, 1fr, 1fr), stroke: none, {cells})\n{TEXT}"
    )
    rows = [block.text.text for block in document.documents[0].blocks if str(block.type) == "table"]
    assert [row.split()[0] for row in rows] == [f"第{at}季度" for at in range(1, 7)]


def test_the_usual_size_is_that_of_the_text_and_not_of_code() -> None:
    code = "for at in 0 to 9 do begin left := left + step * at ; write ( left ) end ; "
    text = "停了三十年的灯塔昨晚重新点亮，守塔人的孙子按下了开关。海面上一下子有了光，岸上的人都安静下来。"
    page = f"""#set text(font: "Noto Serif CJK SC", size: 12pt)
#set par(first-line-indent: (amount: 2em, all: true))
#align(center, text(18pt)[灯塔的程序])

{text}{text}

{text}

#text(7pt)[{code * 20}]
"""
    decoded = decode("raw.pdf", compiled(page), "", "raw.pdf")
    document = journal_article.read(make_source(decoded.text, "journal-article"), decoded.text, decoded).documents[0]
    assert [str(block.type) for block in clean(document).blocks][:2] == ["paragraph", "paragraph"]
    assert clean(document).field("title") == "灯塔的程序"


def test_a_paragraph_that_breaks_off_is_told() -> None:
    page = """#set text(font: "Noto Serif CJK SC", size: 10pt)
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#align(center, text(18pt)[灯塔])

停了三十年的灯塔昨晚重新点亮，守塔人的孙子按下了开关，海面上一下子有了光，岸上的人都安静下来，过了很久才有人鼓掌，说它比从前

还要亮得多，夜里的船也看得见了，镇里打算明年夏天对外开放，不收门票，也不再雇人看守，只留一个值班的人。
"""
    decoded = decode("raw.pdf", compiled(page), "", "raw.pdf")
    witness = journal_article.read(make_source(decoded.text, "journal-article"), decoded.text, decoded)
    paragraphs = [block for block in witness.documents[0].blocks if str(block.type) == "paragraph"]
    assert len(paragraphs) == 2 and any("not closed" in doubt.sentence for doubt in witness.doubts)


HEAD_OF_TWO = """#set page(width: 516pt, height: 420pt, margin: 60pt, header: context {{ if calc.odd(here().page()) [{odd}] else [{even}] }})
#set text(font: "Noto Serif CJK TC", size: 11pt)
#set par(first-line-indent: (amount: 2em, all: true))
{front}
燈塔的看守人不算官，也不算民，他們領關務的薪水，住島上的石屋，一年只有兩次補給，名稱換了三次，工作卻沒有變。#super[1]

圖1 2023年夏天的燈塔，看守人住在右邊的石屋裡。

名稱換了三次，工作卻沒有變：天黑點燈，天亮熄燈，其間每兩小時上一次發條，後來換成了電，發條就沒有人上了。
#v(1fr)
#text(8.5pt)[1 　某甲：《燈塔薪給章程》，某某出版社1998年版，第12頁。]
#pagebreak()
最後一位看守人在那年六月離島，他帶走了日誌的最後一冊，家人後來捐給了博物館，現在陳列在二樓的東廳。
"""


def doubts_of(page: str) -> str:
    decoded = decode("raw.pdf", compiled(page), "", "raw.pdf")
    source = make_source(decoded.text, "journal-article", "zh-Hant-TW")
    return " | ".join(doubt.sentence for doubt in journal_article.read(source, decoded.text, decoded).doubts)


def test_what_a_print_leaves_open_is_told() -> None:
    told = doubts_of(HEAD_OF_TWO.format(odd="", even="臺灣島嶼史論集", front=""))
    assert "read as heading, at the head of a page" in told
    assert "no title was found" in told and "may be captions" in told
    small = HEAD_OF_TWO.replace("，第12頁。", "，第12頁").format(odd="", even="#text(8.5pt)[臺灣島嶼史論集]", front="")
    assert "at the head of a page" in doubts_of(small)
    front = "#align(center, text(18pt)[燈塔]) #align(center, text(10pt)[文／高一鳴　圖／蘇河])"
    assert "more than names" in doubts_of(HEAD_OF_TWO.format(odd="", even="", front=front))


RAISED = """#set page(width: 400pt, height: 330pt, margin: 40pt)
#set text(font: "Libertinus Serif", size: 10pt, lang: "en")
#set par(first-line-indent: 1.5em, justify: true)
#align(center, text(17pt)[On the Lights])
= Introduction
The harbour had a light, and all the boats saw it from afar.#super[1] The keeper wrote down what he saw each evening, and the book
of the year was sent to the town, where it was read.#super[2] Nobody answered him, as far as the books of the town show.
#v(1fr)
#par(first-line-indent: 0em, text(8pt)[#super[1]John Doe, The Lights (Harbour Press, 2010), p. 3. \\ #super[2]John Doe, The Books (Harbour Press, 2011), p. 4.])
"""


def test_notes_whose_figures_glyphs_of_their_own_raise_are_paired() -> None:
    decoded = decode("raw.pdf", compiled(RAISED), "", "raw.pdf")
    witness = journal_article.read(make_source(decoded.text, "journal-article", "en"), decoded.text, decoded)
    (document,) = map(clean, witness.documents)
    assert [note.text.text[:8] for note in document.notes] == ["John Doe", "John Doe"]
    assert [number for block in document.blocks for _, number in document.calls_in(block)] == [1, 2]


FIGURES = """#align(center, text(16pt)[*论港口的灯*])

摘要：{0}

*一、引言*

{0}

#align(center)[图 1]

{0}

#align(center)[图 2]
#align(center)[灯的样子]

{0}
"""


def test_the_number_of_a_figure_alone_is_a_caption_with_what_stands_below_it() -> None:
    blocks = read_pdf(CHINESE + FIGURES.format(TEXT)).documents[0].blocks
    kinds = [(str(block.type), block.text.text[:6]) for block in blocks]
    assert kinds[2:] == [
        ("paragraph", TEXT[:6]),
        ("caption", "图1"),
        ("paragraph", TEXT[:6]),
        ("caption", "图2灯的样子"),
        ("paragraph", TEXT[:6]),
    ]


STANDARD = """#set par(first-line-indent: 0em)
#align(center, text(14pt)[*港口的灯*])

*1 范围*

#h(2em)本文件与上一版相比，除了编辑上的改动之外，主要的变化如下：\\
#h(2em)——增加了灯塔的高度、灯光的颜色和照到的远近共三个项目的测量方法以及记录；\\
#h(2em)——增加了浮标的颜色、浮标的数目和它们之间的距离共计三个项目的测量方法；\\
#h(2em)——删去了附录。

*2 测量*

2.1 灯塔的高度从基座的上面量到灯的中心，用钢尺量两次，取其平均的数值，精确到厘米。\\
2.2 灯光的远近在无月无雾的夜里从船上量。\\
2.3 浮标的颜色在白天看，看的人站在离浮标不近于一百米、也不远于二百米的船上，看三次。
"""


def test_points_behind_dashes_and_numbered_clauses_stand_for_themselves() -> None:
    blocks = read_pdf(CHINESE + STANDARD).documents[0].blocks
    assert [block.text.text[:4] for block in blocks if str(block.type) == "paragraph"] == [
        *("本文件与", "——增加", "——增加", "——删去"),
        *("2.1灯", "2.2灯", "2.3浮"),
    ]


def test_pages_set_like_slides_are_told() -> None:
    set_up = (
        '#set page(width: 720pt, height: 540pt, margin: 50pt)\n#set text(font: "Noto Serif CJK SC", size: 26pt, lang: "zh")\n'
    )
    pages = [f"*第{at}个港口*\n\n来往的船都看得见它的灯。\n\n冬天没有船。" for at in range(1, 6)]
    told = [doubt.sentence for doubt in read_pdf(set_up + "\n#pagebreak()\n".join(pages)).doubts]
    assert any(
        each.startswith("raw lines 1-2, 4-5, 7-8, 10-11, 13-14 are of 5 pages that are set like slides") for each in told
    )
    assert not any("slides" in doubt.sentence for doubt in read_pdf(CHINESE + FIGURES.format(TEXT) * 4).doubts)


HEADS = "margin: 50pt, header: context { if calc.even(here().page()) [港口志#h(1fr)7] else [第三章　灯塔#h(1fr)13] }"


def test_heads_that_nothing_makes_known_are_told() -> None:
    text = f"\n*港口*\n\n{TEXT * 5}\n\n{TEXT * 5}\n\n{TEXT * 5}"
    told = [doubt.sentence for doubt in read_pdf(CHINESE.replace("margin: 50pt", HEADS) + text).doubts]
    assert any("taken for a running head by place alone" in each for each in told), told
    assert not any("side to side" in doubt.sentence for doubt in read_pdf(CHINESE + text).doubts)


BOTH = """#align(center, text(16pt)[*论港口的灯*])

摘要：{0}

*一、引言*

{0}#footnote[《港口志》卷三，第12页。]{0}

{0}#footnote[口述，2019年。]

*参考文献*

\\[1\\] 王文. 港口考\\[J\\]. 港口研究, 2001(2): 3-9.

\\[2\\] 李海. 灯塔史\\[M\\]. 某地: 某某出版社, 1999.
"""


def test_notes_at_the_foot_of_the_page_of_a_list_are_called_and_no_part_of_it() -> None:
    document = read_pdf(CHINESE + BOTH.format(TEXT)).documents[0]
    assert [note.text.text[:7] for note in document.notes] == ["《港口志》卷三", "口述，2019", "王文. 港口考", "李海. 灯塔史"]
    assert [call.number for call in document.calls] == [1, 2]


PROSE = "甲地有一个港口，来往的船都看得见它的灯，码头上的人从早忙到晚，天黑了才各自回家去，第二天一早又来。"
BOOK = f"""#set page(width: 360pt, height: 300pt, margin: 40pt)
#set text(font: "Noto Serif CJK SC", size: 10pt)
#align(center, text(18pt)[*港口管理条例*])
#align(center)[目　录] \\ 第一章 总则 \\ 第二章 附则
#align(center, text(13pt)[*第一章 总则*])
#set par(first-line-indent: (amount: 2em, all: true))
{PROSE}#footnote[见县志。]

港内不许做下列事情：

（一）倾倒垃圾；

（二）停放货物。

#pagebreak()
{PROSE}

#set par(first-line-indent: 0pt)
#align(center, text(7pt)[灯塔带])
#align(center, text(8pt)[图1　港口的灯])

#set par(first-line-indent: (amount: 2em, all: true))
{PROSE}
#align(center, text(13pt)[*第二章 附则*])
本条例自公布之日起施行。
"""


def test_contents_points_and_a_figure_below_the_notes_of_the_page_before() -> None:
    witness = read_pdf(BOOK)
    document = clean(witness.documents[0])
    blocks = [(str(block.type), block.text.text) for block in document.blocks]
    assert [text for kind, text in blocks if kind == "heading"] == ["第一章 总则", "第二章 附则"]
    assert [text for kind, text in blocks if kind == "item"] == ["（一）倾倒垃圾；", "（二）停放货物。"]
    assert [note.text.text for note in document.notes] == ["见县志。"]
    assert ("caption", "图1港口的灯") in blocks
    assert any("taken out as a table of contents" in doubt.sentence for doubt in witness.doubts)


def test_leaders_of_contents_read_like_no_text() -> None:
    page = BOOK.replace("第一章 总则 \\\\ 第二章 附则", f"第一章 总则 {'. ' * 60} 1 \\\\ 第二章 附则 {'. ' * 60} 2")
    page = page.replace("width: 360pt", "width: 600pt")
    witness = read_pdf(page)
    assert not unproven(witness)


COVER = """#set page(width: 360pt, height: 300pt, margin: 40pt)
#set text(font: "Noto Serif CJK SC", size: 10pt)
ICS 03.080.30 \\ A 12
#align(center, text(20pt)[*港口服务规范*])
#pagebreak()
*2 术语和定义*
#set par(first-line-indent: (amount: 2em, all: true))

下列术语和定义适用于本文件，其他文件另有规定的，从其规定，不必在此一一列出来说明它们的意思。
#set par(first-line-indent: 0pt)

2.1

#set par(first-line-indent: (amount: 2em, all: true))
港口是来往的船停靠的地方，设有码头和灯塔，日夜有人值守，不得擅自离开岗位，违者按规定处理。
"""


def test_the_cover_of_a_standard_and_a_number_of_a_clause_alone() -> None:
    document = clean(read_pdf(COVER).documents[0])
    assert document.field("title") == "港口服务规范"
    assert "2.1" in [block.text.text for block in document.blocks]
