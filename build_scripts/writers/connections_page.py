"""The Connections page: the speech's paragraphs against the documents, as a picture and as a table."""

from __future__ import annotations

from html import escape

from build_scripts.edition import Edition, title_of, url_of
from build_scripts.links.model import Link, LinkType
from build_scripts.model import Block, BlockType, Document, Kind
from build_scripts.writers.page import front_matter
from build_scripts.writers.markdown import element
from build_scripts.writers.markdown import escape as escape_markdown
from build_scripts.writers.network import Network
from build_scripts.writers.wording import say

WIDE, ROW, LEFT, GAP = 960.0, 26, 0, 6.0


def connections_page(edition: Edition, network: Network, tree: str) -> str:
    """For each speech the picture and the table of who takes what from which paragraph."""
    parts = [
        front_matter(say("connections", tree), say("connections-intro", tree), hide=["navigation", "toc"]),
        f"# {escape_markdown(say('connections', tree))}", escape_markdown(say("connections-intro", tree)),
        f"- [{escape_markdown(say('collation', tree))}](collation.md)\n"
        f"- [{escape_markdown(say('works-cited', tree))}](../works-cited/index.md)",
    ]  # fmt: skip
    for speech in edition.of_kind(Kind.SPEECH):
        takers = _takers(edition, network, speech)
        if takers:
            parts += [_picture(network, speech, takers, tree), _table(network, speech, takers, tree)]
    return "\n\n".join(parts) + "\n"


def paragraphs(document: Document) -> list[Block]:
    """The paragraphs of a document, the columns of its picture."""
    return [block for block in document.blocks if block.type is BlockType.PARAGRAPH]


def _takers(edition: Edition, network: Network, speech: Document) -> list[Document]:
    """The documents that take words of the speech, in order of time."""
    found = {link.source.document for block in speech.blocks for _, link in network.arriving.get((speech.id, block.id), ())}
    return [document for document in edition.documents if document.id in found]


def _taken(network: Network, speech: Document, block: Block, document: Document) -> list[tuple[int, Link]]:
    ends = network.arriving.get((speech.id, block.id), ())
    return [(number, link) for number, link in ends if link.source.document == document.id]


def _picture(network: Network, speech: Document, takers: list[Document], tree: str) -> str:
    """One strip a document, each paragraph as wide as it is long, with the taken words filled in where they stand."""
    blocks = paragraphs(speech)
    scale = (WIDE - GAP * (len(blocks) - 1)) / sum(len(block.text.text) for block in blocks)
    strips = []
    for row, document in enumerate(takers):
        x, y = 0.0, ROW + row * (ROW * 2)
        strips.append(f'<text class="dz-strip-name" x="0" y="{y + 12}">{escape(title_of(document, tree))}</text>')
        for block in blocks:
            size = len(block.text.text) * scale
            strips.append(f'<rect class="dz-strip" x="{x:.1f}" y="{y + 18}" width="{size:.1f}" height="{ROW - 10}"/>')
            strips += [
                _bar(network, number, link, x + link.target.start * scale, y + 18, scale, tree)
                for number, link in _taken(network, speech, block, document)
            ]
            x += size + GAP
    heads = _heads(blocks, speech, scale, tree)
    height = ROW + len(takers) * ROW * 2
    label = escape(say("connections-picture", tree))
    svg = f'<svg class="dz-connections" viewBox="0 0 {WIDE:.0f} {height}" role="img" aria-label="{label}">{heads}{"".join(strips)}</svg>'
    return element("div", svg, class_="dz-picture")


def _heads(blocks: list[Block], speech: Document, scale: float, tree: str) -> str:
    out, x = [], 0.0
    for number, block in enumerate(blocks, 1):
        href = f"../{url_of(speech)}#{block.id}"
        out.append(f'<a href="{href}"><text class="dz-strip-head" x="{x:.1f}" y="14">¶{number}</text></a>')
        x += len(block.text.text) * scale + GAP
    return "".join(out)


def _bar(network: Network, number: int, link: Link, x: float, y: float, scale: float, tree: str) -> str:
    """The taken words; the picture's links lead to them in the text that takes them."""
    size = (link.target.end - link.target.start) * scale
    href = f"../{url_of(network.documents[link.source.document])}#l{number}"
    title = escape(network.text(link.target, tree))
    kind = "dz-same" if link.type is LinkType.SAME_WORDING else f"dz-bar dz-{link.type}"
    bar = f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{size:.1f}" height="{ROW - 10}"><title>{title}</title></rect>'
    return f'<a href="{href}" aria-label="{title}">{bar}</a>'


def _table(network: Network, speech: Document, takers: list[Document], tree: str) -> str:
    """Paragraphs against documents: how many passages, and what share of the paragraph they cover."""
    heads = [element("th", escape(say("paragraph", tree)), scope="col")]
    heads += [
        element("th", element("a", escape(title_of(each, tree)), href=f"../{url_of(each)}"), scope="col") for each in takers
    ]
    rows = []
    for number, block in enumerate(paragraphs(speech), 1):
        place = element("a", f"¶{number}", href=f"../{url_of(speech)}#{block.id}")
        cells = [element("td", _cell(_taken(network, speech, block, each), block, each)) for each in takers]
        rows.append(element("tr", element("th", place, scope="row") + "".join(cells)))
    body = element("thead", element("tr", "".join(heads))) + element("tbody", "".join(rows))
    caption = element("caption", escape(say("connections-table", tree)))
    return element("div", element("table", caption + body), class_="dz-wide")


def _cell(ends: list[tuple[int, Link]], block: Block, document: Document) -> str:
    if not ends:
        return ""
    covered = {at for _, link in ends for at in range(link.target.start, link.target.end)}
    share = f"{len(covered) * 100 // len(block.text.text)} %"
    number = ends[0][0]
    return element("a", f"{len(ends)}", href=f"../{url_of(document)}#l{number}") + " " + element("small", share)
