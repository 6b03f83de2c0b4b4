"""What changed with each release as an Atom feed (RFC 4287), one in each tree."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from build_scripts.seed.releases import Release
from build_scripts.views.tree import Tree
from build_scripts.writers.web.overviews.changes_pages import FEED, change_words, release_words


def feed(tree: Tree) -> str:
    """The feed of a tree, the newest release first. Its ids are the same wherever the site is."""
    releases = tree.edition.releases
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(str(tree.code))}>',
        f"<title>{escape(tree.say('site'))} · {escape(tree.say('changes'))}</title>",
        f"<id>{_id(tree, '')}</id>",
        f"<updated>{releases[0].date}T00:00:00Z</updated>",
        f"<author><name>{escape(tree.say('site'))}</name></author>",
        *_links(tree, "about/changes/", FEED),
        *(_entry(tree, release) for release in releases),
    ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def _entry(tree: Tree, release: Release) -> str:
    colon = "：" if tree.is_chinese else ": "
    lines = [
        f"{', '.join(map('#'.join, places))}{colon}{words}" if places else words for places, words in _changes(tree, release)
    ]
    path = f"about/changes/{release.version}/"
    parts = [
        f"<title>{escape(release_words(tree, release))}</title>",
        f"<id>{_id(tree, release.version)}</id>",
        f"<updated>{release.date}T00:00:00Z</updated>",
        *([f"<author><name>{escape(release.by)}</name></author>"] if release.by else []),
        *_links(tree, path),
        f'<content type="text">{escape(chr(10).join(lines))}</content>',
    ]
    return "\n".join(["<entry>", *parts, "</entry>"])


def _changes(tree: Tree, release: Release) -> list[tuple[list[tuple[str, ...]], str]]:
    return [
        ([(name, block) if block else (name,) for name, block in each.places], change_words(tree, each))
        for each in release.changes
    ]


def _links(tree: Tree, page: str, itself: str = "") -> list[str]:
    """The page and, where the address of the site is known, the feed itself; without one the page as it leads from the feed."""
    links = [f'<link rel="alternate" type="text/html" href={quoteattr(tree.address(page) or page)}/>']
    return [*links, f'<link rel="self" href={quoteattr(tree.address(itself))}/>'] if itself and tree.address(itself) else links


def _id(tree: Tree, version: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{tree.edition.settings.file}/{tree.code}/changes/{version}')}"
