"""The controls at the head of a text: which side to show, in which script, and what the keys do."""

from __future__ import annotations

from html import escape as escape_html

from build_scripts.text.scripts import needs_conversion
from build_scripts.writers.markdown import element
from build_scripts.writers.page import Page
from build_scripts.writers.wording import say

VIEWS = ("source", "translation", "both")
# What each key does, as the help sheet says it; the keys themselves are in assets/reading-keys.js.
KEYS = {
    "key-paragraph": ("j", "k", "n", "p"), "key-note": (".", ","), "key-document": ("]", "["),
    "key-search": ("/", "s"), "key-view": ("v",), "key-help": ("?",), "key-close": ("Esc",),
}  # fmt: skip


def reading_controls(page: Page) -> str:
    """One line of HTML, because a blank one would end it in Markdown. Without scripts the stylesheet hides it."""
    tree = page.tree
    parts = [_view(tree)] if page.document.translation else []
    if needs_conversion(page.own, tree):
        parts.append(element("button", escape_html(say("script-published", tree)), type="button", class_="dz-script", aria_pressed="false"))
    parts.append(element("button", escape_html(say("keys", tree)), type="button", class_="dz-keys-open", aria_haspopup="dialog"))
    parts += [_keys(page), element("p", "", role="status", class_="dz-told", data_copied=say("link-copied", tree))]
    return element("div", "".join(parts), class_="dz-reading", data_close=say("close", tree), data_note=say("notes", tree))


def _view(tree: str) -> str:
    buttons = [
        f'<label><input type="radio" name="dz-view" value="{view}" autocomplete="off"{" checked" if view == "both" else ""}>'
        f"{element('span', escape_html(say(f'view-{view}', tree)))}</label>"
        for view in VIEWS
    ]
    return element("fieldset", element("legend", escape_html(say("view", tree))) + "".join(buttons), class_="dz-view")


def _keys(page: Page) -> str:
    """The help sheet; it lists the view only where there is one to choose."""
    tree = page.tree
    listed = {key: keys for key, keys in KEYS.items() if key != "key-view" or page.document.translation}
    rows = [
        element("dt", " ".join(element("kbd", escape_html(each)) for each in keys)) + element("dd", escape_html(say(key, tree)))
        for key, keys in listed.items()
    ]
    close = element("button", escape_html(say("close", tree)), type="button", class_="dz-keys-close")
    head = element("p", element("strong", escape_html(say("keys", tree))) + close)
    return element("dialog", head + element("dl", "".join(rows)), class_="dz-keys", aria_label=say("keys", tree))
