"""What makes the search of a tree one of the browser's own: a description after OpenSearch 1.1."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from build_scripts.views.tree import Tree

OPENSEARCH = "opensearch.xml"  # in the folder of each tree
SHORT = 16  # characters that the name of a search may have


def opensearch(tree: Tree) -> str:
    """The description of a tree's search; the address of the site must be known."""
    name, address = tree.say("site"), tree.address("")
    return (
        "\n".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
                f"<ShortName>{escape(name[:SHORT].strip())}</ShortName>",
                f"<Description>{escape(tree.say('tagline'))}</Description>",
                f"<Language>{tree.code}</Language>",
                "<InputEncoding>UTF-8</InputEncoding>",
                f'<Url type="text/html" template={quoteattr(address + "?q={searchTerms}")}/>',
                f'<Image type="image/svg+xml">{escape(tree.address("assets/favicon.svg"))}</Image>',
                "</OpenSearchDescription>",
            ]
        )
        + "\n"
    )
