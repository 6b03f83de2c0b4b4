"""What pandoc cannot say in a Word file: languages as Word names them, faces by region, running head, page numbers, dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_scripts.writers.books.word_styles import W

if TYPE_CHECKING:
    from lxml.etree import _Element

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
TERMS = "http://purl.org/dc/terms/"
KEEP_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
# A face by language, with the names that other machines have for one like it; all are of printed books.
FACES = {
    "zh-CN": ("SimSun", "宋体,Songti SC,Noto Serif CJK SC", "86"),
    "zh-TW": ("PMingLiU", "新細明體,Songti TC,Noto Serif CJK TC", "88"),
    "zh-HK": ("MingLiU_HKSCS", "細明體_HKSCS,PMingLiU,Noto Serif CJK HK", "88"),
}
A4 = ("11906", "16838")
MARGINS = {"top": "1440", "right": "1304", "bottom": "1440", "left": "1304", "header": "709", "footer": "709", "gutter": "0"}
REFERENCES = (
    ("headerReference", "rIdHead", "default"),
    ("footerReference", "rIdFoot", "default"),
    ("footerReference", "rIdFoot", "first"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a Word file has around its text: `head` at the top of every page but the first, `foot` beside the page number.

    `language` (BCP 47) is that of text which says none; `written` and `changed` are ISO days, empty where they are not known.
    """

    head: str
    foot: str
    language: str
    written: str = ""
    changed: str = ""


def word_language(code: str) -> str:
    """The language as Word tags it; it knows regions and no scripts.

    >>> [word_language(code) for code in ("zh-Hans", "zh-Hant", "zh-Hant-HK", "zh-Hans-CN", "en")]
    ['zh-CN', 'zh-TW', 'zh-HK', 'zh-CN', 'en-US']
    """
    language, *rest = code.split("-")
    region = next((part for part in rest if len(part) == 2 and f"{language}-{part}" in FACES), "")
    if language != "zh":
        return "en-US" if code == "en" else code
    return f"zh-{region or ('TW' if 'Hant' in rest else 'CN')}"


def finish_word(made: bytes, sheet: Sheet) -> bytes:
    """The Word file with all of that; the same text gives the same bytes."""
    from lxml import etree

    with ZipFile(BytesIO(made)) as old:
        parts = {item.filename: old.read(item) for item in old.infolist()}
    changes: dict[str, Callable[[_Element], None]] = {
        "word/document.xml": lambda root: _set_document(root, sheet),
        "word/footnotes.xml": lambda root: _tag(root, sheet.language),
        "word/styles.xml": lambda root: _set_default(root, sheet.language),
        "word/fontTable.xml": _name_faces,
        "word/_rels/document.xml.rels": _relate,
        "[Content_Types].xml": _declare,
        "docProps/core.xml": lambda root: _date(root, sheet),
    }
    for name, change in changes.items():
        root = etree.fromstring(parts[name])
        change(root)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts |= {"word/header1.xml": _margin("hdr", "Header", sheet), "word/footer1.xml": _margin("ftr", "Footer", sheet)}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return packed.getvalue()


def _set_document(root: _Element, sheet: Sheet) -> None:
    _tag(root, sheet.language)
    _set_page(root)


def _tag(root: _Element, language: str) -> None:
    """Chinese runs bear the language in `eastAsia`, where Word looks for it, and the face of their region."""
    from lxml.etree import SubElement

    usual = word_language(language)
    for lang in list(root.iter(f"{{{W}}}lang")):
        code = word_language(lang.get(f"{{{W}}}val", ""))
        lang.attrib.clear()
        lang.set(f"{{{W}}}{'eastAsia' if code.startswith('zh') else 'val'}", code)
        run = lang.getparent()
        if code in FACES and code != usual and run is not None:
            fonts = run.find(f"{{{W}}}rFonts")
            if fonts is None:
                fonts = SubElement(run, f"{{{W}}}rFonts")
                run.remove(fonts)
                run.insert(1 if run.find(f"{{{W}}}rStyle") is not None else 0, fonts)
            fonts.set(f"{{{W}}}eastAsia", FACES[code][0])


