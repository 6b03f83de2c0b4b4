"""Markdown as the site and as any other engine reads it."""

from __future__ import annotations

from pathlib import Path

import markdown
import yaml
from lxml import html

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["attr_list", "tables", "toc", "footnotes"]


def as_the_site(text: str) -> str:
    """Markdown rendered with the extensions of mkdocs.yml."""
    configured = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("markdown_extensions:")[2]
    assert all(f"  {name}:" in configured for name in EXTENSIONS)
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs={"footnotes": {"USE_DEFINITION_ORDER": True}})


def parsed(text: str) -> html.HtmlElement:
    """What the site's Markdown makes of a text, as one element."""
    return html.fragment_fromstring(as_the_site(text), create_parent="div")


def split_page(text: str) -> tuple[dict[str, object], str]:
    """A page of docs/ as its front matter and its body."""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body
