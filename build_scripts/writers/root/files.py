"""What lies at the root of the site, outside the three trees: landing page, 404 page, sitemap, robots.txt,
citation file, feeds of changes, descriptions of the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from build_scripts.edition.edition import Edition, url_of
from build_scripts.text.scripts import locale_of
from build_scripts.views.collation import one_changed
from build_scripts.views.tree import Tree, Views
from build_scripts.views.wording import say
from build_scripts.writers.root.citation_file import citation_file
from build_scripts.writers.root.feed import feed
from build_scripts.writers.root.icon import ICON, icon
from build_scripts.writers.root.opensearch import OPENSEARCH, opensearch
from build_scripts.writers.web.finish import with_policy
from build_scripts.writers.web.overviews.changes_pages import FEED
from build_scripts.writers.web.overviews.collation_page import taking_item

TEMPLATES = Path(__file__).parents[2] / "theme" / "site"
SAID = ("site", "tagline", "what-this-is-text", "start-here", "not-found", "not-found-text", "language-name")


def root_files(views: Views, pages: Sequence[str]) -> dict[str, str]:
    """`{path under site/: text}`; `pages` are the paths of the pages inside each tree.

    Without an address there is no sitemap and no description of the search.
    """
    edition, site_url = views.edition, views.edition.settings.address
    searches = {f"{tree.code}/{OPENSEARCH}": opensearch(tree) for tree in views.trees if site_url}
    feeds = {f"{tree.code}/{FEED}": feed(tree) for tree in views.trees if edition.releases}
    return (
        {
            "index.html": _page(edition, "landing.html", "", site_url, {tree.code: _example(tree) for tree in views.trees}),
            "404.html": _page(edition, "404.html", urlsplit(site_url).path or "/", site_url, {}),
            "robots.txt": robots(site_url),
            "CITATION.cff": citation_file(edition),
            ".nojekyll": "",
        }
        | {f"{tree}/{ICON}": icon(edition.settings) for tree in edition.trees}
        | feeds
        | searches
        | ({"sitemap.xml": sitemap(edition, pages)} if site_url else {})
    )


def robots(site_url: str) -> str:
    """Everything may be read (RFC 9309); where the address is known, which a sitemap needs, that of the sitemap."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {site_url}sitemap.xml\n" if site_url else "")


def _example(tree: Tree) -> dict[str, str]:
    """A sentence of a base and a text that changes it, for the landing page; nothing where no text does."""
    found = one_changed(tree.collation)
    if not found:
        return {}
    sentence, taking = found
    base = tree.document(sentence.document.id)
    return {
        "title": tree.say("for-example"),
        "of": base.short,
        "address": f"{tree.code}/{base.url}#{sentence.block}",
        "words": sentence.text,
        "language": sentence.language,
        "taking": taking_item(tree, taking, f"{tree.code}/"),
    }


def _page(edition: Edition, template: str, base: str, site_url: str, examples: Mapping[str, Mapping[str, str]]) -> str:
    """One root page; `base` is put before its links, empty where they are relative; `examples` are by tree."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    trees: list[dict[str, object]] = [
        {"code": tree, "locale": locale_of(tree), "name": say("language-name", tree), "home": f"{base}{tree}/"}
        | {key.replace("-", "_"): say(key, tree) for key in SAID}
        | {"what": say("what-this-is-text", tree), "start": say("start-here", tree), "example": examples.get(tree)}
        for tree in edition.trees
    ]
    alternates = [{"code": tree, "url": f"{site_url}{tree}/"} for tree in edition.trees]
    page = environment.get_template(template).render(
        trees=trees,
        alternates=alternates,
        site_url=site_url,
        accent=edition.settings.accent,
        favicon=f"{base}{edition.trees[0]}/assets/favicon.svg",
    )
    return with_policy(page)


def sitemap(edition: Edition, pages: Sequence[str]) -> str:
    """Every page of every tree with its counterparts, after the sitemap protocol with `xhtml:link` alternates.

    A page changed when its text did; one that is made from all texts, when the last of them did. For readers of
    no language of the edition the home pages name the landing page, every other page that of the first tree.
    """
    trees, site_url = edition.trees, edition.settings.address
    texts = {url_of(document): edition.version.changed.get(document.id, "") for document in edition.documents}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in sorted(pages):
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(site_url + path)}/>'
            for language, path in [*((tree, f"{tree}/{page}") for tree in trees), ("x-default", page and f"{trees[0]}/{page}")]
        )
        day = texts.get(page, edition.version.date)
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines += [f"<url><loc>{escape(f'{site_url}{tree}/{page}')}</loc>{changed}{alternates}</url>" for tree in trees]
    return "\n".join([*lines, "</urlset>"]) + "\n"
