"""Citations of documents in every style, as the citation processor gives them, with the places that are filled in later.

Many are made at a time, since a processor takes longer to read a style than to use it. Each is what it would be by itself: in a
list, works of one author and year would be a and b, and a name would be written once. So every name and title is marked as that
of its own item, by characters that no text has (Unicode's noncharacters) and that go away again.
"""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from html import escape as escape_html
from itertools import chain, count, product
from json import dumps
from typing import TYPE_CHECKING, cast

from build_scripts.pandoc.nodes import Node, document, meta_list, para, string
from build_scripts.pandoc.run import convert, state_of_pandoc
from build_scripts.store import Store
from build_scripts.views.items import Item
from build_scripts.writers.citations.styles import CLOSE, OPEN, READ_ON, STYLES, Style, Wanted, reference

if TYPE_CHECKING:
    from lxml.etree import _Element

# What a citation leaves open: the number of the paragraph, the address, the day of reading. Anything else is text.
NUMBER, ADDRESS, DAY = 0, 1, 2
Pieces = tuple[str | int, ...]
KEPT = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub"}
URL = "https://address.invalid/"
MARKS = "".join(map(chr, range(0xFDD0, 0xFDDA)))  # the ten digits of a mark
AT_A_TIME = 100
ENGLISH_TITLE = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}([.,?!]?)([”’]|</em>)(?=( (?=[^\\W_]))?)")
ONLINE = re.compile(r"\[EB/OL\]\. ")
TWO_MARKS = re.compile(r"([？！])([”’]|</em>)?[.．](?=\s|[”’]|$)")


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """A document in one style: as HTML; as text, with the day of reading where the style wants it; and a paragraph of it, with
    its
    number where the style has a place for one. In styles that cite in the text, that citation follows after the entry."""

    style: Style
    html: Pieces
    read: Pieces
    paragraph: Pieces


def cite_all(
    items: Sequence[Item],
    people: Iterable[str],
    english: Mapping[str, str] | None = None,
    edition: str = "",
    store: Store | None = None,
) -> dict[str, tuple[StyledCitation, ...]]:
    """The citations of each item, by its id, in the order of `STYLES`; `people` are names that may stand in titles,
    `english` names with the English that they are known by, `edition` what holds a text that nothing else does.

    `store` keeps them. Raises PandocFailed, which is a bug.
    """
    known = Known(tuple(sorted(set(people))), english or {}, edition)
    store = store or Store()
    common = [state_of_pandoc().encode(), dumps(asdict(known)).encode()]
    keys = {str(item["id"]): store.key("cited", [*common, dumps(item).encode()]) for item in items}
    found = {name: pickle.loads(data) for name, key in keys.items() if (data := store.find(key)) is not None}
    made = _cite_anew([item for item in items if str(item["id"]) not in found], known)
    for name, cited in made.items():
        store.keep(keys[name], pickle.dumps(cited))
    return {name: found.get(name) or made[name] for name in keys}


