"""Every e-book and Word file of the edition: what is in it, as pandoc's syntax tree, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from build_scripts.edition import TREES, Edition, published, title_of, url_of
from build_scripts.writers.book_edition import edition_blocks
from build_scripts.writers.book_nodes import (
    Node,
    div,
    document,
    header,
    link,
    meta_list,
    meta_map,
    meta_words,
    para,
    string,
    strong,
)
from build_scripts.writers.book_text import Setting, document_blocks
from build_scripts.writers.downloads import EDITION, Format, file_of
from build_scripts.writers.network import make_network
from build_scripts.writers.page import Page, longest_first, pages_in
from build_scripts.writers.printed import Printed, printed, referred, views_of
from build_scripts.writers.wording import say


@dataclass(frozen=True, slots=True)
class Book:
    """A file to be made: its path under site/, its format, its tree and, when asked, its text."""

    path: str
    format: Format
    tree: str
    text: Callable[[], Node]


def books(edition: Edition, site_url: str) -> Iterator[Book]:
    """Every book, the largest first in each tree."""
    network = make_network(edition)
    for tree in TREES:
        pages = pages_in(edition, tree, network)
        if pages:
            yield Book(file_of(EDITION, tree, Format.EPUB), Format.EPUB, tree, partial(_whole, edition, pages, tree))
        for page in longest_first(pages):
            for form in (Format.EPUB, Format.DOCX):
                yield Book(file_of(page.document.id, tree, form), form, tree, partial(_single, page, form, site_url))


def _single(page: Page, form: Format, site_url: str) -> Node:
    """A document by itself: its references lead to the site, and a key tells what they name."""
    shown = printed(page, views_of(page.document)[0])
    setting = Setting(lambda to: f"{site_url}{page.tree}/{to.url}", side_by_side=form is Format.DOCX)
    blocks = [*document_blocks(shown, setting), *_key(page, shown, site_url)]
    said = _about_document(page, shown, site_url)
    if form is Format.DOCX:
        said.pop("date", None)  # Word would print it below the title, where the particulars have it already
    return document(blocks, said)


def _key(page: Page, shown: Printed, site_url: str) -> Iterator[Node]:
    """The sigla that the text uses, with titles that lead to the site."""
    key = page.network.key(referred(shown))
    if key:
        yield header(2, string(say("sigla", page.tree)), "sigla")
    for letter, each in key:
        title = link(string(title_of(each, page.tree)), f"{site_url}{page.tree}/{url_of(each)}")
        yield div([para([strong(string(letter)), *string(" "), title])], "facts", lang=page.tree, style="Facts")


def _whole(edition: Edition, pages: list[Page], tree: str) -> Node:
    """The whole edition: its references lead inside it."""
    return document(edition_blocks(edition, pages, tree), {
        "title": meta_words(say("site", tree)), "subtitle": meta_words(say("tagline", tree)), "lang": meta_words(tree),
        "rights": meta_words(say("rights-text", tree)), "identifier": identifier(EDITION, tree),
    })  # fmt: skip


def _about_document(page: Page, shown: Printed, site_url: str) -> dict[str, Node]:
    """What the file says of itself: what the capture states, and nothing that it does not."""
    said = {
        "title": meta_words(title_of(page.document, page.tree)), "lang": meta_words(shown.title[0].language),
        "source": meta_words(f"{site_url}{page.tree}/{shown.url}"), "identifier": identifier(page.document.id, page.tree),
        "rights": meta_words(say("rights-text", page.tree)),
    }  # fmt: skip
    if page.authors:
        said["author"] = meta_list([meta_words(author) for author in page.authors])
    if page.document.field("published"):
        said["date"] = meta_words(published(page.document))
    publisher = page.document.field("publisher")
    return said | ({"publisher": meta_words(page.shown(publisher))} if publisher else {})


def identifier(name: str, tree: str) -> Node:
    """The same for a document in a tree wherever and whenever it is made (UUID version 5, RFC 9562)."""
    return meta_list([meta_map(scheme="uuid", text=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{EDITION}/{tree}/{name}')}")])
