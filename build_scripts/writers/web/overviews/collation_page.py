"""The collation: the speech sentence by sentence, each with every text that takes words of it and what these changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape as escape_html
from itertools import groupby
from typing import TypeVar

from build_scripts.edition.edition import url_of
from build_scripts.links.model import TextLink
from build_scripts.views.collation import Collated, Taking, fits_one_page, place_of
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.differences import changed_words, legend
from build_scripts.writers.web.document.texts import elsewhere
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.markdown import escape, heading, paragraph, target
from build_scripts.writers.web.overviews.shelf_pages import Entry
from build_scripts.writers.web.page import Page, Piece, Prose, slot, whole
from build_scripts.writers.web.tables import markdown_table

CollatedSentences = Sequence[Collated]
T = TypeVar("T")


def collation_pages(tree: Tree) -> Iterator[tuple[str, Page]]:
    """`(path in connections/, page)`: every sentence of every speech with its witnesses, on one page where that can hold them;
    else on a page for each speech, and for each paragraph of one that is too long even so."""
    title, intro = tree.say("collation"), tree.say("collation-intro")
    bases = _grouped(tree.collation, lambda sentence: sentence.document.id)
    if fits_one_page(tree.collation):
        yield "collation.md", _page(tree, title, intro, tree.collation)
        return
    ways = {f"collation/{name}/index.md": (tree.document(name).full, each) for name, each in bases.items()}
    yield "collation.md", Page(title, intro, (whole(heading(1, escape(title))), whole(escape(intro)), _ways(tree, ways)))
    for name, sentences in bases.items():
        yield from _pages_of(tree, tree.document(name), sentences)


def _pages_of(tree: Tree, base: ShownDocument, sentences: CollatedSentences) -> Iterator[tuple[str, Page]]:
    title = f"{tree.say('collation')}{'：' if tree.is_chinese else ': '}{base.short}"
    if fits_one_page(sentences):
        yield f"collation/{base.id}/index.md", _page(tree, title, "", sentences, "../../")
        return
    blocks = _grouped(sentences, lambda sentence: sentence.block)
    ways = {f"{block}/index.md": (_number(block), each) for block, each in blocks.items()}
    yield f"collation/{base.id}/index.md", Page(title, "", (whole(heading(1, escape(title))), _ways(tree, ways)))
    for block, each in blocks.items():
        yield f"collation/{base.id}/{block}/index.md", _page(tree, f"{title} {_number(block)}", "", each, "../../../")


def collation_navigation(tree: Tree, paths: Sequence[str]) -> list[Entry]:
    """The navigation of these pages, by their paths: the first of them, and those of each speech below it."""
    bases = _grouped(paths[1:], lambda path: path.split("/")[1])
    return [paths[0], *(_entry(tree.document(name).short, each) for name, each in bases.items())]


def _entry(title: str, paths: list[str]) -> Entry:
    return {escape_html(title): paths} if len(paths) > 1 else paths[0]


def _ways(tree: Tree, ways: Mapping[str, tuple[str, CollatedSentences]]) -> Prose:
    """A table of pages, each with how many readings it has."""
    rows = [[f"[{escape(name)}]({path})", f"{sum(len(each.takings) for each in of):,}"] for path, (name, of) in ways.items()]
    return whole(markdown_table([escape(tree.say("document")), escape(tree.say("number"))], rows, numbers_from=1))


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """The items by a key, in the order in which each key comes first."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _page(tree: Tree, title: str, intro: str, sentences: CollatedSentences, base: str = "") -> Page:
    """CollatedSentences with their witnesses; a box, needing no script, leaves only substantive differences.

    `base` leads from the file of the page to the folder of the connections.
    """
    label = element("label", escape_html(tree.say("substantive-only")), for_="dz-substantive")
    pieces: list[Piece] = [
        whole(heading(1, escape(title))),
        *([whole(escape(intro))] if intro else []),
        *(whole(escape(line)) for line in _made_wording(tree)),
        element("p", f'<input type="checkbox" id="dz-substantive">{label}', class_="dz-switch"),
        legend(tree, _links(tree)),
        _contents(tree, sentences),
    ]
    for (document, block), group in groupby(sentences, key=lambda sentence: (sentence.document.id, sentence.block)):
        pieces.append([f'<section class="dz-collation" id="c-{document}-{block}">', *_head(tree, document, block, base)])
        pieces += (list(_sentence(tree, sentence, base)) for sentence in group)
        pieces.append("</section>")
    return Page(title, intro, tuple(pieces), {"hide": ["toc"]})


