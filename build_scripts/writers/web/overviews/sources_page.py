"""The captures: what each is called, where it comes from, its hash, whose the text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import in_tree, shown, shown_language
from build_scripts.edition.ledger import Ledger
from build_scripts.edition.names import english_name
from build_scripts.model import Witness
from build_scripts.views.provenance import is_known, provenance
from build_scripts.views.shelves import fits
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import title_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.page import Page, Piece, prose, whole
from build_scripts.writers.web.tables import Cell, rows_of, table


def witness_title(tree: Tree, witness: Witness) -> str:
    """The title of a capture: that of the page, or of its first document."""
    return in_tree(witness.source.titles, tree.code) or tree.document(witness.documents[0].id).name


def witness_name(tree: Tree, witness: Witness) -> str:
    """A capture as lists name it: who speaks and the title; a page of several stories by its title alone."""
    return witness_title(tree, witness) if witness.source.stories else tree.document(witness.documents[0].id).full


def witness_short(tree: Tree, witness: Witness) -> str:
    """Who speaks in a capture; the title of a page of several stories."""
    return witness_title(tree, witness) if witness.source.stories else tree.document(witness.documents[0].id).short


def sources(tree: Tree) -> Page:
    """Whose the texts are, and every capture; of many captures the ways to the pages that list them."""
    listed = whole(f"- [{escape(tree.say('ledger'))}](ledger/index.md)")
    pieces: list[Piece] = [
        whole(heading(1, escape(tree.say("sources")))),
        *prose(tree.say("rights-text")),
        *(sources_table(tree, tree.edition.ledgers, "ledger/") if fits(tree.edition.ledgers) else [listed]),
    ]
    return Page(tree.say("sources"), "", tuple(pieces))


def sources_table(tree: Tree, ledgers: Sequence[Ledger], base: str) -> Iterator[Piece]:
    """Captures as a table: where each comes from, its hash, whose the text is; `base` leads to the folder of the ledger.

    Where no record says whence its capture is, one sentence says so for all of them.
    """
    witnesses = [ledger.witness for ledger in ledgers]
    known = any(is_known(witness.source) for witness in witnesses)
    keys = ("capture", "field-publisher", "field-author", *(["field-url"] if known else []))
    rows = [
        [
            Cell(f"[{escape(witness_name(tree, witness))}]({base}{witness.source.id}.md)"),
            *(_stated(tree, witness, name) or Cell("") for name in ("publisher", "author")),
            *([Cell(_whence(tree, witness))] if known else []),
            Cell(f"`{witness.source.sha256[:16]}…`"),
        ]
        for witness in witnesses
    ]
    yield from table([*(Cell(escape(tree.say(key))) for key in keys), Cell("SHA-256")], rows_of(rows))
    if not known:
        yield whole(escape(tree.say("no-url-any")))


def _whence(tree: Tree, witness: Witness) -> str:
    """Where a capture was taken from, when, and whose it is, as its record says."""
    first, *others = provenance(witness.source, tree.code)
    colon = "：" if tree.is_chinese else ": "
    told = [_linked(first.values[0]), *(f"{escape(each.label)}{colon}{_linked(each.values[0])}" for each in others)]
    return ("；" if tree.is_chinese else "; ").join(told)


def _linked(value: str) -> str:
    return f"<{value}>" if value.startswith(("http://", "https://")) else escape(value)


def _stated(tree: Tree, witness: Witness, name: str) -> Cell | None:
    """A fact of the capture; in square brackets where an editor inferred it."""
    document, source_language = witness.documents[0], witness.source.language
    value = document.facts.value(name)
    if not value:
        return None
    text = shown(value, source_language, tree.code)
    english = english_name(value, tree.edition.names) if not tree.is_chinese else ""
    before, after = ("[", "]") if document.facts.is_inferred(name) else ("", "")
    at = len(before)
    language = Layer(at, at + len(text), "span", f' lang="{shown_language(source_language, tree.code)}"')
    words = [Layer(at + each.start, at + each.end, each.tag, each.attrs) for each in title_layers(text)]
    return Cell(escape(f"{before}{text}{f' ({english})' if english else ''}{after}"), layers=[language, *words])
