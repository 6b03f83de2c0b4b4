"""A Word file as text: its paragraphs in lines, with the style of each; rows of tables; notes at the end.

What is decoded is what WordprocessingML (ISO/IEC 29500-1) holds as text of the body: `w:t`, a tab for `w:tab`, a line end for
`w:br` and `w:cr`, a hyphen for `w:noBreakHyphen`, and a line end behind each paragraph. The cells of a row are parted by tabs,
the paragraphs of a cell by spaces. Text boxes follow the paragraph that they hang on. Footnotes and endnotes follow the body in
the order in which they are called; a call, and the label of its note, is `[1]`: Word draws these numbers and the file has none,
so they are the decoder's, as line ends are; a mark of the author's own is the call itself. So are the numbers of lists. What
tracked changes deleted is no text, what they inserted is; where they deleted the end of a paragraph, the next one goes on in
its line. A formula is written in one line, and a reading over characters stands behind them in brackets. Headers, footers,
comments: no text of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from build_scripts.decode.decoded import Decoded, Portion, WordText
from build_scripts.decode.package import MC, Package, W, math
from build_scripts.decode.stated import stated_of_file
from build_scripts.decode.word_fields import Fields
from build_scripts.decode.word_math import linear
from build_scripts.decode.word_numbers import WordNumbers
from build_scripts.decode.word_styles import CHANGES, MARKS, OFF, Styles, symbol
from build_scripts.diagnostics import bad
from build_scripts.model import Place

DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
SILENT = DELETED | {f"{W}pPr", f"{W}rPr", f"{MC}Fallback"}
MOST_NOTES = 999  # numbers of three figures, as calls in any capture are known by
SIGN = re.compile("[*＊※†‡]{1,3}|[①-⑳]")  # a call of the author's own


def decode(data: bytes, encoding: str, shown: str) -> Decoded:
    """The file as text with the style of each paragraph; `encoding` plays no part. Raises BadInput: `undecodable`, and
    `too-large` for one of more notes than are counted.
    """
    file = Package(data, shown)
    body = file.body()
    text = _WordLines(Styles(file.part("word/styles.xml")), WordNumbers(file.part("word/numbering.xml")))
    for child in body:
        text.block(child)
    text.end(len(text.pieces))
    notes = text.called(file)
    if len(notes) > MOST_NOTES:
        hint = f"a file has at most {MOST_NOTES}; cut it into several seeds"
        raise bad(Place(shown), "too-large", f"the file has {len(notes):,} notes", hint)
    for number, (kind, name) in enumerate(notes, 1):
        text.note(number, kind, name)
    return Decoded("".join(text.pieces), tuple(text.portions()), "", stated_of_file(file.part("docProps/core.xml")))


@dataclass(slots=True)
class _WordLines:
    """The text as it grows, in pieces each with what is known of it; `calls` are the numbers of notes in the order called."""

    styles: Styles
    numbering: WordNumbers
    fields: Fields = field(default_factory=Fields)
    pieces: list[str] = field(default_factory=list)
    known: list[WordText | None] = field(default_factory=list)
    calls: dict[tuple[str, str], int] = field(default_factory=dict)
    boxes: list[Any] = field(default_factory=list)
    notes: dict[tuple[str, str], Any] = field(default_factory=dict)
    open: bool = False  # a line whose end was deleted
    changed: bool = False  # a paragraph above, all of whose words were deleted

    def block(self, node: Any, given: WordText | None = None) -> None:
        """A paragraph, a table, or what holds such."""
        if node.tag == f"{W}p":
            self.paragraph(node, given)
        elif node.tag == f"{W}tbl":
            for row in node.iter(f"{W}tr"):
                if next(row.iterancestors(f"{W}tbl")) is node:  # those of a table in a cell are words of that cell
                    self.row(row)
        elif node.tag not in DELETED and node.tag not in (f"{W}sectPr", f"{W}tblPr"):
            with self.fields.inside(node):
                for child in node:
                    self.block(child, given)

    def paragraph(self, node: Any, given: WordText | None = None) -> None:
        before = len(self.pieces)
        self.inline(node, given or self.numbered(node))
        if node.find(f"{W}pPr/{W}rPr/{W}del") is None:
            self.end(before)
        else:
            self.open = self.open or len(self.pieces) > before

    def end(self, before: int) -> None:
        """End a line that something was put on; the text boxes that hang on it follow."""
        if self.open or len(self.pieces) > before:
            self.open = False
            self.put("\n", None)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            for child in box:
                self.block(child)

    def row(self, node: Any) -> None:
        """The cells of a row in one line."""
        self.end(len(self.pieces))
        before = len(self.pieces)
        cells = [cell for cell in node.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is node]
        for index, cell in enumerate(cells):
            for at, paragraph in enumerate(cell.iter(f"{W}p")):
                if at and self.pieces[-1:] not in (["\t"], [" "]):
                    self.put(" ", None)
                self.inline(paragraph, replace(self.numbered(paragraph), table=True))
            if index + 1 < len(cells):
                self.put("\t", None)
        self.end(before)

    def numbered(self, node: Any) -> WordText:
        """What is known of a paragraph; its number in a list is put, where it has words."""
        look = self.styles.look(node)
        changed = self.changed or next(node.iter(*CHANGES), None) is not None
        worded = any(child.text for child in node.iter(f"{W}t"))
        self.changed = changed and not worded
        if not worded:
            return look
        label = self.numbering.label(node, self.styles.of(node))
        self.put(label or "", replace(look, drawn="number"))
        return replace(look, drawn="numbered" if label is None else "changed" if changed else look.drawn)

    def inline(self, node: Any, look: WordText) -> None:
        """What stands inside a paragraph or a run."""
        for child in node:
            if child.tag in SILENT:
                continue
            if child.tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif child.tag == f"{W}t" or child.tag in MARKS:
                self.put(MARKS.get(child.tag) or child.text or "", look)
            elif child.tag == f"{W}sym":
                self.put(symbol(child.get(f"{W}char", "")), look)
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                look = self.call(child, look)
            elif child.tag in (math("oMath"), f"{W}ruby"):
                (self.ruby if child.tag == f"{W}ruby" else self.formula)(child, look)
            elif child.tag == f"{W}r":
                self.inline(child, self.styles.look_of_run(child, look))
            else:
                self.fields.see(child)
                with self.fields.inside(child):
                    self.inline(child, look)

    def formula(self, node: Any, look: WordText) -> None:
        for text, raised in linear(node):
            self.put(text, replace(look, raised=raised, drawn="formula"))

    def ruby(self, node: Any, look: WordText) -> None:
        """Characters with a reading over them, which stands behind them in brackets as where no browser draws it."""
        look = replace(look, drawn="ruby")
        for name, before, behind in (("rubyBase", "", ""), ("rt", "（", "）")):
            self.put(before, look)
            self.inline([run for part in node.iterfind(f"{W}{name}") for run in part], look)
            self.put(behind, look)

    def call(self, node: Any, look: WordText) -> WordText:
        """Put the call of a note; what is known of what follows it in its run, where a mark of the author's own is the call."""
        named = (node.tag.removeprefix(W).removesuffix("Reference"), node.get(f"{W}id", ""))
        number = self.calls.setdefault(named, len(self.calls) + 1)
        follows = node.getnext() if node.get(f"{W}customMarkFollows", "0") not in OFF else None
        if follows is not None and SIGN.fullmatch((follows.text or "").strip()):
            return replace(look, call=number)
        self.put(f"[{number}]", replace(look, call=number))
        return look

    def called(self, file: Package) -> list[tuple[str, str]]:
        """Every note that holds text: those that are called, in that order, then those that nothing calls."""
        for kind in ("footnote", "endnote"):
            root = file.part(f"word/{kind}s.xml")
            for node in root.iter(f"{W}{kind}") if root is not None else ():
                if node.get(f"{W}type", "normal") == "normal":
                    self.notes[kind, node.get(f"{W}id", "")] = node
        return [*self.calls, *(each for each in self.notes if each not in self.calls)]

    def note(self, number: int, kind: str, name: str) -> None:
        node = self.notes.get((kind, name))
        if node is None:
            return
        self.put(f"[{number}] ", WordText(note=number))
        before = len(self.pieces)
        for child in node:
            self.block(child, WordText(note=number))
        if len(self.pieces) == before:
            self.put("\n", None)
        elif self.pieces[before].strip(" "):
            self.pieces[before] = self.pieces[before].lstrip(" ")

    def put(self, text: str, look: WordText | None) -> None:
        if text:
            self.pieces.append(text)
            self.known.append(replace(look, drawn="contents") if look and self.fields.of_contents else look)

    def portions(self) -> Iterator[Portion]:
        start = 0
        never_ended = "contents" if self.fields.open else None
        known = (replace(look, drawn="") if look and look.drawn == never_ended else look for look in self.known)
        pairs = zip(known, self.pieces, strict=True)
        for (look, _), group in groupby(pairs, key=lambda pair: (pair[0], id(pair[0]) if pair[0] and pair[0].call else 0)):
            end = start + sum(len(piece) for _, piece in group)  # of two calls that touch each is its own
            yield Portion(start, end, look)
            start = end
