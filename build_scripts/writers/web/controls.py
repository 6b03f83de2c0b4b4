"""The controls at the head of a text: which side to show, in which script, and the ways to its citations and files."""

from __future__ import annotations

from html import escape

from build_scripts.views.document import ShownDocument, View
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element

VIEWS = (
    View.SOURCE,
    View.TRANSLATION,
    View.BOTH,
    "interleaved",
)  # the last is a matter of the page alone: both, sentence by sentence


def reading_controls(tree: Tree, document: ShownDocument) -> str:
    """The controls as HTML. Without scripts the stylesheet hides them."""
    parts = [_view(tree)] if document.document.translation else []
    if document.converted:
        text = escape(tree.say("script-published"))
        parts.append(element("button", text, type="button", class_="dz-script", aria_pressed="false"))
    if _is_chinese(document):
        words, because = escape(tree.say("pinyin")), tree.say("pinyin-because")
        parts.append(
            element(
                "button", words, type="button", class_="dz-pinyin", aria_pressed="false", title=because, data_key="dz-pinyin"
            )
        )
    ways = [
        element("a", escape(tree.say(key)), href=f"#{name}") for key, name in (("cite", "cite"), ("downloads", "downloads"))
    ]
    ways.append(_sheet(tree, document))
    parts.append(element("span", "".join(ways), class_="dz-ways"))
    parts.append(element("p", "", role="status", class_="dz-told", data_copied=tree.say("link-copied")))
    labels = {"data_close": tree.say("close"), "data_note": tree.say("notes")}
    return element("div", "".join(parts), class_="dz-reading", **labels)


def _is_chinese(document: ShownDocument) -> bool:
    """Whether a text of the page is Chinese, so that there are words to put pinyin above."""
    translation = document.document.translation
    languages = [document.document.source.language, *([translation.language] if translation else [])]
    return any(language.startswith("zh") for language in languages)


def _sheet(tree: Tree, document: ShownDocument) -> str:
    file = f"../../../sheets/{tree.code}/{document.id}.json"
    text = escape(tree.say("sheet-title"))
    return element("button", text, type="button", class_="dz-handout-open", aria_haspopup="dialog", data_sheet=file)


def _view(tree: Tree) -> str:
    buttons = [
        f'<label><input type="radio" name="dz-view" value="{view}"{" checked" if view is View.BOTH else ""}>'
        f"{element('span', escape(tree.say(f'view-{view}')))}</label>"
        for view in VIEWS
    ]
    return element("fieldset", element("legend", escape(tree.say("view"))) + "".join(buttons), class_="dz-view")
