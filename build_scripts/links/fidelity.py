"""How two wordings of the same words differ, character by character, and what that makes of the quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from build_scripts.links.fold import regional_words, simplify, tokenise
from build_scripts.links.model import Change, ChangeKind, Fidelity

Ends = tuple[int, int, int, int]


def compare(text: str, other: str, pairs: Sequence[tuple[int, int]], ends: Ends) -> tuple[Change, ...]:
    """The differences between `text[start:end]` and `other[to_start:to_end]`, in order, neighbours of a kind joined.

    `pairs` are indices of equal tokens of the two texts; `ends` is (start, end, to_start, to_end) in code points.
    """
    start, end, to_start, to_end = ends
    if text[start:end] == other[to_start:to_end]:
        return ()
    here, there = tokenise(text), tokenise(other)
    found: list[Change] = []
    for i, j in pairs:
        first, last, to_first, to_last = here.starts[i], here.ends[i], there.starts[j], there.ends[j]
        if start < first or to_start < to_first:
            found += _gap(text, other, (start, first, to_start, to_first))
        if text[first:last] != other[to_first:to_last]:
            found.append(_word(text, other, (first, last, to_first, to_last)))
        start, to_start = last, to_last
    found += _gap(text, other, (start, end, to_start, to_end))
    return tuple(_joined(found, text, other))


def _change(kind: ChangeKind, text: str, other: str, ends: Ends) -> Change:
    start, end, to_start, to_end = ends
    return Change(kind, start, end, text[start:end], to_start, to_end, other[to_start:to_end])


def _word(text: str, other: str, ends: Ends) -> Change:
    """One word that is not written alike in both texts: in another script, or the other region's."""
    same = simplify(text[ends[0] : ends[1]]).lower() == simplify(other[ends[2] : ends[3]]).lower()
    return _change(ChangeKind.SCRIPT if same else ChangeKind.REGIONAL, text, other, ends)


def _gap(text: str, other: str, ends: Ends) -> Iterator[Change]:
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
            yield _change(_kind(one[a:b], two[c:d]), text, other, piece)


def _kind(one: str, two: str) -> ChangeKind:
    written, left_out = (any(char.isalnum() for char in piece) for piece in (one, two))
    if written and left_out:
        words = regional_words()
        same = one in words and words[one] == words.get(two)
        return ChangeKind.REGIONAL if same else ChangeKind.REPLACED
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
    """The class of the differences: what adds or alters is altered, what only leaves out is elided."""
    kinds = {change.kind for change in changes}
    if kinds & {ChangeKind.INSERTED, ChangeKind.REPLACED}:
        return Fidelity.ALTERED
    if ChangeKind.OMITTED in kinds:
        return Fidelity.ELIDED
    if ChangeKind.REGIONAL in kinds:
        return Fidelity.REGIONAL_WORDING
    return Fidelity.SCRIPT_ONLY if ChangeKind.SCRIPT in kinds else Fidelity.VERBATIM