def _cite_anew(items: Sequence[Item], known: Known) -> dict[str, tuple[StyledCitation, ...]]:
    parts = [items[at : at + AT_A_TIME] for at in range(0, len(items), AT_A_TIME)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        made = list(pool.map(lambda job: _cite(job[0], job[1], known), product(STYLES, parts)))
    by_style = [list(chain.from_iterable(made[at : at + len(parts)])) for at in range(0, len(made), max(1, len(parts)))]
    return {str(item["id"]): each for item, each in zip(items, zip(*by_style, strict=True), strict=True)}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of names, for all items."""

    people: tuple[str, ...]
    english: Mapping[str, str]
    edition: str


def _cite(style: Style, items: Sequence[Item], known: Known) -> list[StyledCitation]:
    plain = _render(style, items, known, read=False)
    read = _render(style, items, known, read=True) if style.day else plain
    return [StyledCitation(style, one.html, other.read, other.paragraph) for one, other in zip(plain, read, strict=True)]


def _render(style: Style, items: Sequence[Item], known: Known, read: bool) -> list[StyledCitation]:
    """What the processor gives for each item in one style."""
    from lxml import html

    content = dumps(items, ensure_ascii=False)
    number = next(str(each) for each in count(987654321) if str(each) not in content)
    wanted = [Wanted(style, known.people, _mark(at), known.english, known.edition) for at in range(len(items))]
    references = [reference(item | {"id": f"item{at}", "URL": URL}, wanted[at], read) for at, item in enumerate(items)]
    calls = [para([_call(style, f"item{at}", style.locator.format(number))]) for at in range(len(items))]
    text = convert(
        document(calls, {"references": meta_list(references)}), "--to=html", "--wrap=none", "--citeproc", f"--csl={style.csl}"
    )
    page = html.fromstring(text.decode().translate(dict.fromkeys(map(ord, MARKS))))
    for of_list in _all(page, '//*[@class="csl-left-margin" or @class="footnote-back"]'):
        cast("_Element", of_list.getparent()).remove(of_list)  # the root is none of them
    entries = {entry.get("id"): entry for entry in _all(page, '//*[@class="csl-entry"]')}
    called = _all(page, '//li[starts-with(@id, "fn")]/p' if style.notes else '//*[@class="citation"]')
    places = {number: NUMBER, READ_ON: DAY}
    return [_citation(style, entries[f"ref-item{at}"], call, places, items[at]) for at, call in enumerate(called)]


def _all(page: _Element, path: str) -> list[_Element]:
    """The elements at an XPath that gives nothing else."""
    return cast("list[_Element]", page.xpath(path))


def _citation(style: Style, entry: _Element, call: _Element, places: dict[str, int], item: Item) -> StyledCitation:
    def mended(pieces: Iterable[str | int]) -> Iterator[str | int]:
        return (mend(piece) if isinstance(piece, str) else piece for piece in _joined(pieces))

    if not style.romanised:
        return _chinese(style, entry, places, item)

    entry_text = _split(mended(_walk(entry)), places)
    paragraph = mended(_walk(call)) if style.notes else (*entry_text, " ", *mended(_walk(call)))
    return StyledCitation(style, _joined(mended(_walk(entry, tags=True))), entry_text, _split(paragraph, places))


def _chinese(style: Style, entry: _Element, places: dict[str, int], item: Item) -> StyledCitation:
    """An entry of GB/T 7714: the site of a page is named before its date, which no file of the style does; where the number of
    a page or column would stand a paragraph has no place, so it follows the entry."""
    latin = str(item.get("language", "")).startswith("en")
    site = str(item.get("container-title", "")) if item["type"] == "webpage" else ""

    def mended(pieces: Iterable[str | int], written: Callable[[str], str]) -> Iterator[str | int]:
        for piece in _joined(pieces):
            text = mend(piece, latin) if isinstance(piece, str) else ""
            yield ONLINE.sub(lambda found: f"{found[0]}{written(site)}, ", text, count=1) if site and text else text or piece

    text = _split(mended(_walk(entry), str), places)
    return StyledCitation(style, _joined(mended(_walk(entry, tags=True), escape_html)), text, (*text, " 第", NUMBER, "段."))


def mend(text: str, latin: bool = False) -> str:
    """What no style says of Chinese works: the English title after the quotation marks or italics of the title, one mark after
    a title that has its own, a small letter inside an entry; with `latin` et al. for 等 among Latin names.

    >>> mend("“Ti mu 题目\\ufdda [A Title]\\ufddb.” Paper, Circa May 2025")
    '“Ti mu 题目” [A Title]. Paper, circa May 2025'
    >>> mend("<em>为什么？</em>. 报"), mend("Smith A, Lee B, Roe C, 等.", latin=True)
    ('<em>为什么？</em> 报', 'Smith A, Lee B, Roe C, et al.')
    """
    text = ENGLISH_TITLE.sub(lambda found: f"{found[3]}{found[1]}{found[2] or (',' if found[4] else '')}", text)
    text = text.replace(OPEN, "").replace(CLOSE, "")
    text = TWO_MARKS.sub(r"\1\2", text).replace(", Circa ", ", circa ")
    return re.sub(r", 等(?=[.,])", ", et al", text) if latin else text


def _mark(at: int) -> str:
    return "".join(MARKS[int(digit)] for digit in str(at))


def _call(style: Style, name: str, locator: str) -> Node:
    """The item called at a place of it, in braces because that is what pandoc reads as a place whatever stands in it."""
    citation = {
        "citationId": name,
        "citationPrefix": [],
        "citationSuffix": string(f"{{{locator}}}") if locator else [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], []]}


def _walk(element: _Element, tags: bool = False) -> Iterator[str | int]:
    """The text of an element, its own link as `ADDRESS`; with `tags` as HTML of which only emphasis and the like is kept."""
    written = escape_html if tags else str
    yield written(element.text or "")
    for child in element:
        tag = KEPT.get(str(child.tag), "") if tags else ""
        if child.tag == "a" and child.get("href") == URL:
            yield ADDRESS
        else:
            yield f"<{tag}>" if tag else ""
            yield from _walk(child, tags)
            yield f"</{tag}>" if tag else ""
        yield written(child.tail or "")


def _split(pieces: Iterable[str | int], places: dict[str, int]) -> Pieces:
    """The pieces with each of the texts that stand for something open as that."""
    pattern = re.compile("(" + "|".join(map(re.escape, places)) + ")")
    parts = (part for piece in pieces for part in (pattern.split(piece) if isinstance(piece, str) else [piece]))
    return _joined(places.get(part, part) if isinstance(part, str) else part for part in parts)


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
