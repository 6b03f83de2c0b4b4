"""The e-book of the whole edition: every document as a chapter, the works cited, the collation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_scripts.edition.numbering import place_on_paper
from build_scripts.links.model import ChangeKind
from build_scripts.pandoc.nodes import Node, div, header, link, para, span, strikeout, string, strong, underline
from build_scripts.views.collation import Collated, Taking, WitnessWords
from build_scripts.views.running.inlines import Reference
from build_scripts.views.tree import Tree
from build_scripts.views.works import WorkEntry, place_words
from build_scripts.writers.books.text import Setting, document_blocks


def edition_blocks(tree: Tree) -> list[Node]:
    """Every chapter; an id is that of the document, a dot and that of the block."""
    places = {(each.id, block.id) for each in tree.documents for block in each.document.blocks if block.id != "headline"}

    def leads(to: Reference) -> str:
        return f"#{to.document}.{to.block}" if (to.document, to.block) in places else f"#{to.document}"

    blocks: list[Node] = []
    for document in tree.documents:
        title, *rest = document_blocks(document, Setting(leads, prefix=f"{document.id}."))
        siglum = div([para([strong(string(document.siglum))])], "siglum", lang="en")
        blocks += [title, siglum, *rest]
    return [*blocks, *_works(tree), *_collation(tree)]


def _works(tree: Tree) -> Iterator[Node]:
    if not tree.works:
        return
    yield header(1, string(tree.say("works-cited")), "works-cited")
    yield para(string(tree.say("works-cited-intro")))
    yield from (_work(tree, work) for work in tree.works)


def _work(tree: Tree, work: WorkEntry) -> Node:
    """A work: its date, the words of its citation, where it is cited by siglum and note."""
    within = tree.say("list-within")
    cited = tree.say("list-comma").join(
        f"{tree.document(document.id).siglum} {within.join(''.join(place_words(by, tree.code)) for by in places)}"
        for document, places in work.cited
    )
    original = span(string(work.text), lang=work.language)
    english = para([span(string(work.english), lang="en")])  # which has the date
    blocks = [english, para([original])] if work.english else [para([*string(f"{work.date} "), original])]
    if work.here:
        here = link(string(tree.document(work.here.id).siglum), f"#{work.here.id}")
        blocks.append(para([*string(tree.say("in-this-edition")), here]))
    places = div([para(string(tree.say("cited-in") + cited))], "facts")
    return div([*blocks, places], "work", name=work.id, lang=tree.code)


def _collation(tree: Tree) -> Iterator[Node]:
    if not tree.collation:
        return
    yield header(1, string(tree.say("collation")), "collation")
    yield para(string(tree.say("collation-intro")))
    for each in tree.documents:
        yield para([strong(string(each.siglum)), *string(f" {each.full}")])
    for (name, block), group in groupby(tree.collation, key=lambda each: (each.document.id, each.block)):
        place = place_on_paper(tree.document(name).siglum, block)
        yield header(2, [link(string(place), f"#{name}.{block}")])
        for sentence in group:
            yield from _sentence(tree, sentence)


def _sentence(tree: Tree, sentence: Collated) -> Iterator[Node]:
    yield div([para([span(string(sentence.text), lang=sentence.language)])], "base")
    if sentence.official:
        yield div([para([span(string(sentence.official), lang=sentence.official_language)])], "facts")
    if not sentence.takings:
        yield div([para(string(tree.say("no-witness")))], "taking", lang=tree.code)
    yield from (_taking(tree, taking) for taking in sentence.takings)


def _taking(tree: Tree, taking: Taking) -> Node:
    words = [node for piece in taking.pieces for node in _piece(piece)]
    classes = string(f" {' · '.join(taking.classes)}") if taking.classes else []
    siglum = link(string(tree.document(taking.document.id).siglum), f"#{taking.document.id}")
    return div([para([siglum, *string(" "), span(words, lang=taking.language), *classes])], "taking")


def _piece(piece: WitnessWords) -> list[Node]:
    """What the witness adds is underlined, what it leaves out struck through, another region's words dotted."""
    words, base = string(piece.words), string(piece.base)
    match piece.kind:
        case ChangeKind.INSERTED:
            return [underline(words)]
        case ChangeKind.OMITTED:
            return [strikeout(base)]
        case ChangeKind.REPLACED:
            return [strikeout(base), underline(words)]
        case ChangeKind.REGIONAL:
            return [span(words, "regional")]
        case _:
            return words
