"""A formula of a Word file in one line, as Word's own linear format writes it (Unicode Technical Note 28, UnicodeMath).

What Word draws and the file holds as structure alone, such as the bar of a fraction, is the decoder's: without it 3/4 would be
34.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from build_scripts.decode.package import MATH, math

POWER = re.compile("-?[0-9]+")
MathText = tuple[str, bool]  # text, and whether it is raised


def linear(node: Any) -> Iterator[MathText]:
    """The texts of an element of a formula in order, each with whether Word raises it."""
    kind = node.tag.removeprefix(MATH)
    if kind == "t":
        yield node.text or "", False
    elif kind in MAKERS:
        yield from MAKERS[kind](node)
    else:
        for child in node.iterchildren(f"{MATH}*"):
            yield from linear(child)


def _part(node: Any, name: str) -> list[MathText]:
    found = node.find(math(name))
    return [piece for piece in linear(found) if piece[0]] if found is not None else []


def _grouped(pieces: Sequence[MathText]) -> list[MathText]:
    """Pieces in brackets where they are more than one number or name."""
    text = "".join(piece for piece, _ in pieces)
    return list(pieces) if text.isalnum() or len(text) < 2 else [("(", False), *pieces, (")", False)]


def _fraction(node: Any) -> Iterator[MathText]:
    yield from (*_grouped(_part(node, "num")), ("/", False), *_grouped(_part(node, "den")))


def _scripts(node: Any) -> Iterator[MathText]:
    """A base with what stands below and above it; a raised number is one, anything else has its sign."""
    base, low, high = _part(node, "e"), _part(node, "sub"), _part(node, "sup")
    yield from base if POWER.fullmatch("".join(text for text, _ in high)) else _grouped(base)
    yield from _below(low)
    yield from _above(high)


def _below(pieces: Sequence[MathText]) -> list[MathText]:
    return [("_", False), *_grouped(pieces)] if pieces else []


def _above(pieces: Sequence[MathText]) -> list[MathText]:
    text = "".join(piece for piece, _ in pieces)
    if POWER.fullmatch(text):
        return [(text, True)]
    return [("^", False), *_grouped(pieces)] if pieces else []


def _root(node: Any) -> Iterator[MathText]:
    degree, inner = _part(node, "deg"), _part(node, "e")
    yield from ([("√(", False), *degree, ("&", False), *inner, (")", False)] if degree else [("√", False), *_grouped(inner)])


def _set(node: Any, name: str, otherwise: str) -> str:
    """A sign that a property of an element sets."""
    properties = node.find(f"{node.tag}Pr")
    found = properties.find(math(name)) if properties is not None else None
    return otherwise if found is None else str(found.get(math("val"), ""))


def _delimited(node: Any) -> Iterator[MathText]:
    yield _set(node, "begChr", "("), False
    for at, each in enumerate(node.findall(math("e"))):
        yield from ([(_set(node, "sepChr", "|"), False)] if at else [])
        yield from linear(each)
    yield _set(node, "endChr", ")"), False


def _large(node: Any) -> Iterator[MathText]:
    """A sum, product or integral with its bounds."""
    yield _set(node, "chr", "∫"), False
    yield from (*_below(_part(node, "sub")), *_above(_part(node, "sup")), *_part(node, "e"))


def _rows(node: Any) -> Iterator[MathText]:
    """A matrix, or equations below each other."""
    rows = node.findall(math("mr")) or [[each] for each in node.findall(math("e"))]
    yield "(", False
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            yield from ([("&" if at else "@", False)] if at or number else [])
            yield from linear(cell)
    yield ")", False


def _limit(node: Any) -> Iterator[MathText]:
    yield from _part(node, "e")
    yield from (_below if node.tag == math("limLow") else _above)(_part(node, "lim"))


MAKERS = {
    "f": _fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup"), _scripts),
    "rad": _root,
    "d": _delimited,
    "nary": _large,
    **dict.fromkeys(("m", "eqArr"), _rows),
    **dict.fromkeys(("limLow", "limUpp"), _limit),
}
