"""How paper refers to a place: a letter for each document, its siglum, and the number of the paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.model import Document


def sigla(documents: Iterable[Document]) -> dict[str, str]:
    """`{document id: siglum}` for the documents of the edition, in its order of time: A, B … Z, AA, AB …"""
    return {document.id: siglum(index) for index, document in enumerate(documents)}


def siglum(index: int) -> str:
    """The siglum of the document at an index, from 0, counted as columns of a spreadsheet are.

    >>> siglum(0), siglum(25), siglum(26), siglum(27), siglum(702)
    ('A', 'Z', 'AA', 'AB', 'AAA')
    """
    return (siglum(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def paragraph_number(block: str) -> str:
    """The number by which paper refers to a block; empty where it has none.

    >>> paragraph_number("p12"), paragraph_number("h1"), paragraph_number("item3")
    ('12', '', '')
    """
    return block[1:] if block[:1] == "p" and block[1:].isdigit() else ""


def place_on_paper(letter: str, block: str) -> str:
    """A document by its siglum and, where it has a number, the paragraph.

    >>> place_on_paper("A", "p6"), place_on_paper("B", "headline")
    ('A ¶6', 'B')
    """
    number = paragraph_number(block)
    return f"{letter} ¶{number}" if number else letter
