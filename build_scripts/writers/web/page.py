"""A page as a sequence of pieces: blocks of text, which are Markdown, and apparatus, which is HTML.

From one sequence come both the Markdown in docs/, its blocks alone, and the frame, its apparatus with a slot for each block;
so the two are always in step (see `weave.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape as escape_html
from itertools import groupby
from math import inf

import yaml

from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.markdown import escape, guard


@dataclass(frozen=True, slots=True)
class Prose:
    """A block of text: its Markdown, and what the frame says of its slot.

    Of a table the Markdown is one block and each cell has a slot: a block without Markdown is in that before it, and one
    without a slot is taken cell by cell.
    """

    markdown: str
    slot: Mapping[str, object] | None


Piece = str | Prose | Sequence["Piece"]  # a string is HTML; what stands in a sequence of its own has no line ends between it


def slot(
    *,
    size: int | None = None,
    name: str = "",
    attrs: Mapping[str, str | None] | None = None,
    tag: str = "",
    inner: bool = False,
    layers: Sequence[Layer] = (),
    signs: Sequence[tuple[int, str]] = (),
    start: str = "",
    end: str = "",
    echo: bool = False,
    comments: str = "",
) -> dict[str, object]:
    """A slot of a frame, as `weave` reads it, without what it need not say."""
    given: dict[str, object] = {
        "id": name,
        "attrs": dict(attrs or {}),
        "tag": tag,
        "inner": inner,
        "layers": [[layer.start, layer.end, layer.tag, layer.attrs, layer.name] for layer in layers],
        "signs": [list(sign) for sign in signs],
        "start": start,
        "end": end,
        "echo": echo,
        "comments": comments,
    }
    return {key: value for key, value in given.items() if value} | ({} if size is None else {"size": size})


def whole(markdown: str) -> Prose:
    """A block that the page shows as Markdown renders it: a paragraph, a list, a table."""
    return Prose(markdown, {"whole": True})


def prose(words: str) -> list[Prose]:
    """What an edition says, in one paragraph or more with blank lines between them: as typed, for none of it is Markdown."""
    return [whole(guard(escape(block))) for block in re.split(r"\n\s*\n", words.strip()) if block]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its front matter, its pieces in order, and what the theme is told besides (`meta`)."""

    title: str
    description: str
    pieces: tuple[Piece, ...]
    meta: Mapping[str, object] = field(default_factory=dict)

    @property
    def markdown(self) -> str:
        """The page as docs/ holds it."""
        blocks = [piece.markdown for piece in _flat(self.pieces) if isinstance(piece, Prose) and piece.markdown]
        return "\n\n".join([front_matter(self.title, self.description), *blocks]) + "\n"

    @property
    def frame(self) -> dict[str, object]:
        """What is woven into the page and what the theme shows of it; without a frame where the Markdown is all of the text."""
        pieces = list(_flat(self.pieces))
        apparatus = any(isinstance(piece, str) or "whole" not in (piece.slot or {}) for piece in pieces)
        meta = {key: value for key, value in self.meta.items() if value}
        return {"meta": meta} | ({"frame": _framed(self.pieces)} if apparatus else {})


def _flat(pieces: Sequence[Piece]) -> Iterator[str | Prose]:
    for piece in pieces:
        if isinstance(piece, (str, Prose)):
            yield piece
        else:
            yield from _flat(piece)


def _framed(pieces: Sequence[Piece]) -> list[str | Mapping[str, object]]:
    """The frame: slots and, between two of them, one string."""
    frame: list[str | Mapping[str, object]] = []
    for is_text, group in groupby(_parts(pieces), key=lambda part: isinstance(part, str)):
        parts = list(group)
        frame += ["".join(map(str, parts))] if is_text else parts
    return frame


def _parts(pieces: Sequence[Piece]) -> Iterator[str | Mapping[str, object]]:
    """Texts and slots one after the other, with a line end behind each piece."""
    for piece in pieces:
        for part in _flat([piece]):
            if isinstance(part, str):
                yield part
            elif part.slot is not None:
                yield part.slot
        yield "\n"


def front_matter(title: str, description: str = "", **more: object) -> str:
    """YAML front matter, as YAML's own writer has it. The theme prints titles as HTML, so they are escaped."""
    given: dict[str, object] = {"title": escape_html(title), "description": description, **more}
    values = {key: value for key, value in given.items() if value}
    text = yaml.dump(values, Dumper=_Writer, allow_unicode=True, sort_keys=False, default_flow_style=False, width=inf)
    return f"---\n{text}---"


class _Writer(yaml.SafeDumper):
    """YAML without references; a text with anything in it that does not print is in double quotes, and that escaped."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(writer: _Writer, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", str(text), style=None if text.isprintable() else '"')


_Writer.add_representer(str, _text)
_Writer.add_multi_representer(str, _text)
