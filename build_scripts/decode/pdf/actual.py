"""What spans of marked content say that their glyphs stand for: `/ActualText` (ISO 32000-1, 14.9.4).

Browsers write it where a font draws two characters with one glyph (a radical and its ideograph), one character with several,
or a hyphen that only ends a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

FEW = 4  # glyphs of which it cannot be told which of them stands for what


def actual_text(properties: object) -> str | None:
    """The text that the properties of a span give, None where they give none."""
    given = resolve1(properties.get("ActualText")) if isinstance(properties, dict) else None
    if not isinstance(given, bytes):
        return None
    text = given[3:].decode("utf-8", "ignore") if given.startswith(b"\xef\xbb\xbf") else decode_text(given)
    return "".join(char for char in text if char.isprintable() or char.isspace() or char == "\xad")


def shares(glyphs: Sequence[str], text: str) -> list[str] | None:
    """What of the text each glyph stands for; None where it cannot be told, and glyphs stand for what their font says. Where it
    is given for a few together, the first stands for all of it and the others for nothing.

    >>> shares(["⼾", "⼝"], "户口"), shares(["⸺"], "——"), shares(["a"] * 9, "b"), shares(["x"], "")
    (['户', '口'], ['——'], None, None)
    """
    if len(text) == len(glyphs):
        return list(text)
    if not text.strip() or len(glyphs) > FEW or len(text) > FEW:
        return None
    return [text, *[""] * (len(glyphs) - 1)] if glyphs else None
