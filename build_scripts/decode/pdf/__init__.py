"""A PDF as text: the characters of its text layer in the order of reading, each piece of a line with its place and type.

Line ends, form feeds between pages and nothing else are put in; a space that only distance shows is left to the readers. The
characters of each page are counted again by a library of other make, and what differs is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from build_scripts.decode.decoded import Decoded
from build_scripts.decode.pdf.count import count_pages, counted, differences
from build_scripts.decode.pdf.glyphs import UNKNOWN, GlyphPage, read_pages
from build_scripts.decode.pdf.opened import BeyondError, CircleError
from build_scripts.decode.pdf.raised import raise_narrow
from build_scripts.decode.pdf.text import text_of_pages
from build_scripts.decode.printed import Printed
from build_scripts.diagnostics import bad
from build_scripts.model import Place

RADICAL = re.compile("[\u2e80-\u2fdf]")
EXCERPT = 24  # characters that a message shows


def decode(data: bytes, encoding: str, shown: str) -> Decoded:
    """The bytes of a PDF as text, with portions of `Printed`. A PDF states its own encodings; `encoding` says nothing here.

    Raises BadInput: undecodable, too-large, empty-document.
    """
    pages = _pages(data, shown)
    decoded = text_of_pages(raise_narrow(pages))
    if not decoded.text.strip():
        hint = "it is a picture of pages: add a text layer to it (OCR), or write its text as raw.txt"
        raise bad(Place(shown), "empty-document", f"the PDF of {len(pages)} pages has no text layer", hint)
    try:
        disputed = recount(data, decoded)
    except pypdfium2.PdfiumError as error:  # then nothing has been counted again, which nobody can accept
        sentence = f"a second library cannot read the PDF: {error}"
        raise bad(Place(shown), "undecodable", sentence, "open it in a viewer and save it again") from None
    return replace(decoded, disputed=(*_unknown(decoded), *_guessed(decoded, pages), *disputed))


def _unknown(decoded: Decoded) -> Iterator[tuple[int, str]]:
    """The pages with glyphs of which the PDF does not say what they stand for."""
    found: dict[int, list[int]] = {}
    for run in decoded.portions:
        if isinstance(run.known, Printed) and UNKNOWN in decoded.text[run.start : run.end]:
            at = decoded.text.index(UNKNOWN, run.start)
            found.setdefault(run.known.page, []).extend([at] * decoded.text.count(UNKNOWN, run.start, run.end))
    for page, places in found.items():
        yield places[0], f"page {page}: the PDF does not say what {len(places)} of its glyphs stand for; they are “{UNKNOWN}”"


def _guessed(decoded: Decoded, pages: Sequence[GlyphPage]) -> Iterator[tuple[int, str]]:
    """The pages with glyphs that have names of no characters: their codes are all that there is."""
    starts = _starts(decoded)
    for number, page in enumerate(pages, 1):
        if shown := page.guessed.strip():
            what = f"the PDF does not say what {len(page.guessed)} of its glyphs stand for; they are read by their codes alone"
            yield starts.get(number, 0), f"page {number}: {what}: “{_excerpt(shown)}”"


def _starts(decoded: Decoded) -> dict[int, int]:
    """By the number of a page the code point at which its text begins."""
    found: dict[int, int] = {}
    for run in decoded.portions:
        if isinstance(run.known, Printed):
            found.setdefault(run.known.page, run.start)
    return found


def _pages(data: bytes, shown: str) -> list[GlyphPage]:
    """The pages of a file that nobody has checked: whatever goes wrong in the library is said in one line."""
    pages: list[GlyphPage] = []
    try:
        pages.extend(read_pages(data))
    except BeyondError as beyond:
        hint = "cut it into several seeds, print it into a new PDF, or write its text as raw.txt"
        raise bad(Place(shown), "too-large", str(beyond), hint) from None
    except CircleError as circle:
        sentence = f"{circle} lead in a circle: nobody can tell what there is"
        raise bad(Place(shown), "undecodable", sentence, "open it in a viewer and print it into a new PDF") from None
    except TimeoutError:
        sentence = f"page {len(pages) + 1} of the PDF takes longer to read than can be waited for"
        raise bad(Place(shown), "too-large", sentence, "print it into a new PDF, or write its text as raw.txt") from None
    except Exception as error:
        sentence = f"the PDF cannot be read: {type(error).__name__} on page {len(pages) + 1}"
        hint = "open it in a viewer and save it again; one that asks for a password must be saved without it"
        raise bad(Place(shown), "undecodable", sentence, hint) from None
    return pages


def recount(data: bytes, decoded: Decoded) -> list[tuple[int, str]]:
    """Where a second library counts other characters on a page: the code point of the text at which the page begins, and a
    sentence. What is printed twice on its own place may be counted once. Raises pypdfium2.PdfiumError.
    """
    again = count_pages(data)
    pages: list[Counter[str]] = [Counter() for _ in again]
    copies: list[Counter[str]] = [Counter() for _ in again]
    begins = _starts(decoded)
    for run in decoded.portions:
        if isinstance(run.known, Printed) and run.known.page <= len(again):
            into = copies if run.known.edge == "copy" else pages
            into[run.known.page - 1].update(counted(decoded.text[run.start : run.end]))
    found = []
    for number, first, second in differences(pages, again):
        extra = Counter(second) - copies[number - 1]
        if len(first) == extra.total() and all(map(RADICAL.fullmatch, first)):
            continue  # fonts draw a radical and its ideograph alike, and libraries take the one or the other
        if first or extra:
            found.append((begins.get(number, 0), f"page {number}: {_counts(first, ''.join(sorted(extra.elements())))}"))
    return found


def _counts(first: str, second: str) -> str:
    told = [
        f"{len(chars)} characters that only the {name} library reads: “{_excerpt(chars)}”"
        for name, chars in (("first", first), ("second", second))
        if chars
    ]
    return "; ".join(told)


def _excerpt(chars: str) -> str:
    return chars if len(chars) <= EXCERPT else f"{chars[:EXCERPT]}…"
