"""The spans that links and alignment join, each under a name. In the TEI files a span stands between two anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.edition import Edition
from build_scripts.links.model import Link, Span
from build_scripts.model import Document
from build_scripts.writers.network import TEXTUAL


@dataclass(frozen=True, slots=True)
class Named:
    """Half-open code points `[start, end)` of a block, note or translated one; `place` is its id, suffix included."""

    name: str
    place: str
    start: int
    end: int
    kind: str

    @property
    def anchors(self) -> tuple[tuple[int, str], tuple[int, str]]:
        """Offset and name of the anchors at either end."""
        return (self.start, f"{self.name}-start"), (self.end, f"{self.name}-end")


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that translate each other, by the names of their spans."""

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]


def named_links(edition: Edition) -> Iterator[tuple[str, Link]]:
    """Every link under its name: `l1`, `l2` … between texts, as on the pages; `c1`, `c2` … from notes to what they cite."""
    count: Counter[str] = Counter()
    for link in edition.links:
        letter = "l" if link.type in TEXTUAL and link.target else "c"
        count[letter] += 1
        yield f"{letter}{count[letter]}", link


def spans_by_document(edition: Edition) -> dict[str, tuple[Named, ...]]:
    """Every span that something joins, by document id: ends of links, then sentences of text and translation."""
    found: dict[str, list[Named]] = {document.id: [] for document in edition.documents}
    for name, link in named_links(edition):
        for end, span in (("from", link.source), ("to", link.target)):
            if span:
                found[span.document].append(Named(f"{name}-{end}", span.block, span.start, span.end, "link"))
    for document in edition.documents:
        found[document.id] += [span for spans, _ in _aligned(edition, document) for span in spans]
    return {name: tuple(spans) for name, spans in found.items()}


def beads_of(edition: Edition, document: Document) -> list[Bead]:
    """The pairs of aligned sentences, in order."""
    return [bead for _, bead in _aligned(edition, document)]


def _aligned(edition: Edition, document: Document) -> Iterator[tuple[list[Named], Bead]]:
    """Each pair of the alignment: its spans, named after their block and counted in it, and the pair."""
    count: Counter[str] = Counter()

    def named(span: Span, suffix: str) -> Named:
        place = f"{span.block}{suffix}"
        count[place] += 1
        return Named(f"{place}-s{count[place]}", place, span.start, span.end, "sentence")

    suffix = f"-{document.translation.language}" if document.translation else ""
    for number, pair in enumerate(edition.sentences.get(document.id, ()), 1):
        source, target = [named(span, "") for span in pair.source], [named(span, suffix) for span in pair.target]
        names = (tuple(each.name for each in side) for side in (source, target))
        yield [*source, *target], Bead(f"bead{number}", *names)
