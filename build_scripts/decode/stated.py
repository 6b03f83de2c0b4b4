"""What a page states of itself outside its text: `<meta>` (also OpenGraph), JSON-LD, its address, where it was saved from.

Evidence for an editor and for a reader that looks for a title in the text; nothing of it is published by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from build_scripts.decode.decoded import Stated
from build_scripts.text.characters import NO_RECORD

# Properties of the file (ECMA-376 part 2, core properties), by what they state.
CORE = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}language": "language",
}
# `<meta>` by what it states: Highwire and Dublin Core, OpenGraph (https://ogp.me), and what Chinese sites write.
META = {
    "title": ("og:title", "citation_title", "dc.title", "articletitle", "twitter:title"),
    "published": (
        *("article:published_time", "og:article:published_time", "citation_publication_date", "pubdate", "publishdate"),
        *(
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "date",
            "datepublished",
            "dateupdate",
            "_pubtime",
            "weibo: article:create_at",
        ),
    ),
    "author": ("author", "article:author", "citation_author", "dc.creator", "byl"),
    "publisher": ("og:site_name", "contentsource", "dc.publisher", "citation_journal_title", "source", "sitename"),
    "url": ("og:url", "citation_public_url"),
    "language": ("og:locale", "content-language"),
}
# https://schema.org/Article, as search engines ask sites to write it.
LINKED = {"title": ("headline",), "published": ("datePublished",), "author": ("author",), "publisher": ("publisher",)}
ARTICLES = re.compile(r"Article|NewsArticle|Report|BlogPosting|WebPage|Speech", re.IGNORECASE)
SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d{4,}\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)")
LONGEST = 500  # characters of a value
MOST = 40  # things that JSON-LD describes


def stated_by(root: Any, page: str) -> tuple[Stated, ...]:
    """What a parsed page states, the likeliest first for each name; each value in one line, and as long as a record takes."""
    return _tidied([*_meta(root), *_linked(root), *_links(root, page), *_title(root)])


def _tidied(found: Iterable[Stated]) -> tuple[Stated, ...]:
    """What is stated, without the codes that no record may hold: JSON may escape half of a surrogate pair."""
    tidy = (Stated(each.name, " ".join(NO_RECORD.sub(" ", each.value).split())[:LONGEST], each.where) for each in found)
    return tuple(each for each in tidy if each.value)


def _meta(root: Any) -> Iterator[Stated]:
    given: dict[str, str] = {}
    for node in root.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or "").strip().lower()
        given.setdefault(key, node.get("content") or "")
    for name, keys in META.items():
        yield from (Stated(name, given[key], f"meta {key}") for key in keys if given.get(key))


def _linked(root: Any) -> Iterator[Stated]:
    for node in root.iter("script"):
        if (node.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in list(_things(data))[:MOST]:
            if ARTICLES.search(str(thing.get("@type", ""))):
                for name, keys in LINKED.items():
                    yield from (Stated(name, value, f"JSON-LD {key}") for key in keys for value in _names(thing.get(key)))


def _things(data: Any) -> Iterator[dict[str, Any]]:
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, dict):
            yield each
            yield from (inner for inner in _listed(each.get("@graph")) if isinstance(inner, dict))


def _names(value: Any) -> Iterator[str]:
    """The text of a value: itself, or the name of what it describes; of several the first."""
    for each in _listed(value)[:1]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            yield name


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _links(root: Any, page: str) -> Iterator[Stated]:
    for node in root.iter("link"):
        if (node.get("rel") or "").lower() == "canonical":
            yield Stated("url", node.get("href") or "", "link canonical")
    if match := SAVED.search(page):
        yield Stated("url", match["url"], "saved from")
    if root.get("lang"):
        yield Stated("language", root.get("lang"), "html lang")


def _title(root: Any) -> Iterator[Stated]:
    node = next(root.iter("title"), None)
    if node is not None:
        yield Stated("title", "".join(node.itertext()), "title")


def stated_of_file(core: Any) -> tuple[Stated, ...]:
    """What the properties of a Word file say of it, as of a page; `core` is their XML, None where there is none."""
    nodes = [node for node in core if node.tag in CORE] if core is not None else []
    return _tidied(Stated(CORE[node.tag], node.text or "", f"property {CORE[node.tag]}") for node in nodes)
