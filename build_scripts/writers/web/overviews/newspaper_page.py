"""A newspaper page as a whole: its line map and the way to its stories."""

from __future__ import annotations

from build_scripts.edition.edition import in_tree
from build_scripts.model import Witness
from build_scripts.views.tree import Tree
from build_scripts.writers.web.markdown import escape, heading, paragraph
from build_scripts.writers.web.overviews.line_map import inks, line_map_svg, line_ranges
from build_scripts.writers.web.overviews.sources_page import witness_title
from build_scripts.writers.web.page import Page, Piece, Prose, prose, slot, whole
from build_scripts.writers.web.tables import Cell, rows_of, table


def newspaper_page(tree: Tree, witness: Witness) -> Page:
    """What the page is, the table of its stories, the map of its lines."""
    title, name = witness_title(tree, witness), witness.source.id
    description = in_tree(witness.source.descriptions, tree.code)
    capture = f"[{escape(tree.say('capture-beside'))}](../about/ledger/{name}.md)"
    has_base = any(document.kind.base for document in tree.edition.documents)
    pieces: list[Piece] = [
        whole(heading(1, escape(title))),
        *([Prose(paragraph(escape(description)), slot(attrs={"class": "dz-description"}))] if description else []),
        Prose(capture, slot(attrs={"class": "dz-status"})),
        *prose(tree.say("page-whole-text" if has_base else "page-whole-text-alone")),
        '<div class="dz-page-map">',
        *table(
            [Cell(escape(tree.say(key)), {"scope": "col"}) for key in ("story", "raw-lines")], rows_of(_stories(tree, witness))
        ),
        line_map_svg(tree, witness),
        "</div>",
    ]
    return Page(title, description, tuple(pieces))


def _stories(tree: Tree, witness: Witness) -> list[list[Cell]]:
    """Each story: its shade, the way to it, its raw lines."""
    rows = []
    for ink, document in zip(inks(tree, witness), witness.documents, strict=True):
        rect = f'<rect width="10" height="10" class="{ink}"/>'
        swatch = f'<svg class="dz-swatch" viewBox="0 0 10 10" aria-hidden="true">{rect}</svg>'
        link = f"[{escape(tree.document(document.id).full)}]({document.id}.md)"
        held = [reading.line for reading in witness.readings if reading.document == document.id]
        rows.append([Cell(link, start=f"<td>{swatch} ", end="</td>"), Cell(line_ranges(held))])
    return rows
