"""The citations of a document for its page: what the theme shows at the foot of the text and what its script fills in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape as escape_html
from json import dumps

from build_scripts.edition.edition import Edition
from build_scripts.edition.names import english_name
from build_scripts.edition.version import left_open
from build_scripts.store import Store
from build_scripts.text.capitals import sentence_case
from build_scripts.text.characters import is_han
from build_scripts.text.scripts import script_of
from build_scripts.views.document import ShownDocument
from build_scripts.views.items import Item, document_item, names_of, published_url
from build_scripts.views.standing import translation_words
from build_scripts.views.tree import Tree
from build_scripts.views.wording import say
from build_scripts.writers.citations.cited import ADDRESS, StyledCitation, cite_all
from build_scripts.writers.citations.files import EXPORTS
from build_scripts.writers.citations.styles import IN_SOMETHING, Style
from build_scripts.writers.citations.whence import Whence
from build_scripts.writers.web.elements import element, mark_han
from build_scripts.writers.web.report import report_data

Citations = Mapping[str, tuple[StyledCitation, ...]]
LABELS = ("cite", "cite-copy", "cite-copied", "cite-paragraph", "cite-style", "cite-export")


def cite_edition(edition: Edition, store: Store | None = None) -> Citations:
    """The citations of every document, by its id; `store` keeps them."""
    names = [form for name in edition.names for form in name.english]
    items = [_in_both_cases(document_item(document), names) for document in edition.documents]
    named = [str(name["family"]) + str(name["given"]) for item in items for name in names_of(item) if "family" in name]
    people = [*named, *(author for work in edition.works for author in work.authors)]
    stated = {str(item[key]).strip("[]") for item in items for key in ("container-title", "publisher") if key in item}
    stated |= {str(name["literal"]).strip("[]") for item in items for name in names_of(item) if "literal" in name}
    english = {name: other for name in stated if (other := english_name(name, edition.names))}
    return cite_all(items, [name for name in people if all(map(is_han, name))], english, _name(edition, romanised=True), store)


def _in_both_cases(item: Item, names: Collection[str]) -> Item:
    """The item with its English title in the capitals of a sentence besides, for the styles that want those."""
    english = str(item.get("translated-title", ""))
    return {**item, "sentence-title": sentence_case(english, names)} if english else item


def _name(edition: Edition, romanised: bool, language: str = "zh-Hans") -> str:
    """What the edition is called in Latin letters, or in the script of a text; where it has no such name, what it has."""
    wanted = "en" if romanised else script_of(language)
    tree = next((tree for tree in edition.trees if str(tree) == wanted), None)
    return say("site", tree or edition.trees[0] if edition.settings.wording.get("site") else wanted)


def _whence(tree: Tree, document: ShownDocument, style: Style) -> Whence:
    """What a citation in a style says of the edition, in a tree of the translation also of that."""
    edition, model = tree.edition, document.document
    said_in = "en" if style.romanised else "zh-Hans"
    translated = edition.translated_for(model, tree.code) and document.translation
    by = f" ({model.translation.by})" if model.translation and model.translation.by else ""
    words = say("cited-translation", said_in).format(translation_words(model.translation, said_in) + by) if translated else ""
    item = document_item(model)
    contained = style.romanised and not style.turned and "container-title" not in item and item["type"] in IN_SOMETHING
    name = _name(edition, style.romanised, model.source.language)
    return Whence(name, left_open(edition.version), contained, words, model.source.provenance)


def cite_block(tree: Tree, document: ShownDocument, citations: tuple[StyledCitation, ...]) -> dict[str, object]:
    """What the theme shows: labels, the paths of the page and of that in the published script below the root of the site, the
    files, and each style with what is before and after the address as HTML, and its two texts as JSON lists of pieces (see
    `citations.py`)."""
    return {
        **{key.removeprefix("cite").lstrip("-") or "title": tree.say(key) for key in LABELS},
        "path": f"{tree.code}/{document.url}",
        "published": published_url(document.document),
        "report": report_data(tree, document),
        "files": [{"label": label, "file": f"data/citations/{document.id}.{ending}"} for ending, label in EXPORTS],
        "styles": [_style(each, document.document.source.language, _whence(tree, document, each.style)) for each in citations],
    }


def _style(citation: StyledCitation, source_language: str, whence: Whence) -> dict[str, object]:
    style = citation.style
    html = whence.put_into(citation.html, style, html=True)
    at = html.index(ADDRESS)
    before, after = ("".join(map(str, part)) for part in (html[:at], html[at + 1 :]))
    return {
        "name": style.name,
        "shown": style.shown,
        "lang": "en" if style.romanised else source_language,
        "before": mark_han(before, source_language) if style.romanised else before,
        "after": mark_han(after, source_language) if style.romanised else after,
        "read": dumps(whence.put_into(citation.read, style), ensure_ascii=False),
        "paragraph": dumps(whence.put_into(citation.paragraph, style), ensure_ascii=False),
    }


def works_files(tree: Tree) -> str:
    """A line with the works cited as files, as HTML for a page one level below its tree."""
    anchors = [f'<a href="../../data/works-cited.{ending}" download>{escape_html(label)}</a>' for ending, label in EXPORTS]
    links = "".join(element("li", anchor) for anchor in anchors)
    label = element("span", escape_html(tree.say("works-export")), id="export")
    return element("div", label + f'<ul aria-labelledby="export">{links}</ul>', class_="dz-export")
