"""Word files as text: what is text, the style of each character, notes with their calls; and files that are none."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from build_scripts.cli import main
from build_scripts.decode import decode
from build_scripts.decode import package as package_module
from build_scripts.decode.decoded import Decoded, WordText
from build_scripts.decode.recount import recount
from build_scripts.diagnostics import BadInput
from build_scripts.edition.ledger import check_cover, make_ledger
from build_scripts.model import Document, Witness
from build_scripts.passes import clean
from build_scripts.readers import READERS
from tests.conftest import make_source
from tests.making.word import NAMES, STYLES, call, counting, listed, note, package, paragraph, word_file, written_file

UNENDED = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>"


def decoded(data: bytes) -> Decoded:
    return decode("raw.docx", data, "", "raw.docx")


def read_word(data: bytes) -> tuple[Witness, Document]:
    found = decoded(data)
    source = make_source(found.text, "word-document", capture="raw.docx")
    witness = READERS["word-document"].read(source, found.text, found)
    assert not check_cover(make_ledger(witness))
    assert recount("raw.docx", data, "", found.text) == (0, "")
    return witness, clean(witness.documents[0])


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("一") + paragraph("二"), "一\n二\n"),
        ("<w:p/>" + paragraph("一"), "一\n"),
        (
            "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/></w:r></w:p>",
            "一\t二\n三\u2011\n",
        ),
        ("<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>", "新\n"),
        (
            '<w:p><w:hyperlink w:id="x"><w:r><w:t>链</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
            "链\n",
        ),
        (f"<w:sdt><w:sdtContent>{paragraph('框')}</w:sdtContent></w:sdt>", "框\n"),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('甲')}{paragraph('乙')}</w:tc><w:tc>{paragraph('丙')}</w:tc></w:tr></w:tbl>",
            "甲 乙\t丙\n",
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc></w:tr></w:tbl></w:tc><w:tc>{paragraph('外')}</w:tc></w:tr></w:tbl>",
            "内\t外\n",
        ),
        (
            f"<w:p><w:r><w:t>文</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('框里')}</w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:txbxContent>{paragraph('框里')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "文\n框里\n",
        ),
        ("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1\n"),
        (f"{UNENDED}{paragraph('二')}{paragraph('三')}", "一二\n三\n"),
        (f"{UNENDED}<w:p/>{paragraph('二')}", "一\n二\n"),
        (UNENDED, "一\n"),
        (f"{UNENDED}<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc></w:tr></w:tbl>", "一\n甲\n"),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>gǎng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
            "港（gǎng）\n",
        ),
    ],
)
def test_the_text_of_a_file(body: str, text: str) -> None:
    data = word_file(body)
    found = decoded(data)
    assert found.text == text
    assert [each.start for each in found.portions] == [0, *(each.end for each in found.portions[:-1])]
    assert recount("raw.docx", data, "", text) == (0, "")


def test_a_style_has_its_name_and_the_level_of_what_it_is_based_on() -> None:
    found = decoded(word_file(paragraph("一", "mine") + paragraph("二", "a") + paragraph("三", "none")))
    looks = [each.known for each in found.portions if each.known]
    assert [(look.style, look.level) for look in looks if isinstance(look, WordText)] == [("我的小标题", 2), ("a", 0), ("", 0)]


def test_a_file_as_it_is_written_is_read_by_its_styles() -> None:
    _, document = read_word(written_file())
    assert document.field("title") == "渔港的冬天"
    assert [(str(block.type), block.level, block.text.text) for block in document.blocks] == [
        ("heading", 2, "开港之前"),
        ("paragraph", 0, "冬天的渔港很安静，船都停在岸边，只有海鸥在叫。没有人出海。"),
        ("heading", 3, "修船的人"),
        ("paragraph", 0, "修船的人天不亮就来了，带着锤子和麻丝，还有一壶热茶。"),
        ("item", 0, "补好船板"),
        ("item", 0, "1. 换新的缆绳"),
        ("quotation", 0, "船是人的腿，人是船的眼睛。"),
        ("table", 0, "船 三十条"),
        ("caption", 0, "图一 修船的人"),
    ]


LEVELS = (("chineseCounting", "第%1章"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


@pytest.mark.parametrize(
    ("numbering", "body", "text"),
    [
        (counting(1, *LEVELS), listed("甲", 1) + listed("乙", 1), "第一章 甲\n第二章 乙\n"),
        (
            counting(1, *LEVELS),
            listed("甲", 1) + listed("乙", 1, 2) + listed("丙", 1, 2) + listed("丁", 1) + listed("戊", 1, 2),
            "第一章 甲\na) 乙\nb) 丙\n第二章 丁\na) 戊\n",
        ),
        (counting(1, ("decimal", "%1"), ("decimal", "%1.%2")), listed("甲", 1, 1) + listed("乙", 1, 1), "1.1 甲\n1.2 乙\n"),
        (counting(1, ("upperRoman", "%1.")), "".join(listed("甲", 1) for _ in range(4)), "I. 甲\nII. 甲\nIII. 甲\nIV. 甲\n"),
        (counting(1, ("decimalEnclosedCircle", "%1")), listed("甲", 1) + listed("乙", 1), "① 甲\n② 乙\n"),
        (counting(1, ("bullet", "●")), listed("甲", 1), "甲\n"),
        (counting(1, ("decimal", "%1."), style="2"), paragraph("甲", "2") + listed("", 1) + listed("乙", 1), "甲\n1. 乙\n"),
        (counting(1, ("decimal", "%1."), anew=5), listed("甲", 1) + listed("乙", 1), "5. 甲\n6. 乙\n"),
    ],
)
def test_numbers_that_word_draws_are_written(numbering: str, body: str, text: str) -> None:
    found = decoded(word_file(body, numbering=numbering))
    assert found.text == text
    assert not found.disputed


def test_a_style_has_the_list_that_it_names() -> None:
    style = '<w:style w:styleId="h"><w:name w:val="h"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = counting(1, ("decimal", "§%1"), style="h")
    file = word_file(
        paragraph("甲", "h") + paragraph("乙", "h"), styles=f"<w:styles {NAMES}>{style}</w:styles>", numbering=numbering
    )
    assert decoded(file).text == "§1 甲\n§2 乙\n"


def test_a_bold_point_alone_among_texts_is_a_heading() -> None:
    text = paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    points = "".join(listed(each, 1, bold=True) for each in ("甲的修复", "乙的归还", "丙的经费"))
    plain = listed("在灯塔下集合", 1) + listed("在码头上散开", 1)
    body = paragraph("论海港", "T") + text + listed("港口的来历", 2, bold=True) + plain + text + points + text
    numbering = counting(1, ("decimal", "%1.")) + counting(2, ("decimal", "§%1"))
    _, document = read_word(word_file(body, numbering=numbering))
    kinds = {block.text.text.lstrip("§12345. "): str(block.type) for block in document.blocks}
    assert kinds["港口的来历"] == "heading"
    assert {kinds[each] for each in ("甲的修复", "乙的归还", "丙的经费")} == {"item"}


def test_a_number_in_an_unknown_format_is_told() -> None:
    body = paragraph("论海港", "T") + listed("港口的来历", 1) + paragraph("第一段说到海港的来历，以及它的衰落的经过。")
    witness, _ = read_word(word_file(body, numbering=counting(1, ("hebrew1", "%1"))))
    assert any("raw line 2 is numbered by Word" in doubt.sentence for doubt in witness.doubts)


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CONTENTS = (
    paragraph("目　录")
    + paragraph(
        "",
        inner=FIELD.format("begin")
        + "<w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:t>来历</w:t><w:tab/><w:t>1</w:t></w:r>",
    )
    + paragraph("衰落", inner="<w:r><w:tab/><w:t>7</w:t></w:r>{}")
)
TEXT = paragraph("来历", "1") + paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")


@pytest.mark.parametrize(
    "contents",
    [
        CONTENTS.format(FIELD.format("end")),
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        f"{paragraph('目录')}{paragraph('来历	1')}</w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>目次</w:t></w:r></w:p>"
        '<w:p><w:fldSimple w:instr="TOC"><w:r><w:t>来历	1</w:t></w:r></w:fldSimple></w:p>',
    ],
)
def test_a_table_of_contents_that_word_makes_is_no_text(contents: str) -> None:
    _, document = read_word(word_file(paragraph("论海港", "T") + contents + TEXT))
    assert document.field("title") == "论海港"
    assert [block.text.text for block in document.blocks] == [
        "来历",
        "第一段说到海港的来历，以及它的衰落的经过，一直说到今天。",
    ]


def test_a_table_of_contents_that_never_ends_is_text() -> None:
    _, document = read_word(word_file(paragraph("论海港", "T") + CONTENTS.format("") + TEXT))
    assert "第一段说到海港的来历，以及它的衰落的经过，一直说到今天。" in [block.text.text for block in document.blocks]


def test_a_title_goes_on_behind_a_break_of_its_line_and_a_sentence_is_told() -> None:
    broken = "<w:p>{}<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r><w:r><w:br/></w:r><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>"
    title = broken.format('<w:pPr><w:jc w:val="center"/></w:pPr>', "<w:b/>", "关于做好全市渔港", "<w:b/>", "安全工作的通知")
    body = title + paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    witness, document = read_word(word_file(body + broken.format("", "", "山是山，", "", "水是水。")))
    assert document.field("title") == "关于做好全市渔港安全工作的通知"
    assert any("raw line 5 is set behind a break" in doubt.sentence for doubt in witness.doubts)


def test_what_is_set_in_from_both_sides_is_a_quotation_and_a_bold_numbered_line_a_heading() -> None:
    inset = '<w:p><w:pPr><w:ind w:left="600" w:end="600"/></w:pPr><w:r><w:t>船是人的腿，人是船的眼睛。</w:t></w:r></w:p>'
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>（一）开展渔船排查。</w:t></w:r></w:p>"
    prose = paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    _, document = read_word(word_file(paragraph("论海港", "T") + prose + inset + prose + bold + prose))
    assert [str(block.type) for block in document.blocks] == ["paragraph", "quotation", "paragraph", "heading", "paragraph"]


def test_notes_are_called_where_the_file_calls_them() -> None:
    body = paragraph("论海港", "T") + paragraph(
        "第一段说到海港的来历", inner=call(7) + "<w:r><w:t>，以及它的衰落[1]的经过。</w:t></w:r>"
    )
    body += paragraph("第二段引了别人的话，还引了自己的话。", inner=call(3, "endnote") + call(9))
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + note(9, "王文：《港口》，2001年。")
        + note(7, "见县志。")
    )
    witness, document = read_word(word_file(body, notes, note(3, "作者旧文。", "endnote")))
    assert [(each.number, each.text.text) for each in document.notes] == [
        (1, "见县志。"),
        (2, "作者旧文。"),
        (3, "王文：《港口》，2001年。"),
    ]
    assert [document.calls_in(block) for block in document.blocks] == [[(10, 1)], [(18, 2), (18, 3)]]
    assert document.blocks[0].text.text == "第一段说到海港的来历，以及它的衰落[1]的经过。"
    assert not [doubt for doubt in witness.doubts if doubt.rule.startswith("orphan")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 no", "no package of Word"),
        (b"", "no package of Word"),
        (package({"other.xml": "<a/>"}), "holds no document"),
        (package({"word/document.xml": "<w:document"}), "word/document.xml"),
        (package({"word/document.xml": f"<w:document {NAMES}/>"}), "holds no document"),
        (
            package({"word/document.xml": f'<!DOCTYPE a [<!ENTITY x "y">]><w:document {NAMES}>&x;</w:document>'}),
            "declares entities",
        ),
        (package({"word/document.xml": b"0" * 65_000_000}), "unpacks to more"),
        (package({"word/document.xml": f"<w:document {NAMES}><w:body>{'<w:ins>' * 5000}"}), "word/document.xml"),
    ],
)
def test_a_file_that_is_none(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        decoded(data)


def test_a_package_that_was_cut_off() -> None:
    whole = bytearray(written_file())
    with zipfile.ZipFile(BytesIO(bytes(whole))) as archive:
        start = archive.getinfo("word/document.xml").header_offset
    whole[start + 60 : start + 90] = b"\0" * 30
    with pytest.raises(BadInput, match="cannot be read"):
        decoded(bytes(whole))


def test_a_word_file_is_added_and_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "winter.docx").write_bytes(written_file())
    assert main(["--root", str(tmp_path), "add", str(tmp_path / "winter.docx")]) == 0
    record = (tmp_path / "seeds" / "winter" / "source.yaml").read_text(encoding="utf-8")
    assert (
        "reader: word-document" in record and "# title: 渔港的冬天 # sure: line 1 of the text; property title agrees" in record
    )
    assert main(["--root", str(tmp_path), "check", "winter"]) == 0


CITED = "王文：《某书》，北京：某出版社，2020年，第3页。"
PROSE = "冬天的渔港很安静，船都停在岸边，只有海鸥在叫，没有人出海"


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'
BY_STYLE = '<w:rStyle w:val="up"/>'
LOOKS = (RAISED, BY_STYLE, '<w:position w:val="6"/>')
UP = f'<w:styles {NAMES}><w:style w:styleId="up"><w:name w:val="上标"/><w:rPr>{RAISED}</w:rPr></w:style></w:styles>'


@pytest.mark.parametrize("look", LOOKS)
def test_a_raised_figure_calls_a_note_or_is_a_power(look: str) -> None:
    body = paragraph(PROSE, inner=run("1", look) + run("，水面有10") + run("2", look) + run("亩。"))
    body += paragraph("注释") + f"<w:p>{run('1', look)}{run(CITED)}</w:p>"
    _, document = read_word(word_file(body, styles=UP))
    assert document.blocks[0].text.text == f"{PROSE}，水面有10²亩。"
    assert [note.text.text for note in document.notes] == [CITED] and len(document.calls) == 1


def test_a_raised_figure_that_calls_nothing_is_told_beside_declared_notes() -> None:
    body = paragraph(PROSE, inner=call(2) + run("，天很冷") + run("7", RAISED) + run("。"))
    witness, document = read_word(word_file(body, note(2, CITED)))
    assert document.blocks[0].text.text == f"{PROSE}，天很冷⁷。" and len(document.calls) == 1
    assert [doubt.sentence for doubt in witness.doubts if doubt.rule == "orphan-call"] == [
        "1 mark calls no note and stays in the text: ⁷ (line 1)"
    ]


def test_a_style_that_raises_is_undone_by_the_run() -> None:
    text = run("2", BY_STYLE + '<w:vertAlign w:val="baseline"/>')
    _, document = read_word(word_file(paragraph(PROSE, inner=text + run("。")), styles=UP))
    assert document.blocks[0].text.text == f"{PROSE}2。"


def test_a_mark_of_the_authors_own_is_the_call() -> None:
    own = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>{run("。")}'
    _, document = read_word(word_file(paragraph(PROSE, inner=own), note(2, CITED)))
    assert document.blocks[0].text.text == f"{PROSE}。" and [each.number for each in document.calls] == [1]


def test_a_name_below_the_title_is_the_author() -> None:
    look = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    named = (
        f"<w:p>{look}<w:r><w:rPr><w:b/></w:rPr><w:t>渔港的冬天</w:t></w:r></w:p><w:p>{look}<w:r><w:t>林晓帆</w:t></w:r></w:p>"
    )
    _, document = read_word(word_file(named + paragraph(f"{PROSE}。") * 2 + paragraph("王文来了") + paragraph(f"{PROSE}。")))
    assert (document.field("title"), document.field("author")) == ("渔港的冬天", "林晓帆")
    assert len(document.blocks) == 4


def test_a_note_that_is_called_twice_in_one_place_has_two_calls() -> None:
    _, document = read_word(word_file(paragraph("冬天的船下了水。", "", call(1) + call(1)), note(1, "见村规。")))
    (block,) = document.blocks
    assert document.calls_in(block) == [(8, 1), (8, 1)]


def test_a_note_without_words_is_a_line_and_told() -> None:
    body = paragraph("渔港", "T") + paragraph("冬天的船下了水。", "", call(1)) + paragraph("又是春天。", "", call(2))
    witness, document = read_word(word_file(body, note(1, "") + note(2, "见村规。")))
    assert not check_cover(make_ledger(witness))
    assert [block.text.text for block in document.blocks] == ["冬天的船下了水。[1]", "又是春天。", "[1]"]
    assert [each.text.text for each in document.notes] == ["见村规。"]
    assert any("number and no text" in doubt.sentence for doubt in witness.doubts)


def formula(kind: str, *parts: tuple[str, str], look: str = "") -> str:
    """A part of a formula in XML, each of its own parts by its name."""
    inner = "".join(f"<m:{name}>{each if '<' in each else f'<m:r><m:t>{each}</m:t></m:r>'}</m:{name}>" for name, each in parts)
    return f"<m:{kind}>{look}{inner}</m:{kind}>"


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (formula("f", ("num", "3"), ("den", "4")), "3/4"),
        (formula("f", ("num", "a+b"), ("den", formula("f", ("num", "c"), ("den", "d")))), "(a+b)/(c/d)"),
        (formula("sSup", ("e", "10"), ("sup", "-6")), "10-6"),
        (formula("sSup", ("e", "a+b"), ("sup", "n")), "(a+b)^n"),
        (formula("sSubSup", ("e", "x"), ("sub", "i"), ("sup", "n+1")), "x_i^(n+1)"),
        (formula("rad", ("deg", ""), ("e", "x+1")), "√(x+1)"),
        (formula("rad", ("deg", "3"), ("e", "x")), "√(3&x)"),
        (formula("d", ("e", "x")), "(x)"),
        (formula("d", ("e", "x"), ("e", "y"), look='<m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr>'), "[x|y"),
        (
            formula("nary", ("sub", "i=1"), ("sup", "n"), ("e", "x"), look='<m:naryPr><m:chr m:val="∑"/></m:naryPr>'),
            "∑_(i=1)^nx",
        ),
        (formula("m", ("mr", "<m:e><m:r><m:t>a</m:t></m:r></m:e><m:e/>"), ("mr", "<m:e/>")), "(a&@)"),
        (formula("limLow", ("e", "lim"), ("lim", "n")), "lim_n"),
    ],
)
def test_a_formula_is_written_so_that_nothing_of_its_shape_is_lost(made: str, text: str) -> None:
    assert decoded(word_file(f"<w:p><m:oMath>{made}</m:oMath></w:p>")).text == f"{text}\n"


def test_a_raised_number_of_a_formula_is_raised() -> None:
    power = formula("sSup", ("e", "10"), ("sup", "2"))
    body = paragraph("港口有", "", f"<m:oMath>{power}</m:oMath><w:r><w:t>条船，冬天都停在岸边不出海。</w:t></w:r>")
    _, document = read_word(word_file(paragraph("港口", "T") + body))
    assert document.blocks[0].text.text.startswith("港口有10²条船")


def test_what_word_draws_and_no_line_has_is_told() -> None:
    numbered = STYLES.replace('"heading 1"/><w:pPr>', '"heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>')
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>此处待核。</w:t></w:r>"
    body = paragraph("港口", "T") + paragraph("总则", "1") + paragraph("港口由县里管理，每年修一次。", "", hidden)
    body += f"<w:p><w:r><w:t>水深</w:t></w:r><m:oMath>{formula('f', ('num', '1'), ('den', '2'))}</m:oMath><w:r><w:t>丈。</w:t></w:r></w:p>"
    witness, _ = read_word(word_file(body, styles=numbered))
    told = {doubt.line: doubt.sentence for doubt in witness.doubts if doubt.rule == "doubtful-line"}
    assert "numbered by Word" in told[2] and "hidden by the file" in told[3] and "draws a formula" in told[4]
    plain, _ = read_word(word_file(paragraph("港口", "T") + paragraph("总则", "1") + paragraph("港口由县里管理，每年修一次。")))
    assert not any("Word" in doubt.sentence or "hidden" in doubt.sentence for doubt in plain.doubts)


def test_a_part_of_more_tags_than_can_be_read_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_TAGS", 100)
    assert decoded(word_file(paragraph("船")))
    with pytest.raises(BadInput, match="has more than 100 tags"):
        decoded(word_file(paragraph("船") * 20))


def test_tracked_changes_are_told_on_their_lines() -> None:
    changed = "<w:p><w:r><w:t>海港的来历</w:t></w:r><w:ins><w:r><w:t>很长</w:t></w:r></w:ins><w:r><w:t>，说来话长，县志里写了三页。</w:t></w:r></w:p>"
    gone = "<w:p><w:del><w:r><w:delText>这一段没有了。</w:delText></w:r></w:del></w:p>"
    prose = paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    witness, document = read_word(word_file(paragraph("论海港", "T") + prose + changed + gone + prose + prose))
    assert document.blocks[1].text.text == "海港的来历很长，说来话长，县志里写了三页。"
    assert [doubt.sentence for doubt in witness.doubts if "tracked changes" in doubt.sentence] == [
        "raw lines 3-4 are changed in a way that the file keeps (tracked changes), and read as if every change were accepted"
    ]


def test_underlined_lines_are_headings_and_bold_sentences_are_told() -> None:
    look = "<w:p><w:r><w:rPr><{0}/></w:rPr><w:t>{1}</w:t></w:r></w:p>"
    prose = paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    body = prose + look.format('w:u w:val="single"', "码头") + prose + look.format("w:b", "船要回来。") + prose + prose
    witness, document = read_word(word_file(paragraph("论海港", "T") + body))
    assert [str(block.type) for block in document.blocks] == ["paragraph", "heading", *["paragraph"] * 4]
    assert [doubt.line for doubt in witness.doubts if "heading or caption" in doubt.sentence] == [3]
    assert "5" in next(doubt.sentence for doubt in witness.doubts if "heading or caption" in doubt.sentence)


def test_a_numbered_heading_below_the_title_is_no_more_of_it() -> None:
    prose = paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    heading = paragraph("一、码头", "1")
    witness, _ = read_word(word_file(paragraph("论海港", "T") + heading + prose + paragraph("二、灯塔", "1") + prose))
    assert not [doubt for doubt in witness.doubts if doubt.rule == "doubtful-title"]


def test_a_file_of_more_notes_than_are_counted_is_told() -> None:
    def noted(count: int) -> Decoded:
        calls = "".join(paragraph(f"第{number}段说到港口的来历。", "", call(number)) for number in range(1, count + 1))
        return decode("raw.docx", word_file(paragraph("论海港", "T") + calls, ""), "", "raw.docx")

    assert "[999]" in noted(999).text
    with pytest.raises(BadInput, match="the file has 1,000 notes"):
        noted(1000)


def test_a_day_alone_with_which_a_text_ends_is_named_where_no_other_was_read() -> None:
    prose = paragraph("第一段说到海港的来历，以及它的衰落的经过，一直说到今天。")
    end = paragraph("特此函告。") + paragraph("海港管理处") + paragraph("2023年1月5日") + paragraph("附件：停航时间表")
    witness, _ = read_word(word_file(paragraph("停航的函", "T") + prose + prose + end))
    assert "raw line 6, at the end of the text, is a day alone" in [doubt.sentence for doubt in witness.doubts]
