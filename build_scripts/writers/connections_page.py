"""The Connections page: the speech's paragraphs against the documents, as a picture and as a table.

The picture is a row of boxes for each document, one box a paragraph of the speech and as wide as it is long; each box
is an SVG whose unit is a character, so that the words taken are filled in exactly where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from build_scripts.edition import Edition, shown_language, title_of, url_of
from build_scripts.links.model import Link, LinkType
from build_scripts.model import Block, BlockType, Document, Kind
from build_scripts.writers.markdown import element
from build_scripts.writers.markdown import escape as escape_markdown
from build_scripts.writers.network import Ends, Network
from build_scripts.writers.page import front_matter
from build_scripts.writers.witness_list import describe
from build_scripts.writers.wording import say

TALL = 10  # the height of a box in units of its SVG, which is stretched to the height that the stylesheet gives it
SHAPES = {LinkType.REPRINT: (0, TALL), LinkType.QUOTATION: (0, TALL), LinkType.SAME_WORDING: (3, 4)}  # top and height


def connections_page(edition: Edition, network: Network, tree: str) -> str:
    """For each speech the picture and the table of who takes what from which paragraph."""
    ways = " · ".join(
        f"[{escape_markdown(say(key, tree))}]({to})" for key, to in (("collation", "collation.md"), ("works-cited", "../works-cited/index.md"))
    )
    parts = [
        front_matter(say("connections", tree), say("connections-intro", tree), hide=["navigation", "toc"]),
        f"# {escape_markdown(say('connections', tree))}", escape_markdown(say("connections-intro", tree)),
        f"{ways}\n{{: .dz-status }}",
    ]  # fmt: skip
    for speech in edition.of_kind(Kind.SPEECH):
        takers = _takers(edition, network, speech)
        if takers:
            title = element("a", escape(title_of(speech, tree)), href=f"../{url_of(speech)}")
            parts += [element("h2", title), _picture(network, speech, takers, tree), _table(network, speech, takers, tree)]
    return "\n\n".join(parts) + "\n"


def paragraphs(document: Document) -> list[Block]:
    """The paragraphs of a document, the columns of its picture."""
    return [block for block in document.blocks if block.type is BlockType.PARAGRAPH]


def _takers(edition: Edition, network: Network, speech: Document) -> list[Document]:
    """The documents that take words of the speech, in order of time."""
    found = {link.source.document for block in speech.blocks for _, link in network.arriving.get((speech.id, block.id), ())}
    return [document for document in edition.documents if document.id in found]


def _taken(network: Network, speech: Document, block: Block, document: Document) -> list[Ends]:
    ends = network.arriving.get((speech.id, block.id), ())
    return [(number, link) for number, link in ends if link.source.document == document.id]


def _picture(network: Network, speech: Document, takers: list[Document], tree: str) -> str:
    """How many texts take each passage of the speech, then what each of them takes."""
    rows = [_row(element("span", escape(say("paragraph", tree))), _heads(speech), "dz-heads")]
    rows.append(_row(element("h3", escape(say("connections-count", tree))), _counts(network, speech, takers, tree), "dz-counts"))
    for document in takers:
        name = element("a", escape(title_of(document, tree)), href=f"../{url_of(document)}")
        boxes = "".join(_box(network, speech, number, block, document, tree) for number, block in enumerate(paragraphs(speech), 1))
        rows.append(_row(element("h3", name), boxes, "dz-takes", data_document=document.id))
    caption = element("figcaption", escape(say("connections-picture", tree)) + _legend(tree))
    return element("figure", "".join(rows) + caption, class_="dz-picture")


def _row(name: str, boxes: str, kind: str, **more: str) -> str:
    return element("div", name + element("div", boxes, class_="dz-strip"), class_=f"dz-row {kind}", **more)


def _heads(speech: Document) -> str:
    """The numbers of the paragraphs, each over its boxes, leading to the paragraph."""
    heads = []
    for number, block in enumerate(paragraphs(speech), 1):
        link = element("a", str(number), href=f"../{url_of(speech)}#{block.id}", aria_label=f"¶{number}")
        heads.append(element("span", link, style=f"flex-grow: {len(block.text.text)}"))
    return "".join(heads)


def _svg(block: Block, tall: int, inside: str, **attrs: str) -> str:
    size = len(block.text.text)
    given = {"viewBox": f"0 0 {size} {tall}", "preserveAspectRatio": "none", "style": f"flex-grow: {size}", **attrs}
    return element("svg", inside, **given)


def _counts(network: Network, speech: Document, takers: list[Document], tree: str) -> str:
    """A box a paragraph, filled the higher the more texts take the words at that place; it leads to their list."""
    boxes = []
    for number, block in enumerate(paragraphs(speech), 1):
        ends = network.arriving.get((speech.id, block.id), [])
        links = [link for _, link in ends if link.type is not LinkType.SAME_WORDING]
        box = _svg(block, len(takers), "".join(_bars(links, len(takers))), class_="dz-box", aria_hidden="true")
        label = f"¶{number}: {len({link.source.document for link in links})}"
        href = f"../{url_of(speech)}" + (f"#links-{block.id}" if ends else f"#{block.id}")
        boxes.append(element("a", box, href=href, aria_label=label, style=f"flex-grow: {len(block.text.text)}"))
    return "".join(boxes)


def _bars(links: list[Link], most: int) -> Iterator[str]:
    """A bar for each run of characters that equally many texts take, as high as they are many."""
    last = max((link.target.end for link in links), default=0)
    counts = [len({link.source.document for link in links if link.target.start <= at < link.target.end}) for at in range(last)]
    at = 0
    for count, run in groupby(counts):
        size = len(list(run))
        if count:
            yield f'<rect x="{at}" y="{most - count}" width="{size}" height="{count}"/>'
        at += size


def _box(network: Network, speech: Document, number: int, block: Block, document: Document, tree: str) -> str:
    """One document's box for one paragraph; the shorter passages lie on top of the longer."""
    ends = _taken(network, speech, block, document)
    ends = sorted(ends, key=lambda pair: pair[1].target.start - pair[1].target.end)
    inside = "".join(_passage(network, place, number, link, tree) for place, link in ends)
    attrs = {"role": "group", "aria-label": f"¶{number}"} if ends else {"aria-hidden": "true"}
    return _svg(block, TALL, inside, class_="dz-box", data_block=block.id, **attrs)


