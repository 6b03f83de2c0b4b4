"""The words of a text that the readers of a tree say otherwise, each pointed out once in a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.links.words.regional import RegionalWords, pattern, said_elsewhere
from build_scripts.model import BlockType, Document
from build_scripts.text.scripts import region_of
from build_scripts.text.simplify import simplify

# The region whose wording the readers of a tree without one expect; the English tree has none.
ExplainedSpans = Sequence[tuple[int, int]]
NOTHING: Mapping[str, ExplainedSpans] = {}
REGION = {"zh-Hans": "CN", "zh-Hant": "TW"}


@dataclass(frozen=True, slots=True)
class RegionalMark:
    """A word at `[start, end)`, in code points of its text, and what the region of the tree says."""

    start: int
    end: int
    equivalents: tuple[str, ...]


def regional_marks(
    document: Document, tree: str, words: RegionalWords, explained: Mapping[str, ExplainedSpans] = NOTHING
) -> Mapping[str, tuple[RegionalMark, ...]]:
    """By the id of the block or note, the first place in a section of each word that the tree's region says otherwise.

    A section begins with each heading; the notes are one. What stands in a span of `explained` is told there.
    """
    elsewhere = said_elsewhere(words, region_of(document.source.language), region_of(tree) or REGION.get(tree, ""))
    if not elsewhere:
        return {}
    blocks = [(block.id, block.text.text, block.type is BlockType.HEADING) for block in document.blocks]
    notes = [(note.id, note.text.text, index == 0) for index, note in enumerate(document.notes)]
    return {name: marks for name, marks in _marks([*blocks, *notes], elsewhere, words, explained) if marks}


def _marks(
    texts: Iterable[tuple[str, str, bool]],
    elsewhere: Mapping[str, tuple[str, ...]],
    words: RegionalWords,
    explained: Mapping[str, ExplainedSpans],
) -> Iterator[tuple[str, tuple[RegionalMark, ...]]]:
    seen: set[str] = set()
    for name, text, opens in texts:
        if opens:
            seen = set()
        marks = []
        for found in pattern(words).finditer(simplify(text)):
            taken = any(found.start() < end and start < found.end() for start, end in explained.get(name, ()))
            if found[0] in elsewhere and found[0] not in seen and not taken:
                seen.add(found[0])
                marks.append(RegionalMark(*found.span(), elsewhere[found[0]]))
        yield name, tuple(marks)
