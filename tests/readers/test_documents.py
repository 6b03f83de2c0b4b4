"""Documents of authorities: whose they are, number, title, to whom, signature and annex, in Word, in print and on a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.decode import decode
from build_scripts.passes import clean
from build_scripts.readers import READERS
from build_scripts.readers.parts.numbering import document_parts
from tests.conftest import make_source
from tests.making.printed import compiled
from tests.making.word import word_file
from tests.proving import unproven

PRINT = """#set page(width: 460pt, height: 640pt, margin: 60pt)
#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.65em)
#align(center, text(34pt, fill: red)[*某市水务局文件*])

#v(10pt)
#align(center)[某水发〔2021〕17号]
#v(14pt)
#align(center, text(18pt)[*关于做好冬季管网防冻工作的通知*])

#par(first-line-indent: 0pt)[各区水务站、供水公司：]

今年入冬早，气温比往年低三度。为使居民用水不受影响，现将冬季管网防冻工作通知如下，请照此办理。

各站备足抢修材料，夜间有人值班，接到报修以后一小时之内到场，两小时之内修好，修不好的要向居民说明。

附件：露天管道检查表

#v(20pt)
#align(right)[某市水务局#h(2em)]
#align(right)[2021年11月8日#h(2em)]
#pagebreak()
#par(first-line-indent: 0pt)[附件]

#align(center, text(15pt)[*露天管道检查表*])

先看阀门，再看接头，最后看保温层，每一处都要写明何时看过、由谁看过，看不清的要拆开来看，不许空着。
"""
WORD = "".join(
    f'<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>'
    for side, look, text in (
        ("center", '<w:color w:val="FF0000"/><w:sz w:val="72"/>', "某市水务局文件"),
        ("center", "", "某水发〔2021〕17号"),
        ("center", "<w:b/>", "关于做好冬季管网防冻工作的通知"),
        ("left", "", "各区水务站、供水公司："),
        ("left", "", "今年入冬早，气温比往年低三度，现将防冻工作通知如下，请照此办理。"),
        ("right", "", "某市水务局"),
        ("right", "", "2021年11月8日"),
        ("left", "", "附件1"),
        ("center", "<w:b/>", "露天管道检查表"),
    )
)
PAGE = """<html><head><meta charset="utf-8"><title>某市停泊收费通知</title></head><body><table><tr><td>发文机关：</td>
<td>某市人民政府</td></tr><tr><td>发文字号：</td><td>某政发〔2020〕9号</td><td>发布日期：</td><td>2020年05月18日</td></tr></table>
<div class="text"><h1>某市停泊收费通知</h1><p>为规范停泊秩序，经研究，现将停泊收费标准通知如下，自七月一日起执行。</p>
<p align="center">停泊收费标准一览</p><table><tr><td>船长</td><td>每日</td></tr><tr><td>12米以下</td><td>10元</td></tr></table>
<dl><dt>机动渔船</dt><dd>装有发动机的渔船，不问其大小，也不问其是否出海捕鱼。</dd></dl></div></body></html>"""


@pytest.mark.parametrize(("name", "data"), [("raw.pdf", compiled(PRINT)), ("raw.docx", word_file(WORD))])
def test_a_document_under_a_red_head(name: str, data: bytes) -> None:
    decoded = decode(name, data, "", name)
    reader = "journal-article" if name == "raw.pdf" else "word-document"
    witness = READERS[reader].read(make_source(decoded.text, reader, capture=name), decoded.text, decoded)
    document = clean(witness.documents[0])
    assert unproven(replace(witness, documents=(document,))) == []
    assert document.field("title") == "关于做好冬季管网防冻工作的通知"
    blocks = [(str(block.type), block.text.text) for block in document.blocks]
    assert blocks[:3] == [
        ("statement", "某市水务局文件"),
        ("statement", "某水发〔2021〕17号"),
        ("paragraph", "各区水务站、供水公司："),
    ]
    assert ("paragraph", "某市水务局") in blocks and ("paragraph", "2021年11月8日") in blocks
    assert [text for kind, text in blocks if kind == "heading"][-2:] in (
        ["附件", "露天管道检查表"],
        ["附件1", "露天管道检查表"],
    )


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["关于防冻的通知", "某水发〔2021〕17号", "各站："], {1: "numbered-document"}),
        (["关于防冻的通知", "现通知如下。"], {}),
        (["某水发〔2021〕17号", "关于防冻的通知"], {0: "numbered-document", 1: "below-its-number"}),
    ],
)
def test_a_title_may_stand_above_the_number(lines: list[str], parts: dict[int, str]) -> None:
    assert document_parts(lines) == parts


def test_a_page_of_an_authority() -> None:
    decoded = decode("raw.html", PAGE.encode(), "", "raw.html")
    witness = READERS["web-page"].read(make_source(decoded.text, "web-page"), decoded.text, decoded)
    document = clean(witness.documents[0])
    assert [item.text.text for item in document.fields if item.name == "publisher"] == ["某市人民政府"]
    assert [(str(block.type), block.text.text) for block in document.blocks][1:] == [
        ("caption", "停泊收费标准一览"),
        ("table", "船长 每日"),
        ("table", "12米以下 10元"),
        ("item", "机动渔船"),
        ("paragraph", "装有发动机的渔船，不问其大小，也不问其是否出海捕鱼。"),
    ]
