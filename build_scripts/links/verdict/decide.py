"""From matches to links: what is a quotation, what a reprint, what only the same wording, and what is nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from build_scripts.links.cited.works import Work, works_of_note
from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.matches.match import Match
from build_scripts.links.matches.units import Form
from build_scripts.links.model import LinkType, Span, TextLink
from build_scripts.links.occasions.lead_ins import STAND_INS, lead_ins
from build_scripts.links.occasions.occasion import Evidence
from build_scripts.links.verdict.attribute import governing_note, is_named, lead_in_evidence, lead_in_of, note_evidence
from build_scripts.links.verdict.fidelity import Wordings, compare, fidelity_of
from build_scripts.links.words.fold import letters_of
from build_scripts.links.words.quotations import is_clause_end, is_clause_start, marked_spans, sentence_at
from build_scripts.links.words.regional import other_regions
from build_scripts.text.names import is_familiar

# Letters that are enough by themselves; for a quotation that is whole; for one that is whole and attributed; for a whole
# clause of one that is attributed.
ENOUGH, ENOUGH_WHOLE, ENOUGH_ATTRIBUTED, ENOUGH_CLAUSE = 16, 14, 8, 10
WHOLE = 0.8
# Letters that make a reprint where not the news reprints.
ENOUGH_ELSEWHERE = 60
# A display line has a run of so many tokens, and its words stand within so many times its length.
LEAST_RUN, SPREAD = 5, 4
STRETCH = 64  # code points of a block among whose links one is looked for


def decide(corpus: Corpus, works: Sequence[Work], match: Match) -> TextLink | None:
    """The link that a match makes, None where the words may be anybody's."""
    if match.unit.form is Form.MARKED:
        kind = _marked(corpus, works, match)
    elif match.unit.form is Form.BLOCK:
        kind = LinkType.REPRINT if _is_reprint(corpus, match) else None
    else:
        kind = _attributed(corpus, match) if match.unit.form is Form.ATTRIBUTED else _line(corpus, match)
    return _link(corpus, works, match, kind) if kind else None


def decide_rest(corpus: Corpus, works: Sequence[Work], link: TextLink, match: Match) -> TextLink | None:
    """The link of another part of a passage that is linked already: the rest of it, or whole clauses, in another order."""
    enough = match.weight >= ENOUGH_ATTRIBUTED and (match.coverage >= WHOLE or _is_clause(corpus, match))
    return _link(corpus, works, match, link.type) if enough else None


def _marked(corpus: Corpus, works: Sequence[Work], match: Match) -> LinkType | None:
    document, source = corpus.document(match.unit.place), corpus.document(match.place)
    block = corpus.places[match.unit.place].block
    note = governing_note(document, block, match.unit.start, match.unit.end)
    introduced = note is not None or lead_in_of(block, match.unit.start) is not None
    both = _is_marked(corpus, match)
    if not _is_long_enough(corpus, match, introduced, both):
        return None
    spoken = corpus.is_speech(match.place)
    if both and not spoken:
        return LinkType.SAME_WORDING if corpus.rank(match.place) < corpus.rank(match.unit.place) else None
    cited = works_of_note(works, document.id, note) if note is not None else ()
    evidence = note_evidence(cited, source, corpus.occasions)
    if evidence is Evidence.NONE:
        evidence = lead_in_evidence(block, match.unit.start, source, corpus.occasions)
    return LinkType.QUOTATION if evidence is Evidence.FOR or (spoken and evidence is Evidence.NONE) else LinkType.SAME_WORDING


def _is_marked(corpus: Corpus, match: Match) -> bool:
    """Whether the words stand in quotation marks in the other text too."""
    spans = marked_spans(corpus.places[match.place].text)
    return any(start < match.to_end and match.to_start < end for start, end in spans)


def _is_long_enough(corpus: Corpus, match: Match, introduced: bool, both: bool) -> bool:
    whole = match.coverage >= WHOLE
    if match.score >= ENOUGH or (whole and match.weight >= ENOUGH_WHOLE):
        return True
    if not introduced or not (both or corpus.is_speech(match.place)):
        return False
    return (whole and match.weight >= ENOUGH_ATTRIBUTED) or (match.score >= ENOUGH_CLAUSE and _is_clause(corpus, match))


