"""The PDFs of the edition as data: each document in each tree and view, and the whole edition with works cited and collation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_scripts.catalogue import TREES
from build_scripts.edition import SECTIONS, Edition, in_tree, title_of
from build_scripts.model import BlockType, Kind
from build_scripts.writers.collation_list import Collated, Taking, collation_list
from build_scripts.writers.downloads import EDITION, Format, file_of
from build_scripts.writers.network import Network, make_network
from build_scripts.writers.page import Page, longest_first, pages_in
from build_scripts.writers.pdf import ABOVE, Data, document_data, line_of
from build_scripts.writers.printed import Reference, View, printed, referred, views_of
from build_scripts.writers.sigla import place_on_paper
from build_scripts.writers.wording import say
from build_scripts.writers.works_list import WorkEntry, place_words, works_list

UNANCHORED = (BlockType.HEADLINE, *ABOVE)


@dataclass(frozen=True, slots=True)
class Job:
    """A PDF to be made: its path under site/ and, when asked, its data."""

    path: str
    data: Callable[[], Data]


def pdf_jobs(edition: Edition, site_url: str) -> Iterator[Job]:
    """Every PDF, the largest first; what the whole edition sets, its documents need not set again."""
    network = make_network(edition)
    for tree in TREES:
        yield Job(file_of(EDITION, tree, Format.PDF), partial(_whole, edition, network, tree))
    for page in longest_first([page for tree in TREES for page in pages_in(edition, tree, network)]):
        for number, view in enumerate(views_of(page.document)):
            path = file_of(page.document.id, page.tree, Format.PDF, view if number else None)
            yield Job(path, partial(_single, page, view, site_url))


def _single(page: Page, view: View, site_url: str) -> Data:
    """A document by itself: its references lead to the site."""
    document, tree = page.document, page.tree
    shown = printed(page, view)

    def leads(to: Reference) -> Data:
        return {"url": f"{site_url}{tree}/{to.url}", "label": None}

    key = [f"{letter}  {title_of(each, tree)}" for letter, each in page.network.key(referred(shown))]
    site = say("site", tree)
    return {
        "title": title_of(document, tree),
        "authors": page.authors,
        "description": in_tree(document.descriptions, tree), "keywords": _keywords(page), "said": line_of("", tree),
        "head": site if view is View.BOTH else f"{site} · {say(f'view-{view}', tree)}", "key": say("sigla", tree), "edition": None,
        "documents": [document_data(shown, leads, key)],
    }  # fmt: skip


def _keywords(page: Page) -> list[str]:
    """What the document itself gives as its keywords."""
    said = (page.shown(block.text.text) for block in page.of_type(BlockType.KEYWORDS))
    return [word for text in said for word in re.split(r"\s*[；;，,、]\s*|\s{2,}", text) if word]


def _whole(edition: Edition, network: Network, tree: str) -> Data:
    """The whole edition: its references lead inside it."""
    anchors = {(each.id, block.id) for each in edition.documents for block in each.blocks if block.type not in UNANCHORED}

    def leads(to: Reference) -> Data:
        return {"url": None, "label": f"{to.document}.{to.block}" if (to.document, to.block) in anchors else to.document}

    letters = network.sigla
    groups = [(kind, edition.of_kind(kind)) for kind in Kind if edition.of_kind(kind)]
    shown = {page.document.id: printed(page, views_of(page.document)[0]) for page in pages_in(edition, tree, network)}
    return {
        "title": say("site", tree), "authors": [], "description": say("tagline", tree), "keywords": [], "said": line_of("", tree),
        "head": say("site", tree), "key": "",
        "documents": [document_data(shown[each.id], leads, []) for _, documents in groups for each in documents],
        "edition": {
            "tagline": say("tagline", tree), "kinds": [say(SECTIONS[kind], tree) for kind, _ in groups],
            "script": say("language-name", tree), "rights": say("rights-text", tree), "contents": say("contents", tree),
            "groups": [{"title": say(SECTIONS[kind], tree), "documents": [{"id": each.id, "siglum": letters[each.id], "title": title_of(each, tree)} for each in documents]} for kind, documents in groups],
            "works": {"title": say("works-cited", tree), "intro": say("works-cited-intro", tree), "entries": [_work(work, letters, tree) for work in works_list(edition, tree)]},
            "collation": {"title": say("collation", tree), "intro": say("collation-intro", tree), "none": say("no-witness", tree),
                          "legend": [{"kind": kind, "text": say(key, tree)} for kind, key in LEGEND], "parts": list(_collation(edition, network, letters, tree))},
        },
    }  # fmt: skip


LEGEND = (("inserted", "change-inserted"), ("omitted", "change-omitted"), ("regional", "difference-regional"))


def _work(work: WorkEntry, letters: dict[str, str], tree: str) -> Data:
    """A work: where it is cited, by siglum and note."""
    cited = []
    for document, places in work.cited:
        notes = [{"label": f"{document.id}.n{by.note}", "text": place_words(by, tree)[0], "page": place_words(by, tree)[1]} for by in places]
        cited.append({"siglum": letters[document.id], "document": document.id, "notes": notes})
    here = {"said": say("in-this-edition", tree), "siglum": letters[work.here.id], "document": work.here.id} if work.here else None
    return {"date": work.date, "words": line_of(work.text, work.language), "english": line_of(work.english, "en") if work.english else None, "here": here, "said": say("cited-in", tree), "cited": cited}


def _collation(edition: Edition, network: Network, letters: dict[str, str], tree: str) -> Iterator[Data]:
    sentences = collation_list(edition, network, tree)
    for (document, block), group in groupby(sentences, key=lambda sentence: (sentence.document.id, sentence.block)):
        yield {"shown": place_on_paper(letters[document], block), "label": f"{document}.{block}", "sentences": [_sentence(each, letters) for each in group]}


def _sentence(sentence: Collated, letters: dict[str, str]) -> Data:
    return {
        "words": line_of(sentence.text, sentence.language),
        "english": line_of(sentence.english, "en") if sentence.english else None,
        "takings": [_taking(taking, letters) for taking in sentence.takings],
    }


def _taking(taking: Taking, letters: dict[str, str]) -> Data:
    pieces = [{"here": each.here, "there": each.there, "kind": each.kind.value if each.kind else ""} for each in taking.pieces]
    return {"siglum": letters[taking.document.id], "document": taking.document.id, "classes": " · ".join(taking.classes), "pieces": pieces, **line_of("", taking.language)}
