"""PO as it comes back, whatever a tool has made of it.

The reader is our own because those of libraries take what is not PO: where a line lacks its closing quotation mark a letter is
lost, and of two entries of one name one goes unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_scripts.decode.encodings import marked_encoding
from build_scripts.diagnostics import BadInput
from build_scripts.exchange.po_writing import ESCAPES, HEADER
from build_scripts.exchange.safe_xml import LARGEST, refuse
from build_scripts.exchange.standing import ToolState
from build_scripts.exchange.unit import NAME, ReturnedUnit, base_of
from build_scripts.model import Place

CHARSET = re.compile(rb"^\"Content-Type:[^\"]*charset=([A-Za-z0-9_.:-]+)", re.IGNORECASE | re.MULTILINE)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
FIELD = re.compile(r"(?P<keyword>msgctxt|msgid|msgstr)\s*(?P<string>\".*)")
ESCAPED = re.compile(r"\\(.)")
CHARACTERS = {escape[1]: char for char, escape in ESCAPES.items()}
ORDER = ("", "msgctxt", "msgid", "msgstr")
HINT = "save it again with the tool it comes from"


@dataclass(slots=True)
class PoEntry:
    """An entry while it is read: its fields by their keywords, the line of the first of them, flags, and its fingerprint."""

    line: int = 0
    last: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    base: tuple[str, ToolState] = ("", ToolState.UNKNOWN)


def read_po(data: bytes, shown: str) -> tuple[ReturnedUnit, ...]:
    """The units of a file; obsolete entries are left out. Raises BadInput: bad-exchange, undecodable."""
    entries = list(_entries(_decoded(data, shown), shown))
    header = next((each for each in entries if not each.fields["msgid"] and "msgctxt" not in each.fields), None)
    fields = dict(line.split(": ", 1) for line in (header.fields["msgstr"] if header else "").split("\n") if ": " in line)
    translation = fields.get(HEADER) or f"translation.{fields.get('Language', '').replace('_', '-')}.md"
    found = tuple(_unit(each, translation, shown) for each in entries if each is not header)
    if not found:
        raise refuse(shown, 1, "it has no entries", "export the file again")
    return found


def _decoded(data: bytes, shown: str) -> str:
    """The text, in the encoding of its mark or of its header."""
    if len(data) > LARGEST:
        raise refuse(shown, 1, f"the file is larger than {LARGEST:,} bytes", "send it in parts")
    stated = CHARSET.search(data)
    name = marked_encoding(data) or (stated[1].decode("ascii") if stated else "utf-8")
    try:
        return data.decode(name).removeprefix("\ufeff")
    except LookupError:
        raise refuse(shown, 1, f"the encoding “{name}” of its header is not known", "save it as UTF-8") from None
    except (UnicodeDecodeError, ValueError) as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise refuse(shown, line, f"it is not {name}, as it says it is", "save it as UTF-8") from None


def _entries(text: str, shown: str) -> Iterator[PoEntry]:
    entry = PoEntry()
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if "msgstr" in entry.fields and line.startswith(("#", "msgctxt", "msgid")):
            yield _whole(entry, shown)
            entry = PoEntry()
        if line.startswith("#"):
            _comment(entry, line, number, shown)
        elif line:
            _read_line(entry, line, number, shown)
    if entry.fields:
        yield _whole(entry, shown)


def _whole(entry: PoEntry, shown: str) -> PoEntry:
    if not {"msgid", "msgstr"} <= entry.fields.keys():
        raise refuse(shown, entry.line, "an entry lacks its msgid or msgstr", HINT)
    return entry


def _comment(entry: PoEntry, line: str, number: int, shown: str) -> None:
    """What a comment says of the entry that follows it; entries that are obsolete are comments too."""
    if entry.fields and not line.startswith("#~"):
        raise refuse(shown, number, "a comment stands inside an entry", HINT)
    if line.startswith("#,"):
        entry.flags.update(flag.strip() for flag in line[2:].split(","))
    elif line.startswith("#.") and (base := base_of(line[2:]))[0]:
        entry.base = base


def _read_line(entry: PoEntry, line: str, number: int, shown: str) -> None:
    match = FIELD.fullmatch(line)
    string = STRING.fullmatch(match["string"] if match else line)
    keyword = match["keyword"] if match else entry.last
    if not string or not keyword:
        raise refuse(shown, number, f"“{line[:40]}” is no line of PO", HINT)
    if match:
        if keyword in entry.fields or ORDER.index(keyword) < ORDER.index(entry.last):
            raise refuse(shown, number, f"an entry has a {keyword} too many", HINT)
        entry.line = entry.line or number
        entry.last = keyword
    entry.fields[keyword] = entry.fields.get(keyword, "") + _unescaped(string[1], number, shown)


def _unescaped(text: str, number: int, shown: str) -> str:
    def character(match: re.Match[str]) -> str:
        if match[1] not in CHARACTERS:
            raise refuse(shown, number, f"“\\{match[1]}” stands for no character", HINT)
        return CHARACTERS[match[1]]

    return ESCAPED.sub(character, text)


def _unit(entry: PoEntry, translation: str, shown: str) -> ReturnedUnit:
    name = entry.fields.get("msgctxt", "")
    if not NAME.fullmatch(name):
        raise _nameless(name, entry, shown)
    target = entry.fields["msgstr"]
    state = ToolState.OPEN if "fuzzy" in entry.flags else ToolState.APPROVED
    base, base_state = entry.base
    place = Place(shown, entry.line)
    return ReturnedUnit(name, entry.fields["msgid"], target, base, state, translation, place, base_state=base_state)


def _nameless(name: str, entry: PoEntry, shown: str) -> BadInput:
    sentence = f"no unit of an edition is called “{name[:40]}”"
    return refuse(shown, entry.line, sentence, "entries keep the msgctxt that they were exported with: document#p1")
