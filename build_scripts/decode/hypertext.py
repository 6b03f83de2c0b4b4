"""A saved page as text: its text nodes in the order of the document, in the lines that its blocks make.

What is decoded is what a reader would see of the page without its styles. Runs of ASCII white space are one space and none
at the ends of lines (CSS Text 3, `white-space: normal`), except in `<pre>`; a block element, a cell of a row of which one
holds several blocks, and `<br>` end a line; other cells of a row are parted by a tab. Scripts, styles, comments, and what a
form or another document holds (`NOT_TEXT`) are no text; what is hidden is. Parsed by lxml (libxml2, whose tokens are those of
HTML 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.decode.encodings import CODECS, is_utf8, marked_encoding
from build_scripts.decode.stated import stated_by
from build_scripts.diagnostics import bad, line_of
from build_scripts.model import Place

NOT_TEXT = frozenset({"script", "style", "template", "title", "iframe", "textarea", "noembed", "noframes"})
BLOCKS = frozenset(  # what browsers lay out as blocks, and what they set apart from the words beside it
    re.findall(
        r"\w+",
        """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p
    plaintext pre search section select summary table tbody tfoot thead tr ul xmp""",
    )
)
CELLS = frozenset({"td", "th"})
ALONE = frozenset({"p", "div"})  # what editors put into every cell of a table
KEPT_AS_IT_IS = frozenset({"pre", "listing", "xmp", "plaintext"})
TELLING = ("class", "id", "role", "hidden", "aria-hidden", "style", "href", "itemprop", "rel", "lang", "datetime", "align")
SPACES = re.compile("[ \t\n\r\f]+")
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
# A page may go on behind its end (templates that are put together); libxml2 would leave out the rest, browsers do not.
LAST_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
# A tag with more is none that anybody wrote, and libxml2 compares each with all before it.
MOST_ATTRIBUTES = 10_000
# Tags of a page, counted before it is read: one with a thousand comments has a tenth, and more take a minute and gigabytes.
MOST_TAGS = 500_000
TAG, VALUE, ATTRIBUTE = re.compile("<[A-Za-z][^<>]*"), re.compile("\"[^\"]*\"|'[^']*'"), re.compile(r"(?<=[\s\"'])[^\s\"'=]+")
HEAD = 4096  # bytes in which a page declares its encoding
# Labels of the WHATWG Encoding Standard that mean another of ours.
LABELS = {"utf8": "utf-8", "gb_2312-80": "gb2312", "x-gbk": "gbk", "iso-8859-1": "windows-1252", "us-ascii": "windows-1252"}


def decode(data: bytes, encoding: str, shown: str) -> Decoded:
    """The page as text with its elements. `encoding` is a codec of `CODECS` or empty, where mark and page tell.

    Raises UnicodeDecodeError, and BadInput `undecodable` for a page that nests too deeply or has an element of
    too many attributes, `too-large` for one of too many tags.
    """
    encoding = encoding or declared_encoding(data)
    page = data.decode(encoding)
    _check_tags(page, shown)
    _check_attributes(page, shown)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(LAST_ENDS.sub("", page).lstrip("\ufeff").encode("utf-8"), parser)
    except etree.XMLSyntaxError:  # an empty page
        root = None
    if any("depth" in entry.message for entry in parser.error_log):
        hint = "save the text of the page as raw.txt"
        raise bad(Place(shown), "undecodable", "the elements of the page are nested too deeply to be read", hint)
    if root is None:
        return Decoded("", encoding=encoding)
    lines = _Lines()
    _walk(root, lines)
    text, portions = lines.finished()
    return Decoded(text, portions, encoding, stated_by(root, page))


def _check_tags(page: str, shown: str) -> None:
    count = page.count("<")
    if count > MOST_TAGS:
        hint = f"a page has at most {MOST_TAGS:,}; save its text as raw.txt, cut into several seeds"
        raise bad(Place(shown), "too-large", f"the page has {count:,} tags", hint)


def _check_attributes(page: str, shown: str) -> None:
    for tag in TAG.finditer(page):
        if tag.end() - tag.start() > MOST_ATTRIBUTES and len(ATTRIBUTE.findall(VALUE.sub('""', tag[0]))) > MOST_ATTRIBUTES:
            sentence = f"an element of the page has more than {MOST_ATTRIBUTES:,} attributes"
            raise bad(Place(shown, line_of(page, tag.start())), "undecodable", sentence, "save the text of the page as raw.txt")


def declared_encoding(data: bytes) -> str:
    """The codec that a byte order mark or a `<meta>` near the head names; UTF-8 without one, or with one that is unknown.

    A page that is UTF-8 is so whatever it declares: a browser that saves a page writes UTF-8 and may leave the declaration.

    >>> declared_encoding(b'<meta charset="gbk">'), declared_encoding('<meta charset=big5>人'.encode())
    ('gb18030', 'utf-8')
    """
    match = None if is_utf8(data) else CHARSET.search(data[:HEAD])
    label = match[1].decode("ascii").lower() if match else "utf-8"
    return marked_encoding(data) or CODECS.get(LABELS.get(label, label), "utf-8")


def _walk(root: Any, lines: _Lines) -> None:
    """Give the page to `lines`, without recursion: pages nest as deeply as they like."""
    here: PageElement | None = None
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag
        if event == "start":
            here = PageElement(tag, {name: node.get(name) for name in TELLING if node.get(name) is not None}, here)
            silent += tag in NOT_TEXT
            if not silent:
                lines.begin(here, tag == "tr" and _is_plain_row(node))
                lines.add(node.text or "", here)
            continue
        assert here
        if not silent:
            lines.end(here)
        silent -= tag in NOT_TEXT
        here = here.parent
        if not silent and here:
            lines.add(node.tail or "", here)


def _is_plain_row(row: Any) -> bool:
    """Whether no cell of a row holds more than one block, or a line end, so that the row is one line."""
    return all(map(_is_one_line, row))


def _is_one_line(cell: Any) -> bool:
    """Whether what stands in a cell is words alone, or one paragraph and nothing beside it."""
    blocks = [node for node in cell.iterdescendants() if node.tag in BLOCKS or node.tag == "br"]
    if not blocks:
        return True
    alone = len(blocks) == 1 and blocks[0].getparent() is cell and blocks[0].tag in ALONE
    return alone and "".join(blocks[0].itertext()).strip() == "".join(cell.itertext()).strip()


@dataclass(slots=True)
class _Lines:
    """The text as it grows: pieces with their elements, and what stands open between the last piece and the next."""

    pieces: list[tuple[str, PageElement | None]] = field(default_factory=list)
    open: bool = False
    space: PageElement | None = None
    tabs: int = 0
    row: PageElement | None = None

    def begin(self, element: PageElement, plain_row: bool) -> None:
        if (element.tag in BLOCKS or element.tag in CELLS) and not self.row:
            self.close()
        if plain_row and not self.row:
            self.row = element
        if element.tag == "img":
            self._put("", element)

    def end(self, element: PageElement) -> None:
        if element.tag == "br":
            self._put("\n", element)
            self.open, self.space, self.tabs = False, None, 0
        elif element.tag in CELLS and self.row:
            self.space, self.tabs = None, self.tabs + 1
        elif (element.tag in BLOCKS or element.tag in CELLS) and self.row in (None, element):
            self.row = None
            self.close()

    def close(self) -> None:
        """End the line, where there is something on it."""
        if self.open:
            self._put("\n", None)
        self.open, self.space, self.tabs = False, None, 0

    def add(self, text: str, element: PageElement) -> None:
        if element.inside(*KEPT_AS_IT_IS):
            if text:
                self._put(text, element)
                self.open = not text.endswith("\n")
            return
        words = SPACES.split(text)
        for index, word in enumerate(words):
            if index and self.open:
                self.space = self.space or element
            if word:
                self._word(word, element)

    def _word(self, word: str, element: PageElement) -> None:
        if self.tabs:
            self._put("\t" * self.tabs, None)
        elif self.space:
            self._put(" ", self.space)
        self.space, self.tabs, self.open = None, 0, True
        self._put(word, element)

    def _put(self, text: str, element: PageElement | None) -> None:
        self.pieces.append((text, element))

    def finished(self) -> tuple[str, tuple[Portion, ...]]:
        """The whole text, and its portions: neighbours of one element are one."""
        self.close()
        return "".join(text for text, _ in self.pieces), tuple(_portions(self.pieces))


def _portions(pieces: list[tuple[str, PageElement | None]]) -> Iterator[Portion]:
    start = end = 0
    last: PageElement | None = None
    for text, element in pieces:
        if element is not last and (end > start or last):
            yield Portion(start, end, last)
            start = end
        last, end = element, end + len(text)
    if end > start or last:
        yield Portion(start, end, last)
