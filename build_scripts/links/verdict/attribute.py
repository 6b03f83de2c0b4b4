"""Whose words they are: the note that governs a quotation, the words that lead in to it, and what both say of the source.

Attribution beats resemblance: words that the note or the lead-in gives to another occasion do not quote this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from build_scripts.links.cited.works import Work, days_apart
from build_scripts.links.occasions.lead_ins import ENGLISH_STAND_INS, OFFICIAL, PERSONAL, STAND_INS, LeadIn, lead_ins
from build_scripts.links.occasions.occasion import Evidence, OccasionClues, Occasions, weigh
from build_scripts.links.words.quotations import SEMICOLON, marked_spans, sentence_at, unquoted
from build_scripts.model import Block, Document
from build_scripts.text.lexicon import any_word
from build_scripts.text.names import is_familiar
from build_scripts.text.occasions import read_mention
from build_scripts.text.simplify import simplify

PRONOUNS = (*STAND_INS, *ENGLISH_STAND_INS)
# A sentence that begins so leans on the one before, which may tell the occasion.
ANAPHORA = re.compile(rf"^(?:{any_word('sayings', 'stand-ins', 'and-also')}|{OFFICIAL}|{PERSONAL})")
PRINTED_WITHIN = 3


def governing_note(document: Document, block: Block, start: int, end: int) -> int | None:
    """The number of the note that serves the quotation at `[start, end)`, in code points of the block.

    It is the first one called after it in its sentence, up to a semicolon: so a note serves every quotation that it
    closes. A call that stands right behind the sentence's end belongs to it.
    """
    text = block.text.text
    limit = sentence_at(text, start)[1]
    semicolon = next((m.start() for m in SEMICOLON.finditer(text, end, limit) if not _is_inside(text, m.start())), limit)
    return next((number for at, number in document.calls_in(block) if end <= at <= min(limit, semicolon)), None)


def _is_inside(text: str, at: int) -> bool:
    return any(start <= at < end for start, end in marked_spans(text))


def note_evidence(cited: Sequence[Work], source: Document, occasions: Occasions) -> Evidence:
    """What the works of the governing note say of the words being from `source`."""
    if any(work.document == source.id for work in cited):
        return Evidence.FOR
    return Evidence.AGAINST if cited and not any(_may_hold(work, occasions.of(source)) for work in cited) else Evidence.NONE


def _may_hold(work: Work, occasion: OccasionClues) -> bool:
    """Whether a work under another title may hold the words: a later book may, or another paper's report of the day."""
    if not occasion.mention.dates or not work.date:
        return False
    year = max(date[0] for date in occasion.mention.dates)
    if work.kind in ("book", "document"):
        return int(work.date[:4]) >= year
    return work.kind == "newspaper-article" and days_apart(work.date, occasion) <= PRINTED_WITHIN


def lead_in_of(block: Block, start: int) -> LeadIn | None:
    """The lead-in that introduces the words at `start`: the last one before it in its sentence."""
    text = block.text.text
    first = sentence_at(text, start)[0]
    leads = lead_ins(text)
    near = leads[bisect_left(leads, first, key=attrgetter("start")) : bisect_right(leads, start, key=attrgetter("start"))]
    return next((lead for lead in reversed(near) if lead.end <= start), None)


def lead_in_evidence(block: Block, start: int, source: Document, occasions: Occasions) -> Evidence:
    """What the words before the quotation at `start` say of its occasion: nearest first, then the sentence before."""
    lead = lead_in_of(block, start)
    if lead and lead.personal and is_other_speaker(lead, occasions.speakers(source)):
        return Evidence.AGAINST
    text = block.text.text
    first = sentence_at(text, start)[0]
    sentence = unquoted(text, first, start)
    for stretch in (SEMICOLON.split(sentence)[-1], sentence):
        mention = read_mention(stretch)
        if mention:
            return weigh(mention, occasions.of(source))
    if first and (not sentence.strip(" “‘「『") or ANAPHORA.match(simplify(sentence))):
        mention = read_mention(unquoted(text, sentence_at(text, first - 1)[0], first))
        # A date alone may be that of anything; an event is what somebody spoke at.
        if mention.events or mention.sessions or mention.shifted:
            return weigh(mention, occasions.of(source))
    return Evidence.NONE


def is_other_speaker(lead: LeadIn, speakers: frozenset[str]) -> bool:
    """Whether somebody else than the document's speakers is named: by a verb that only a person can have."""
    if not speakers:  # then nobody is known but those who can be no speaker of it
        return is_familiar(lead.subject)
    return bool(lead.subject) and not is_named(lead.subject, speakers) and not lead.subject.endswith(PRONOUNS)


def is_named(subject: str, speakers: frozenset[str]) -> bool:
    """Whether the words before a verb name one of the speakers; in Latin letters a part of the name will do.

    >>> is_named("鲁迅先生", frozenset({"鲁迅"})), is_named("King", frozenset({"Martin Luther King"}))
    (True, True)
    """
    return any(name in subject or (subject.isascii() and subject in name.split()) for name in speakers)