def _is_clause(corpus: Corpus, match: Match) -> bool:
    """Whether the words are whole clauses in both texts."""
    text, other = corpus.places[match.unit.place].text, corpus.places[match.place].text
    starts = is_clause_start(text, match.start) and is_clause_start(other, match.to_start)
    return starts and is_clause_end(text, match.end) and is_clause_end(other, match.to_end)


def _is_reprint(corpus: Corpus, match: Match) -> bool:
    """Whether a block reproduces the other one: most of it, with no lead-in and no quotation marks of its own.

    News reprints by the sentence; elsewhere only a long passage is a reprint.
    """
    news = corpus.document(match.unit.place).kind.news
    if match.coverage < WHOLE or match.score < (ENOUGH_ATTRIBUTED if news else ENOUGH_ELSEWHERE):
        return False
    text = corpus.places[match.unit.place].text
    quoted = sum(max(0, min(end, match.end) - max(start, match.start)) for start, end in marked_spans(text))
    if quoted * 2 > match.end - match.start and not _is_marked(corpus, match):
        return False
    first = next((lead for lead in lead_ins(text) if lead.end > match.unit.start), None)
    if not first or sentence_at(text, first.start)[0] > match.unit.start:
        return True
    return letters_of(text[max(first.start, match.unit.start) : first.end]) in letters_of(corpus.places[match.place].text)


def _attributed(corpus: Corpus, match: Match) -> LinkType | None:
    """Words without marks are a quotation where a lead-in gives them to the speaker and nothing to another occasion."""
    block, source = corpus.places[match.unit.place].block, corpus.document(match.place)
    text, speakers = block.text.text, corpus.occasions.speakers(source)
    lead = next(lead for lead in lead_ins(text) if lead.end == match.unit.start)
    inside = match.start < sentence_at(text, max(lead.end - 1, 0))[1]
    if (
        not (match.score >= ENOUGH or _is_whole_clause(text, match))
        or not inside
        or not _is_speaker(lead.subject, text[: lead.start], speakers)
    ):
        return None
    against = lead_in_evidence(block, match.unit.start, source, corpus.occasions) is Evidence.AGAINST
    return LinkType.SAME_WORDING if against else LinkType.QUOTATION


def _is_whole_clause(text: str, match: Match) -> bool:
    """Whether the words are all that the lead-in introduces, up to the end of a clause, and long enough for that."""
    skipped = any(char.isalnum() for char in text[match.unit.start : match.start])
    return match.weight >= ENOUGH_WHOLE and not skipped and is_clause_end(text, match.end)


def _is_speaker(subject: str, before: str, speakers: frozenset[str]) -> bool:
    """Whether the subject names a speaker of the occasion, or leans on one named before."""
    if is_named(subject, speakers) or not speakers:
        return not is_familiar(subject)
    return subject.endswith(STAND_INS) or (not subject and any(letters_of(name) in letters_of(before) for name in speakers))


def _line(corpus: Corpus, match: Match) -> LinkType | None:
    """A display line made of the source's words, perhaps with some left out, but with one run that is no chance."""
    if match.coverage < WHOLE or match.weight < ENOUGH_ATTRIBUTED or match.longest < LEAST_RUN:
        return None
    if match.to_end - match.to_start > SPREAD * match.weight:
        return None
    led = any(lead.end == match.unit.start for lead in lead_ins(corpus.places[match.unit.place].text))
    return LinkType.QUOTATION if led else LinkType.REPRINT


def _link(corpus: Corpus, works: Sequence[Work], match: Match, kind: LinkType) -> TextLink:
    document, source = corpus.document(match.unit.place), corpus.document(match.place)
    block = corpus.places[match.unit.place].block
    note = governing_note(document, block, match.start, match.end) if match.unit.form is Form.MARKED else None
    cited = works_of_note(works, document.id, note) if note is not None else ()
    work = next((work.id for work in sorted(cited, key=lambda work: work.document != source.id)), None)
    if work is None and kind is LinkType.SAME_WORDING:
        work = _work_there(corpus, works, match)
    elif work is None:
        work = next((work.id for work in works if work.document == source.id), None)
    return link_of(corpus, match, kind, work)


