"""Files of every kind that is decoded, with accidents to their bytes: a saved page, a Word file, a PDF, by a seed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pikepdf
import yaml
from lxml import etree

from tests.making.mutations import ODD
from tests.making.printed import Layout, print_article
from tests.making.word import call, note, package, paragraph, word_file

PAGES = Path(__file__).parents[1] / "cases" / "saved" / "pages.yaml"
TAGS = (
    *(
        "<p>",
        "</p>",
        "</div>",
        "<div",
        "<br>",
        "<table><tr><td>",
        "</td>",
        "<script>",
        "<!--",
        "-->",
        "<title>",
        "<pre>",
        "<sup>",
    ),
    *(
        '<a href="#n1">',
        "</a>",
        "<li>",
        "<h2>",
        "&amp;",
        "&#x0;",
        "&#xD800;",
        "&#99999999;",
        "&nbsp;",
        "<svg>",
        "<style>",
        "\x00",
    ),
)
PARTS = (
    *("<w:p>", "</w:p>", "<w:r>", "<w:t>", "</w:t>", "<w:tab/>", "<w:br/>", "<w:tbl><w:tr><w:tc>", "</w:tc>", "</w:tbl>"),
    *("<w:del>", '<w:footnoteReference w:id="9"/>', '<w:pStyle w:val="1"/>', "&#0;", "&x;", "<m:t>x</m:t>", "<w:txbxContent>"),
)
OPERATORS = (
    *("BT ", " ET ", " Tj ", " TJ ", " Td ", " Tm ", "0 0 0 0 0 0 Tm ", "/F0 0 Tf ", "(", ")", "<", ">", "[", "]", "q ", "Q "),
    *("/X Do ", "endstream", "endobj", "stream\n", "<<", ">>", "3 0 R", "99 0 R", "-1", "1e99", "/Length 5", "/Kids[1 0 R]"),
)
LAYOUTS = (
    Layout(sections=2, paragraphs=2),
    Layout(columns=2, head="某某学报", folio="1", sections=2, seed=2),
    Layout(notes="①", table=True, caption=True, sections=2, seed=3),
    Layout(language="en", columns=2, indent=1, sections=2, seed=4),
)
# A page of a few lines without the shapes of its glyphs: an accident hits something that says what the text is, and costs little.
SHORT_LAYOUTS = (
    Layout(sections=1, paragraphs=1),
    Layout(columns=2, head="某某学报", folio="1", sections=1, paragraphs=1, seed=2),
    Layout(notes="①", table=True, sections=1, paragraphs=1, seed=3),
    Layout(caption=True, headings="large", notes="", sections=2, paragraphs=1, seed=4),
    Layout(language="en", columns=2, indent=1, sections=1, paragraphs=1, seed=5),
)

# What XML cannot hold.
NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def make_file(name: str, seed: int) -> bytes:
    """A file of that kind, a key of `MAKERS` that ends in the name of a capture, with one to eight accidents: the same bytes for
    the same seed.
    """
    chance = random.Random(f"{name} {seed}")
    return MAKERS[name](chance)


def _hurt(data: bytes, chance: random.Random, odd: tuple[str, ...]) -> bytes:
    for _ in range(chance.randint(1, 8)):
        at, size = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 9, 60, 400))
        match chance.randrange(5):
            case 0 | 1:
                data = data[:at] + chance.choice((*odd, *ODD)).encode() + data[at:]
            case 2:
                data = data[:at] + data[at + size :]
            case 3:
                data = data[:at] + data[at : at + size] * chance.randint(2, 4) + data[at + size :]
            case _:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data if chance.random() < 0.95 else data[: chance.randrange(len(data) + 1)]


def _hurt_text(data: bytes, chance: random.Random, odd: tuple[str, ...]) -> bytes:
    """The same for a file that is UTF-8 and, now and then, is none."""
    hurt = _hurt(data, chance, odd)
    return hurt if chance.random() < 0.05 else hurt.decode("utf-8", "ignore").encode()


def _hurt_tree(data: bytes, chance: random.Random) -> bytes:
    """A part of a Word file whose elements have moved, are gone or stand twice, or whose words are others."""
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 6)):
        nodes = list(root.iter())[1:]
        if not nodes:
            break
        one, other = chance.choice(nodes), chance.choice(nodes)
        match chance.randrange(4):
            case 0 if other not in one.iter():
                other.append(one)
            case 1:
                one.getparent().remove(one)
            case 2:
                one.addnext(deepcopy(one))
            case _:
                words = chance.choice((*ODD, *TAGS)).translate(NO_XML)
                one.text = f"{one.text or ''}{words}" if chance.random() < 0.8 else words
    return etree.tostring(root)


@cache
def _pages() -> tuple[bytes, ...]:
    return tuple(case["html"].encode() for case in yaml.safe_load(PAGES.read_text(encoding="utf-8")))


def _page(chance: random.Random) -> bytes:
    return _hurt_text(chance.choice(_pages()), chance, TAGS)


def _word(chance: random.Random) -> bytes:
    """A Word file with accidents to the tree of one of its parts; now and then to its bytes, or to those of the package."""
    body = paragraph("渔港的冬天", "T") + paragraph("一、码头", "1") + paragraph("冬天的码头没有人，船都在岸上。", "", call(1))
    body += "<w:tbl><w:tr><w:tc>" + paragraph("甲") + "</w:tc><w:tc>" + paragraph("乙") + "</w:tc></w:tr></w:tbl>"
    whole = word_file(body + paragraph("春天又来了，船下了水。", "", call(2)), note(1, "见《村规》。") + note(2, "同上。"))
    if chance.random() < 0.1:
        return _hurt(whole, chance, PARTS)
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        parts = {each: file.read(each) for each in file.namelist()}
    name = chance.choice(("word/document.xml", *parts))
    hurt = _hurt_text(parts[name], chance, PARTS) if chance.random() < 0.1 else _hurt_tree(parts[name], chance)
    return package({**parts, name: hurt})


@cache
def _printed(layout: Layout, shapes: bool = True) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(print_article(layout)[0])) as pdf:
        for each in pdf.objects:
            if not shapes and isinstance(each, pikepdf.Dictionary) and "/FontFile3" in each:
                del each["/FontFile3"]
        pdf.save(made, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False, deterministic_id=True)
    return made.getvalue()


def _pdf(chance: random.Random) -> bytes:
    return _hurt(_printed(chance.choice(LAYOUTS)), chance, OPERATORS)


def _short_pdf(chance: random.Random) -> bytes:
    return _hurt(_printed(chance.choice(SHORT_LAYOUTS), shapes=False), chance, OPERATORS)


MAKERS: dict[str, Callable[[random.Random], bytes]] = {
    "raw.html": _page,
    "raw.docx": _word,
    "raw.pdf": _pdf,
    "short raw.pdf": _short_pdf,
}
