"""One work as one note names it, and what every form of citation gives in the same way."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAGES = re.compile(r"第\s*(\d+(?:\s*[—–\-~～、]+\s*\d+)*)\s*页|\bpp?\.\s*(\d+(?:[–—-]\d+)?)")
URL = re.compile(r"https?://[^\s，。；>）)]+")


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a work; `date` is EDTF, empty strings stand for what is not said.

    `accessed` is the day on which it was read, `part` which volume of a book it is, as printed.
    """

    kind: str
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    date: str = ""
    publisher: str = ""
    place: str = ""
    language: str = "zh"
    site: str = ""
    url: str = ""
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    accessed: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Described):
    """One work as one note names it, at code points `[start, end)` of the note, on the pages of `locator`.

    `keyed` is container and publisher as the id of the work has them, where they differ.
    """

    start: int
    end: int
    locator: str = ""
    keyed: tuple[str, str] | None = None


def locator(text: str) -> str:
    match = PAGES.search(text)
    return re.sub(r"\s*[—–\-~～]+\s*", "–", match[1] or match[2]) if match else ""
