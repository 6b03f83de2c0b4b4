"""At what occasion the words of a document were said: what an editor gives, else what the opening of the text states."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.facts import Occasion
from build_scripts.model import BlockType, Document
from build_scripts.text.occasions import dates_in, event_in

OPENING_BLOCKS = (BlockType.DATELINE, BlockType.PARAGRAPH, BlockType.ITEM)
OPENING = 3


def settle_occasion(document: Document, time: str) -> Occasion:
    """The occasion of a document that was published at `time`, in EDTF; an editor's word wins over the text's.

    A text states one only where it is a base, since others tell of many, and where one sentence of its opening names one event
    and one day; a day without a year is of the year of publication.
    """
    given = document.source.inferences.get("occasion")
    if given:
        parts = given.parts
        return Occasion(parts.get("date", ""), parts.get("place", ""), parts.get("event", ""), given.value, given.because)
    stated = _stated(document, time) if document.kind.base else ()
    return next(iter(stated), Occasion())


def _stated(document: Document, time: str) -> Iterator[Occasion]:
    opening = [block.text.text for block in document.blocks if block.type in OPENING_BLOCKS][:OPENING]
    for sentence in (sentence for text in opening for sentence in text.split("。")):
        event, days = event_in(sentence), [date for date in dates_in(sentence) if date[1] and date[2]]
        year = days[0][0] or int(time[:4] or 0) if days else 0
        if event and len(days) == 1 and year:
            yield Occasion(f"{year}-{days[0][1]:02}-{days[0][2]:02}", "", sentence[slice(*event)], sentence[: event[1]].strip())
