"""Word files made up on the spot: paragraphs as XML, with styles and notes; and one as python-docx writes it."""

from __future__ import annotations

import io
import zipfile

from docx import Document

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = f"""<w:styles {NAMES}>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="mine"><w:name w:val="我的小标题"/><w:basedOn w:val="2"/></w:style>
<w:style w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>
</w:styles>"""


def package(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word_file(body: str, footnotes: str = "", endnotes: str = "", styles: str = STYLES, numbering: str = "") -> bytes:
    """A Word file of paragraphs in XML."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles,
    }
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {NAMES}>{footnotes}</w:footnotes>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {NAMES}>{numbering}</w:numbering>"
    if endnotes:
        parts["word/endnotes.xml"] = f"<w:endnotes {NAMES}>{endnotes}</w:endnotes>"
    return package(parts)


def paragraph(text: str, style: str = "", inner: str = "") -> str:
    """A paragraph in XML, with what else stands in it."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r>{inner}</w:p>"


def counting(number: int, *levels: tuple[str, str], style: str = "", anew: int = 0) -> str:
    """A list whose levels count in these formats, with these texts; of a style, or beginning anew where it is said."""
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    shown = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    over = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{anew}"/></w:lvlOverride>' if anew else ""
    abstract = f'<w:abstractNum w:abstractNumId="{number}">{shown}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{over}</w:num>'


def listed(text: str, number: int, level: int = 0, bold: bool = False) -> str:
    """A paragraph of a list in XML."""
    look = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    face = "<w:rPr><w:b/></w:rPr>" * bold
    return f"<w:p>{look}<w:r>{face}<w:t>{text}</w:t></w:r></w:p>"


def call(number: int, kind: str = "footnote") -> str:
    """The call of a note in XML."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    """A note in XML."""
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t> {text}</w:t></w:r></w:p></w:{kind}>'


def written_file() -> bytes:
    """A file as python-docx writes it."""
    document = Document()
    document.core_properties.title, document.core_properties.author = "渔港的冬天", "周小满"
    document.add_paragraph("渔港的冬天", style="Title")
    document.add_heading("开港之前", 1)
    document.add_paragraph("冬天的渔港很安静，船都停在岸边，只有海鸥在叫。").add_run("没有人出海。").bold = True
    document.add_heading("修船的人", 2)
    document.add_paragraph("修船的人天不亮就来了，带着锤子和麻丝，还有一壶热茶。")
    document.add_paragraph("补好船板", style="List Bullet")
    document.add_paragraph("换新的缆绳", style="List Number")
    document.add_paragraph("船是人的腿，人是船的眼睛。", style="Quote")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "船", "三十条"
    document.add_paragraph("图一　修船的人", style="Caption")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
