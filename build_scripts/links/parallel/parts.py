"""What a link has of one sentence: a reprint of a paragraph is as many pieces as the paragraph has sentences."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.links.model import Change, ChangeKind, Span, TextLink
from build_scripts.links.verdict.fidelity import fidelity_of

TURNED = {ChangeKind.INSERTED: ChangeKind.OMITTED, ChangeKind.OMITTED: ChangeKind.INSERTED}


def part_of(link: TextLink, sentence: Span) -> TextLink:
    """The link cut to a sentence in which either of its ends lies, with the differences there and the fidelity that they make.

    >>> link = TextLink("quotation", "verbatim", True, Span("b", "p1", 0, 8), Span("a", "p1", 10, 18))
    >>> part_of(link, Span("a", "p1", 14, 30)).source, part_of(link, Span("b", "p1", 0, 3)).target
    (Span(document='b', block='p1', start=4, end=8), Span(document='a', block='p1', start=10, end=13))
    """
    if (link.target.document, link.target.block) == (sentence.document, sentence.block):
        return _at_target(link, sentence)
    return _turned(_at_target(_turned(link), sentence))


def _at_target(link: TextLink, sentence: Span) -> TextLink:
    target = replace(link.target, start=max(link.target.start, sentence.start), end=min(link.target.end, sentence.end))
    source = replace(link.source, start=place_in_source(link, target.start, False), end=place_in_source(link, target.end, True))
    changes = tuple(change for change in link.changes if is_within(change, source, target))
    return replace(link, source=source, target=target, changes=changes, fidelity=fidelity_of(changes))


def is_within(change: Change, source: Span, target: Span) -> bool:
    """Whether both sides of a difference lie in these spans."""
    here = source.start <= change.start and change.end <= source.end
    return here and target.start <= change.to_start and change.to_end <= target.end


def place_in_source(link: TextLink, at: int, after: bool) -> int:
    """Where in the source the code point `at` of the target's block stands. Between two changes both texts run in step; what
    the source adds at that very point goes to the sentence that it stands in front of."""
    place, reached = link.source.start, link.target.start
    for change in link.changes:
        if change.to_start > at or (change.to_end > at and change.to_start < change.to_end):
            break
        if change.to_start == change.to_end == at and after:
            break
        place, reached = change.end, change.to_end
    inside = next((item for item in link.changes if item.to_start < at < item.to_end), None)
    if inside:
        return min(inside.start + at - inside.to_start, inside.end)
    return place + at - reached


def _turned(link: TextLink) -> TextLink:
    """The link from its target to its source."""
    changes = tuple(
        Change(TURNED.get(each.kind, each.kind), each.to_start, each.to_end, each.to_words, each.start, each.end, each.words)
        for each in link.changes
    )
    return replace(link, source=link.target, target=link.source, changes=changes)
