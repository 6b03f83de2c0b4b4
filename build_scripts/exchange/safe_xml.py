"""XML that somebody sends: read without entities, document types or anything from elsewhere."""

from __future__ import annotations

from lxml import etree

from build_scripts.diagnostics import BadInput, bad
from build_scripts.model import Place

LARGEST = 64_000_000  # bytes of a file
DEEPEST = 200  # elements inside one another


def parse_xml(data: bytes, shown: str) -> etree._Element:
    """The root element. Raises BadInput `bad-exchange` for what is no XML, and for what declares a document type."""
    if len(data) > LARGEST:
        raise refuse(shown, 1, f"the file is larger than {LARGEST:,} bytes", "send it in parts")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refuse(
            shown, error.lineno or 1, f"it is no XML: {error.msg}", "save it again with the tool it comes from"
        ) from None
    except (ValueError, LookupError) as error:
        raise refuse(shown, 1, f"it is no XML: {error}", "save it as UTF-8") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse(shown, 1, "it declares a document type, which is not read", "take the line with <!DOCTYPE out")
    return root


def line_in(element: etree._Element) -> int:
    """The line, from 1, on which an element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def refuse(shown: str, line: int, sentence: str, hint: str) -> BadInput:
    """A BadInput about a line of a file that came back."""
    return bad(Place(shown, line), "bad-exchange", sentence, hint)
