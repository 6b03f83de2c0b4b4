"""Elements and files of XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(
    tag: str,
    attributes: Mapping[str, str] | None = None,
    words: str = "",
    inside: Iterable[etree._Element] = (),
    namespace: str = "",
) -> etree._Element:
    """An element with its attributes, its words, and the elements inside it."""
    name = f"{{{namespace}}}{tag}" if namespace else tag
    known: dict[Any, str] = {None: namespace} if namespace else {}  # the stubs know no namespace without a prefix
    made = etree.Element(name, dict(attributes or {}), nsmap=known)
    made.text = words or None
    made.extend(list(inside))
    return made


def file_of(root: etree._Element) -> bytes:
    """The bytes of a file, indented where no words stand between elements."""
    written = [each for each in root.iter() if _has_words(each)]
    kept = [(each, each.text, [child.tail for child in each]) for each in written]
    etree.indent(root, "  ")
    for each, words, tails in kept:
        each.text = words
        for child, tail in zip(each, tails, strict=True):
            child.tail = tail
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _has_words(element: etree._Element) -> bool:
    """Whether words stand between its elements, so that two that touch must go on touching."""
    return len(element) > 0 and any((words or "").strip() for words in (element.text, *(child.tail for child in element)))
