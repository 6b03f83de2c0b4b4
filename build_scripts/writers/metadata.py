"""What a document's page says of itself to machines: Highwire and Dublin Core names, and schema.org as JSON-LD.

All of it is made from the CSL data. What an editor inferred is there only where it can be seen to be that: names and titles in
square brackets, dates in EDTF. Addresses are put in by the theme, which knows where the site will be.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition import in_tree, published, shown_language, title_of
from build_scripts.model import Document, Kind
from build_scripts.text.characters import is_han
from build_scripts.writers.citation_data import Item, date_parts, document_item, is_circa, listed_name, names_of

TYPES = {"article-journal": "ScholarlyArticle", "article-newspaper": "NewsArticle"}
CONTAINERS = {"article-newspaper": "Newspaper", "webpage": "WebSite"}
CONTEXT = "https://schema.org"


def metadata(document: Document, tree: str) -> dict[str, object]:
    """Front matter: `names`, a list of `[name, content]` for `meta` elements, and `data`, the JSON-LD object."""
    item = document_item(document)
    return {"names": [*_highwire(item), *_dublin_core(item, document, tree)], "data": _schema(item, document, tree)}


def _highwire(item: Item) -> Iterator[list[str]]:
    """The names that Zotero and Google Scholar read, after the latter's Inclusion Guidelines for Webmasters."""
    yield ["citation_title", str(item["title"])]
    yield from (["citation_author", listed_name(name)] for name in names_of(item))
    if date_parts(item) and not is_circa(item):
        yield ["citation_publication_date", "/".join(date_parts(item))]
    for name, key in (("citation_publisher", "publisher"), ("citation_language", "language")):
        if key in item:
            yield [name, str(item[key])]
    if "container-title" in item:
        journal = item["type"] == "article-newspaper"
        yield ["citation_journal_title" if journal else "citation_publisher", str(item["container-title"])]


def _dublin_core(item: Item, document: Document, tree: str) -> Iterator[list[str]]:
    """After DCMI's recommendation for HTML; `DC.date` is EDTF, which says where a date is about then."""
    yield ["DC.title", str(item["title"])]
    yield from (["DC.creator", listed_name(name)] for name in names_of(item))
    if published(document):
        yield ["DC.date", published(document)]
    for name, key in (("DC.publisher", "container-title"), ("DC.publisher", "publisher"), ("DC.language", "language")):
        if key in item:
            yield [name, str(item[key])]
    if "translated-title" in item:
        yield ["DCTERMS.alternative", str(item["translated-title"])]
    yield ["DC.type", "Text"]
    description = in_tree(document.descriptions, tree)
    if description:
        yield ["DC.description", description]


def _schema(item: Item, document: Document, tree: str) -> dict[str, object]:
    kind = TYPES.get(str(item["type"]), "NewsArticle" if document.kind is Kind.NEWS else "Article")
    said: dict[str, object] = {
        "@context": CONTEXT, "@type": kind, "headline": title_of(document, tree), "name": item["title"],
        "inLanguage": item["language"], "author": [_agent(name) for name in names_of(item)],
        "datePublished": "-".join(date_parts(item)) if date_parts(item) and not is_circa(item) else "",
        "publisher": _organisation(item.get("publisher") or item.get("container-title")),
        "isPartOf": _container(item), "description": in_tree(document.descriptions, tree),
        "workTranslation": _translation(document, kind),
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _container(item: Item) -> dict[str, object] | None:
    name = item.get("container-title")
    return {"@type": CONTAINERS.get(str(item["type"]), "CreativeWork"), "name": name} if name else None


def _translation(document: Document, kind: str) -> dict[str, object] | None:
    """The translation on the same page; of one made for this edition it is said that it is no official one."""
    translation = document.translation
    if not translation or not translation.title.text:
        return None
    said = {"@type": kind, "name": translation.title.text, "inLanguage": shown_language(translation.language, translation.language)}
    return said if translation.status == "official" else said | {"creativeWorkStatus": f"{translation.status} translation"}


def _agent(name: dict[str, str]) -> dict[str, str]:
    if "family" in name:
        return {"@type": "Person", "name": _whole(name), "familyName": name["family"], "givenName": name["given"]}
    return {"@type": "Organization", "name": name["literal"]}


def _organisation(name: object) -> dict[str, object] | None:
    return {"@type": "Organization", "name": name} if name else None


def _whole(name: dict[str, str]) -> str:
    """A name as it is written: without a space in Chinese, the given name first in Latin letters."""
    return f"{name['given']} {name['family']}" if not is_han(name["family"][0]) else name["family"] + name["given"]
