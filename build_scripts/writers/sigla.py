"""Sigla: a letter for each document, by which print refers to it."""

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
