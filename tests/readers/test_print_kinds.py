"""Kinds of prints beside articles: notices, gazettes, newsletters, lists of references, pages of a site that a browser printed."""

from __future__ import annotations

import re

from build_scripts.decode import decode
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.laid.layout import propose_layout
from build_scripts.readers.laid.web_prints import site_lines
from tests.making.printed import compiled
from tests.readers.test_print_sides import SET, TEXT, blocks, read

PAGE = "#set page(width: 400pt, height: 560pt, margin: 50pt)\n" + SET
TITLE = "#align(center, text(17pt)[*灯火不灭*])\n\n"
PARAGRAPHS = (TEXT * 2 + "\n\n") * 2
ROWS = "[渡口], [开放时间], [人数], [东礁], [五时], [四人], [沙澳], [六时], [二人], [南角], [七时], [三人]"


def of_kind(source: str, kind: str) -> list[str]:
    return [text for each, text in blocks(read(source)[1]) if each == kind]


def test_numbered_lines_in_bold_that_end_with_a_stop_are_headings() -> None:
    heads = ["（一）点灯。", "（二）守灯。", "（三）灭灯。"]
    source = PAGE + TITLE + PARAGRAPHS + "\n\n".join(f"*{head}*\n\n{TEXT * 2}" for head in heads)
    assert of_kind(source, "heading") == heads
    assert of_kind(PAGE + TITLE + PARAGRAPHS + f"*（一）点灯。*{TEXT}\n\n*（二）守灯。*{TEXT}", "heading") == []


def test_a_heading_over_two_lines_and_a_title_over_three_stay_whole() -> None:
    head = "#align(center, text(13pt)[*关于调整海湾各处*\\ *渡口开放时间的通告*])\n\n"
    title = "#align(center, text(17pt)[海湾县渡口局关于印发\\ 《各渡口开放时间管理办法》的\\ 通知])\n\n"
    _, document = read(PAGE + title + PARAGRAPHS + head + PARAGRAPHS)
    assert [text for kind, text in blocks(document) if kind == "heading"] == ["关于调整海湾各处渡口开放时间的通告"]
    assert [item.text.text for item in document.fields] == ["海湾县渡口局关于印发《各渡口开放时间管理办法》的通知"]


def test_a_small_table_that_a_page_cuts_stays_a_table_below_what_announces_it() -> None:
    page = "#set page(width: 400pt, height: 300pt, margin: 50pt, header: align(center, text(8pt)[海湾公报]))\n" + SET
    table = f"开放时间如下：\n\n#table(columns: (1fr, 1fr, 1fr), stroke: none, {ROWS})\n\n"
    source = f"{page}{TITLE}{TEXT * 4}\n\n{table}{PARAGRAPHS * 3}"
    assert len(of_kind(source, "table")) == 4


def test_the_side_of_a_page_with_hardly_more_than_first_lines_is_that_of_the_others() -> None:
    page = "#set page(width: 400pt, height: 300pt, margin: 50pt)\n" + SET + TITLE + TEXT * 6 + "\n\n#pagebreak()\n"
    lines = ["灯由守灯人看管。", "井由三家轮流打扫。", "路由大家一起修。", "特此通告。"]
    assert of_kind(page + "\n\n".join(lines), "paragraph") == [TEXT * 6, *lines]


def test_entries_that_hang_are_whole() -> None:
    entries = [
        "林海生：《旧港史》，海湾出版社，1982年，第13页至第21页，又见同书第五章以下各节与附录一至附录三。",
        "王文泽：《灯塔与渔村》，岬角出版社，1990年，第二章，海湾县各村的灯火与看守灯火的人，初版与再版。",
        "沙若兰：《井的故事》，渡口出版社，2001年，第七节，没有人问过的事情与没有人说过的话，附有照片。",
    ]
    hung = "#set par(hanging-indent: 2em, first-line-indent: 0pt)\n" + "\n\n".join(entries)
    assert of_kind(f"{PAGE}{TITLE}{PARAGRAPHS}*参考文献*\n\n{hung}", "paragraph") == [TEXT * 2] * 2 + entries


