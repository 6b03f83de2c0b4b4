"""The schema that TEI files are held against: TEI's own DTD, of P5 4.8.0, and the rules that a DTD cannot state.

The DTD comes with trafilatura; it was generated from the TEI with the modules that a web corpus needs, so that it allows
nothing that TEI All does not. Of TEI All it lacks the modules analysis, figures and gaiji. What these files use of them is
added below after the element specifications of the Guidelines: `@ana` of att.global.analytic, `span` and `spanGrp` of
model.global.meta, `figure` of model.global, and `g` of model.gLike with the declaration of its character. And `choice` has
two alternatives or more, as the Guidelines say; the generated DTD, which cannot count, allows it only one.
"""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import trafilatura
from lxml import etree

ADDED = (
    ("att.global.linking.attribute.corresp", "corresp CDATA  #IMPLIED", "corresp CDATA  #IMPLIED\nana CDATA #IMPLIED"),
    ("model.global.meta", "index |", "span |spanGrp |index |"),
    ("model.global", "%model.global.meta; |", "figure |%model.global.meta; |"),
    ("model.encodingDescPart", "schemaRef |", "charDecl |schemaRef |"),
    ("macro.paraContent", "(#PCDATA|", "(#PCDATA|g|"),
)
ELEMENTS = """
<!ELEMENT spanGrp ((desc)*,(span)*)>
<!ATTLIST spanGrp %att.global.attributes; type CDATA #IMPLIED subtype CDATA #IMPLIED inst CDATA #IMPLIED>
<!ELEMENT span %macro.phraseSeq.limited;>
<!ATTLIST span %att.global.attributes; %att.pointing.attributes; type CDATA #IMPLIED subtype CDATA #IMPLIED
 inst CDATA #IMPLIED from CDATA #IMPLIED to CDATA #IMPLIED>
<!ELEMENT figure (head|%model.common;|%model.graphicLike;|%model.global;)*>
<!ATTLIST figure %att.global.attributes; %att.typed.attributes; %att.placement.attributes;>
<!ELEMENT g (#PCDATA)>
<!ATTLIST g %att.global.attributes; %att.typed.attributes; ref CDATA #IMPLIED>
<!ELEMENT charDecl (desc?,(char)+)>
<!ATTLIST charDecl %att.global.attributes;>
<!ELEMENT char (localProp|mapping|%model.noteLike;|desc)*>
<!ATTLIST char %att.global.attributes;>
<!ELEMENT localProp EMPTY>
<!ATTLIST localProp %att.global.attributes; name CDATA #REQUIRED value CDATA #REQUIRED>
<!ELEMENT mapping (#PCDATA|g)*>
<!ATTLIST mapping %att.global.attributes; %att.typed.attributes;>
"""


@cache
def schema() -> etree.DTD:
    """The DTD with what is added to it."""
    path = next(Path(trafilatura.__file__).parent.rglob("tei_corpus.dtd"))
    text = path.read_text(encoding="utf-8").replace("_DUMMY_model.gLike", "g")
    for entity, before, after in ADDED:
        declared = re.search(rf"<!ENTITY % {re.escape(entity)} [^>]*>", text)
        assert declared and before in declared[0], f"the DTD no longer declares {entity} as it did"
        text = text.replace(declared[0], declared[0].replace(before, after, 1), 1)
    one = "<!ELEMENT choice (%model.choicePart;|choice)>"
    assert one in text
    text = text.replace(one, "<!ELEMENT choice ((%model.choicePart;|choice),(%model.choicePart;|choice)+)>")
    names = "".join(
        f'<!ATTLIST {name} xmlns CDATA "http://www.tei-c.org/ns/1.0">' for name in re.findall(r"<!ELEMENT (\w+)", ELEMENTS)
    )
    return etree.DTD(io.StringIO(text + ELEMENTS + names))


def complaints(text: str) -> list[str]:
    """What the DTD, and then what the datatypes and Schematron rules of TEI, find wrong with a file."""
    root = etree.fromstring(text.encode())
    dtd = schema()
    found = [] if dtd.validate(root) else [f"line {each.line}: {each.message}" for each in dtd.error_log]
    return [*found, *(f"line {element.sourceline}: {sentence}" for element in root.iter("*") for sentence in _rules(element))]


POINTERS = ("target", "corresp", "ana", "resp", "ref", "scheme", "from", "to")
WORD = re.compile(r"[^\s]+")
WORDS = ("type", "subtype", "unit", "level", "place", "method", "marks", "reason", "eol")
W3C = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def _rules(element: etree._Element) -> list[str]:
    """Datatypes of attributes (teidata.word, pointer, temporal.w3c, language, certainty) and TEI's Schematron rules."""
    name, given = etree.QName(element).localname, element.attrib
    tests = [
        (all(WORD.fullmatch(given[key]) for key in WORDS if key in given), "an enumerated value is not one word"),
        (all(given[key].split() for key in POINTERS if key in given), "a pointer is empty"),
        (all(re.fullmatch(r"[^\s<>\"{}|\\^`]+", each) for key in POINTERS for each in given.get(key, "").split()), "not a URI"),
        (W3C.fullmatch(given.get("when", "2000")), "@when is not a W3C date"),
        (LANGUAGE.fullmatch(given.get("{http://www.w3.org/XML/1998/namespace}lang", "en")), "xml:lang is not BCP 47"),
        (given.get("cert", "high") in ("high", "medium", "low", "unknown"), "@cert is no teidata.certainty"),
        (name != "link" or len(given.get("target", "").split()) > 1, "a link has fewer than two targets"),
        (name != "join" or len(given.get("target", "").split()) > 1, "a join has fewer than two targets"),
        (name != "span" or not ("target" in given and ("from" in given or "to" in given)), "span has @target and @from"),
        (name != "span" or "from" in given or "to" not in given, "span has @to without @from"),
        (name not in ("ptr", "ref") or not ("target" in given and "cRef" in given), "@target and @cRef"),
        (name != "ptr" or "target" in given, "a ptr points nowhere"),
        (name != "relatedItem" or bool(len(element)) != ("target" in given), "relatedItem has no item, or two"),
        (re.fullmatch(r"[^\W\d][\w.-]*", given.get("{http://www.w3.org/XML/1998/namespace}id", "x")), "xml:id is no XML name"),
        (given.get("level", "m") in ("a", "m", "j", "s", "u"), "@level is not one of TEI's"),
        (name != "list" or given.get("type") not in ("ordered", "bulleted", "simple", "unordered"), "a list says how it looks"),
        (name != "choice" or len(element) >= 2, "choice has nothing to choose"),
        (
            name != "p"
            or all(etree.QName(each).localname not in ("p", "ab") or _apart(element, each) for each in element.iterancestors()),
            "p stands inside p or ab",
        ),
        (name != "linkGrp" or len(given.get("targFunc", "a b").split()) > 1, "@targFunc has fewer than two words"),
        (name != "list" or given.get("type") != "gloss" or element.find("{*}label") is not None, "a gloss list without labels"),
    ]
    return [sentence for holds, sentence in tests if not holds]


def _apart(inner: etree._Element, outer: etree._Element) -> bool:
    """Whether a note, item or figure that begins a text of its own stands between the two."""
    between = [etree.QName(each).localname for each in inner.iterancestors()]
    return any(
        name in ("note", "item", "figure", "floatingText") for name in between[: list(inner.iterancestors()).index(outer)]
    )
