"""One work as one note names it, and what every form of citation gives in the same way."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAGES = re.compile(r"第\s*(\d+(?:\s*[—–\-~～、]+\s*\d+)*)\s*页|\bpp?\.\s*(\d+(?:[–—-]\d+)?)")
URL = re.compile(r"https?://[^\s，。；>）)]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One work as one note names it, at code points `[start, end)` of the note. Empty strings for what is not said.

    `accessed` is the day on which it was read, `part` which volume of a book it is, as printed, `keyed` container and publisher
    as the id of the work has them, where they differ.
    """

    start: int
    end: int
    kind: str
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    date: str = ""
    publisher: str = ""
    place: str = ""
    locator: str = ""
    language: str = "zh"
    site: str = ""
    url: str = ""
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    accessed: str = ""
    part: str = ""
    keyed: tuple[str, str] | None = None


def locator(text: str) -> str:
    match = PAGES.search(text)
    return re.sub(r"\s*[—–\-~～]+\s*", "–", match[1] or match[2]) if match else ""
