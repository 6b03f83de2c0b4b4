"""How two wordings of the same words differ, character by character, and what that makes of the quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_scripts.links.matches.match import Ends
from build_scripts.links.model import Change, ChangeKind, Fidelity
from build_scripts.links.words.fold import tokenise
from build_scripts.links.words.regional import RegionalWords, meanings
from build_scripts.text.lexicon import any_word
from build_scripts.text.simplify import simplify

# How a text says that it leaves words out.
OMISSION = re.compile(rf"…|\.{{3}}|⋯|〔…〕|[〔（]{any_word('sayings', 'omissions')}[）〕]")


@dataclass(frozen=True, slots=True)
class Wordings:
    """The regional words by which two texts were compared, and whether the texts can differ by region at all."""

    words: RegionalWords
    abroad: bool = True

    def same(self, one: str, other: str) -> bool:
        """Whether two words, in Simplified characters, are one word of two regions."""
        known = meanings(self.words)
        return self.abroad and one in known and known[one] == known.get(other)


def compare(text: str, other: str, pairs: Sequence[tuple[int, int]], ends: Ends, wordings: Wordings) -> tuple[Change, ...]:
    """The differences between `text[start:end]` and `other[to_start:to_end]`, in order, neighbours of a kind joined.

    `pairs` are indices of equal tokens of the two texts, by the words of `wordings`; `ends` is (start, end, to_start,
    to_end) in code points.
    """
    start, end, to_start, to_end = ends
    if text[start:end] == other[to_start:to_end]:
        return ()
    here, opposite = tokenise(text, wordings.words), tokenise(other, wordings.words)
    found: list[Change] = []
    for i, j in pairs:
        first, last, to_first, to_last = here.starts[i], here.ends[i], opposite.starts[j], opposite.ends[j]
        if start < first or to_start < to_first:
            found += _gap(text, other, (start, first, to_start, to_first), wordings)
        if text[first:last] != other[to_first:to_last]:
            found.append(_word(text, other, (first, last, to_first, to_last), wordings))
        start, to_start = last, to_last
    found += _gap(text, other, (start, end, to_start, to_end), wordings)
    return tuple(_joined(found, text, other))


def _change(kind: ChangeKind, text: str, other: str, ends: Ends) -> Change:
    start, end, to_start, to_end = ends
    return Change(kind, start, end, text[start:end], to_start, to_end, other[to_start:to_end])


def _word(text: str, other: str, ends: Ends, wordings: Wordings) -> Change:
    """One word that is not written alike in both texts: in another script, or the other region's."""
    if simplify(text[ends[0] : ends[1]]).lower() == simplify(other[ends[2] : ends[3]]).lower():
        return _change(ChangeKind.SCRIPT, text, other, ends)
    return _change(ChangeKind.REGIONAL if wordings.abroad else ChangeKind.REPLACED, text, other, ends)


def _gap(text: str, other: str, ends: Ends, wordings: Wordings) -> Iterator[Change]:
    """What stands between two words that both texts have: punctuation, or words of one text only."""
    start, end, to_start, to_end = ends
    if text[start:end] == other[to_start:to_end]:
        return
    one, two = simplify(text[start:end]), simplify(other[to_start:to_end])
    if one == two:
        yield _change(ChangeKind.SCRIPT, text, other, ends)
        return
    for step, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if step != "equal":
            piece = (start + a, start + b, to_start + c, to_start + d)
            yield _change(_kind(one[a:b], two[c:d], wordings), text, other, piece)


def _kind(one: str, two: str, wordings: Wordings) -> ChangeKind:
    written, left_out = (any(char.isalnum() for char in piece) for piece in (one, two))
    if written and left_out:
        return ChangeKind.REGIONAL if wordings.same(one, two) else ChangeKind.REPLACED
    if written or left_out:
        return ChangeKind.INSERTED if written else ChangeKind.OMITTED
    return ChangeKind.PUNCTUATION


def _joined(changes: Sequence[Change], text: str, other: str) -> Iterator[Change]:
    """Neighbours of one kind as one."""
    last: Change | None = None
    for change in changes:
        if last and last.kind is change.kind and (last.end, last.to_end) == (change.start, change.to_start):
            last = _change(last.kind, text, other, (last.start, change.end, last.to_start, change.to_end))
            continue
        if last:
            yield last
        last = change
    if last:
        yield last


def fidelity_of(changes: Sequence[Change]) -> Fidelity:
    """The class of the differences: what adds, alters or silently leaves out is altered; what says that it leaves out, by
    an ellipsis, is elided."""
    kinds = {change.kind for change in changes}
    silent = any(change.kind is ChangeKind.OMITTED and not OMISSION.search(change.words) for change in changes)
    if silent or kinds & {ChangeKind.INSERTED, ChangeKind.REPLACED}:
        return Fidelity.ALTERED
    if ChangeKind.OMITTED in kinds:
        return Fidelity.ELIDED
    if ChangeKind.REGIONAL in kinds:
        return Fidelity.REGIONAL_WORDING
    return Fidelity.SCRIPT_ONLY if ChangeKind.SCRIPT in kinds else Fidelity.VERBATIM
