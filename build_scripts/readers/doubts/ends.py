"""Lines kept at the end of a text that tell of its author or of its paper: who wrote it, where to write, who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.model import Document, Doubt
from build_scripts.readers.doubts.one_of_lines import doubt_of_lines
from build_scripts.readers.particulars.name_shapes import LATIN_NAME, is_name
from build_scripts.readers.roles.compose import Labelled
from build_scripts.roles import Role
from build_scripts.text.characters import bare, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

TEXT = (Role.PARAGRAPH, Role.HEADING, Role.ITEM, Role.CAPTION)
END = 6  # kept lines
LONGEST = 60.0  # ems of one with an address
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)\d{2,4}[- ]\d{3,4}[- ]?\d{4}(?!\d)")  # of mail, or a telephone's
# Labels with names behind them, in sentences: Producer: Jane Doe. Editor: John Roe.
MADE = re.compile(rf"(?:[A-Z][a-z]+(?: [a-z]+)?: {LATIN_NAME}[.;,]? ?)+")
BETWEEN = re.compile(r"[、,，&|；;和与與]| and ")


def of_end(document: Document, labelled: Labelled) -> Iterator[Doubt]:
    """One doubt for the lines at the end of a text that speak of its author or of its paper."""
    names = [name for item in document.fields if item.name == "author" for name in _names(item.text.text)]
    names += [line.words for line, each in labelled[: len(labelled) // 2] if re.fullmatch(LATIN_NAME, line.words)]
    kept = [line for line, each in labelled if each.role in TEXT and not each.given]
    told = [line.number for line in kept[-END:] if len(kept) > 1 and _is_of_author(line.words, names)]
    yield from doubt_of_lines(told, "at the end of the text, and may tell of its author or its paper", "statement")


def _names(author: str) -> list[str]:
    parts = [re.sub(r"^(?:[Bb]y) ", "", part.strip()) for part in BETWEEN.split(author)]
    return [part for part in parts if is_name(part) or re.fullmatch(LATIN_NAME, part)]


def _is_of_author(text: str, names: list[str]) -> bool:
    plain = simplified(bare(text)).lstrip("（(【[*＊ ")
    if re.match(any_word("page", "of_writers"), plain) or MADE.fullmatch(plain):
        return True
    if width(plain) <= LONGEST and ADDRESS.search(plain):
        return True
    are = any_word("page", "writers_are")
    return any(re.match(rf"{re.escape(simplified(name))}[,，:： ]{{0,2}}{are}(?![a-z])", plain) for name in names)
