"""Every e-book and Word file of the edition: what is in it, as pandoc's syntax tree, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from build_scripts.pandoc.nodes import (
    Node,
    div,
    header,
    link,
    meta_list,
    meta_map,
    meta_words,
    para,
    string,
    strong,
)
from build_scripts.pandoc.nodes import document as pandoc_document
from build_scripts.views.colophon import colophon, edition_line
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree, Views
from build_scripts.writers import file_of
from build_scripts.writers.books.edition import edition_blocks
from build_scripts.writers.books.text import Setting, document_blocks
from build_scripts.writers.books.word import Sheet

WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Book:
    """A file to be made: its path under site/, its format, its tree and, when asked, its text; `day` is that on which a text of
    the edition last changed, `sheet` what a Word file has around its text."""

    path: str
    format: str
    tree: str
    text: Callable[[], Node]
    day: str = ""
    sheet: Sheet | None = None


def books(views: Views) -> Iterator[Book]:
    """Every book, the largest first in each tree."""
    day = views.edition.version.date
    for tree in views.trees:
        if tree.documents:
            yield Book(file_of(tree.edition.settings.file, tree.code, "epub"), "epub", tree.code, partial(_whole, tree), day)
        for document in tree.longest_first:
            for form in ("epub", "docx"):
                text = partial(_single, tree, document, form)
                sheet = _sheet(tree, document) if form == "docx" else None
                yield Book(file_of(document.id, tree.code, form), form, tree.code, text, day, sheet)


def _sheet(tree: Tree, document: ShownDocument) -> Sheet:
    """What stands around the text in Word; a day of which the capture gives less than the day is none."""
    written = document.document.facts.time[:10]
    return Sheet(
        document.title[0].text,
        edition_line(tree),
        document.title[0].language,
        written if WHOLE_DAY.fullmatch(written) else "",
        tree.edition.version.date,
    )


def _single(tree: Tree, document: ShownDocument, form: str) -> Node:
    """A document by itself: its references lead to the site, and a key tells what they name."""
    setting = Setting(lambda to: tree.address(to.url), side_by_side=form == "docx")
    blocks = [*document_blocks(document, setting), *_key(tree, document), *_foot(tree, document)]
    about = _about_document(tree, document)
    if form == "docx":
        about.pop("date", None)  # Word would print it below the title, where the particulars have it already
    return pandoc_document(blocks, about)


def _key(tree: Tree, document: ShownDocument) -> Iterator[Node]:
    """The sigla that the text uses, with titles that lead to the site."""
    key = tree.key(document.references)
    if key:
        yield header(2, string(tree.say("sigla")), "sigla")
    for each in key:
        title = [link(string(each.full), address)] if (address := tree.address(each.url)) else string(each.full)
        yield div([para([strong(string(each.siglum)), *string(" "), *title])], "facts", lang=tree.code, style="Facts")


def _foot(tree: Tree, document: ShownDocument | None = None) -> Iterator[Node]:
    """Which edition and version this is, and where the text is from."""
    yield div(
        [div([para(string(line))], "facts", style="Facts") for line in colophon(tree, document)], "colophon", lang=tree.code
    )


def _whole(tree: Tree) -> Node:
    """The whole edition: its references lead inside it."""
    return pandoc_document(
        [*edition_blocks(tree), *_foot(tree)],
        {
            "title": meta_words(tree.say("site")),
            "subtitle": meta_words(tree.say("tagline")),
            "lang": meta_words(tree.code),
            "rights": meta_words(tree.say("rights-text")),
            "identifier": identifier(tree, tree.edition.settings.file),
            "version": meta_words(tree.edition.version.name),
        },
    )


def _about_document(tree: Tree, shown: ShownDocument) -> dict[str, Node]:
    """What the file says of itself: what the capture states, and nothing that it does not."""
    about = {
        "title": meta_words(shown.name),
        "lang": meta_words(shown.title[0].language),
        "identifier": identifier(tree, shown.id),
        "version": meta_words(tree.edition.version.name),
        "rights": meta_words(tree.say("rights-text")),
    }
    if tree.address(shown.url):
        about["source"] = meta_words(tree.address(shown.url))
    if shown.authors:
        about["author"] = meta_list([meta_words(author) for author in shown.authors])
    facts = shown.document.facts
    if facts.time and not facts.is_inferred("published"):
        about["date"] = meta_words(facts.time)
    if shown.publisher:
        about["publisher"] = meta_words(shown.publisher)
    return about


def identifier(tree: Tree, name: str) -> Node:
    """The same for a document in a tree wherever and whenever it is made (UUID version 5, RFC 9562)."""
    return meta_list(
        [meta_map(scheme="uuid", text=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{tree.edition.settings.file}/{tree.code}/{name}')}")]
    )
