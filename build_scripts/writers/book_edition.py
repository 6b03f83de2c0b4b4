"""The e-book of the whole edition: every document as a chapter, the works cited, the collation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_scripts.edition import Edition, title_of
from build_scripts.links.model import ChangeKind
from build_scripts.writers.book_nodes import Node, div, header, link, para, span, strikeout, string, strong, underline
from build_scripts.writers.book_text import Setting, document_blocks
from build_scripts.writers.collation_list import Collated, Piece, Taking, collation_list
from build_scripts.writers.page import Page
from build_scripts.writers.printed import Reference, printed, views_of
from build_scripts.writers.sigla import place_on_paper
from build_scripts.writers.wording import say
from build_scripts.writers.works_list import WorkEntry, place_words, works_list


def edition_blocks(edition: Edition, pages: list[Page], tree: str) -> list[Node]:
    """Every chapter; an id is that of the document, a dot and that of the block."""
    letters = pages[0].network.sigla
    there = {(page.document.id, block.id) for page in pages for block in page.document.blocks}

    def leads(to: Reference) -> str:
        return f"#{to.document}.{to.block}" if (to.document, to.block) in there and to.block != "headline" else f"#{to.document}"

    blocks: list[Node] = []
    for page in pages:
        name = page.document.id
        title, *rest = document_blocks(printed(page, views_of(page.document)[0]), Setting(leads, prefix=f"{name}."))
        siglum = div([para([strong(string(letters[name]))])], "siglum", lang="en")
        blocks += [title, siglum, *rest]
    return [*blocks, *_works(edition, letters, tree), *_collation(edition, pages, letters, tree)]


def _works(edition: Edition, letters: dict[str, str], tree: str) -> Iterator[Node]:
    works = list(works_list(edition, tree))
    if not works:
        return
    yield header(1, string(say("works-cited", tree)), "works-cited")
    yield para(string(say("works-cited-intro", tree)))
    yield from (_work(work, letters, tree) for work in works)


def _work(work: WorkEntry, letters: dict[str, str], tree: str) -> Node:
    """A work: its date, the words of its citation, where it is cited by siglum and note."""
    cited = say("list-comma", tree).join(
        f"{letters[document.id]} {say('list-within', tree).join(''.join(place_words(by, tree)) for by in places)}"
        for document, places in work.cited
    )
    own = span(string(work.text), lang=work.language)
    english = para([span(string(work.english), lang="en")])  # which has the date
    blocks = [english, para([own])] if work.english else [para([*string(f"{work.date} "), own])]
    if work.here:
        here = link(string(letters[work.here.id]), f"#{work.here.id}")
        blocks.append(para([*string(say("in-this-edition", tree)), here]))
    return div([*blocks, div([para(string(say("cited-in", tree) + cited))], "facts")], "work", name=work.id, lang=tree)


def _collation(edition: Edition, pages: list[Page], letters: dict[str, str], tree: str) -> Iterator[Node]:
    sentences = list(collation_list(edition, pages[0].network, tree))
    if not sentences:
        return
    yield header(1, string(say("collation", tree)), "collation")
    yield para(string(say("collation-intro", tree)))
    for each in edition.documents:
        yield para([strong(string(letters[each.id])), *string(f" {title_of(each, tree)}")])
    for (document, block), group in groupby(sentences, key=lambda each: (each.document.id, each.block)):
        yield header(2, [link(string(place_on_paper(letters[document], block)), f"#{document}.{block}")])
        for sentence in group:
            yield from _sentence(sentence, letters, tree)


def _sentence(sentence: Collated, letters: dict[str, str], tree: str) -> Iterator[Node]:
    yield div([para([span(string(sentence.text), lang=sentence.language)])], "base")
    if sentence.english:
        yield div([para([span(string(sentence.english), lang="en")])], "facts")
    if not sentence.takings:
        yield div([para(string(say("no-witness", tree)))], "taking", lang=tree)
    yield from (_taking(taking, letters) for taking in sentence.takings)


def _taking(taking: Taking, letters: dict[str, str]) -> Node:
    words = [node for piece in taking.pieces for node in _piece(piece)]
    classes = string(f" {' · '.join(taking.classes)}") if taking.classes else []
    siglum = link(string(letters[taking.document.id]), f"#{taking.document.id}")
    return div([para([siglum, *string(" "), span(words, lang=taking.language), *classes])], "taking")


def _piece(piece: Piece) -> list[Node]:
    """What the witness adds is underlined, what it leaves out struck through, another region's words dotted."""
    here, there = string(piece.here), string(piece.there)
    match piece.kind:
        case ChangeKind.INSERTED:
            return [underline(here)]
        case ChangeKind.OMITTED:
            return [strikeout(there)]
        case ChangeKind.REPLACED:
            return [strikeout(there), underline(here)]
        case ChangeKind.REGIONAL:
            return [span(here, "regional")]
        case _:
            return here