def test_text_that_runs_beside_a_box_keeps_its_paragraphs() -> None:
    beside = f"#pad(left: 7em)[{TEXT}{TEXT}\n\n{TEXT}]\n\n"
    source = PAGE + TITLE + PARAGRAPHS + "#place(left, rect(width: 50pt, height: 60pt))\n" + beside + PARAGRAPHS
    assert of_kind(source, "paragraph") == [TEXT * 2] * 3 + [TEXT] + [TEXT * 2] * 2


def test_captions_by_a_mark_and_above_a_table_and_a_sentence_that_begins_like_one() -> None:
    source = PAGE + TITLE + PARAGRAPHS + "#align(center, text(8pt)[▲守灯人在灯下（林海生摄）])\n\n" + PARAGRAPHS
    assert of_kind(source, "caption") == ["守灯人在灯下（林海生摄）"]
    english = "The lamp is lit at dusk and put out at dawn, and nobody who lives here has seen it fail in all these years. "
    table = "#table(columns: 3, stroke: none, [Village], [Clock], [Door], [Marl], [11.2], [0.6], [Quoin], [23.5], [0.2])"
    page = "#set page(width: 300pt, height: 560pt, margin: 40pt)\n#set text(font: 'Libertinus Serif', size: 10pt)\n".replace(
        "'", '"'
    )
    said = "Table 1 gives the mean errors of all lamps, which are small. " + english * 2
    source = (
        f"{page}#text(17pt)[*Lamps*]\n\n{english * 4}\n\n#align(center)[Table 1: Mean errors in minutes.]\n\n{table}\n\n{said}"
    )
    assert of_kind(source, "caption") == ["Table 1: Mean errors in minutes."]
    assert said.strip() in of_kind(source, "paragraph")


def test_a_larger_line_below_the_first_is_the_title_and_a_number_alone_is_none() -> None:
    for above in ("#text(9pt)[学术前沿]", "#text(26pt)[3]"):
        _, document = read(f"{PAGE}#align(center)[{above}]\n\n{TITLE}{PARAGRAPHS}")
        assert [item.text.text for item in document.fields if item.name == "title"] == ["灯火不灭"]


def test_what_stands_at_the_height_of_a_page_number_is_no_text() -> None:
    page = (
        "#set page(width: 400pt, height: 300pt, margin: 50pt, footer: text(8pt)[海湾社区报 四十二期 #h(1fr) 第 1 页])\n" + SET
    )
    foot = "#set page(footer: text(8pt)[#grid(columns: (1fr, 1fr), [海湾社区报 四十二期], align(right)[第 1 页])])\n"
    witness, document = read(page + foot + TITLE + PARAGRAPHS)
    assert [text for _, text in blocks(document)] == [TEXT * 2] * 2
    assert any("running head by place alone" in doubt.sentence for doubt in witness.doubts)


def test_what_a_site_puts_around_a_text_is_taken_out_of_a_page_that_a_browser_printed() -> None:
    around = (
        'header: text(7pt)[24/3/5, 13:16 #h(1fr) 灯火不灭-海湾网], footer: text(7pt)["https://example.org/a/7" 1/1]'.replace(
            '["', '[#"'
        )
    )
    site = "#text(8pt)[当前位置：首页 > 城事 > 正文]\n\n"
    below = "#text(8pt)[相关新闻\\ 海边的井 2024-03-01\\ 山上的路 2024-02-11]"
    source = f"#set page(width: 400pt, height: 560pt, margin: 50pt, {around})\n{SET}{site}{TITLE}{PARAGRAPHS}{below}"
    witness, document = read(source)
    assert blocks(document) == [("paragraph", TEXT * 2)] * 2
    assert any("puts around its text" in doubt.sentence for doubt in witness.doubts)


def test_a_print_of_no_browser_has_no_site() -> None:
    data = compiled(PAGE + TITLE + "#text(8pt)[当前位置：首页 > 城事 > 正文]\n\n" + PARAGRAPHS)
    assert site_lines(lay_lines(decode("raw.pdf", data, "", "raw.pdf"))) == []


