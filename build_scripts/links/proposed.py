"""Links between passages that another program found, as far as this one's own deciding makes them links."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.links.cited.works import Work
from build_scripts.links.finding import links_of
from build_scripts.links.matches import corpus as corpora
from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.matches.units import Unit, find_units
from build_scripts.links.model import Span, TextLink
from build_scripts.links.words.regional import RegionalWords
from build_scripts.model import Document


def judge(
    pairs: Sequence[tuple[Span, Span]], documents: Sequence[Document], works: Sequence[Work], words: RegionalWords | None = None
) -> list[TextLink]:
    """The links of the units (quotations, sentences, blocks) that passages touch, with the block of the other passage."""
    corpus = corpora.build(documents, words)
    places = {(corpus.document(at).id, place.block.id): at for at, place in enumerate(corpus.places)}
    units: dict[int, list[Unit]] = {}
    for unit in find_units(corpus):
        units.setdefault(unit.place, []).append(unit)
    directed = [_quoting_first(corpus, places, *pair) for pair in pairs]
    candidates = {
        (unit, places[other.document, other.block])
        for span, other in directed
        for unit in units.get(places[span.document, span.block], ())
        if unit.start < span.end and span.start < unit.end
    }
    return links_of(corpus, works, sorted(candidates, key=lambda each: (each[0].place, each[0].start, each[0].end, each[1])))


def _quoting_first(corpus: Corpus, places: dict[tuple[str, str], int], one: Span, other: Span) -> tuple[Span, Span]:
    """Two passages, that of the document which quotes first."""
    ranks = [corpus.rank(places[span.document, span.block]) for span in (one, other)]
    return (one, other) if ranks[0] > ranks[1] else (other, one)
