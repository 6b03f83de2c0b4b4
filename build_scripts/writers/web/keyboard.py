"""The list of keys, for the help sheet that the theme puts on every page; the keys themselves are in `assets/base/keys.js`."""

from __future__ import annotations

from build_scripts.views.wording import say

# What each key does, by its name in the wording; the keys, those of a pair together; and what a page must have for them to do
# anything, as a CSS selector.
KEYS = (
    ("key-paragraph", "j k · n p", ".dz-here"),
    ("key-note", ". ,", "article .footnote-ref"),
    ("key-page", "] [", ".md-footer__link"),
    ("key-search", "/ s", ""),
    ("key-view", "v", ".dz-view"),
    ("key-help", "?", ""),
    ("key-close", "Esc", ""),
)


def keys_listed(tree: str) -> str:
    """The rows of the help sheet, one a line: what the keys do, the keys, and the selector, with tabs between them."""
    return "\n".join(f"{say(name, tree)}\t{keys}\t{needs}" for name, keys, needs in KEYS)
