"""What joins the texts, each thing under a name: spans, links, aligned sentences, works cited; gathered by document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from build_scripts.edition.edition import Edition
from build_scripts.links.cited.works import Work
from build_scripts.links.model import Link, Span, TextLink
from build_scripts.links.words.sentences import split_sentences
from build_scripts.model import Document, Translation


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


@dataclass(frozen=True, slots=True)
class Joined:
    """What joins one document: spans by the place they lie in, links at its ends, works, and those that each note cites."""

    spans: dict[str, list[Named]] = field(default_factory=dict)
    links: list[tuple[str, Link]] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    cited: dict[int, list[str]] = field(default_factory=dict)

    def add(self, span: Named) -> None:
        self.spans.setdefault(span.place, []).append(span)


def joined(edition: Edition) -> dict[str, Joined]:
    """What joins each document, by its id, in one walk over the edition."""
    found = {document.id: Joined() for document in edition.documents}
    naming: dict[str, set[str]] = {}
    for named in edition.numbering.links:
        name, link = named.name, named.link
        for end, span in (("from", link.source), ("to", link.target)):
            if span:
                found[span.document].add(Named(f"{name}-{end}", span.block, span.start, span.end, "link"))
        for document in _owners(link):
            found[document].links.append((name, link))
        naming.setdefault(link.work or "", set()).add(link.source.document)
    for work in edition.works:
        for document in sorted({by.document for by in work.cited_by} | naming.get(work.id, set())):
            found[document].works.append(work)
        for document, note in dict.fromkeys((by.document, by.note) for by in work.cited_by):
            found[document].cited.setdefault(note, []).append(work.id)
    for each in edition.documents:
        for translated in _translated_spans(edition, each):
            found[each.id].add(translated)
    return found


def _translated_spans(edition: Edition, document: Document) -> Iterator[Named]:
    """The sentences of both texts that translate each other, and the words of the translation that are linked."""
    yield from (sentence for sentences, _ in _aligned(edition, document) for sentence in sentences)
    yield from (span for _, words in carried_words(edition, document) for span in words)


def carried_words(edition: Edition, document: Document) -> Iterator[tuple[str, list[Named]]]:
    """The name of each end of a link that lies in a document, with the spans of the translation that stand for it."""
    translation = document.translation
    for end, links in (("from", edition.carried.leaving), ("to", edition.carried.arriving)):
        for block in translation.blocks if translation else ():
            place = f"{block.id}-{translation.language}" if translation else ""
            for name, group in groupby(links.get((document.id, block.id), ()), key=lambda each: each.named.name):
                span = f"{name}-{end}"
                suffix = place.removeprefix(block.id)
                words = [
                    Named(f"{span}{suffix}{number if number > 1 else ''}", place, each.start, each.end, "link")
                    for number, each in enumerate(group, 1)
                ]
                yield span, words


def _owners(link: Link) -> list[str]:
    """The documents in whose files a link stands: those at its ends, a citation's only where it is cited."""
    ends = [link.source.document]
    if isinstance(link, TextLink):
        ends.append(link.target.document)
    return list(dict.fromkeys(ends))


def beads_of(edition: Edition, document: Document) -> list[Bead]:
    """The pairs of aligned sentences, in order."""
    return [bead for _, bead in _aligned(edition, document)]


def _aligned(edition: Edition, document: Document) -> Iterator[tuple[list[Named], Bead]]:
    """Each pair of the alignment: its spans, named after their block and counted in it, and the pair."""
    translation = document.translation
    if not translation:
        return
    suffix = f"-{translation.language}"
    for number, pair in enumerate(edition.sentences.get(document.id, ()), 1):
        source = [_sentence(span, document, "") for span in pair.source]
        target = [_sentence(span, translation, suffix) for span in pair.target]
        names = (tuple(each.name for each in side) for side in (source, target))
        yield [*source, *target], Bead(f"bead{number}", *names)


@lru_cache(maxsize=2)
def _numbers(text: str) -> dict[tuple[int, int], int]:
    """The number of each sentence of a text, from 1, by its span; asked for sentence by sentence."""
    return {sentence: number for number, sentence in enumerate(split_sentences(text), 1)}


def _sentence(span: Span, text: Document | Translation, suffix: str) -> Named:
    """A sentence of a block of this text, named after the block and its number there."""
    number = _numbers(text.by_id[span.block].text.text)[span.start, span.end]
    return Named(f"{span.block}{suffix}-s{number}", f"{span.block}{suffix}", span.start, span.end, "sentence")
