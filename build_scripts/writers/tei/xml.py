"""The XML of the TEI files: elements, text that XML cannot hold, indentation that touches no text, the finished file."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from lxml import etree

NAMESPACE = "http://www.tei-c.org/ns/1.0"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMA = "http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<?xml-model href="{SCHEMA}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
)
# What XML 1.0 leaves out of its characters (production 2, Char).
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Elements that hold elements only, so that white space between these means nothing.
INDENTED = frozenset(
    {
        "teiCorpus",
        "TEI",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "respStmt",
        "editionStmt",
        "publicationStmt",
        "availability",
        "sourceDesc",
        "bibl",
        "listBibl",
        "encodingDesc",
        "projectDesc",
        "editorialDecl",
        "correction",
        "normalization",
        "quotation",
        "hyphenation",
        "segmentation",
        "interpretation",
        "refsDecl",
        "classDecl",
        "taxonomy",
        "category",
        "charDecl",
        "char",
        "profileDesc",
        "abstract",
        "langUsage",
        "textClass",
        "text",
        "group",
        "front",
        "body",
        "back",
        "div",
        "docTitle",
        "list",
        "figure",
        "standOff",
        "spanGrp",
        "linkGrp",
    }
)

Element = etree._Element
NAMESPACES: Any = {None: NAMESPACE}  # the stubs of lxml know no default namespace


def make(tag: str, *content: str | Element | None, id: str = "", lang: str = "", **attributes: str) -> Element:
    """An element with its content; attributes of empty value and content that is None are left out, `from_` is `from`."""
    given = {ID: id, LANG: lang} | {name.rstrip("_"): value for name, value in attributes.items()}
    kept = {name: value for name, value in given.items() if value}
    element = etree.Element(f"{{{NAMESPACE}}}{tag}", kept, nsmap=NAMESPACES)
    for each in content:
        if isinstance(each, str):
            put(element, each)
        elif each is not None:
            element.append(each)
    return element


def put(parent: Element, text: str) -> None:
    """Add text at the end of an element; what XML cannot hold becomes `g`, under its code point."""
    at = 0
    for match in NOT_IN_XML.finditer(text):
        _add(parent, text[at : match.start()])
        code = ord(match[0])
        parent.append(make("g", picture(code), ref=f"#char-{code:04X}"))
        at = match.end()
    _add(parent, text[at:])


def _add(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def picture(code: int) -> str:
    """What stands for a code point that XML cannot hold: its control picture, else the replacement character.

    >>> picture(0), picture(0x1F), picture(0xFFFE)
    ('␀', '␟', '�')
    """
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def pointer_to(url: str) -> str:
    """An address as a TEI pointer: one word, and what a URI cannot hold in percent signs.

    >>> pointer_to("https://example.org/a b?q=1#x")
    'https://example.org/a%20b?q=1#x'
    """
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]-._", errors="surrogatepass")


def to_text(root: Element) -> str:
    """The file: declaration, schema, elements one below another, and in running text nothing that was not there."""
    _indent(root, 0)
    return f"{HEAD}{etree.tostring(root, encoding='unicode')}\n"


def inner_text(element: Element) -> str:
    """The text of an element that stands directly in the first of a file, whose namespace is its own."""
    _indent(element, 1)
    return etree.tostring(element, encoding="unicode").replace(f' xmlns="{NAMESPACE}"', "", 1)


def _indent(element: Element, level: int) -> None:
    if not len(element) or etree.QName(element).localname not in INDENTED:
        return
    element.text = "\n" + " " * (level + 1)
    for child in element:
        _indent(child, level + 1)
        child.tail = "\n" + " " * (level + 1)
    element[-1].tail = "\n" + " " * level
