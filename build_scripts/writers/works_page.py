"""The works that the notes cite: each once, with every place that cites it, and the way to it where it is here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as escape_html

from build_scripts.edition import Edition, title_of, url_of
from build_scripts.links.works import CitedBy
from build_scripts.model import Document
from build_scripts.writers.cite_block import works_files
from build_scripts.writers.markdown import element, escape
from build_scripts.writers.page import front_matter
from build_scripts.writers.wording import say
from build_scripts.writers.works_list import WorkEntry, place_words, works_list


def works_page(edition: Edition, tree: str) -> str:
    """Every work in order of date, undated ones last."""
    entries = "".join(_entry(work, tree) for work in works_list(edition, tree))
    return "\n\n".join([
        front_matter(say("works-cited", tree), say("works-cited-intro", tree), collection=True), f"# {escape(say('works-cited', tree))}",
        escape(say("works-cited-intro", tree)), works_files(tree), element("ul", entries, class_="dz-works"),
    ]) + "\n"  # fmt: skip


def _entry(work: WorkEntry, tree: str) -> str:
    parts = [element("p", escape_html(work.english), lang="en", class_="dz-work-title")] if work.english else []
    parts.append(element("p", escape_html(work.text), lang=work.language, class_="dz-work-original" if parts else "dz-work-title"))
    if work.here:
        link = element("a", escape_html(title_of(work.here, tree)), href=f"../{url_of(work.here)}")
        parts.append(element("p", escape_html(say("in-this-edition", tree)) + link, class_=f"dz-work-here dz-here-{work.here.kind}"))
    cited = say("list-comma", tree).join(_places(document, places, tree) for document, places in work.cited)
    parts.append(element("p", escape_html(say("cited-in", tree)) + cited, class_="dz-cited"))
    date = element("span", escape_html(work.date), class_="dz-date")
    return element("li", date + element("div", "".join(parts)), id=work.id)


def _places(document: Document, places: Iterable[CitedBy], tree: str) -> str:
    """The notes of one document that cite a work."""
    notes = say("list-within", tree).join(_place(by, document, tree) for by in places)
    return f"{escape_html(title_of(document, tree))} {notes}"


def _place(by: CitedBy, document: Document, tree: str) -> str:
    note, page = place_words(by, tree)
    return element("a", escape_html(note), href=f"../{url_of(document)}#n{by.note}") + escape_html(page)
