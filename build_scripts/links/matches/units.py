"""The passages that may be taken from another text: marked, attributed, whole blocks and display lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.occasions.lead_ins import credit_length, lead_ins
from build_scripts.links.words.quotations import marked_spans, sentence_spans
from build_scripts.model import BlockType
from build_scripts.remembered import remembered
from build_scripts.text.overlaps import touching

DISPLAY = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK, BlockType.HEADING, BlockType.CAPTION)
RUNNING = (
    *(BlockType.PARAGRAPH, BlockType.ITEM, BlockType.ABSTRACT, BlockType.STATEMENT),
    *(BlockType.QUOTATION, BlockType.VERSE, BlockType.TABLE),
)
LINE_PART = re.compile(r"\S+")


class Form(StrEnum):
    """What sets a passage apart from the text around it."""

    MARKED = "marked"
    ATTRIBUTED = "attributed"
    BLOCK = "block"
    LINE = "line"
    ECHO = "echo"


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage: code points `[start, end)` of the block at `place` in the corpus."""

    form: Form
    place: int
    start: int
    end: int


def find_units(corpus: Corpus) -> list[Unit]:
    """Every passage that may be taken from another text."""
    spoken = any(document.kind.base for document in corpus.documents)
    units: list[Unit] = []
    for place, item in enumerate(corpus.places):
        text, kind = item.text, corpus.documents[item.document].kind
        units += (Unit(Form.MARKED, place, start, end) for start, end in marked_spans(text))
        if item.block.type in RUNNING and (kind.news or spoken):
            units.append(Unit(Form.BLOCK, place, credit_length(text), len(text)))
        if spoken and not kind.base and item.block.type in RUNNING:
            units += (Unit(Form.ATTRIBUTED, place, start, end) for start, end in _attributed(text))
        if spoken and kind.news and item.block.type in DISPLAY:
            units += (Unit(Form.LINE, place, start, end) for start, end in _line_parts(text))
        if spoken and not kind.base and item.block.type in RUNNING:
            units += (Unit(Form.ECHO, place, start, end) for start, end in _unmarked(text))
    return [unit for unit in units if unit.start < unit.end]


@remembered("attributed")
def _attributed(text: str) -> tuple[tuple[int, int], ...]:
    """From each lead-in to the next one, or to the next quotation mark."""
    leads = lead_ins(text)
    stops = sorted([lead.start for lead in leads] + [start - 1 for start, _ in marked_spans(text)] + [len(text)])
    return tuple((lead.end, stops[bisect_left(stops, lead.end)]) for lead in leads)


@remembered("unmarked")
def _unmarked(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_between_marks(text))


def _between_marks(text: str) -> Iterator[tuple[int, int]]:
    """What stands outside quotation marks, sentence by sentence; a sentence with a lead-in says whose words it has."""
    marked = marked_spans(text)
    leads = sorted(lead.end for lead in lead_ins(text))
    for start, end in sentence_spans(text):
        at = end if bisect_left(leads, start) < bisect_left(leads, end) else start
        for first, last in [*touching(marked, at, end), (end, end)]:
            if at < first:
                yield at, first
            at = max(at, last)


def _line_parts(text: str) -> Iterator[tuple[int, int]]:
    """The parts that spaces set apart, and the whole; what a lead-in introduces without the lead-in."""
    parts = [(match.start(), match.end()) for match in LINE_PART.finditer(text)]
    whole = [(0, len(text))] if len(parts) > 1 else []
    for start, end in whole + parts:
        lead = next((lead for lead in lead_ins(text) if start <= lead.start <= lead.end < end), None)
        yield (lead.end if lead else start), end
