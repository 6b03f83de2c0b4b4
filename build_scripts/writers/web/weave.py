"""Weaves the apparatus of a page into what its Markdown is rendered to.

The Markdown in docs/ is the text and nothing else. What the site shows around and in it (links of paragraphs, lists of
witnesses, the grid of two languages, marks, controls) is in a *frame*, which is written from the same pieces (`pieces.py`).
A frame is a list of strings, which are HTML, and of slots, each of which takes the next block of the rendered Markdown. No
slot may be without a block and no block without a slot: the weave adds, and cannot lose anything. A slot is an object:

    whole    the block is taken as it is, a list or a table too; otherwise it is the next paragraph, heading, cell or item
    id       the id that the block must have
    size     the code points that its text must have
    attrs    attributes that it gets; null takes one away
    tag      what it becomes: the item of a list that is a paragraph of the page
    inner    only its content is taken, for an element that the frame has
    layers   [start, end, tag, attributes, id]: elements over its text, see `Layer`
    signs    [at, HTML]: elements without text
    start    HTML at its beginning
    end      HTML at its end
    echo     its calls of notes repeat those of another text of the page
    comments the language of its calls of comments
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from lxml import html as lxml_html

from build_scripts.text.overlaps import reach
from build_scripts.writers.web.layers import Layer, compose

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "pre", "div"}
CALL, BACK = "footnote-ref", "footnote-backref"  # the classes of Markdown's links to notes and back
COMMENT = "dz-comment-call"  # that of the call of a comment
Slot = Mapping[str, Any]
Found = tuple[str, list[Layer], list[tuple[int, str]]]  # a text, its elements, `(at, HTML)` of what has no text


class OutOfStepError(Exception):
    """The Markdown and the frame are not of one build."""


def weave(html: str, frame: Sequence[str | Slot]) -> str:
    """Rendered Markdown in its frame. Raises OutOfStepError where a block or a slot is left over, or one is not the other's.

    >>> weave('<p id="p1">甲乙</p>', ["<div>", {"id": "p1", "layers": [[1, 2, "b", "", ""]]}, "</div>"])
    '<div><p id="p1">甲<b>乙</b></p></div>'
    """
    waiting = deque(lxml_html.fragment_fromstring(html, create_parent="div"))
    out = [piece if isinstance(piece, str) else _fill(piece, waiting) for piece in frame]
    left = next((text for element in waiting for leaf in _leaves(element) if (text := leaf.text_content().strip())), "")
    if left:
        raise OutOfStepError(f"the frame has no slot for “{left[:40]}”")
    return "".join(out)


def _fill(slot: Slot, waiting: deque[Any]) -> str:
    """The next block, as a slot takes it."""
    whole = bool(slot.get("whole"))
    element = _next(waiting, whole)
    if slot.get("id", element.get("id")) != element.get("id"):
        raise OutOfStepError(f"the frame awaits “{slot['id']}”, the page has “{element.get('id')}”")
    if whole:
        element.tail = None
        return str(lxml_html.tostring(element, encoding="unicode"))
    text, present, atoms = _read(element, bool(slot.get("echo")), str(slot.get("comments", "")))
    if slot.get("size", len(text)) != len(text):
        raise OutOfStepError(f"the text of “{element.get('id')}” has {len(text)} characters, not {slot['size']}")
    added = [Layer(*layer) for layer in slot.get("layers", ())]
    layers = [*added, *_not_covered(present, added)]
    content: str = slot.get("start", "") + compose(text, layers, [*slot.get("signs", ()), *atoms]) + slot.get("end", "")
    if slot.get("inner"):
        return content
    tag = slot.get("tag", element.tag)
    return f"<{tag}{_attributes({**element.attrib, **slot.get('attrs', {})})}>{content}</{tag}>"


def _next(waiting: deque[Any], whole: bool) -> Any:
    """The next block; one that holds others gives way to them unless it is asked for whole."""
    while waiting:
        element = waiting.popleft()
        inside = list(_leaves(element))
        if inside and (whole or inside == [element]):
            return element
        waiting.extendleft(reversed(inside))
    raise OutOfStepError("the frame has a slot more than the page has blocks")


def _leaves(element: Any) -> Iterator[Any]:
    """The blocks that hold text, in order."""
    inside = [child for child in element if child.tag in BLOCKS]
    if not inside and element.tag in BLOCKS:
        yield element
    for child in inside:
        yield from _leaves(child)


def _read(element: Any, echo: bool, language: str) -> Found:
    """A block's text, its elements as layers, the outer first, its breaks and calls of notes."""
    text = element.text or ""
    layers: list[Layer] = []
    atoms: list[tuple[int, str]] = []
    for child in element:
        at = len(text)
        if BACK in child.get("class", ""):  # the frame has its own ways back
            text = text.removesuffix("\xa0")
        elif child.tag == "br":
            atoms.append((at, "<br>"))
        elif child.tag == "sup" and child.find(f"a[@class='{CALL}']") is not None:
            atoms.append((at, _call(child.find("a"), echo)))
        elif child.tag == "sup" and child.find("a") is not None:
            atoms.append((at, _comment_call(child.find("a"), language)))
        else:
            inner, below, within = _read(child, echo, language)
            layers.append(Layer(at, at + len(inner), child.tag, _attributes(child.attrib)))
            layers += [replace(layer, start=at + layer.start, end=at + layer.end) for layer in below]
            atoms += [(at + place, markup) for place, markup in within]
            text += inner
        text += child.tail or ""
    return text, layers, atoms


def _call(link: Any, echo: bool) -> str:
    """The call of a note; of two texts that call the same notes one is where the ways back lead."""
    note = link.get("href").removeprefix("#fn:")
    place = ' class="dz-call"' if echo else f' id="fnref:{note}"'
    return f'<sup{place}><a class="{CALL}" href="#fn:{note}">{escape(link.text_content())}</a></sup>'


def _comment_call(link: Any, language: str) -> str:
    words = f'<a href="{escape(link.get("href"))}">{escape(link.text_content())}</a>'
    return f"<sup{_attributes({'class': COMMENT, 'lang': language or None})}>{words}</sup>"


def _not_covered(present: Sequence[Layer], added: Sequence[Layer]) -> Iterator[Layer]:
    """The elements of the Markdown that the frame does not say more fully."""
    far = {
        tag: reach((layer.start, layer.end) for layer in added if layer.tag == tag) for tag in {layer.tag for layer in added}
    }
    return (layer for layer in present if layer.tag not in far or far[layer.tag](layer.start + 1) < layer.end)


def _attributes(attrs: Mapping[str, str | None]) -> str:
    """Attributes as in a tag, with a space before each.

    >>> _attributes({"title": '"><b>', "lang": None})
    ' title="&quot;&gt;&lt;b&gt;"'
    """
    return "".join(f' {name}="{escape(value)}"' for name, value in sorted(attrs.items()) if value is not None)
