"""The fonts of a PDF within bounds, and of which codes nobody says what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from pdfminer.encodingdb import name2unicode
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

MOST_CODES = 0xFFFF  # that a font gives to its glyphs
NO_GLYPH = ".notdef"


class Fonts(PDFResourceManager):
    """Gives the fonts that pages ask for, each read once.

    No font gives widths to more glyphs than it can have, which the library would count out one by one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unnamed: dict[int, frozenset[int]] = {}  # by the id of a font, which stays as long as this

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a specification, under the number of its object. Raises what pdfminer.six raises."""
        within = {
            name: [
                max(-MOST_CODES, min(each, MOST_CODES)) if isinstance(each, int) else each for each in list_value(spec[name])
            ]
            for name in ("W", "W2")
            if name in spec
        }
        font = super().get_font(objid, {**spec, **within})
        self.unnamed[id(font)] = _unnamed(spec)
        return font


def _unnamed(spec: Mapping[str, object]) -> frozenset[int]:
    """The codes of a font that its encoding gives names of no characters (`/G21`), where nothing else says what they stand
    for; libraries then take the codes for those of another encoding.
    """
    encoding = resolve1(spec.get("Encoding"))
    differences = resolve1(encoding.get("Differences")) if isinstance(encoding, dict) else None
    if "ToUnicode" in spec or not isinstance(differences, list):
        return frozenset()
    found, code = set(), 0
    for each in map(resolve1, differences):
        if isinstance(each, int):
            code = each
        elif isinstance(each, PSLiteral):
            if not _is_named(literal_name(each)):
                found.add(code)
            code += 1
    return frozenset(found)


def _is_named(name: str) -> bool:
    with suppress(KeyError, ValueError):
        return name == NO_GLYPH or bool(name2unicode(name))
    return False
