"""Text to Markdown in which it is text and nothing else, and blocks to Markdown with their ids.

Captures are untrusted: every character that Markdown, its extensions or HTML could read as markup is written as a numeric
character reference, which every engine shows as the character itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape as escape_html
from itertools import pairwise

from build_scripts.model import Block, BlockType, Mark
from build_scripts.writers.wording import say

# Markup wherever it stands; `:` and `@` only as parts of addresses, which no extension in use makes links of.
ANYWHERE = re.compile(r"[&<>\"`*_\[\]{}\\|~^$\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Markup only at the beginning of a block: headings, lists, rules, definitions, notes, admonitions, tabs, snippets.
AT_START = re.compile(r"^(?:[#+\-=:!?%/;]|\d+(?=[.)]))")
NUMBERED = re.compile(r"^(\d+)([.)])")
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def escape(text: str) -> str:
    """The text as Markdown that shows it as typed, at any place inside a block.

    >>> escape("<script>*a*_b_ [x](y) {{ }} | AT&T")
    '&#60;script&#62;&#42;a&#42;&#95;b&#95; &#91;x&#93;(y) &#123;&#123; &#125;&#125; &#124; AT&#38;T'
    >>> escape("习近平强调，“人工智能+”行动（2025）。")
    '习近平强调，“人工智能+”行动（2025）。'
    """
    return ANYWHERE.sub(lambda match: reference(match[0]), text)


def reference(char: str) -> str:
    """A numeric character reference; control characters, which HTML forbids, become their visible pictures.

    >>> reference("*"), reference(chr(0))
    ('&#42;', '&#9216;')
    """
    return f"&#{ord(char) + 0x2400 if FORBIDDEN.match(char) and ord(char) < 0x20 else ord(char)};"


def guard_start(markdown: str) -> str:
    """Keep the beginning of a block from being read as a heading, a list or the like.

    >>> guard_start("1. 一"), guard_start("# 二"), guard_start("三")
    ('1&#46; 一', '&#35; 二', '三')
    """
    markdown = NUMBERED.sub(lambda match: match[1] + reference(match[2]), markdown)
    return AT_START.sub(lambda match: reference(match[0]) if len(match[0]) == 1 and not match[0].isdigit() else match[0],
                        markdown)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layer:
    """An element over `[start, end)` of a text, in code points; layers may overlap. `name` is its id, if it has one."""

    start: int
    end: int
    tag: str
    attrs: str
    name: str = ""


def mark_layers(marks: Iterable[Mark]) -> list[Layer]:
    """Leads as strong text, other marks as spans of their class."""
    return [Layer(m.start, m.end, "strong" if m.role == "lead" else "span", f' class="dz-{m.role}"') for m in marks]


def inline(
    text: str, layers: Sequence[Layer] = (), calls: Iterable[tuple[int, int]] = (), outline: bool = True,
    signs: Iterable[tuple[int, str]] = (),
) -> str:
    """A block's text under its layers, with its note calls, `(at, number)`, as footnote references.

    Of two texts that call the same notes one is the page's outline; in the other the calls are links to the notes.

    `signs` are `(at, markup)` of elements without text. Where layers overlap the text is cut into pieces, each inside every layer that covers it.

    >>> inline("甲乙丙", [Layer(0, 2, "b", ""), Layer(1, 3, "i", "", "x")], [(3, 1)])
    '<b>甲</b><b><i id="x">乙</i></b><i>丙</i>[^1]'
    """
    called: dict[int, str] = {}
    for at, markup in signs:
        called[at] = called.get(at, "") + markup
    for at, number in calls:
        called[at] = called.get(at, "") + (f"[^{number}]" if outline else call_link(number))
    cuts = sorted({0, len(text), *called, *(cut for layer in layers for cut in (layer.start, layer.end))})
    out = [called.get(0, "")]
    for start, end in pairwise(cuts):
        piece = escape(text[start:end])
        for layer in reversed(layers):
            if layer.start <= start and end <= layer.end:
                name = f' id="{layer.name}"' if layer.name and layer.start == start else ""
                if layer.tag == "span" and not name and not layer.attrs:
                    continue  # nothing but a place to arrive at, which is where it starts
                piece = f"<{layer.tag}{name}{layer.attrs}>{piece}</{layer.tag}>"
        out += [piece, called.get(end, "")]
    return "".join(out)


def call_link(number: int) -> str:
    """A call of a note that another text on the page calls too.

    >>> call_link(3)
    '<sup class="dz-call"><a class="footnote-ref" href="#fn:3">3</a></sup>'
    """
    return f'<sup class="dz-call"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'


def attributes(name: str, classes: Iterable[str] = (), more: Mapping[str, str] | None = None) -> str:
    """An attribute list for the line after a block, or after the text of a heading."""
    parts = [f"#{name}"] if name else []
    parts += [f".{each}" for each in classes]
    parts += [f'{key}="{value}"' for key, value in (more or {}).items()]
    return "{: " + " ".join(parts) + " }"


def element(tag: str, content: str, **attrs: str) -> str:
    """An HTML element around content that is markup already; attribute values are escaped, `_` in names becomes `-`."""
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape_html(value)}"' for key, value in attrs.items())
    return f"<{tag}{given}>{content}</{tag}>"


HAN_IN_ENGLISH = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")


def mark_han(markup: str, language: str) -> str:
    """English text, already escaped, in which what it quotes in Chinese carries its language.

    >>> mark_han("the word 智能", "zh-Hans")
    'the word <span lang="zh-Hans">智能</span>'
    """
    return HAN_IN_ENGLISH.sub(lambda match: element("span", match[0], lang=language), markup)


def block_markdown(block: Block, body: str, tree: str, name: str, language: str, also: tuple[str, ...] = ()) -> str:
    """One block of a document, `body` being its text as Markdown, with its id and, where given, its language; `also` more classes."""
    more = {"lang": language} if language else {}
    match block.type:
        case BlockType.HEADING:
            return f"{'#' * block.level} {body} {attributes(name, also, more)}"
        case BlockType.ABSTRACT | BlockType.KEYWORDS:
            more["data-label"] = say(block.type.value, "en" if language == "en" else tree)
        case _:
            pass
    classes = () if block.type is BlockType.PARAGRAPH else (f"dz-{block.type.value}",)
    return f"{guard_start(body)}\n{attributes(name, (*classes, *also), more)}"
