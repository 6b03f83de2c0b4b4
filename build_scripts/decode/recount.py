"""Captures that are decoded, read once more by a library of independent make: the same characters must come out.

Decoding is what the proof shares with the rest of the program, so it is held against a second reading that shares nothing with
it: pages and Word files by the parsers of Python's standard library. Compared are the characters that print, in their order;
where lines end and what space stands between is the decoder's to say. Pages of a PDF are counted in their own room.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

# What prints nothing, and what stands for a byte that is no character: parsers put it, or leave it out.
UNSEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]+")
NOT_TEXT = frozenset({"script", "style", "template", "title", "iframe", "textarea", "noembed", "noframes"})
AROUND = 12  # characters that a message shows on either side


def recount(name: str, data: bytes, encoding: str, text: str) -> tuple[int, str]:
    """Where a second reading of a capture first differs from its decoded text, in code points of it, with a sentence.

    An empty sentence where it does not differ, or where there is no second reading of this kind of capture.
    """
    again = SECOND.get(name)
    if not again:
        return 0, ""
    try:
        first, second = UNSEEN.sub("", text), UNSEEN.sub("", again(data, encoding))
    except (AssertionError, ValueError, ElementTree.ParseError) as error:  # what parsers raise of what they cannot read
        return 0, f"a second library cannot read the capture: {type(error).__name__}"
    if name in UNORDERED:
        first, second = ("".join(sorted(filter(str.isalpha, each))) for each in (first, second))
    if first == second:
        return 0, ""
    at = next(
        (at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), min(map(len, (first, second)))
    )
    shown = [each[max(at - AROUND, 0) : at + AROUND] for each in (first, second)]
    sentence = (
        f"two libraries read {len(first):,} and {len(second):,} characters in the capture; "
        f"the first difference: “{shown[0]}” and “{shown[1]}”"
    )
    return _offset(text, at), sentence


def _offset(text: str, index: int) -> int:
    """The code point of a text at which its character of that index stands, counting only those that print."""
    for at, char in enumerate(text):
        if not UNSEEN.fullmatch(char):
            if not index:
                return at
            index -= 1
    return max(len(text) - 1, 0)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NOT_TEXT:
            self.silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content: `<title/>` of a drawing."""

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)


def _page(data: bytes, encoding: str) -> str:
    parser = _Text()
    parser.feed(data.decode(encoding))
    parser.close()
    return "".join(parser.texts)


def _word(data: bytes, encoding: str) -> str:
    """The letters of a Word file: of its body, then of its notes."""
    letters = []
    with ZipFile(BytesIO(data)) as archive:
        for part in ("document", "footnotes", "endnotes"):
            if f"word/{part}.xml" in archive.namelist():
                letters += list(_word_texts(ElementTree.fromstring(archive.read(f"word/{part}.xml"))))
    return "".join(letters)


def _word_texts(node: ElementTree.Element) -> Iterator[str]:
    """The texts below an element, but for what was deleted, and for the older form of what is there twice."""
    name = node.tag.rpartition("}")[2]
    if name in ("del", "moveFrom", "Fallback"):
        return
    if name == "t":
        yield node.text or ""
    for child in node:
        yield from _word_texts(child)


# By the name of the capture's file: bytes and encoding to all characters that print.
SECOND: Mapping[str, Callable[[bytes, str], str]] = {"raw.html": _page, "raw.docx": _word}
# Captures whose parts the two libraries take in different orders: then only their letters are compared, as many of each.
UNORDERED = frozenset({"raw.docx"})
