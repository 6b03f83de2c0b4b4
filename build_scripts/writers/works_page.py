"""The works that the notes cite: each once, with every place that cites it, and the way to it where it is here."""

from __future__ import annotations

from html import escape as escape_html
from itertools import groupby

from build_scripts.edition import Edition, shown, shown_language, title_of, url_of
from build_scripts.links.works import CitedBy, Work
from build_scripts.model import Document
from build_scripts.text.dates import show_date
from build_scripts.writers.markdown import element, escape
from build_scripts.writers.page import front_matter
from build_scripts.writers.wording import say


def works_page(edition: Edition, tree: str) -> str:
    """Every work in order of date, undated ones last."""
    documents = {document.id: document for document in edition.documents}
    works = sorted(edition.works, key=lambda work: (work.date or "9999", work.title))
    entries = "".join(_entry(work, documents, tree) for work in works)
    return "\n\n".join([
        front_matter(say("works-cited", tree), say("works-cited-intro", tree)), f"# {escape(say('works-cited', tree))}",
        escape(say("works-cited-intro", tree)), element("ul", entries, class_="dz-works"),
    ]) + "\n"  # fmt: skip


def _entry(work: Work, documents: dict[str, Document], tree: str) -> str:
    own = documents[work.cited_by[0].document].source.language if not work.language.startswith("en") else "en"
    parts = [_described(work, own, tree)]
    if work.document:
        here = documents[work.document]
        link = element("a", escape_html(title_of(here, tree)), href=f"../{url_of(here)}")
        parts.append(element("p", escape_html(say("in-this-edition", tree)) + link, class_=f"dz-work-here dz-here-{here.kind}"))
    cited = say("list-comma", tree).join(
        _places(documents[name], list(places), tree) for name, places in groupby(work.cited_by, key=lambda by: by.document)
    )
    parts.append(element("p", escape_html(say("cited-in", tree)) + cited, class_="dz-cited"))
    date = element("span", escape_html(show_date(work.date, tree) if work.date else say("undated", tree)), class_="dz-date")
    return element("li", date + element("div", "".join(parts)), id=work.id)


def _described(work: Work, own: str, tree: str) -> str:
    """Author, title, container and publisher, as the citation gives them."""
    language = shown_language(own, tree) if own != "en" else "en"
    said = [", ".join(work.authors) if own == "en" else "、".join(work.authors)]
    said += [f"“{work.title}”" if own == "en" else f"《{work.title}》"]
    said += [work.container, work.site if work.site != work.container else "", work.publisher]
    text = (", " if own == "en" else "，").join(shown(each, own, tree) for each in said if each)
    return element("p", escape_html(text), lang=language, class_="dz-work-title")


def _places(document: Document, places: list[CitedBy], tree: str) -> str:
    """The notes of one document that cite a work."""
    notes = say("list-within", tree).join(_place(by, document, tree) for by in places)
    return f"{escape_html(title_of(document, tree))} {notes}"


def _place(by: CitedBy, document: Document, tree: str) -> str:
    link = element("a", escape_html(say("note-number", tree).format(by.note)), href=f"../{url_of(document)}#n{by.note}")
    return link + (f" ({escape_html(say('page', tree).format(by.locator))})" if by.locator else "")
