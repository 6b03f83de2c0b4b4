"""The glossary: each term in every script and region, its English, and where it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape as escape_html

from build_scripts.edition.glossary import Term, uses
from build_scripts.views.running.renderings import renderings
from build_scripts.views.running.terms import term_name
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element, han_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.page import Page, Piece, whole
from build_scripts.writers.web.tables import Cell, table

FORMS = ("zh-Hans", "zh-Hant")
REGIONS = ("zh-Hant-TW", "zh-Hant-HK")  # whose wording stands below that in Traditional characters


def glossary_page(tree: Tree) -> Page:
    """Every term that the texts use, in the order of the glossary."""
    heads = [*(tree.say(f"language-{code}") for code in FORMS), tree.say("language-en"), tree.say("used-in")]
    pieces: list[Piece] = [
        whole(heading(1, escape(tree.say("glossary")))),
        whole(escape(tree.say("glossary-intro"))),
        '<div class="dz-wide dz-glossary">',
        *table(
            [Cell(escape(head), {"scope": "col"}) for head in heads],
            [(f' id="{term_name(term.forms["zh-Hans"])}"', row) for term in tree.terms if (row := _row(tree, term))],
        ),
        "</div>",
    ]
    return Page(tree.say("glossary"), tree.say("glossary-intro"), tuple(pieces), {"hide": ["toc"]})


def _row(tree: Tree, term: Term) -> list[Cell]:
    """One term. Empty where no text uses it."""
    found = list(uses(term, tree.edition.documents))
    if not found:
        return []
    first = {document.id: block.id for document, block in reversed(found)}
    counts = Counter(document.id for document, _ in found)
    simplified = Cell(escape(term.forms["zh-Hans"]), {"lang": "zh-Hans"})
    return [simplified, _traditional(tree, term), _english(tree, term), _uses(tree, first, counts)]


def _traditional(tree: Tree, term: Term) -> Cell:
    """The term in Traditional characters, and below it the wording of each region that has its own."""
    form = term.forms.get("zh-Hant", "")
    lines, layers, at = [form], [], len(form)
    for code in REGIONS:
        if words := term.forms.get(code):
            label = tree.say(f"region-{code}")
            layers.append(Layer(at, at + len(label), "small", f' lang="{tree.code}"'))
            layers.append(Layer(at + len(label), at + len(label) + len(words), "span", f' lang="{code}"'))
            lines.append(label + words)
            at += len(label) + len(words)
    return Cell("<br>".join(map(escape, lines)), {"lang": "zh-Hant"}, layers)


def _english(tree: Tree, term: Term) -> Cell:
    """The English, and below it each other rendering with its reason."""
    also = renderings(term, tree.code)
    return Cell("<br>".join(map(escape, [term.english, *also])), {"lang": "en"}, list(_small(tree, term.english, also)))


def _small(tree: Tree, english: str, also: list[str]) -> Iterator[Layer]:
    at = len(english)
    for text in also:
        yield Layer(at, at + len(text), "small")
        for layer in han_layers(text, tree.code if tree.is_chinese else "zh-Hans"):
            yield Layer(at + layer.start, at + layer.end, layer.tag, layer.attrs)
        at += len(text)


def _uses(tree: Tree, first: dict[str, str], counts: Counter[str]) -> Cell:
    """How often the term is used, and on the page in which texts."""
    links = [
        element("a", escape_html(each.short), href=f"../../{each.url}#{first[each.id]}") + f" {counts[each.id]}"
        for each in tree.documents
        if each.id in counts
    ]
    listed = element("ul", "".join(element("li", link) for link in links))
    return Cell(str(sum(counts.values())), start="<td><details><summary>", end=f"</summary>{listed}</details></td>")
