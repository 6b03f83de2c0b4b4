"""Citations of documents in every style, as the citation processor gives them, with the places that are filled in later.

Many are made at a time, since a processor takes longer to read a style than to use it. Each is what it would be by itself: in a
list, works of one author and year would be a and b, and a name would be written once. So every name and title is marked as that
of its own item, by characters that no text has (Unicode's noncharacters) and that go away again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape as escape_html
from itertools import chain, count, product
from json import dumps

from build_scripts.writers.book_nodes import Node, document, meta_list, para, string
from build_scripts.writers.citation_data import Item
from build_scripts.writers.citation_styles import READ_ON, STYLES, Style, Wanted, reference
from build_scripts.writers.pandoc import convert

# What a citation leaves open: the number of the paragraph, the address, the day of reading. Anything else is text.
NUMBER, ADDRESS, DAY = 0, 1, 2
Pieces = tuple[str | int, ...]
KEPT = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub"}
URL = "https://address.invalid/"
MARKS = "".join(map(chr, range(0xFDD0, 0xFDDA)))  # the ten digits of a mark
AT_A_TIME = 100


@dataclass(frozen=True, slots=True)
class Citation:
    """A document in one style: as HTML; as text, with the day of reading where the style wants it; and a paragraph of it, with its
    number where the style has a place for one. In styles that cite in the text, that citation follows after the entry."""

    style: Style
    html: Pieces
    read: Pieces
    paragraph: Pieces


def cite_all(items: Sequence[Item], people: Iterable[str]) -> dict[str, tuple[Citation, ...]]:
    """The citations of each item, by its id, in the order of `STYLES`; `people` are names that may stand in titles.

    Raises PandocFailed, which is a bug.
    """
    names = tuple(sorted(set(people)))
    parts = [items[at : at + AT_A_TIME] for at in range(0, len(items), AT_A_TIME)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        made = list(pool.map(lambda job: _cite(*job, names), product(STYLES, parts)))
    by_style = [list(chain.from_iterable(made[at : at + len(parts)])) for at in range(0, len(made), max(1, len(parts)))]
    return {str(item["id"]): each for item, each in zip(items, zip(*by_style, strict=True), strict=True)}


def _cite(style: Style, items: Sequence[Item], people: tuple[str, ...]) -> list[Citation]:
    plain = _render(style, items, people, read=False)
    read = _render(style, items, people, read=True) if style.day else plain
    return [Citation(style, one.html, other.read, other.paragraph) for one, other in zip(plain, read, strict=True)]


def _render(style: Style, items: Sequence[Item], people: tuple[str, ...], read: bool) -> list[Citation]:
    """What the processor gives for each item in one style."""
    from lxml import html

    said = dumps(items, ensure_ascii=False)
    number = next(str(each) for each in count(987654321) if str(each) not in said)
    wanted = [Wanted(style, people, _mark(at)) for at in range(len(items))]
    references = [reference(item | {"id": f"item{at}", "URL": URL}, wanted[at], read) for at, item in enumerate(items)]
    calls = [para([_call(style, f"item{at}", style.locator.format(number))]) for at in range(len(items))]
    text = convert(document(calls, {"references": meta_list(references)}), "--to=html", "--wrap=none", "--citeproc", f"--csl={style.csl}")
    page = html.fromstring(text.decode().translate(dict.fromkeys(map(ord, MARKS))))
    for of_list in page.xpath('//*[@class="csl-left-margin" or @class="footnote-back"]'):
        of_list.getparent().remove(of_list)
    entries = {entry.get("id"): entry for entry in page.xpath('//*[@class="csl-entry"]')}
    called = page.xpath('//li[starts-with(@id, "fn")]/p' if style.notes else '//*[@class="citation"]')
    return [_citation(style, entries[f"ref-item{at}"], call, {number: NUMBER, READ_ON: DAY}) for at, call in enumerate(called)]


def _citation(style: Style, entry, call, places: dict[str, int]) -> Citation:
    said = _split(_walk(entry), places)
    paragraph = _walk(call) if style.notes else (*said, " ", *_walk(call))
    return Citation(style, _joined(_walk(entry, tags=True)), said, _split(paragraph, places))


def _mark(at: int) -> str:
    return "".join(MARKS[int(digit)] for digit in str(at))


def _call(style: Style, name: str, locator: str) -> Node:
    """The item called at a place of it, in braces because that is what pandoc reads as a place whatever stands in it; after the
    entry itself the author is not named again."""
    said = {
        "citationId": name, "citationPrefix": [], "citationSuffix": string(f"{{{locator}}}"),
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
