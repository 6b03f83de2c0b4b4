"""What a reader's hand finds in the text: each paragraph's own link, and the words that another region says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as escape_html

from build_scripts.edition.numbering import paragraph_number
from build_scripts.model import Mark
from build_scripts.views.running.regional import RegionalMark
from build_scripts.views.running.sentences import ShownSentence
from build_scripts.views.running.terms import TermMark
from build_scripts.views.wording import say
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.layers import FOCUS, Layer


def permalink(name: str, tree: str) -> str:
    """The link of a paragraph to itself. It has no text, so that the paragraph has no more than it had; CSS draws it.

    On paper it is the number of the paragraph, where that has one.

    >>> permalink("p4", "en")
    '<a class="dz-here" href="#p4" lang="en" aria-label="Link to paragraph 4" data-n="4"></a>'
    """
    block, _, translated = name.partition("-")
    number = paragraph_number(block)
    of = "paragraph-link-of-translation" if translated else "paragraph-link-of"
    key = of if number else "paragraph-link"
    more = {"data_n": number} if number else {}
    return element("a", "", class_="dz-here", href=f"#{name}", lang=tree, aria_label=say(key, tree).format(number), **more)


def sentence_layers(sentences: Iterable[ShownSentence]) -> list[Layer]:
    """Each sentence with its id and, where it has a counterpart in the other language, the name of their pair."""
    return [Layer(each.start, each.end, "span", _paired(each.pair), each.id) for each in sentences]


def _paired(pair: str) -> str:
    return ' class="dz-s"' + (f' data-s="{pair}"' if pair else "")


def mark_layers(marks: Iterable[Mark]) -> list[Layer]:
    """Leads as strong text, other marks as spans of their class."""
    return [Layer(m.start, m.end, "strong" if m.role == "lead" else "span", f' class="dz-{m.role}"') for m in marks]


def term_layers(marks: Iterable[TermMark]) -> list[Layer]:
    """Terms of the glossary as links to their entries there, which a script shows in place."""
    return [Layer(m.start, m.end, "a", f' class="dz-term" href="../../about/glossary/#{m.name}"') for m in marks]


def regional_layers(words: Iterable[RegionalMark], tree: str) -> list[Layer]:
    """The words that another region says otherwise, each with what it says; Tab stops at each.

    >>> regional_layers([RegionalMark(2, 4, ("软件",))], "zh-Hans")[0].attrs
    ' class="dz-word" tabindex="0" title="大陆作“软件”"'
    """
    return [Layer(each.start, each.end, "span", _attributes(each, tree)) for each in words]


def _attributes(word: RegionalMark, tree: str) -> str:
    title = escape_html(say("regional-word", tree).format(say("list-within", tree).join(word.equivalents)))
    return f' class="dz-word"{FOCUS} title="{title}"'
