"""The picture of who takes what: a row of boxes for each document, one box a paragraph of the speech and as wide as it is long.

Each box is an SVG whose unit is a character, so that the words taken are filled in exactly where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from build_scripts.edition.numbering import NamedLink, paragraph_number
from build_scripts.links.model import LinkType, Span, TextLink
from build_scripts.model import Block, BlockType
from build_scripts.text.overlaps import overlaps
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.differences import describe
from build_scripts.writers.web.elements import element, who_and_title
from build_scripts.writers.web.links import arriving

TakenLinks = Mapping[tuple[str, str], Sequence[NamedLink[TextLink]]]  # links by `(block, document that takes)`
TALL = 10  # the height of a box in units of its SVG, which is stretched to the height that the stylesheet gives it
SHAPES = {
    LinkType.REPRINT: (0, TALL),
    LinkType.QUOTATION: (0, TALL),
    LinkType.SAME_WORDING: (3, 4),
    LinkType.ECHO: (7, 3),
}  # top and height


def paragraphs(document: ShownDocument) -> list[Block]:
    """The paragraphs of a document, the columns of its picture."""
    return [block for block in document.document.blocks if block.type is BlockType.PARAGRAPH]


def taken(tree: Tree, speech: ShownDocument) -> TakenLinks:
    """The links by which other documents take words of one, by its block and by them."""
    found: dict[tuple[str, str], list[NamedLink[TextLink]]] = {}
    for block in speech.document.blocks:
        for each in arriving(tree.edition, speech.id, block.id):
            found.setdefault((block.id, each.link.source.document), []).append(each)
    return found


def picture(tree: Tree, speech: ShownDocument, takers: Sequence[ShownDocument], ends: TakenLinks, base: str) -> str:
    """How many of these texts take each passage of the speech, then what each of them takes; `base` leads to the tree."""
    rows = [_row(element("span", escape(tree.say("paragraph"))), _heads(speech, base), "dz-heads")]
    counts = _counts(speech, [taker.id for taker in takers], ends, base)
    rows.append(_row(element("h3", escape(tree.say("connections-count"))), counts, "dz-counts"))
    columns = [(number, block, _box(tree, number, block, (), base)) for number, block in numbered(speech)]
    for taker in takers:
        name = element("a", who_and_title(taker), href=f"{base}{taker.url}")
        boxes = "".join(
            _box(tree, number, block, found, base) if (found := ends.get((block.id, taker.id))) else empty
            for number, block, empty in columns
        )
        rows.append(_row(element("h3", name), boxes, "dz-takes", data_document=taker.id))
    caption = element(
        "figcaption",
        escape(tree.say("connections-picture")) + _legend(tree, [each.link for named in ends.values() for each in named]),
    )
    return element("figure", "".join(rows) + caption, class_="dz-picture")


def numbered(speech: ShownDocument) -> Iterator[tuple[str, Block]]:
    """The paragraphs, each with its number."""
    return ((paragraph_number(block.id) or block.id, block) for block in paragraphs(speech))


def _row(name: str, boxes: str, kind: str, **more: str) -> str:
    return element("div", name + element("div", boxes, class_="dz-strip"), class_=f"dz-row {kind}", **more)


def _heads(speech: ShownDocument, base: str) -> str:
    """The numbers of the paragraphs, each over its boxes, leading to the paragraph."""
    heads = []
    for number, block in numbered(speech):
        link = element("a", number, href=f"{base}{speech.url}#{block.id}", aria_label=f"¶{number}")
        heads.append(element("span", link, style=f"flex-grow: {len(block.text.text)}"))
    return "".join(heads)


def _svg(block: Block, tall: int, inside: str, **attrs: str) -> str:
    size = len(block.text.text)
    given = {"viewBox": f"0 0 {size} {tall}", "preserveAspectRatio": "none", "style": f"flex-grow: {size}", **attrs}
    return element("svg", inside, **given)


def _counts(speech: ShownDocument, takers: Sequence[str], found: TakenLinks, base: str) -> str:
    """A box a paragraph, filled the higher the more texts take the words at that place; it leads to their list."""
    boxes, most = [], len(takers)
    for number, block in numbered(speech):
        ends = [each for taker in takers for each in found.get((block.id, taker), ())]
        links = [each.link for each in ends if each.link.type.takes]
        box = _svg(block, most, "".join(_bars(links, most)), class_="dz-box", aria_hidden="true")
        label = f"¶{number}: {len({link.source.document for link in links})}"
        href = f"{base}{speech.url}" + (f"#links-{block.id}" if ends else f"#{block.id}")
        boxes.append(element("a", box, href=href, aria_label=label, style=f"flex-grow: {len(block.text.text)}"))
    return "".join(boxes)


def _bars(links: Sequence[TextLink], most: int) -> Iterator[str]:
    """A bar for each run of characters that equally many texts take, as high as they are many."""
    spans = [(link.target.start, link.target.end) for link in links]
    pieces = [(end - start, len({links[at].source.document for at in over})) for start, end, over in overlaps(spans, (0,))]
    at = 0
    for count, run in groupby(pieces, key=itemgetter(1)):
        size = sum(length for length, _ in run)
        if count:
            yield f'<rect x="{at}" y="{most - count}" width="{size}" height="{count}"/>'
        at += size


def _box(tree: Tree, number: str, block: Block, ends: Sequence[NamedLink[TextLink]], base: str) -> str:
    """One document's box for one paragraph; the shorter passages lie on top of the longer."""
    targets = [(each, each.link.target) for each in ends]
    ordered = sorted(targets, key=lambda pair: pair[1].start - pair[1].end)
    inside = "".join(_passage(tree, named, target, number, base) for named, target in ordered)
    attrs = {"role": "group", "aria_label": f"¶{number}"} if ends else {"aria_hidden": "true"}
    return _svg(block, TALL, inside, class_="dz-box", data_block=block.id, **attrs)


