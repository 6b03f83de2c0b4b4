"""Elements over runs of a text, and the text under them as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from build_scripts.text.overlaps import overlaps

FOCUS = ' tabindex="0"'  # of a layer at which Tab stops


@dataclass(frozen=True, slots=True)
class Layer:
    """An element over `[start, end)` of a text, in code points; layers may overlap.

    `attrs` are its attributes as in a tag, `name` is the id of its first piece, `to` says for Markdown where a link leads.
    """

    start: int
    end: int
    tag: str
    attrs: str = ""
    name: str = ""
    to: str = ""


def compose(text: str, layers: Sequence[Layer], signs: Iterable[tuple[int, str]] = ()) -> str:
    """A text as HTML under its layers, the first the outermost, with `signs`, `(at, HTML)` of elements without text.

    An element stays open as far as its layer goes, unless one around it ends first or a sign, which may be a link, stands in a
    link. Inside a link nothing else takes the focus: HTML forbids it, and Tab stops at the link.

    >>> compose("甲乙丙", [Layer(0, 2, "b"), Layer(1, 3, "i", "", "x")], [(3, "<br>")])
    '<b>甲<i id="x">乙</i></b><i>丙</i><br>'
    >>> compose("<b>&", [Layer(0, 2, "i")])
    '<i>&lt;b</i>&gt;&amp;'
    >>> compose("甲乙", [Layer(0, 1, "a", ' href="x"'), Layer(0, 2, "span", FOCUS)])
    '<a href="x"><span>甲</span></a><span tabindex="0">乙</span>'
    >>> compose("A. B.", [Layer(0, 2, "i"), Layer(3, 5, "i"), Layer(0, 5, "a", ' href="x"')])
    '<i><a href="x">A.</a></i> <i><a href="x">B.</a></i>'
    """
    standing: dict[int, str] = {}
    for at, markup in signs:
        standing[at] = standing.get(at, "") + markup
    out = [standing.get(0, "")]
    opened: list[Layer] = []
    spans, cuts = [(layer.start, layer.end) for layer in layers], (0, len(text), *standing)
    for start, end, indexes in overlaps(spans, cuts, lambda index, start: _shows(layers[index], start)):
        over = [layers[index] for index in indexes]
        kept = _shared(opened, over)
        if text[start:end].isspace():
            over = [*over[:kept], *(layer for layer in over[kept:] if not _leads_nowhere(layer, start))]
        linked = any(layer.tag == "a" for layer in over)
        out += [_close(opened[kept:]), *(_open(layer, start, linked) for layer in over[kept:])]
        out.append(escape(text[start:end], quote=False))
        opened = over
        if end in standing or end == len(text):
            kept = _outside_links(opened, end)
            out += [_close(opened[kept:]), standing.get(end, "")]
            opened = opened[:kept]
    return "".join([*out, _close(opened)])


def _shows(layer: Layer, at: int) -> bool:
    """A span without attributes is nothing but a place to arrive at, which is where it starts."""
    return layer.tag != "span" or bool(layer.attrs) or (bool(layer.name) and layer.start == at)


def _leads_nowhere(layer: Layer, at: int) -> bool:
    """Whether a link would open over a space alone, as between two sentences that are elements: it would have no name."""
    return layer.tag == "a" and not (layer.name and layer.start == at)


def _shared(opened: Sequence[Layer], over: Sequence[Layer]) -> int:
    """How many of the open elements stay open."""
    return next(
        (at for at, (one, other) in enumerate(zip(opened, over, strict=False)) if one is not other), min(len(opened), len(over))
    )


def _outside_links(opened: Sequence[Layer], at: int) -> int:
    """How many of the open elements go on beyond a sign and may hold it."""
    return next((index for index, layer in enumerate(opened) if layer.tag == "a" or layer.end == at), len(opened))


def _open(layer: Layer, at: int, linked: bool) -> str:
    name = f' id="{layer.name}"' if layer.name and layer.start == at else ""
    attrs = layer.attrs.replace(FOCUS, "") if linked else layer.attrs
    return f"<{layer.tag}{name}{attrs}>"


def _close(opened: Sequence[Layer]) -> str:
    return "".join(f"</{layer.tag}>" for layer in reversed(opened))
