"""Decisions of an editor meet the texts: the words must stand there once, and each decision must change something."""

from __future__ import annotations

from build_scripts.diagnostics import BadInput, bad
from build_scripts.source import Passage, Place


def find_once(passage: Passage, text: str, place: Place) -> tuple[int, int]:
    """Where the words of a passage stand in the text of its block, half-open code points; the whole where it has none.

    Raises BadInput `decision-mismatch` where they do not stand there exactly once.
    """
    if not passage.words:
        return 0, len(text)
    count = text.count(passage.words)
    if count != 1:
        sentence = f"“{passage.words}” stands {count} times in {passage.block}, not once"
        raise bad(place, "decision-mismatch", sentence, "quote more of the text around it, as it is published")
    start = text.index(passage.words)
    return start, start + len(passage.words)


def unused(place: Place, sentence: str) -> BadInput:
    """`decision-mismatch`: a decision that finds nothing to change, ready to raise."""
    return bad(place, "decision-mismatch", sentence, "take the entry out, or name what it is about")