def _passage(tree: Tree, named: NamedLink[TextLink], target: Span, number: str, base: str) -> str:
    """The words taken, leading to them in the text that takes them, with a line wherever that text changes them."""
    link, (top, height) = named.link, SHAPES[named.link.type]
    words = f'<title lang="{tree.language(target)}">{escape(tree.text(target))}</title>'
    shapes = f'<rect x="{target.start}" y="{top}" width="{target.end - target.start}" height="{height}"/>'
    changed = sorted({change.to_start for change in link.changes if change.kind.substantive})
    lines = "".join(f"M{at} 0V{TALL}" for at in changed)
    shapes += f'<path d="{lines}"/>' if lines else ""
    label = escape(f"¶{number}: {describe(tree, link)}")
    href = f"{base}{tree.document(link.source.document).url}#{named.name}"
    return f'<a href="{href}" class="dz-passage dz-{link.type}" aria-label="{label}">{words}{shapes}</a>'


def _legend(tree: Tree, links: Sequence[TextLink]) -> str:
    """What the shades and lines mean that this picture has."""
    shown = {link.type for link in links}
    samples = "".join(
        _sample(f"dz-{kind}", f'<rect width="20" y="{top}" height="{height}"/>', tree.say(f"link-{kind}"))
        for kind, (top, height) in SHAPES.items()
        if kind in shown
    )
    if any(change.kind.substantive for link in links for change in link.changes):
        line = (
            '<svg class="dz-sample" viewBox="0 0 20 10" aria-hidden="true"><g class="dz-passage"><path d="M10 0V10"/></g></svg>'
        )
        samples += element("span", line + escape(tree.say("connections-changed")))
    return element("p", samples, class_="dz-legend")


def _sample(kind: str, drawn: str, name: str) -> str:
    passage = f'<g class="{f"dz-passage {kind}".strip()}">{drawn}</g>'
    return element("span", f'<svg class="dz-sample" viewBox="0 0 20 10" aria-hidden="true">{passage}</svg>' + escape(name))
