"""What speaks for the occasion of a document, and whether a stretch of text may mean the same one.

A document's own occasion is the one that its editor gives; else it is derived from its titles, its first paragraphs and its
dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from build_scripts.links.occasions.lead_ins import is_first_person, speakers
from build_scripts.links.words.fold import letters_of
from build_scripts.model import BlockType, Document
from build_scripts.text.lexicon import lexicon
from build_scripts.text.names import family_and_given, split_names
from build_scripts.text.occasions import Mention, read_mention
from build_scripts.text.simplify import simplify

UNDATED = (9999, 0, 0)
OPENING_BLOCKS = (BlockType.DATELINE, BlockType.PARAGRAPH, BlockType.ITEM)
TITLE_BLOCKS = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK)
OPENING = 3


class Evidence(Enum):
    """What speaks for or against the words being those of a document's occasion."""

    FOR = "for"
    AGAINST = "against"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OccasionClues:
    """What speaks for the occasion of a document: its titles and opening, folded, with what they mention."""

    titles: tuple[str, ...]
    opening: str
    mention: Mention


def time_of(document: Document) -> tuple[int, int, int]:
    """Year, month and day of publication, 0 for what is not known; UNDATED without a year."""
    return _parts(document.facts.time)


def _parts(edtf: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, re.findall(r"\d+", edtf)), 0, 0, 0)[:3]
    return (year, month, day) if year else UNDATED


def _texts(document: Document) -> tuple[tuple[str, ...], str]:
    headlines = [item.text.text for item in document.fields if item.name == "headline"]
    blocks = [block.text.text for block in document.blocks if block.type in TITLE_BLOCKS]
    titles = [document.facts.captured_title, " ".join(headlines), " ".join(blocks), *blocks]
    titles += [title for language, title in document.titles.items() if language.startswith("zh")]
    opening = [block.text.text for block in document.blocks if block.type in OPENING_BLOCKS][:OPENING]
    return tuple(dict.fromkeys(title for title in titles if title)), "\n".join(opening)


def occasion_of(document: Document) -> OccasionClues:
    """What speaks for the occasion of a document: the words that an editor gives for it, else its titles and opening."""
    titles, opening = _texts(document)
    settled = document.facts.occasion
    given = settled.words if settled.because else ""
    date = time_of(document)
    whole = read_mention(given or "。".join((*titles, opening)))
    # Day and month in the text belong to the year in which it was published.
    dates = {(year or date[0] % UNDATED[0], month, day) for year, month, day in whole.dates}
    dates |= {_parts(settled.date)} if given and settled.date else set()
    dates |= {date} if date != UNDATED and not (given and dates) else set()
    mention = Mention(frozenset(dates), whole.events, whole.sessions, False)
    if document.kind.base and is_first_person(_paragraphs(document)):  # a speech need not say that it is one
        given += lexicon("sayings")["forms-of-speech"]
    return OccasionClues(tuple(map(letters_of, titles)), letters_of("".join((*titles, opening, given))), mention)


def _paragraphs(document: Document) -> tuple[str, ...]:
    return tuple(block.text.text for block in document.blocks)


def speakers_of(document: Document) -> frozenset[str]:
    """Whom the editor names; else the author of what is said in the first person; else who stands before verbs of saying.

    Nobody is known of a text in the first person without an author: those whom it quotes are not its speakers.
    """
    given = _persons(document, "speaker")
    if given or not is_first_person(_paragraphs(document)):
        return given or speakers(_paragraphs(document))
    return frozenset(name for name in _persons(document, "author") if family_and_given(name))


def _persons(document: Document, fact: str) -> frozenset[str]:
    return frozenset(simplify(name) for each in document.facts.named(fact) for name in split_names(each.value))


class Occasions:
    """The occasions of documents and who speaks there, each derived when first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, OccasionClues] = {}
        self._speakers: dict[str, frozenset[str]] = {}

    def of(self, document: Document) -> OccasionClues:
        if document.id not in self._known:
            self._known[document.id] = occasion_of(document)
        return self._known[document.id]

    def speakers(self, document: Document) -> frozenset[str]:
        """Who speaks in a document."""
        if document.id not in self._speakers:
            self._speakers[document.id] = speakers_of(document)
        return self._speakers[document.id]


def weigh(mention: Mention, occasion: OccasionClues) -> Evidence:
    """Whether a stretch of text that names an occasion can mean this one.

    Against: a shift in time, another date, another number of the same series, a kind of event that the document does
    not know. For: the same session, or the same kind of event on a date that agrees.
    """
    if mention.shifted or any(not _agrees(date, occasion) for date in mention.dates):
        return Evidence.AGAINST
    sessions = dict.fromkeys(occasion.mention.sessions)
    for number, event in mention.sessions:
        series = {other for other, kind in sessions if kind == event}
        if series:
            return Evidence.FOR if number in series else Evidence.AGAINST
    if any(letters_of(event) not in occasion.opening for event in mention.events):
        return Evidence.AGAINST
    return Evidence.FOR if mention.dates and (mention.events or mention.sessions) else Evidence.NONE


def _agrees(date: tuple[int, int, int], occasion: OccasionClues) -> bool:
    """Whether a date may be one of the occasion's: no part that both give differs. An undated occasion agrees."""
    known = occasion.mention.dates
    return not known or any(all(not a or not b or a == b for a, b in zip(date, other, strict=True)) for other in known)
