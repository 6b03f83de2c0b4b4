"""What a document's page says of itself to machines: Highwire and Dublin Core names, and schema.org as JSON-LD.

All of it is made from the CSL data. What an editor inferred is there only where it can be seen to be that: names and titles in
square brackets, dates in EDTF. Addresses are put in by the theme, which knows where the site will be.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import shown_language
from build_scripts.edition.version import Version
from build_scripts.model import Document
from build_scripts.source import Provenance
from build_scripts.text.characters import is_han
from build_scripts.views.document import ShownDocument
from build_scripts.views.items import Item, ItemName, date_parts, document_item, is_circa, listed_name, names_of
from build_scripts.views.standing import translation_words

TYPES = {"article-journal": "ScholarlyArticle", "article-newspaper": "NewsArticle"}
CONTAINERS = {"article-newspaper": "Newspaper", "webpage": "WebSite"}
# What Zotero calls each type of CSL, after its mapping of types.
ZOTERO = {
    "article-journal": "journalArticle",
    "article-newspaper": "newspaperArticle",
    "webpage": "webpage",
    "report": "report",
    "book": "book",
    "thesis": "thesis",
}
CONTEXT = "https://schema.org"


def metadata(document: ShownDocument, version: Version) -> dict[str, object]:
    """What the theme is told: `names`, a list of `[name, content]` for `meta` elements, and `data`, the JSON-LD object."""
    item = document_item(document.document)
    return {"names": [*_highwire(item), *_dublin_core(item, document)], "data": _schema(item, document, version)}


def _highwire(item: Item) -> Iterator[list[str]]:
    """The names that Zotero and Google Scholar read, after the latter's Inclusion Guidelines for Webmasters."""
    yield ["citation_title", item["title"]]
    yield ["z:itemType", ZOTERO.get(item["type"], "document")]
    yield from (["citation_author", listed_name(name)] for name in names_of(item))
    if date_parts(item) and not is_circa(item):
        yield ["citation_publication_date", "/".join(date_parts(item))]
    for name, value in (("citation_publisher", item.get("publisher")), ("citation_language", item.get("language"))):
        if value:
            yield [name, value]
    if "container-title" in item:
        journal = item["type"] == "article-newspaper"
        yield ["citation_journal_title" if journal else "citation_publisher", item["container-title"]]


def _dublin_core(item: Item, document: ShownDocument) -> Iterator[list[str]]:
    """After DCMI's recommendation for HTML; `DC.date` is EDTF, which says where a date is about then."""
    yield ["DC.title", item["title"]]
    yield from (["DC.creator", listed_name(name)] for name in names_of(item))
    if document.document.facts.time:
        yield ["DC.date", document.document.facts.time]
    publishers = ("DC.publisher", item.get("container-title")), ("DC.publisher", item.get("publisher"))
    for name, value in (*publishers, ("DC.language", item.get("language"))):
        if value:
            yield [name, value]
    if "translated-title" in item:
        yield ["DCTERMS.alternative", item["translated-title"]]
    yield ["DC.type", "Text"]
    if document.description:
        yield ["DC.description", document.description]


def _schema(item: Item, document: ShownDocument, version: Version) -> dict[str, object]:
    kind = TYPES.get(item["type"], "NewsArticle" if document.document.kind.news else "Article")
    data: dict[str, object] = {
        "@context": CONTEXT,
        "@type": kind,
        "headline": document.name,
        "name": item["title"],
        "inLanguage": item["language"],
        "author": [_agent(name) for name in names_of(item)],
        "datePublished": "-".join(date_parts(item)) if date_parts(item) and not is_circa(item) else "",
        "publisher": _organisation(item.get("publisher") or item.get("container-title")),
        "isPartOf": _container(item),
        "about": _event(item),
        "description": document.description,
        "workTranslation": _translation(document.document, kind),
        "version": version.name,
        "dateModified": version.changed.get(document.id, ""),
        "isBasedOn": _based_on(document.document.source.provenance, kind),
        "copyrightNotice": " ".join(document.document.source.provenance.rights.values()),
        "license": document.document.source.provenance.licence,
    }
    return {name: value for name, value in data.items() if value}


def _based_on(provenance: Provenance, kind: str) -> dict[str, object] | None:
    """What was captured, by its address and that of a copy that stays."""
    data = {"@type": kind, "url": provenance.url, "archivedAt": provenance.archived}
    return {name: value for name, value in data.items() if value} if provenance.url or provenance.archived else None


def _event(item: Item) -> dict[str, object] | None:
    """The occasion at which it was said."""
    place = item.get("event-place")
    data = {
        "@type": "Event",
        "name": item.get("event-title", ""),
        "startDate": "-".join(date_parts(item, "event-date")),
        "location": {"@type": "Place", "name": place} if place else "",
    }
    return {name: value for name, value in data.items() if value} if "event-title" in item else None


def _container(item: Item) -> dict[str, object] | None:
    name = item.get("container-title")
    return {"@type": CONTAINERS.get(item["type"], "CreativeWork"), "name": name} if name else None


def _translation(document: Document, kind: str) -> dict[str, object] | None:
    """The translation on the same page; of one made for this edition it is said that it is no official one."""
    translation = document.translation
    if not translation or not translation.title.text:
        return None
    data: dict[str, object] = {
        "@type": kind,
        "name": translation.title.text,
        "inLanguage": shown_language(translation.language, translation.language),
    }
    return data if translation.is_official else data | {"creativeWorkStatus": translation_words(translation, "en")}


def _agent(name: ItemName) -> dict[str, str]:
    if "family" in name:
        return {"@type": "Person", "name": _whole(name), "familyName": name["family"], "givenName": name["given"]}
    return {"@type": "Organization", "name": name["literal"]}


def _organisation(name: object) -> dict[str, object] | None:
    return {"@type": "Organization", "name": name} if name else None


def _whole(name: ItemName) -> str:
    """A name as it is written: without a space in Chinese, the given name first in Latin letters."""
    return f"{name['given']} {name['family']}" if not is_han(name["family"][0]) else name["family"] + name["given"]
