"""Citations of a document in every style, as the citation processor gives them, with the places that are filled in later.

Each citation is made by itself: in a list, a processor marks works of one author and year as a and b and writes no name twice.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from html import escape as escape_html
from itertools import count, product
from json import dumps, loads

from build_scripts.writers.book_nodes import Node, document, meta_list, para, string
from build_scripts.writers.citation_data import Item
from build_scripts.writers.citation_styles import READ_ON, STYLES, Style, reference
from build_scripts.writers.pandoc import convert

# What a citation leaves open: the number of the paragraph, the address, the day of reading. Anything else is text.
NUMBER, ADDRESS, DAY = 0, 1, 2
Pieces = tuple[str | int, ...]
KEPT = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub"}
URL = "https://address.invalid/"


@dataclass(frozen=True, slots=True)
class Citation:
    """A document in one style: as HTML; as text, with the day of reading where the style wants it; and a paragraph of it, with its
    number where the style has a place for one. In styles that cite in the text, that citation follows after the entry."""

    style: Style
    html: Pieces
    read: Pieces
    paragraph: Pieces


def cite_all(items: Sequence[Item], people: Iterable[str]) -> dict[str, tuple[Citation, ...]]:
    """The citations of each item, by its id, in the order of `STYLES`. Raises PandocFailed, which is a bug."""
    names = tuple(sorted(set(people)))
    jobs = [(dumps(item, sort_keys=True, ensure_ascii=False), style) for item, style in product(items, STYLES)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        made = list(pool.map(lambda job: _cite(*job, names), jobs))
    width = len(STYLES)
    return {str(item["id"]): tuple(made[at * width : (at + 1) * width]) for at, item in enumerate(items)}


@cache
def _cite(said: str, style: Style, people: tuple[str, ...]) -> Citation:
    item: Item = loads(said) | {"id": "item", "URL": URL}
    number = next(str(each) for each in count(987654321) if str(each) not in said)
    plain = _render(item, style, people, number, read=False)
    read = _render(item, style, people, number, read=True) if style.day else plain
    return Citation(style, plain.html, read.read, read.paragraph)


def _render(item: Item, style: Style, people: tuple[str, ...], number: str, read: bool) -> Citation:
    """What the processor gives for one item in one style."""
    from lxml import html

    text = document([para([_call(style, style.locator.format(number))])], {"references": meta_list([reference(item, style, people, read)])})
    page = html.fromstring(convert(text, "--to=html", "--wrap=none", "--citeproc", f"--csl={style.csl}").decode())
    for of_list in page.xpath('//*[@class="csl-left-margin" or @class="footnote-back"]'):
        of_list.getparent().remove(of_list)
    (entry,), (call,) = page.xpath('//*[@class="csl-entry"]'), page.xpath('//li[@id="fn1"]/p' if style.notes else '//*[@class="citation"]')
    places = {number: NUMBER, READ_ON: DAY}
    said = _split(_walk(entry), places)
    paragraph = _walk(call) if style.notes else (*said, " ", *_walk(call))
    return Citation(style, _joined(_walk(entry, tags=True)), said, _split(paragraph, places))


def _call(style: Style, locator: str) -> Node:
    """The item called at a place of it, in braces because that is what pandoc reads as a place whatever stands in it; after the
    entry itself the author is not named again."""
    said = {
        "citationId": "item", "citationPrefix": [], "citationSuffix": string(f"{{{locator}}}"),
        "citationMode": {"t": "NormalCitation" if style.notes else "SuppressAuthor"}, "citationNoteNum": 1, "citationHash": 0,
    }  # fmt: skip
    return {"t": "Cite", "c": [[said], []]}


def _walk(element, tags: bool = False) -> Iterator[str | int]:
    """The text of an element, its own link as `ADDRESS`; with `tags` as HTML of which only emphasis and the like is kept."""
    said = escape_html if tags else str
    yield said(element.text or "")
    for child in element:
        tag = KEPT.get(child.tag, "") if tags else ""
        if child.tag == "a" and child.get("href") == URL:
            yield ADDRESS
        else:
            yield f"<{tag}>" if tag else ""
            yield from _walk(child, tags)
            yield f"</{tag}>" if tag else ""
        yield said(child.tail or "")


def _split(pieces: Iterable[str | int], places: dict[str, int]) -> Pieces:
    """The pieces with each of the texts that stand for something open as that."""
    pattern = re.compile("(" + "|".join(map(re.escape, places)) + ")")
    return _joined(places.get(part, part) for piece in pieces for part in (pattern.split(piece) if isinstance(piece, str) else [piece]))


def _joined(pieces: Iterable[str | int]) -> Pieces:
    """Neighbouring texts as one, without the space around the whole."""
    found: list[str | int] = []
    for piece in pieces:
        if found and isinstance(piece, str) and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    tidy = [re.sub(r"\s+", " ", piece) if isinstance(piece, str) else piece for piece in found]
    if tidy and isinstance(tidy[0], str):
        tidy[0] = tidy[0].lstrip()
    if tidy and isinstance(tidy[-1], str):
        tidy[-1] = tidy[-1].rstrip()
    return tuple(piece for piece in tidy if piece != "")
