"""The markup of translation files, piece by piece: words, calls of notes, braces around official words."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.model import Block, Document, Note
from build_scripts.seed.translations import MARKUP, read_markup

OPENING, CLOSING = "{", "}"


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """`(sort, words)`: `words` as they stand, `call` with the note's label, `open` and `close` of official words.

    >>> list(pieces("He {said}.[^2]"))
    [('words', 'He '), ('open', '{'), ('words', 'said'), ('close', '}'), ('words', '.'), ('call', '2')]
    """
    at = 0
    for match in MARKUP.finditer(text):
        if match.start() > at:
            yield "words", text[at : match.start()]
        at = match.end()
        yield ("call", match[1]) if match[1] else ("open" if match[0] == OPENING else "close", match[0])
    if at < len(text):
        yield "words", text[at:]


def with_calls(document: Document, part: Block | Note) -> str:
    """The text of a block or note of a document, with its notes called as translations call them."""
    text, out, at = part.text.text, [], 0
    for offset, number in document.calls_in(part) if isinstance(part, Block) else ():
        out += [text[at:offset], f"[^{document.note_id(number).removeprefix('n')}]"]
        at = offset
    return "".join([*out, text[at:]])


def calls_of(text: str) -> list[str]:
    """The labels of the notes that a text calls, in its order."""
    return [label for _, label in read_markup(text)[1]]


def official_words(text: str) -> list[str]:
    """The words in braces, in their order, each with white space as one space.

    >>> official_words("{a  b} c {d}")
    ['a b', 'd']
    """
    plain, _, marks = read_markup(text)
    return [" ".join(plain[mark.start : mark.end].split()) for mark in marks]


def places_in_markup(text: str) -> list[int]:
    """For each offset of the plain text, its end included, the offset in the text with markup where what follows begins.

    What closes or calls belongs to the words before it, what opens to those behind it.

    >>> places_in_markup("a{b}[^1]c")
    [0, 1, 8, 9]
    """
    places: list[int] = [0]
    at = 0
    for sort, words in pieces(text):
        if sort == "words":
            places += range(at + 1, at + len(words) + 1)
            at += len(words)
        else:
            at += len(words) if sort != "call" else len(words) + 3
            if sort != "open":
                places[-1] = at
    return places
