"""The citations of a document for its page: what the theme shows at the foot of the text and what its script fills in."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape as escape_html
from json import dumps

from build_scripts.edition import Edition, url_of
from build_scripts.model import Document
from build_scripts.text.characters import is_han
from build_scripts.writers.citation_data import document_item, published_url
from build_scripts.writers.citation_files import FORMATS
from build_scripts.writers.citations import ADDRESS, Citation, cite_all
from build_scripts.writers.markdown import mark_han
from build_scripts.writers.wording import say

Citations = Mapping[str, tuple[Citation, ...]]
SAID = ("cite", "cite-copy", "cite-copied", "cite-paragraph", "cite-style", "cite-export")


def cite_edition(edition: Edition) -> Citations:
    """The citations of every document, by its id."""
    items = [document_item(document) for document in edition.documents]
    named = [str(name["family"]) + str(name["given"]) for item in items for name in item.get("author", []) if "family" in name]  # type: ignore[attr-defined]
    people = [*named, *(author for work in edition.works for author in work.authors)]
    return cite_all(items, [name for name in people if all(map(is_han, name))])


def cite_block(document: Document, citations: tuple[Citation, ...], tree: str) -> dict[str, object]:
    """Front matter: labels, the paths of the page and of that in the published script below the root of the site, the files, and each style with what is before and
    after the address as HTML, and its two texts as JSON lists of pieces (see `citations.py`)."""
    return {
        **{key.removeprefix("cite").lstrip("-") or "title": say(key, tree) for key in SAID},
        "path": f"{tree}/{url_of(document)}", "published": published_url(document),
        "files": [{"label": label, "file": f"data/citations/{document.id}.{ending}"} for ending, label in FORMATS],
        "styles": [_style(citation, document.source.language) for citation in citations],
    }


def _style(citation: Citation, own: str) -> dict[str, object]:
    at = citation.html.index(ADDRESS)
    before, after = ("".join(map(str, part)) for part in (citation.html[:at], citation.html[at + 1 :]))
    style = citation.style
    return {
        "name": style.name, "shown": style.shown, "lang": "en" if style.romanised else own,
        "before": mark_han(before, own) if style.romanised else before, "after": mark_han(after, own) if style.romanised else after,
        "read": dumps(citation.read, ensure_ascii=False), "paragraph": dumps(citation.paragraph, ensure_ascii=False),
    }  # fmt: skip


def works_files(tree: str) -> str:
    """A line with the works cited as files, as HTML for a page one level below its tree."""
    links = "".join(
        f'<li><a href="../../data/works-cited.{ending}" download>{escape_html(label)}</a></li>' for ending, label in FORMATS
    )
    return f'<div class="dz-export"><span id="export">{escape_html(say("works-export", tree))}</span><ul aria-labelledby="export">{links}</ul></div>'
