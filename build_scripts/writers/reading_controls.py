"""The controls at the head of a text: which side to show, in which script, and the way to the list of keys."""

from __future__ import annotations

from html import escape as escape_html

from build_scripts.text.scripts import needs_conversion
from build_scripts.writers.markdown import element
from build_scripts.writers.page import Page
from build_scripts.writers.wording import say

VIEWS = ("source", "translation", "both")


def reading_controls(page: Page) -> str:
    """One line of HTML, because a blank one would end it in Markdown. Without scripts the stylesheet hides it."""
    tree = page.tree
    parts = [_view(tree)] if page.document.translation else []
    if needs_conversion(page.own, tree):
        parts.append(element("button", escape_html(say("script-published", tree)), type="button", class_="dz-script", aria_pressed="false"))
    parts.append(element("button", escape_html(say("keys", tree)), type="button", class_="dz-keys-open", aria_haspopup="dialog"))
    parts.append(element("p", "", role="status", class_="dz-told", data_copied=say("link-copied", tree)))
    return element("div", "".join(parts), class_="dz-reading", data_close=say("close", tree), data_note=say("notes", tree))


def _view(tree: str) -> str:
    buttons = [
        f'<label><input type="radio" name="dz-view" value="{view}" autocomplete="off"{" checked" if view == "both" else ""}>'
        f"{element('span', escape_html(say(f'view-{view}', tree)))}</label>"
        for view in VIEWS
    ]
    return element("fieldset", element("legend", escape_html(say("view", tree))) + "".join(buttons), class_="dz-view")