def link_of(corpus: Corpus, match: Match, kind: LinkType, work: str | None = None) -> TextLink:
    """The link that a match is, of a type: its ends, and how the two wordings differ."""
    document, source = corpus.document(match.unit.place), corpus.document(match.place)
    block, other = corpus.places[match.unit.place].block, corpus.places[match.place].block
    wordings = Wordings(corpus.words, other_regions(document.source.language, source.source.language))
    ends = (match.start, match.end, match.to_start, match.to_end)
    changes = compare(block.text.text, other.text.text, match.pairs, ends, wordings)
    here = Span(document.id, block.id, match.start, match.end)
    target = Span(source.id, other.id, match.to_start, match.to_end)
    return TextLink(kind, fidelity_of(changes), match.unit.form is Form.MARKED, here, target, work, changes)


def _work_there(corpus: Corpus, works: Sequence[Work], match: Match) -> str | None:
    """The work that the other text's note gives to the words, where they are a quotation there too."""
    if not _is_marked(corpus, match):
        return None
    document, block = corpus.document(match.place), corpus.places[match.place].block
    note = governing_note(document, block, match.to_start, match.to_end)
    return next((work.id for work in works_of_note(works, document.id, note)), None) if note is not None else None


def settle(links: Iterable[tuple[Match, TextLink]], corpus: Corpus) -> list[TextLink]:
    """Of links that say the same thing, the one that says most.

    Links to speeches come first, then the longer ones. A link is dropped where its words are linked to the same document
    already, where an earlier decision calls them a quotation of another speech's words, or where both its ends lead to
    the same words of a third text.
    """
    kept: dict[tuple[str, str], list[TextLink]] = defaultdict(list)
    nearby: dict[tuple[str, str, int], list[TextLink]] = defaultdict(list)  # a block may have thousands
    for _, link in sorted(links, key=lambda item: _order(item[0], item[1], corpus)):
        same, opposite = ([other for at in _stretches(end) for other in nearby[at]] for end in (link.source, link.target))
        if not any(_is_told_by(link, other) for other in same) and not _is_shared(link, same, opposite):
            kept[link.source.document, link.source.block].append(link)
            for at in _stretches(link.source):
                nearby[at].append(link)
    return [link for links in kept.values() for link in links]


def _stretches(span: Span) -> list[tuple[str, str, int]]:
    """The stretches of its block that a span touches; spans that overlap share one."""
    return [(span.document, span.block, at) for at in range(span.start // STRETCH, span.end // STRETCH + 1)]


FORM_ORDER = {Form.BLOCK: 0, Form.MARKED: 1, Form.LINE: 2, Form.ATTRIBUTED: 3}
TYPE_ORDER = {LinkType.REPRINT: 0, LinkType.QUOTATION: 0, LinkType.SAME_WORDING: 1}


def _order(match: Match, link: TextLink, corpus: Corpus) -> tuple[object, ...]:
    return (
        not corpus.is_speech(match.place),
        FORM_ORDER[match.unit.form],
        TYPE_ORDER[link.type],
        -match.weight,
        corpus.rank(match.place),
        match.unit.place,
        match.start,
        match.to_start,
    )


def _is_told_by(link: TextLink, other: TextLink) -> bool:
    """Whether the words are linked to the same document already, or their origin is known from another link."""
    if link.source.overlap(other.source) * 2 <= link.source.end - link.source.start:
        return False
    same = link.target.document == other.target.document
    return same or link.type is LinkType.REPRINT is other.type or link.type is LinkType.SAME_WORDING is not other.type


def _is_shared(link: TextLink, same: Sequence[TextLink], opposite: Sequence[TextLink]) -> bool:
    """Whether both ends lead to the same words of a third text; `same` and `there` are the links of their blocks."""
    ours = [other.target for other in same if other.source.overlap(link.source)]
    theirs = [other.target for other in opposite if other.source.overlap(link.target)]
    return any(one and two and one.overlap(two) for one in ours for two in theirs)
