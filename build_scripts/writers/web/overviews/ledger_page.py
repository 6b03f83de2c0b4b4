"""The ledger page of a capture: what was read, beside the text that was made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape as escape_html
from itertools import groupby

from build_scripts.diagnostics import line_of
from build_scripts.edition.edition import in_tree
from build_scripts.edition.ledger import Destination, Ledger, LedgerRun
from build_scripts.model import Correction, Witness
from build_scripts.text.characters import is_han, visible
from build_scripts.views.tree import Tree
from build_scripts.views.wording import part_name
from build_scripts.writers.web.elements import element, title_layers
from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.overviews.ledger_index import FATES
from build_scripts.writers.web.overviews.ledger_leaves import leaves_of
from build_scripts.writers.web.overviews.sources_page import witness_short, witness_title
from build_scripts.writers.web.page import Page, Piece, Prose, slot, whole
from build_scripts.writers.web.tables import Cell, markdown_table, rows_of, table


def ledger_page(tree: Tree, ledger: Ledger) -> Page:
    """One capture beside its text, row by row, in the order of the capture."""
    witness = ledger.witness
    title = f"{tree.say('ledger')}{'：' if tree.is_chinese else ': '}{witness_short(tree, witness)}"
    heads = [escape(tree.say(key)) for key in ("characters", *FATES)]
    counts = [f"{len(witness.raw):,}", *(f"{ledger.fates[fate]:,}" for fate in FATES)]
    pieces: list[Piece] = [
        *_named(tree, title, witness),
        whole(escape(tree.say("ledger-legend"))),
        whole(markdown_table(heads, [counts], numbers_from=0)),
        *_corrections(tree, witness.source.corrections),
        *_beside(tree, ledger),
    ]
    return Page(title, "", tuple(pieces), {"hide": ["navigation", "toc"]})


def _named(tree: Tree, title: str, witness: Witness) -> Iterator[Piece]:
    """The heading, and the way to the text; from a page of several stories to that page."""
    document = tree.document(witness.documents[0].id)
    page, name = (witness.source.id, witness_title(tree, witness)) if witness.source.stories else (document.id, document.name)
    yield ["<h1>", Prose(heading(1, escape(title)), slot(inner=True, layers=title_layers(title))), "</h1>"]
    foreign = {} if witness.source.stories or document.name_language == tree.code else {"lang": document.name_language}
    yield Prose(f"[{escape(name)}](../../{document.kind}/{page}.md)", slot(attrs={"class": "dz-status", **foreign}))


def _beside(tree: Tree, ledger: Ledger) -> Iterator[Piece]:
    """The capture beside its text; of a print page by page, each beside its picture."""
    rows = list(_rows(tree, ledger))
    if not ledger.witness.placed:
        yield from _table(tree, ledger, [row for _, row in rows])
        return
    for leaf, here in leaves_of(tree, ledger, rows):
        yield f'<div class="dz-leaves">{leaf}<div>'
        yield from _table(tree, ledger, here) if here else ()
        yield "</div></div>"


def _table(tree: Tree, ledger: Ledger, rows: Sequence[str]) -> Iterator[str]:
    columns = "".join(element("th", escape_html(tree.say(key)), scope="col") for key in ("capture", "cleaned"))
    yield f'<table class="dz-ledger" lang="{ledger.witness.source.language}">'
    yield f'<thead><tr lang="{tree.code}">{columns}</tr></thead>\n<tbody>'
    yield from rows
    yield "</tbody></table>"


def _corrections(tree: Tree, corrections: Sequence[Correction]) -> Iterator[Piece]:
    if not corrections:
        return
    heads = [Cell(escape(tree.say(key))) for key in ("where", "before", "after", "because", "authority")]
    rows = [
        [*(Cell(escape(text)) for text in (each.where, each.before, each.after))]
        + [_reason(tree, words) for words in (each.because, each.authority)]
        for each in corrections
    ]
    yield whole(heading(2, escape(tree.say("corrections")), "corrections"))
    yield from table(heads, rows_of(rows))


def _reason(tree: Tree, words: Mapping[str, str]) -> Cell:
    """The editor's words in the tree's language, in English where they are in no other."""
    text = in_tree(dict(words), tree.code)
    english = words.get("en", "")
    return Cell(escape(text)) if text else Cell(escape(english), layers=[Layer(0, len(english), "span", ' lang="en"')])


def _rows(tree: Tree, ledger: Ledger) -> Iterator[tuple[int, str]]:
    """Table rows with the code points at which they begin: runs that went to one place, and what was removed among them."""
    witness = ledger.witness
    seen: set[str] = set()
    for _, group in groupby(_settled(ledger.entries), key=lambda pair: pair[1]):
        pairs = list(group)
        run = [entry for entry, _ in pairs]
        target = pairs[0][1]
        name = str(target.get("document", "")) if target else ""
        number = line_of(witness.raw, run[0].run.start)
        here = name if name and name not in seen else f"line-{number}"
        attrs = {"id": here} if here not in seen else {}
        seen |= {name, here}
        line = element("span", str(number), class_="dz-line")
        cells = element("td", line + _marked(run, witness)) + element("td", _cleaned(tree, run, target))
        yield run[0].run.start, element("tr", cells, **attrs)


WHOLE_LINES = ("breadcrumb", "other-headlines", "page-number")


def _settled(items: Sequence[LedgerRun]) -> Iterator[tuple[LedgerRun, Destination | None]]:
    """Each entry with the place of its row: a short removal inside or after a text belongs to that text's row."""
    place: Destination | None = None
    for entry in items:
        if entry.to is not None:
            place = entry.to
        elif entry.run.rule in WHOLE_LINES:
            place = None
        yield entry, place


def _marked(run: list[LedgerRun], witness: Witness) -> str:
    """The capture with removed and changed runs marked, each naming its rule."""
    out = []
    for entry in run:
        text = escape_html(visible(witness.raw[entry.run.start : entry.run.end]))
        tag = {"kept": "", "changed": "ins", "removed": "del"}[entry.run.fate]
        text = text.replace("\n", "↵\n") if tag else text
        out.append(f'<{tag} title="{entry.run.rule}">{text}</{tag}>' if tag else text)
    return element("pre", "".join(out))


def _cleaned(tree: Tree, run: list[LedgerRun], target: Destination | None) -> str:
    if not target:
        return ""
    text = "".join(entry.run.text for entry in run)
    latin = "note" in target and not any(map(is_han, text))
    language = "en" if latin else str(target.get("language", ""))
    attrs = {"lang": language} if language else {}
    return element("small", escape_html(_name(tree, target)), lang=tree.code) + element("p", escape_html(text), **attrs)


def _name(tree: Tree, target: Destination) -> str:
    if "metadata" in target:
        field = str(target["metadata"])
        return field if field == "translation-title" else tree.say(f"field-{field}")
    block = part_name(str(target.get("block") or target.get("id") or f"n{target['note']}"), tree.code)
    return f"{target['document']} {block}" + (f" {target['language']}" if "language" in target else "")