def _set_default(styles: _Element, language: str) -> None:
    """Text that says no language is in that of the file; a file in English has Simplified Chinese in it."""
    code = word_language(language)
    code = code if code in FACES else "zh-CN"
    for fonts in styles.iter(f"{{{W}}}rFonts"):
        fonts.set(f"{{{W}}}eastAsia", FACES[code][0])
    for lang in styles.iter(f"{{{W}}}lang"):
        lang.set(f"{{{W}}}val", "en-US")
        lang.set(f"{{{W}}}eastAsia", code)


def _name_faces(fonts: _Element) -> None:
    """The faces with the other names that they go by, so that a machine without one takes its like."""
    from lxml.etree import SubElement

    for name, others, charset in FACES.values():
        font = SubElement(fonts, f"{{{W}}}font", {f"{{{W}}}name": name})
        for key, value in (("altName", others), ("charset", charset), ("family", "roman"), ("pitch", "variable")):
            SubElement(font, f"{{{W}}}{key}", {f"{{{W}}}val": value})


def _set_page(root: _Element) -> None:
    """A4, even margins, a head on every page but the first, a page number on every one; in the order that the schema has."""
    from lxml.etree import SubElement

    for section in root.iter(f"{{{W}}}sectPr"):
        kept = [each for each in section if each.tag == f"{{{W}}}footnotePr"]
        for child in list(section):
            section.remove(child)
        for kind, name, at in REFERENCES:
            SubElement(section, f"{{{W}}}{kind}", {f"{{{W}}}type": at, f"{{{R}}}id": name})
        section.extend(kept)
        SubElement(section, f"{{{W}}}pgSz", {f"{{{W}}}w": A4[0], f"{{{W}}}h": A4[1]})
        SubElement(section, f"{{{W}}}pgMar", {f"{{{W}}}{key}": value for key, value in MARGINS.items()})
        SubElement(section, f"{{{W}}}titlePg")


def _relate(root: _Element) -> None:
    from lxml.etree import SubElement

    for name, kind in (("rIdHead", "header"), ("rIdFoot", "footer")):
        SubElement(root, f"{{{RELATIONS}}}Relationship", {"Id": name, "Type": f"{R}/{kind}", "Target": f"{kind}1.xml"})


def _declare(root: _Element) -> None:
    from lxml.etree import SubElement

    for kind in ("header", "footer"):
        content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        SubElement(root, f"{{{TYPES}}}Override", {"PartName": f"/word/{kind}1.xml", "ContentType": content})


def _date(root: _Element, sheet: Sheet) -> None:
    """The day of the text, and that on which the edition last changed; neither where it is not known."""
    for name, day in (("created", sheet.written), ("modified", sheet.changed)):
        for old in root.findall(f"{{{TERMS}}}{name}"):
            if day:
                old.text = f"{day}T00:00:00Z"
            else:
                root.remove(old)


def _margin(kind: str, style: str, sheet: Sheet) -> bytes:
    """The head with the title, or the foot with edition and version and the number of the page of so many pages."""
    from lxml import etree
    from lxml.etree import SubElement

    root = etree.Element(f"{{{W}}}{kind}", nsmap={"w": W})
    paragraph = SubElement(root, f"{{{W}}}p")
    SubElement(SubElement(paragraph, f"{{{W}}}pPr"), f"{{{W}}}pStyle", {f"{{{W}}}val": style})
    if kind == "hdr":
        _words(paragraph, sheet.head)
    else:
        _words(paragraph, sheet.foot)
        SubElement(SubElement(paragraph, f"{{{W}}}r"), f"{{{W}}}tab")
        for instruction, between in (("PAGE", " / "), ("NUMPAGES", "")):
            _words(SubElement(paragraph, f"{{{W}}}fldSimple", {f"{{{W}}}instr": f" {instruction} "}), "1")
            _words(paragraph, between)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _words(parent: _Element, words: str) -> None:
    from lxml.etree import SubElement

    if words:
        text = SubElement(SubElement(parent, f"{{{W}}}r"), f"{{{W}}}t", {KEEP_SPACES: "preserve"})
        text.text = words
