"""Finding quotations: passages, candidates, matches, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.links import corpus as corpora
from build_scripts.links.candidates import find_candidates
from build_scripts.links.corpus import Corpus
from build_scripts.links.decide import decide, settle
from build_scripts.links.matches import Match, find_match
from build_scripts.links.model import Link
from build_scripts.links.units import find_units
from build_scripts.links.works import Work
from build_scripts.model import Document


def find_quotations(documents: Sequence[Document], works: Sequence[Work]) -> list[Link]:
    """Reprints, quotations and same wordings between the documents."""
    corpus = corpora.build(documents)
    return settle(_decided(corpus, works), corpus)


def _decided(corpus: Corpus, works: Sequence[Work]) -> Iterator[tuple[Match, Link]]:
    for unit, place in find_candidates(corpus, find_units(corpus)):
        match = find_match(corpus, unit, place)
        link = decide(corpus, works, match) if match else None
        if match and link:
            yield match, link
