"""Where a text first uses the terms of the glossary, section by section, in either of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.edition.edition import Edition
from build_scripts.edition.glossary import Term
from build_scripts.model import Block, BlockType, Document, Translation
from build_scripts.text.romanise import romanise
from build_scripts.text.scripts import is_chinese
from build_scripts.text.simplify import simplify

Sought = tuple[re.Pattern[str], Mapping[str, Term]]
SoughtTerms = Mapping[bool, Sought]
TermMarks = Mapping[tuple[str, bool], tuple["TermMark", ...]]


@dataclass(frozen=True, slots=True)
class TermMark:
    """A term at `[start, end)`, in code points of a block."""

    start: int
    end: int
    term: Term

    @property
    def name(self) -> str:
        return term_name(self.term.forms["zh-Hans"])


@lru_cache(maxsize=4096)
def term_name(form: str) -> str:
    """The id of a term's entry, by its form in Simplified characters.

    >>> term_name("有益、安全")
    'term-you-yi-an-quan'
    """
    return "-".join(["term", *re.findall("[a-z0-9]+", romanise(form).lower())])


def term_marks(edition: Edition, document: Document, sought: SoughtTerms) -> TermMarks:
    """By block and whether it is that of the translation: the first place in a section of each term, outside of links.

    A section begins with each heading; of two terms the longer one is meant.
    """
    found: dict[tuple[str, bool], tuple[TermMark, ...]] = {}
    headings = {block.id for block in document.blocks if block.type is BlockType.HEADING}
    translation = document.translation
    sides = ((False, document), (True, translation)) if translation else ((False, document),)
    for translated, text in sides:
        chinese = is_chinese(text.language if isinstance(text, Translation) else text.source.language)
        seen: set[int] = set()
        for block in text.blocks if text else ():
            if block.id in headings:
                seen = set()
                continue
            marks = tuple(_marks(block, sought[chinese], _taken(edition, document, block, translated), seen))
            if marks:
                found[block.id, translated] = marks
    return found


def _taken(edition: Edition, document: Document, block: Block, translated: bool) -> list[tuple[int, int]]:
    """The spans of a block that lead elsewhere, and as empty ones the places where other marks begin and end."""
    key = (document.id, block.id)
    if translated:
        carried = edition.carried
        out = [(each.start, each.end) for each in carried.leaving.get(key, ())]
        into = [(each.start, each.end) for each in carried.arriving.get(key, ())]
    else:
        out = [(each.link.source.start, each.link.source.end) for each in edition.numbering.leaving.get(key, ())]
        into = [(each.link.target.start, each.link.target.end) for each in edition.numbering.arriving.get(key, ())]
    into += [(mark.start, mark.end) for mark in block.marks]
    return [*out, *((place, place) for span in into for place in span)]


def _marks(block: Block, sought: Sought, taken: Sequence[tuple[int, int]], seen: set[int]) -> Iterator[TermMark]:
    pattern, meant = sought
    for match in pattern.finditer(simplify(block.text.text).lower()):
        term, (start, end) = meant[match[0]], match.span()
        if term.line not in seen and not any(start < last and first < end for first, last in taken):
            seen.add(term.line)
            yield TermMark(start, end, term)


def sought_terms(terms: Sequence[Term]) -> SoughtTerms:
    """In Chinese and in English: a pattern of all forms, the longest first, and the term that each stands for."""
    chinese = {simplify(form).lower(): term for term in terms for form in term.forms.values()}
    english = {form.lower(): term for term in terms for form in term.renderings}
    return {True: (_any_of(chinese, "{}"), chinese), False: (_any_of(english, r"\b(?:{})\b"), english)}


def _any_of(forms: Mapping[str, Term], around: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
    return re.compile(around.replace("{}", words))