def test_a_line_of_code_at_two_feet_is_no_running_foot_and_code_is_no_caption() -> None:
    page = "#set page(width: 400pt, height: 300pt, margin: 50pt, footer: align(center, text(7pt)[海湾学刊]))\n" + SET
    code = " \\ ".join(["while lamp do begin", "lamp := lamp + 1;", "inc(lamp);", "exit;"] * 2 + ["lamp := 0;", "end;"])
    code = f"#text(8pt)[#set par(first-line-indent: 0pt, leading: 0.9em)\n{code}]"
    source = page + TITLE + TEXT * 7 + "\n\n" + "\n#pagebreak()\n".join([code] * 3) + "\n#pagebreak()\n" + PARAGRAPHS
    _, document = read(source)
    kept = "".join(text for _, text in blocks(document))
    assert kept.count("end;") == 3 and kept.count("lamp := 0;") == 3
    assert not any(kind == "caption" for kind, _ in blocks(document))


def test_heads_of_a_table_over_two_lines_are_told() -> None:
    head = "[地区], [学校], [目标 \\ （场）], [结果 \\ （场）]"
    rows = "[东礁], [三所], [一百], [二百], [沙澳], [五所], [三百], [四百], [南角], [七所], [五百], [六百]"
    table = f"#text(8pt)[#table(columns: (1fr, 1fr, 1fr, 1fr), align: top, stroke: none, {head}, {rows})]\n\n"
    witness, _ = read(PAGE + TITLE + PARAGRAPHS + table + PARAGRAPHS)
    told = " ".join(doubt.sentence for doubt in witness.doubts)
    assert "without a first cell" in told or "may be rows of it" in told
    witness, _ = read(PAGE + TITLE + PARAGRAPHS + table.replace(head, "[地区], [学校], [目标], [结果]") + PARAGRAPHS)
    told = " ".join(doubt.sentence for doubt in witness.doubts)
    assert "without a first cell" not in told and "may be rows of it" not in told


def test_what_stands_below_a_number_in_the_middle_belongs_to_it_only_in_the_middle() -> None:
    below = "#block[#set par(first-line-indent: 0pt)\n灯塔的来历]\n\n"
    source = PAGE + TITLE + PARAGRAPHS + "#align(center)[图 5]\n\n" + below + PARAGRAPHS
    assert of_kind(source, "caption") == ["图5"]


def test_a_sentence_in_large_type_inside_a_text_is_a_quotation_and_told() -> None:
    witness, document = read(
        f"{PAGE}{TITLE}{PARAGRAPHS}#align(center, text(14pt)[海不会走，\\ 是我们走远了。])\n\n{PARAGRAPHS}"
    )
    assert [text for kind, text in blocks(document) if kind == "quotation"] == ["海不会走，是我们走远了。"]
    assert any("larger type and read as a quotation" in doubt.sentence for doubt in witness.doubts)


def test_a_page_of_a_newspaper_with_its_section_and_short_headlines_over_wide_columns() -> None:
    def story(headline: str, paragraphs: int) -> str:
        return f"#par(first-line-indent: 0pt, text(17pt)[*{headline}*])\n\n" + (TEXT * 2 + "\n\n") * paragraphs

    top = "#grid(columns: (1fr, 1fr), text(22pt)[*6 理论*], align(right)[海湾日报　2021年3月4日])\n\n"
    beside = f"[#columns(3, gutter: 12pt)[{story('海湾的灯火要靠人', 6)}]], [{story('井边的话', 3)}{story('山路不远', 2)}]"
    page = "#set page(width: 800pt, height: 640pt, margin: 40pt)\n" + SET.replace("10pt", "8pt") + top
    data = compiled(f"{page}#grid(columns: (2fr, 1fr), gutter: 16pt, {beside})")
    proposed = propose_layout("page", lay_lines(decode("raw.pdf", data, "", "raw.pdf"))).text
    headlines = re.findall(r"headline: .*# (.*)", proposed)
    assert headlines == ["海湾的灯火要靠人", "井边的话", "山路不远"]
    assert re.search(r"furniture: .*# 6 理论", proposed) and "look at it" not in proposed
