"""The passages that may be taken from another text: marked, attributed, whole blocks and display lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_scripts.links.corpus import Corpus
from build_scripts.links.lead_ins import credit_length, lead_ins
from build_scripts.links.quotations import marked_spans
from build_scripts.model import BlockType, Kind

DISPLAY = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK, BlockType.HEADING, BlockType.CAPTION)
RUNNING = (BlockType.PARAGRAPH, BlockType.ITEM, BlockType.ABSTRACT, BlockType.STATEMENT)
LINE_PART = re.compile(r"\S+")


class Form(StrEnum):
    """What sets a passage apart from the text around it."""

    MARKED = "marked"
    ATTRIBUTED = "attributed"
    BLOCK = "block"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage: code points `[start, end)` of the block at `place` in the corpus."""

    form: Form
    place: int
    start: int
    end: int


def find_units(corpus: Corpus) -> list[Unit]:
    """Every passage that may be taken from another text."""
    spoken = any(document.kind is Kind.SPEECH for document in corpus.documents)
    units: list[Unit] = []
    for place, item in enumerate(corpus.places):
        text, kind = item.text, corpus.documents[item.document].kind
        units += (Unit(Form.MARKED, place, start, end) for start, end in marked_spans(text))
        if item.block.type in RUNNING and (kind is Kind.NEWS or spoken):
            units.append(Unit(Form.BLOCK, place, credit_length(text), len(text)))
        if spoken and kind is not Kind.SPEECH and item.block.type in RUNNING:
            units += (Unit(Form.ATTRIBUTED, place, start, end) for start, end in _attributed(text))
        if spoken and kind is Kind.NEWS and item.block.type in DISPLAY:
            units += (Unit(Form.LINE, place, start, end) for start, end in _line_parts(text))
    return [unit for unit in units if unit.start < unit.end]


def _attributed(text: str) -> Iterator[tuple[int, int]]:
    """From each lead-in to the next one, or to the next quotation mark."""
    leads = lead_ins(text)
    stops = sorted([lead.start for lead in leads] + [start - 1 for start, _ in marked_spans(text)] + [len(text)])
    for lead in leads:
        yield lead.end, next((stop for stop in stops if stop >= lead.end), len(text))


def _line_parts(text: str) -> Iterator[tuple[int, int]]:
    """The parts that spaces set apart, and the whole; what a lead-in introduces without the lead-in."""
    parts = [(match.start(), match.end()) for match in LINE_PART.finditer(text)]
    whole = [(0, len(text))] if len(parts) > 1 else []
    for start, end in whole + parts:
        lead = next((lead for lead in lead_ins(text) if start <= lead.start <= lead.end < end), None)
        yield (lead.end if lead else start), end
