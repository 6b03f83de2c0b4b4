"""Printed pages with what was read from them drawn over: lines by their roles, the order of reading as numbers, doubts."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from build_scripts.adding.proposal import Proposal
from build_scripts.decode.pdf.picture import PagePicture, draw_pages
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.parts.lines import Line
from build_scripts.roles import Role

HUES = (210, 140, 30, 280, 340, 180, 60, 100)  # of stories, in turn
STRONG = frozenset({Role.TITLE, Role.HEADLINE, Role.HEADING, Role.SUBTITLE, Role.KICKER, Role.DECK})
GONE = frozenset({Role.FURNITURE, Role.PAGE_NUMBER, Role.RUNNING_HEAD, Role.BLANK})
OPENS = STRONG | {Role.PARAGRAPH, Role.CAPTION, Role.NOTE, Role.AUTHOR, Role.BYLINE, Role.ABSTRACT, Role.TABLE, Role.BODY}
ALWAYS = frozenset({Role.PARAGRAPH, Role.NOTE, Role.HEADING, Role.TABLE})  # each line of these is a part of its own
WORDS = 40  # characters that a box shows
STYLE = """
.sheet { position: relative; margin: 2rem 0; border: 1px solid #ccc } .sheet img, .sheet svg { display: block; width: 100% }
.sheet svg { position: absolute; inset: 0; height: 100% } .sheet text { font: bold 7px sans-serif }
"""


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line as it is drawn: its role, the place of its document among those of the capture, whether it is doubted, and its
    number in the order of reading where a part begins with it, else 0.
    """

    line: Line
    role: Role | None
    story: int
    doubted: bool
    order: int


def draw_proposal(proposal: Proposal) -> Iterator[str]:
    """A figure in HTML for each page; none where the capture is no PDF."""
    if proposal.capture != "raw.pdf":
        return
    looks = list(_looks(proposal, [line for line in lay_lines(proposal.decoded) if line.laid and not line.blank]))
    for number, picture in enumerate(draw_pages(proposal.data), 1):
        yield from _sheet(picture, number, [look for look in looks if look.line.laid and look.line.laid.page == number])


def _looks(proposal: Proposal, lines: Sequence[Line]) -> Iterator[LineLook]:
    readings = {each.line: each for each in (proposal.witness.readings if proposal.witness else ())}
    names = list(dict.fromkeys(each.document for each in readings.values() if each.document))
    doubted = {doubt.line for doubt in (proposal.witness.doubts if proposal.witness else ())}
    order = 0
    last: tuple[Role | None, int, int] = (None, 0, 0)
    for line in lines:
        reading = readings.get(line.number)
        role = reading.role if reading else None
        story = names.index(reading.document) if reading and reading.document else 0
        here = (role, story, line.laid.column if line.laid else 0)
        opens = role in OPENS and (role in ALWAYS or here != last)
        order, last = order + opens, here
        yield LineLook(line, role, story, line.number in doubted, order if opens else 0)


def _sheet(picture: PagePicture, number: int, looks: Sequence[LineLook]) -> Iterator[str]:
    source = base64.b64encode(picture.png).decode("ascii")
    yield f'<div class="sheet" id="page-{number}"><img alt="page {number}" src="data:image/png;base64,{source}">'
    yield f'<svg viewBox="0 0 {picture.width:.1f} {picture.height:.1f}" preserveAspectRatio="none">'
    yield from (_mark(picture, look) for look in looks)
    yield "</svg></div>"


def _mark(picture: PagePicture, look: LineLook) -> str:
    """The box of a line, a link to its row in the table."""
    line, laid = look.line, look.line.laid
    if not laid:
        return ""
    x, y = laid.box.x0 - picture.left, picture.height - (laid.box.top - picture.bottom)
    colour = "0 0% 60%" if look.role in GONE else f"{HUES[look.story % len(HUES)]} 80% 40%"
    style = f"fill: hsl({colour} / {0.35 if look.role in STRONG else 0.14})"
    style += "; stroke: #b32d1e; stroke-width: 1.2" if look.doubted else ""
    number = f'<text x="{x - 9:.1f}" y="{y + 7:.1f}" style="fill: hsl({colour})">{look.order}</text>' if look.order else ""
    title = escape(f"{line.number} {look.role or ''} {line.words[:WORDS]}")
    size = f'width="{laid.box.x1 - laid.box.x0:.1f}" height="{laid.box.top - laid.box.bottom:.1f}"'
    shape = f'<rect x="{x:.1f}" y="{y:.1f}" {size} style="{style}"><title>{title}</title></rect>'
    return f'<a href="#l{line.number}">{shape}{number}</a>'
