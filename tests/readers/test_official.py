"""Documents of authorities as PDF: whose document it is, its number, title, headings in the type of the text, signature."""

from __future__ import annotations

from build_scripts.decode import decode
from build_scripts.passes import clean
from build_scripts.readers import READERS
from tests.conftest import make_source
from tests.making.printed import compiled

PROSE = "县里上周召开说明会，请专家与居民一起讨论，会中没有结论，决定下个月再议，有关部门要做好准备，按时报送材料。"
NOTICE = f"""#set page(width: 420pt, height: 700pt, margin: 60pt)
#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.65em, leading: 0.65em)
#align(center, text(30pt, fill: red)[海湾县水利局文件])
#v(10pt)
#align(center)[湾水〔2024〕12号]
#v(16pt)
#align(center, text(18pt, weight: "bold")[关于修复古道的通知])
#v(8pt)
{PROSE}现将有关事项通知如下：

一、总体要求

{PROSE}{PROSE}

二、组织实施

{PROSE}

#align(right)[海湾县水利局]
#align(right)[2024年5月6日]
"""


def test_an_official_document() -> None:
    decoded = decode("raw.pdf", compiled(NOTICE), "", "raw.pdf")
    source = make_source(decoded.text, "journal-article", capture="raw.pdf")
    document = clean(READERS["journal-article"].read(source, decoded.text, decoded).documents[0])
    assert document.field("title") == "关于修复古道的通知" and not document.field("author")
    shown = [(str(block.type), block.text.text) for block in document.blocks]
    assert shown[:2] == [("statement", "海湾县水利局文件"), ("statement", "湾水〔2024〕12号")]
    assert ("heading", "二、组织实施") in shown and "一、总体要求" in [text for _, text in shown]
    assert [text for _, text in shown[-2:]] == ["海湾县水利局", "2024年5月6日"]