def _contents(tree: Tree, sentences: CollatedSentences) -> str:
    """The paragraphs and their sentences, each a way to it; how many texts have it stands in small figures."""
    lines = []
    for (document, block), group in groupby(sentences, key=lambda sentence: (sentence.document.id, sentence.block)):
        numbers = [_way(tree, sentence) for sentence in group]
        to = element("a", _number(block), href=f"#c-{document}-{block}")
        lines.append(element("li", f"{to} {element('ol', ''.join(numbers))}"))
    told = element("p", escape_html(tree.say("collation-contents")), class_="dz-legend")
    label = tree.say("contents")
    return element("nav", told + element("ul", "".join(lines)), class_="dz-collation-contents", aria_label=label)


def _way(tree: Tree, sentence: Collated) -> str:
    """The number of a sentence, leading to it, with how many texts have it."""
    number, count = sentence.id.rpartition(".")[2], len({taking.document.id for taking in sentence.takings})
    told = tree.say("collation-sentence").format(number, count)
    substantive = " dz-substantive" if any(taking.substantive for taking in sentence.takings) else ""
    to = element("a", f"{number}<sub>{count or ''}</sub>", href=f"#{place_of(sentence)}", aria_label=told, title=told)
    return element("li", to, class_=f"dz-way{substantive}")


def _links(tree: Tree) -> Iterator[TextLink]:
    return (each.link for ends in tree.edition.numbering.leaving.values() for each in ends if each.link.type.takes)


def _made_wording(tree: Tree) -> Iterator[str]:
    """A line for each base whose wording was probably made by a conversion: its words of a region are nobody's reading."""
    for document in tree.documents:
        if document.document.kind.base and tree.edition.has_made_wording(document.id):
            yield tree.say("collation-page-wording").format(document.name)


def _number(block: str) -> str:
    return f"¶{block.removeprefix('p')}"


def _head(tree: Tree, document: str, block: str, base: str) -> Iterator[Piece]:
    """The number of the paragraph, leading to it."""
    place = f"[{escape(_number(block))}]({base}{target(tree.document(document).url, block)})"
    yield "<h2>"
    yield Prose(heading(2, place), slot(inner=True))
    yield "</h2>"


def _sentence(tree: Tree, sentence: Collated, base: str) -> Iterator[Piece]:
    """The sentence as the base text, its English in the English tree, and its witnesses below it."""
    substantive = " dz-substantive" if any(taking.substantive for taking in sentence.takings) else ""
    yield f'<div class="dz-sentence{substantive}" id="{place_of(sentence)}">'
    yield from base_texts(tree, sentence)
    readings = "".join(taking_item(tree, taking, f"{base or '../'}../") for taking in sentence.takings)
    yield element("ul", readings) if readings else element("p", escape_html(tree.say("no-witness")), class_="dz-none")
    yield "</div>"


def base_texts(tree: Tree, sentence: Collated) -> Iterator[Prose]:
    """The words of the base, and their official translation where that is in the language of the tree."""
    yield _text(tree, sentence.text, sentence.language, "dz-base")
    if sentence.official:
        yield _text(tree, sentence.official, sentence.official_language, "dz-base-english")


def _text(tree: Tree, text: str, language: str, kind: str) -> Prose:
    markdown = paragraph(escape(text), "", elsewhere(language, tree))
    return Prose(markdown, slot(attrs={"class": kind, "lang": language}))


def taking_item(tree: Tree, taking: Taking, base: str) -> str:
    """A witness as an item of a list: which text, the classes of its differences, its words with them shown. `base` leads to
    the first page of the tree.
    """
    href = f"{base}{url_of(taking.document)}#{taking.link}"
    witness = tree.document(taking.document.id)
    to = element("a", escape_html(witness.short), href=href, class_="dz-to", title=witness.name)
    classes = element("span", escape_html(" · ".join(taking.classes)), class_="dz-kind") if taking.classes else ""
    words = element("q", _words(tree, taking), lang=taking.language, class_="dz-words")
    return element("li", to + classes + words, class_="dz-taking" + (" dz-substantive" if taking.substantive else ""))


def _words(tree: Tree, taking: Taking) -> str:
    """The words of the witness for this sentence, with what they change."""
    return "".join(
        changed_words(tree, piece.kind, escape_html(piece.words), escape_html(piece.base))
        if piece.kind
        else escape_html(piece.words)
        for piece in taking.pieces
    )
