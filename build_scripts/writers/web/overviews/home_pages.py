"""The home page: what this is, where to start, the documents in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape as escape_html

from build_scripts.seed.settings import in_language
from build_scripts.text.scripts import same_language
from build_scripts.views.collation import Taking, one_changed
from build_scripts.views.document import ShownDocument
from build_scripts.views.naming import when
from build_scripts.views.shelves import fits
from build_scripts.views.tree import Tree
from build_scripts.views.witnesses import sentences_of
from build_scripts.views.wording import say
from build_scripts.writers.downloads import edition_downloads
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading, paragraph
from build_scripts.writers.web.overviews.collation_page import base_texts, taking_item
from build_scripts.writers.web.page import Page, Piece, Prose, prose, slot, whole
from build_scripts.writers.web.tables import Cell, markdown_table, rows_of, table


def home(tree: Tree) -> Page:
    """The first page of a tree."""
    gap = "" if tree.is_chinese else " "
    ways = list(_ways_in(tree))
    start = [f"1. {escape(words)}{gap}{_link(document, document.full)}" for words, document in ways]
    start.append(f"1. {escape(tree.say('start-about'))}{gap}[{escape(tree.say('about'))}](about/index.md)")
    pieces: list[Piece] = [
        _name(tree),
        Prose(paragraph(escape(tree.say("tagline"))), slot(attrs={"class": "dz-tagline"})),
        _button(tree, ways[0][1]),
        *prose(tree.say("what-this-is-text")),
        *_example(tree),
        section_heading(tree, "where-to-start"),
        whole("\n".join(start)),
        section_heading(tree, "in-order-of-time"),
        *(timeline(tree, tree.documents) if fits(tree.documents) else [whole(_by_kind(tree))]),
    ]
    meta = {
        "hide": ["navigation", "toc"],
        "downloads_title": tree.say("downloads-whole"),
        "downloads": edition_downloads(tree.edition, tree.code),
    }
    return Page(tree.say("home"), tree.say("tagline"), tuple(pieces), meta)


def section_heading(tree: Tree, key: str) -> Prose:
    """A heading of level 2; its id is the same in every tree, so that a switch of language stays there."""
    return whole(heading(2, escape(tree.say(key)), key))


def _name(tree: Tree) -> Prose:
    """The name of the edition, and behind it that in the language of the first tree where it is another language."""
    name, first = tree.say("site"), tree.edition.trees[0]
    other = say("site", first)
    if same_language(first, tree.code) or other == name:
        return whole(heading(1, escape(name)))
    layer = Layer(len(name) + 1, len(name) + 1 + len(other), "span", f' lang="{first}"')
    return Prose(heading(1, escape(f"{name} {other}")), slot(layers=[layer]))


def _button(tree: Tree, document: ShownDocument) -> Prose:
    words = tree.say("start-here")
    layer = Layer(0, len(words), "a", f' class="md-button dz-start" href="{document.url}"')
    return Prose(f"[{escape(words)}]({document.url.rstrip('/')}.md)", slot(layers=[layer]))


def _example(tree: Tree) -> Iterator[Piece]:
    """A sentence of a base and a text that changes it, as the collation shows them, with its English; else nothing."""
    found = one_changed(tree.collation)
    if not found:
        return
    sentence, taking = found
    base = tree.document(sentence.document.id)
    yield section_heading(tree, "for-example")
    yield '<div class="dz-sentence dz-example">'
    yield element("p", element("a", escape_html(base.short), href=f"{base.url}#{sentence.block}"), class_="dz-of")
    yield from base_texts(tree, sentence)
    yield element("ul", taking_item(tree, taking, "")) + _english(tree, taking) + "</div>"
    yield Prose(f"[{escape(tree.say('all-changes'))}](connections/collation.md)", slot(attrs={"class": "dz-status"}))


def _english(tree: Tree, taking: Taking) -> str:
    """The whole sentence of the witness in the language of the tree, where it has a translation in that."""
    language = tree.edition.translated_for(taking.document, tree.code)
    words = sentences_of(tree, taking.span) if language else ""
    return element("p", escape_html(words), lang=language, class_="dz-example-english") if words else ""


def _ways_in(tree: Tree) -> Iterator[tuple[str, ShownDocument]]:
    """Where to start, each with the words before it: as the settings say, else the base, else the first document."""
    start = tree.edition.settings.start
    if start is None:
        yield tree.say("start-first"), tree.document((tree.edition.bases or tree.edition.documents)[0].id)
    for each in start or ():
        yield in_language(each.words, tree.code) or tree.say("start-first"), tree.document(each.document)


def _link(document: ShownDocument, words: str, base: str = "") -> str:
    return f"[{escape(words)}]({base}{document.url.rstrip('/')}.md)"


def _by_kind(tree: Tree) -> str:
    """How many documents there are of each kind, leading to them."""
    heads = [escape(tree.say(key)) for key in ("kind", "number")]
    rows = [[f"[{escape(tree.say(f'section-{kind}'))}]({kind}/index.md)", f"{len(of)}"] for kind, of in tree.by_kind.items()]
    return markdown_table(heads, rows, numbers_from=1)


def timeline(tree: Tree, documents: Sequence[ShownDocument], base: str = "", kinds: bool = True) -> Iterator[Piece]:
    """Documents as a table: when, which and, where that differs, of what kind; `base` leads to the folder of the tree."""
    heads = [Cell(escape(tree.say(key))) for key in ("date", "document", *(["kind"] if kinds else []))]
    rows = [[Cell(escape(when(each))), _about(each, base), *([_kind(tree, each)] if kinds else [])] for each in documents]
    yield '<div class="dz-timeline">'
    yield from table(heads, rows_of(rows))
    yield "</div>"


def _about(document: ShownDocument, base: str) -> Cell:
    """Who speaks, the title, leading to the document, and below it what it is."""
    parts = [(document.short, ' class="dz-who"')] if document.short != document.name else []
    parts += [(document.name, "")] + ([(document.description, ' class="dz-description"')] if document.description else [])
    at, layers = 0, []
    for words, attrs in parts:
        layers += [Layer(at, at + len(words), "span", attrs)] if attrs else []
        at += len(words)
    lines = [escape(words) if attrs else _link(document, document.name, base) for words, attrs in parts]
    return Cell("<br>".join(lines), layers=layers)


def _kind(tree: Tree, document: ShownDocument) -> Cell:
    words = tree.say(f"kind-{document.kind}")
    base = [Layer(0, len(words), "span", ' class="dz-speech"')] if document.document.kind.base else []
    return Cell(escape(words), layers=base)
