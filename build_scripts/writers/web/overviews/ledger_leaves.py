"""The pages of a printed capture, drawn from where its characters stand: what was kept, changed and removed on each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape as escape_html
from itertools import groupby

from build_scripts.edition.ledger import Ledger, LedgerRun
from build_scripts.text.characters import visible, width
from build_scripts.traced import PlacedText
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element

MARGIN = 12.0  # points around what is printed


def leaves_of(tree: Tree, ledger: Ledger, rows: Sequence[tuple[int, str]]) -> Iterator[tuple[str, list[str]]]:
    """For each page of the capture its picture and its rows; `rows` are code points at which rows begin, with their HTML."""
    pages = [(page, list(group)) for page, group in groupby(ledger.witness.placed, key=lambda placed: placed.page)]
    begins = [printed[0].start for _, printed in pages]
    held = groupby(rows, key=lambda row: max(bisect_right(begins, row[0]) - 1, 0))
    by_page = {at: [row for _, row in group] for at, group in held}
    for at, (page, printed) in enumerate(pages):
        yield _leaf(tree, ledger, page, printed), by_page.get(at, [])


def _leaf(tree: Tree, ledger: Ledger, page: int, printed: Sequence[PlacedText]) -> str:
    """A page as SVG."""
    left, right = min(each.x0 for each in printed), max(each.x1 for each in printed)
    top = max(each.baseline + each.size for each in printed)
    bottom = min(each.baseline - each.size * 0.3 for each in printed)
    box = f"0 0 {right - left + 2 * MARGIN:.0f} {top - bottom + 2 * MARGIN:.0f}"
    label = tree.say("page").format(page)
    drawn = "".join(words for each in printed for words in _words(ledger, each, left - MARGIN, top + MARGIN))
    drawn = element("g", drawn, lang=ledger.witness.source.language)  # for the face; the label is in the tree's language
    picture = element("svg", drawn, viewBox=box, role="img", aria_label=f"{tree.say('capture')}, {label}")
    return element("figure", picture + element("figcaption", label, lang=tree.code), class_="dz-leaf", id=f"page-{page}")


def _words(ledger: Ledger, placed: PlacedText, left: float, top: float) -> Iterator[str]:
    """A piece of a line, in parts by what became of them, each as wide as its share of the piece."""
    raw = ledger.witness.raw
    parts = [(entry, raw[start:end].strip("\n\f")) for entry, start, end in _parts(ledger, placed)]
    whole = sum(width(words) for _, words in parts) or 1.0
    x = placed.x0 - left
    for entry, words in parts:
        share = (placed.x1 - placed.x0) * width(words) / whole
        given = {"x": f"{x:.1f}", "y": f"{top - placed.baseline:.1f}", "font_size": f"{placed.size:.1f}"}
        if not placed.across:
            narrow = share < width(words) * placed.size  # only what is set closer than its faces here is squeezed
            given |= {"textLength": f"{share:.1f}", "lengthAdjust": "spacingAndGlyphs" if narrow else "spacing"}
        title = element("title", entry.run.rule) if entry.run.rule else ""
        if words.strip():
            yield element("text", escape_html(visible(words)) + title, class_=f"dz-is-{entry.run.fate}", **given)
        x += share


def _parts(ledger: Ledger, placed: PlacedText) -> Iterator[tuple[LedgerRun, int, int]]:
    """The entries of the ledger that a piece holds, with the code points of each that it holds."""
    for at in range(ledger.at(placed.start), len(ledger.entries)):
        entry = ledger.entries[at]
        if entry.run.start >= placed.end:
            return
        yield entry, max(entry.run.start, placed.start), min(entry.run.end, placed.end)