def _passage(network: Network, place: int, number: int, link: Link, tree: str) -> str:
    """The words taken, leading to them in the text that takes them, with a line wherever that text changes them."""
    target, (top, height) = link.target, SHAPES[link.type]
    language = shown_language(network.documents[target.document].source.language, tree)
    words = f'<title lang="{language}">{escape(network.text(target, tree))}</title>'
    shapes = f'<rect x="{target.start}" y="{top}" width="{target.end - target.start}" height="{height}"/>'
    changed = sorted({change.to_start for change in link.changes if change.kind.substantive})
    lines = "".join(f"M{at} 0V{TALL}" for at in changed)
    shapes += f'<path d="{lines}"/>' if lines else ""
    label = escape(f"¶{number}: {describe(link, tree)}")
    href = f"../{url_of(network.documents[link.source.document])}#l{place}"
    return f'<a href="{href}" class="dz-passage dz-{link.type}" aria-label="{label}">{words}{shapes}</a>'


def _legend(tree: str) -> str:
    """What the shades and lines in the picture mean."""
    said = "".join(_sample(f"dz-{kind}", SHAPES[kind], say(f"link-{kind}", tree)) for kind in SHAPES)
    line = '<svg class="dz-sample" viewBox="0 0 20 10" aria-hidden="true"><g class="dz-passage"><path d="M10 0V10"/></g></svg>'
    return element("p", said + element("span", line + escape(say("connections-changed", tree))), class_="dz-legend")


def _sample(kind: str, shape: tuple[int, int], name: str) -> str:
    rect = f'<rect width="20" y="{shape[0]}" height="{shape[1]}"/>'
    svg = f'<svg class="dz-sample" viewBox="0 0 20 10" aria-hidden="true"><g class="dz-passage {kind}">{rect}</g></svg>'
    return element("span", svg + escape(name))


def _table(network: Network, speech: Document, takers: list[Document], tree: str) -> str:
    """Paragraphs against documents: how many passages, and what share of the paragraph they cover."""
    heads = [element("th", escape(say("paragraph", tree)), scope="col")]
    heads += [
        element("th", element("a", escape(title_of(each, tree)), href=f"../{url_of(each)}"), scope="col") for each in takers
    ]
    rows = []
    for number, block in enumerate(paragraphs(speech), 1):
        place = element("a", f"¶{number}", href=f"../{url_of(speech)}#{block.id}")
        cells = "".join(_cells(network, speech, block, takers, tree))
        rows.append(element("tr", element("th", place, scope="row") + cells, data_block=block.id))
    body = element("thead", element("tr", "".join(heads))) + element("tbody", "".join(rows))
    caption = element("caption", escape(say("connections-table", tree)))
    return element("table", caption + body, class_="dz-matrix")


def _cells(network: Network, speech: Document, block: Block, takers: list[Document], tree: str) -> Iterator[str]:
    """How many passages each document takes from a paragraph, leading to the first, and the share of it that they cover."""
    for each in takers:
        ends = _taken(network, speech, block, each)
        covered = {at for _, link in ends for at in range(link.target.start, link.target.end)}
        share = element("small", f"{len(covered) * 100 // len(block.text.text)} %")
        count = element("a", str(len(ends)), href=f"../{url_of(each)}#l{ends[0][0]}") if ends else ""
        yield element("td", f"{count} {share}" if ends else "", data_document=each.id, data_title=title_of(each, tree))
