"""All Markdown of the edition, as a mapping from paths inside docs/ to texts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html

import yaml

from build_scripts.edition import SECTIONS, TREES, Edition
from build_scripts.ledger import Ledger, make_ledger
from build_scripts.model import Kind
from build_scripts.writers import pages
from build_scripts.writers.cite_block import Citations, cite_edition
from build_scripts.writers.collation_page import collation_page
from build_scripts.writers.connections_page import connections_page
from build_scripts.writers.document_page import document_page
from build_scripts.writers.glossary_page import glossary_page
from build_scripts.writers.ledger_page import ledger_index, ledger_page, witness_title
from build_scripts.writers.network import Network, make_network
from build_scripts.writers.page import Page
from build_scripts.writers.wording import say
from build_scripts.writers.works_page import works_page


def write_docs(edition: Edition) -> dict[str, str]:
    """Every file of docs/: `{path: text}`."""
    ledgers = [make_ledger(witness) for witness in edition.witnesses]
    network = make_network(edition)
    citations = cite_edition(edition)
    return {f"{tree}/{path}": text for tree in TREES for path, text in _tree(edition, ledgers, network, citations, tree)}


def _tree(edition: Edition, ledgers: list[Ledger], network: Network, citations: Citations, tree: str) -> Iterator[tuple[str, str]]:
    yield "index.md", pages.home(edition, tree)
    yield ".nav.yml", _nav(["index.md", *(f"{SECTIONS[kind]}/" for kind in Kind if edition.of_kind(kind)), "connections/", "works-cited/", "about/"])
    for kind, name in SECTIONS.items():
        if edition.of_kind(kind):
            yield f"{name}/index.md", pages.section(edition, kind, tree)
            yield f"{name}/.nav.yml", _nav(["index.md", *_members(edition, kind)], say(name, tree))
    for witness in edition.witnesses:
        for document in witness.documents:
            yield f"{SECTIONS[document.kind]}/{document.id}.md", document_page(Page(document, witness, tree, network), citations[document.id])
        if witness.source.stories:
            yield f"{SECTIONS[witness.source.kind]}/{witness.source.id}.md", pages.newspaper(witness, network, tree)
    yield "connections/index.md", connections_page(edition, network, tree)
    yield "connections/collation.md", collation_page(edition, network, tree)
    yield "connections/.nav.yml", _nav(["index.md", "collation.md"], say("connections", tree))
    yield "works-cited/index.md", works_page(edition, tree)
    yield "works-cited/.nav.yml", _nav(["index.md"], say("works-cited", tree))
    yield "about/index.md", pages.about(edition, tree)
    yield "about/sources.md", pages.sources(edition, tree)
    yield "about/glossary.md", glossary_page(edition, tree)
    yield "about/ledger/index.md", ledger_index(ledgers, tree)
    for ledger in ledgers:
        yield f"about/ledger/{ledger.witness.source.id}.md", ledger_page(ledger, tree)
    yield "about/.nav.yml", _nav(["index.md", "glossary.md", "ledger/", "sources.md"], say("about", tree))
    captures = [{escape_html(witness_title(each, tree)): f"{each.source.id}.md"} for each in edition.witnesses]
    yield "about/ledger/.nav.yml", _nav(["index.md", *captures], say("ledger", tree))


def _members(edition: Edition, kind: Kind) -> list[str]:
    """The pages of a section in order of time, each newspaper page before the first of its stories."""
    members: list[str] = []
    for document in edition.of_kind(kind):
        whole = f"{document.source.id}.md"
        if document.source.stories and whole not in members:
            members.append(whole)
        members.append(f"{document.id}.md")
    return members


def _nav(entries: list, title: str = "") -> str:
    data = {"title": title, "nav": entries} if title else {"nav": entries}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
