"""HTML of the apparatus: elements, and Chinese words inside English ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from build_scripts.views.document import ShownDocument
from build_scripts.views.running.whole_words import unbroken
from build_scripts.writers.web.layers import Layer, compose

CHINESE = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+"
# Figures, spaces and quotation marks between Chinese belong to it, as in a title.
HAN_IN_ENGLISH = re.compile(f"{CHINESE}(?:[0-9 “”‘’—·+]{{1,8}}{CHINESE})*")


def element(tag: str, content: str, **attrs: str) -> str:
    """An HTML element around content that is markup already; attribute values are escaped, `_` in names becomes `-`.

    >>> element("i", "<br>", aria_label='"><b>', class_="x")
    '<i aria-label="&quot;&gt;&lt;b&gt;" class="x"><br></i>'
    """
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attrs.items())
    return f"<{tag}{given}>{content}</{tag}>"


def who_and_title(document: ShownDocument) -> str:
    """How a list names a document: who speaks in it, and smaller its title, as HTML."""
    if document.short == document.name:
        return escape(document.name)
    whole = compose(document.name, title_layers(document.name))
    title = element("span", whole, class_="dz-of-title", lang=document.name_language)
    return f"{element('b', escape(document.short))} {title}"


def title_layers(text: str) -> list[Layer]:
    """The parts of a title within which no line ends."""
    return [Layer(start, end, "span", ' class="dz-whole"') for start, end in unbroken(text)]


def mark_han(markup: str, language: str) -> str:
    """English text, already escaped, in which what it quotes in Chinese carries its language.

    >>> mark_han("the word 智能", "zh-Hans")
    'the word <span lang="zh-Hans">智能</span>'
    """
    return HAN_IN_ENGLISH.sub(lambda match: element("span", match[0], lang=language), markup)


def han_layers(text: str, language: str) -> Iterator[Layer]:
    """The same for a text that comes from Markdown: a layer over each run of Chinese in it.

    >>> [(layer.start, layer.end, layer.attrs) for layer in han_layers("the word 智能", "zh-Hans")]
    [(9, 11, ' lang="zh-Hans"')]
    >>> [layer.end - layer.start for layer in han_layers("[《致2024展览——“互联网”贺信》], 海洋 and 渔业", "zh-Hans")]
    [18, 2, 2]
    """
    for match in HAN_IN_ENGLISH.finditer(text):
        yield Layer(*match.span(), "span", f' lang="{escape(language)}"')
