"""Texts in Simplified characters and common width, code point for code point, so that either script can be compared."""

from __future__ import annotations

import unicodedata

from build_scripts.remembered import remembered

HAN_RANGES = ((0x3400, 0xA000), (0x20000, 0x2F800))
# Radicals, compatibility ideographs, full-width letters and digits.
COMPATIBILITY_RANGES = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0xFF00, 0xFFF0), (0x2F800, 0x2FA20))


@remembered("simplification")
def simplification() -> dict[int, str]:
    """Code point to Simplified character, for `str.translate`, of the characters that change; one for one.

    From OpenCC's t2s by single characters, compatibility forms unfolded; 著 goes with 着, which only its phrases do.
    """
    from opencc import OpenCC  # slow to load, so only where texts are compared

    han = [chr(code) for first, last in HAN_RANGES for code in range(first, last)]
    converted = OpenCC("t2s").convert("\n".join(han)).split("\n")
    table = {ord(char): to for char, to in zip(han, converted, strict=True) if to != char and len(to) == 1}
    for first, last in COMPATIBILITY_RANGES:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain.isalnum():
                table[code] = table.get(ord(plain), plain)
    return {**table, ord("著"): "着"}


def simplify(text: str) -> str:
    """The text in Simplified characters and common width, code point for code point.

    >>> simplify("軟體標誌着「ＡＩ」")
    '软体标志着「AI」'
    """
    return text.translate(simplification())
