"""What lies at the root of the site, outside the three trees: landing page, 404 page, sitemap, data, search index."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from build_scripts.diagnostics import BadInput
from build_scripts.edition import TREES, Edition
from build_scripts.writers.citation_files import bibtex, cited_items, ris
from build_scripts.writers.data import SCHEMAS, check_data, check_spans, to_json, write_data
from build_scripts.writers.search import search_files
from build_scripts.writers.tei import tei_files
from build_scripts.writers.wording import say

TEMPLATES = Path(__file__).parents[1] / "theme" / "site"
SAID = ("site", "tagline", "what-this-is-text", "start-here", "not-found", "not-found-text", "language-name")


def write_site_files(edition: Edition, pages: list[str], site_url: str, known_url: str = "") -> dict[str, str]:
    """`{path under site/: text}`; `pages` are the paths of the pages inside each tree, `known_url` the address of the site, empty
    where it is not known. Raises BadInput: schema."""
    cited = cited_items(edition, known_url)
    data = write_data(edition) | {f"{name}.json": items for name, items in cited.items()}
    problems = [*check_data(data), *check_spans(data, edition)]
    if problems:
        raise BadInput(*problems)
    files = {f"data/{path}": to_json(content) for path, content in data.items()}
    files |= {f"data/schema/{path.name}": path.read_text(encoding="utf-8") for path in sorted(SCHEMAS.glob("*.json"))}
    files |= {f"data/{name}.bib": bibtex(items) for name, items in cited.items()}
    files |= {f"data/{name}.ris": ris(items) for name, items in cited.items()}
    files |= search_files(edition)
    files |= tei_files(edition)
    files["index.html"] = _page("landing.html", "", site_url)
    files["404.html"] = _page("404.html", urlsplit(site_url).path, site_url)
    files["sitemap.xml"] = sitemap(pages, site_url)
    files[".nojekyll"] = ""
    return files


def _page(template: str, base: str, site_url: str) -> str:
    """One root page; `base` is put before its links, empty where they are relative."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    trees = [
        {"code": tree, "name": say("language-name", tree), "home": f"{base}{tree}/"}
        | {key.replace("-", "_"): say(key, tree) for key in SAID}
        | {"what": say("what-this-is-text", tree), "start": say("start-here", tree)}
        for tree in TREES
    ]
    alternates = [{"code": tree, "url": f"{site_url}{tree}/"} for tree in TREES]
    return environment.get_template(template).render(
        trees=trees, alternates=alternates, site_url=site_url, favicon=f"{base}{TREES[0]}/assets/favicon.svg"
    )


def sitemap(pages: list[str], site_url: str) -> str:
    """Every page of every tree with its counterparts, after the sitemap protocol with `xhtml:link` alternates."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in sorted(pages):
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tree}" href={quoteattr(f"{site_url}{tree}/{page}")}/>' for tree in TREES
        )
        lines += [f"<url><loc>{escape(f'{site_url}{tree}/{page}')}</loc>{alternates}</url>" for tree in TREES]
    return "\n".join([*lines, "</urlset>"]) + "\n"
