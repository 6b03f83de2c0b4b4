"""The styles of the Word files: pandoc's own reference document in one family of type, with styles of our own."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_scripts.pandoc.run import pandoc

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LATIN = "Times New Roman"
RED = "B02A18"
# Sizes in half points, distances in twentieths of a point.
BODY = 21
SIZES = {"Title": 36, "Subtitle": 24, "Heading1": 30, "Heading2": 26, "Heading3": 23, "FootnoteText": 17}
SPACING = {"BodyText": (0, 120), "Compact": (0, 120), "Title": (0, 120), "Subtitle": (0, 160), "FootnoteText": (0, 20)}
BOLD = ("Title", "Heading1", "Heading2", "Heading3")  # a heading outweighs what translates it
# Styles of our own by name: size, what else the run has, what else the paragraph has.
PARAGRAPHS: dict[str, tuple[int, dict[str, dict[str, str]], dict[str, dict[str, str]]]] = {
    "Facts": (18, {}, {"spacing": {"before": "0", "after": "40"}}),
    "FactsEnd": (18, {}, {"spacing": {"before": "0", "after": "280"}}),
    "Small": (18, {}, {}),
    "Label": (BODY, {"b": {}}, {"keepNext": {}}),
    "Abstract": (19, {}, {}),
    "Translation": (BODY, {}, {}),
    "Header": (16, {}, {"tabs": {}, "spacing": {"before": "0", "after": "0"}}),
    "Footer": (16, {}, {"tabs": {}, "spacing": {"before": "0", "after": "0"}}),
}
CHARACTERS: dict[str, dict[str, dict[str, str]]] = {
    "Number": {"color": {"val": "666666"}, "sz": {"val": "14"}},
    "From the Base": {"u": {"val": "single", "color": RED}},
    "From Elsewhere": {"u": {"val": "dotted", "color": "000000"}},
    "Official Words": {"u": {"val": "dotted", "color": RED}},
}


def word_reference(folder: Path) -> Path:
    """The reference document, written into a folder."""
    from lxml import etree

    given = subprocess.run([pandoc(), "--print-default-data-file=reference.docx"], capture_output=True, check=True).stdout
    path = folder / "reference.docx"
    with ZipFile(BytesIO(given)) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/styles.xml":
                styles = etree.fromstring(data)
                _set_family(styles)
                _set_sizes(styles)
                _add_styles(styles)
                data = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(ZipInfo(item.filename), data, ZIP_DEFLATED)
    return path


def _set_family(styles: _Element) -> None:
    """One Latin family, and no colour: East Asian faces go by language, and are set where that is known."""
    for fonts in styles.iter(f"{{{W}}}rFonts"):
        fonts.attrib.clear()
        for kind in ("ascii", "hAnsi", "cs"):
            fonts.set(f"{{{W}}}{kind}", LATIN)
    for colour in styles.iter(f"{{{W}}}color"):
        colour.attrib.clear()
        colour.set(f"{{{W}}}val", "000000")


def _set_sizes(styles: _Element) -> None:
    for size in styles.iterfind(f".//{{{W}}}docDefaults//{{{W}}}sz"):
        size.set(f"{{{W}}}val", str(BODY))
    for style in styles.iter(f"{{{W}}}style"):
        name = style.get(f"{{{W}}}styleId", "")
        if name in SIZES:
            _put(_child(style, "rPr"), "sz", {"val": str(SIZES[name])})
        if name in BOLD:
            _put(_child(style, "rPr"), "b", {})
        if name == "Subtitle":  # of which pandoc draws the letters apart
            _put(_child(style, "rPr"), "spacing", {"val": "0"})
            _put(_child(style, "rPr"), "b", {"val": "0"})
        if name in SPACING:
            before, after = SPACING[name]
            _put(_child(style, "pPr"), "spacing", {"before": str(before), "after": str(after)})


def _add_styles(styles: _Element) -> None:
    """The styles of our own, in place of those that bear their names."""
    from lxml.etree import SubElement

    for old in styles.findall(f"{{{W}}}style"):
        if old.get(f"{{{W}}}styleId") in PARAGRAPHS:
            styles.remove(old)
    for name, (size, run, paragraph) in PARAGRAPHS.items():
        style = SubElement(styles, f"{{{W}}}style", {f"{{{W}}}type": "paragraph", f"{{{W}}}styleId": name})
        _put(style, "name", {"val": name.lower() if name in ("Header", "Footer") else name})
        _put(style, "basedOn", {"val": "BodyText"})
        _put(style, "qFormat", {})
        for key, values in paragraph.items():
            _put(_child(style, "pPr"), key, values)
        for key, values in {**run, "sz": {"val": str(size)}}.items():
            _put(_child(style, "rPr"), key, values)
    for name, run in CHARACTERS.items():
        about = {f"{{{W}}}type": "character", f"{{{W}}}customStyle": "1", f"{{{W}}}styleId": name.replace(" ", "")}
        style = SubElement(styles, f"{{{W}}}style", about)
        _put(style, "name", {"val": name})
        for key, values in run.items():
            _put(_child(style, "rPr"), key, values)


def _child(parent: _Element, name: str) -> _Element:
    from lxml.etree import SubElement

    found = parent.find(f"{{{W}}}{name}")
    return SubElement(parent, f"{{{W}}}{name}") if found is None else found


def _put(parent: _Element, name: str, values: dict[str, str]) -> None:
    """A child with these values, in place of one of that name."""
    child = _child(parent, name)
    child.attrib.clear()
    for key, value in values.items():
        child.set(f"{{{W}}}{key}", value)
    if name == "tabs":
        for position, kind in (("9298", "right"),):
            tab = _new(child, "tab")
            tab.set(f"{{{W}}}val", kind)
            tab.set(f"{{{W}}}pos", position)


def _new(parent: _Element, name: str) -> _Element:
    from lxml.etree import SubElement

    return SubElement(parent, f"{{{W}}}{name}")
