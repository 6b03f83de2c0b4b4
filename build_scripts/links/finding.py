"""Finding quotations: passages, candidates, matches, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.links.cited.works import Work
from build_scripts.links.matches import corpus as corpora
from build_scripts.links.matches.candidates import find_candidates
from build_scripts.links.matches.corpus import Corpus
from build_scripts.links.matches.match import Match, find_match
from build_scripts.links.matches.units import Form, Unit, find_units
from build_scripts.links.model import TextLink
from build_scripts.links.verdict.decide import WHOLE, decide, decide_rest, settle
from build_scripts.links.verdict.echoes import find_echoes
from build_scripts.links.words.fold import Letters, fold_all
from build_scripts.links.words.regional import RegionalWords
from build_scripts.model import Document

LEAST = 8  # code points that a part of a passage has at least to be looked for by itself


def find_quotations(documents: Sequence[Document], works: Sequence[Work], words: RegionalWords | None = None) -> list[TextLink]:
    """Reprints, quotations, same wordings and echoes between the documents."""
    corpus = corpora.build(documents, words)
    letters = fold_all([place.text for place in corpus.places])
    return links_of(corpus, works, find_candidates(corpus, find_units(corpus), letters), letters)


def links_of(
    corpus: Corpus, works: Sequence[Work], candidates: Sequence[tuple[Unit, int]], letters: Letters | None = None
) -> list[TextLink]:
    """The links that candidates make; `letters` are those of all blocks, folded, where they are known already."""
    letters = letters or fold_all([place.text for place in corpus.places])
    links = settle(_decided(corpus, works, candidates), corpus)
    return [*links, *find_echoes(corpus, [pair for pair in candidates if pair[0].form is Form.ECHO], links, letters)]


def _decided(corpus: Corpus, works: Sequence[Work], candidates: Sequence[tuple[Unit, int]]) -> Iterator[tuple[Match, TextLink]]:
    for unit, place in candidates:
        match = find_match(corpus, unit, place) if unit.form is not Form.ECHO else None
        link = decide(corpus, works, match) if match else None
        if match and link:
            yield match, link
            yield from _rest(corpus, works, match, link)


def _rest(corpus: Corpus, works: Sequence[Work], match: Match, link: TextLink) -> Iterator[tuple[Match, TextLink]]:
    """The parts of a marked or attributed passage before and behind a match, where they stand elsewhere in the same block."""
    if match.unit.form not in (Form.MARKED, Form.ATTRIBUTED) or match.coverage >= WHOLE:
        return
    for part in match.left_over(LEAST):
        other = find_match(corpus, part, match.place)
        found = decide_rest(corpus, works, link, other) if other else None
        if other and found and not found.target.overlap(link.target):
            yield other, found
            yield from _rest(corpus, works, other, link)
