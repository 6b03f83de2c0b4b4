"""What a page says about itself in a line of particulars: time, publisher, author, editor, place, who else took part.

A line is cut into pieces (labels, times, words before a name, separators, what is no fact, words), and each word goes to the
fact whose label stands before it. Words without a label are a publisher where they look like one or stand alone beside a
time; else they are kept as printed, as a byline, and the reading is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.model import Field
from build_scripts.readers.particulars.loose_words import place_loose
from build_scripts.readers.particulars.name_shapes import (
    in_title_marks,
    is_foreign_name,
    is_half,
    is_name,
    is_rarer_name,
    is_report,
    made_by,
    place_of,
)
from build_scripts.readers.particulars.pieces import LinePiece, cut_pieces, word_at
from build_scripts.readers.particulars.stamps import STAMP
from build_scripts.text.characters import HAN, width
from build_scripts.text.lexicon import lexicon, words
from build_scripts.text.scripts import simplified
from build_scripts.traced import Edit, Traced

LONGEST_COUNTRY = 4  # characters of a country in brackets before a foreign name
MONTH_ALONE = re.compile(r"(?:19|20)\d\d年\d{1,2}月(?:[上中下]旬)?")
LISTED = ("author", "editor", "byline", "publisher", "place")  # facts of several words
COUNT_AT_END = re.compile(rf"(?<=[{HAN}])\d{{1,7}}$")


@dataclass(frozen=True, slots=True)
class Particulars:
    """The facts of a line with every character of it; `sure` unless words had to be placed by their shape alone.

    `times`, `labels` and `bylines` count what showed that the line holds particulars; `loose` is the width of the words that
    nothing placed, in ems, and `glued` tells that a time and such words touch, as in a title that holds a date.
    """

    fields: tuple[Field, ...]
    sure: bool
    times: int
    labels: int
    bylines: int
    loose: float
    glued: bool


def read_particulars(line: Traced, default: str = "") -> Particulars:
    """The facts of a line; labels, separators and what is no fact are removed. No character is left over.

    `default` is the field of words that nothing else places (an editor has said what the line is); beside the time of a line
    that is said to state one they are placed by their shape.
    """
    text = line.text
    pieces = cut_pieces(text) or [LinePiece(0, 0, "separator")]
    owners = _with_place(text, pieces, _owners(text, pieces))
    loose = [index for index, owner in enumerate(owners) if owner == "?"]
    glued = any(pieces[near].kind == "stamp" for index in loose for near in (index - 1, index + 1) if 0 <= near < len(pieces))
    timed = default == "published" and "published" in owners
    sure = place_loose(text, pieces, owners, "" if timed else default)
    sure = sure and not any(_is_doubtful(text, piece, owner) for piece, owner in zip(pieces, owners, strict=True))
    _joined(text, pieces, owners)
    kinds = [piece.kind for piece in pieces]
    labels = sum(kind == "label" and piece.field != "" for kind, piece in zip(kinds, pieces, strict=True))
    times = kinds.count("stamp") + kinds.count("yearless")
    reported = sum(_is_reporter(text, pieces, at) or _of_maker(text, pieces, at) not in ("", "-") for at in range(len(pieces)))
    spread = sum(width(text[pieces[index].start : pieces[index].end]) for index in loose)
    return Particulars(_fields(line, pieces, owners), sure, times, labels, kinds.count("byline") + reported, spread, glued)


def _owners(text: str, pieces: Sequence[LinePiece]) -> list[str]:
    """The field of each piece: empty where it is no fact, `?` where nothing tells."""
    owners: list[str] = []
    current, filled = "", False
    for index, piece in enumerate(pieces):
        owner = ""
        if piece.kind in ("label", "byline"):
            current, filled = piece.field or "-", False
            owner = "byline" if piece.field == "byline" else ""
        elif piece.kind == "stamp" or (piece.kind == "yearless" and current in ("published", "updated")):
            owner, current, filled = _of_stamp(pieces, index, current), "", False
        elif piece.kind == "clock":
            owner, current, filled = _of_clock(current, owners), "", False
        elif piece.kind == "noise":
            current, filled = "" if filled else current, False
        elif piece.kind == "separator":
            if filled and not _goes_on(text, pieces, index, current):
                current, filled = "", False
        elif is_report(text[piece.start : piece.end]) and ("author" in owners or "byline" in owners):
            owner = "place" if place_of(text[piece.start : piece.end]) else ""
            current, filled = "", False
        elif shown := _shown(text, pieces, index, current):
            owner, current, filled = shown.strip("-"), "", False
        else:
            untimed = current in ("", "published", "updated")  # words where a time should be tell nothing
            owner, filled = "?" if untimed else "" if current == "-" else current, True
        owners.append(owner)
    return owners


def _with_place(text: str, pieces: Sequence[LinePiece], owners: Sequence[str]) -> list[str]:
    """The fields of pieces, those behind the word that joins a writer and a place as the place: By Jane Doe in Harbour City."""
    joins = words(lexicon("particulars")["before_place"])
    at = next(
        (at for at, owner in enumerate(owners) if at > 1 and owner == "author" and word_at(text, pieces, at) in joins), None
    )
    if at is None or owners[at - 2] != "author":
        return list(owners)
    return [*owners[:at], "", *("place" if owner == "author" else owner for owner in owners[at + 1 :])]


def _goes_on(text: str, pieces: Sequence[LinePiece], index: int, field: str) -> bool:
    """Whether a value goes on behind a separator: names do behind a space, Latin words do, nothing does behind a bar."""
    gap = text[pieces[index].start : pieces[index].end]
    before, after = word_at(text, pieces, index - 1), word_at(text, pieces, index + 1)
    if not after or not before or not re.fullmatch(r"[ \t\u3000\u00a0,，]{1,4}", gap):
        return False
    if re.search(r"[A-Za-z]\.?$", before) and after[0].isascii() and after[0].isalpha():
        return "," not in gap or (
            field == "author" and bool(word_at(text, pieces, index + 3)) and not _has_comma(text, pieces, index + 2)
        )
    if field not in ("author", "editor", "byline"):
        return False
    return is_name(after) or (is_half(before) and is_half(after))


def _of_stamp(pieces: Sequence[LinePiece], index: int, field: str) -> str:
    """The field of a day: that of an update, also right behind another day; none right behind a label of no fact (生效日期：),
    else that of publication.
    """
    labelled = index > 0 and pieces[index - 1].kind == "label"
    if [piece.kind for piece in pieces[max(0, index - 2) : index]] == ["stamp", "separator"]:
        return "updated"
    return "updated" if field == "updated" else "" if field == "-" and labelled else "published"


def _of_clock(field: str, owners: Sequence[str]) -> str:
    """The field of a clock: that of the label before it; behind a day it tells no other day."""
    return field if field in ("published", "updated") else "" if "published" in owners else "?"


def _shown(text: str, pieces: Sequence[LinePiece], index: int, field: str) -> str:
    """The field of a word that its own shape tells: a month behind a label of time, a region beside a time, a reporter's or
    maker's name. `-`: none.
    """
    word = word_at(text, pieces, index)
    if field in ("published", "updated") and MONTH_ALONE.fullmatch(word):
        return field
    if word and not any(map(str.isalnum, word)):
        return "-"
    if field in ("", "published") and _is_region(text, pieces, index):
        return "place"
    return "author" if _is_reporter(text, pieces, index) else _of_maker(text, pieces, index)


def _is_region(text: str, pieces: Sequence[LinePiece], index: int) -> bool:
    """Whether a word is the name of a region and the last of a line with a time: 2025-03-02 18:20 江苏."""
    timed = any(piece.kind == "stamp" for piece in pieces[:index])
    last = not any(piece.kind == "word" for piece in pieces[index + 1 :])
    return timed and last and simplified(word_at(text, pieces, index)) in words(lexicon("particulars")["regions"])


def _of_maker(text: str, pieces: Sequence[LinePiece], index: int) -> str:
    """The field of a name behind which a word tells what the person did, and of that word: 王小明 著, 李文 译. `-` where they
    state none: the word for an author, and the country before a foreign one.
    """
    word, before, after, second = (word_at(text, pieces, at) for at in (index, index - 2, index + 2, index + 4))
    behind = made_by(word, before)
    country = len(word) <= LONGEST_COUNTRY and is_foreign_name(after) and made_by(second, after)
    return made_by(after, word) or ("-" if behind == "author" or country else behind)


def _is_reporter(text: str, pieces: Sequence[LinePiece], index: int) -> bool:
    """Whether a word is a name behind which only other names and the word for a report stand: 王小明 李文 报道."""
    for at in range(index, len(pieces), 2):
        word, behind = word_at(text, pieces, at), pieces[at + 1 : at + 2]
        if at > index and is_report(word):
            return True
        if not (is_name(word) or is_rarer_name(word)) or not behind or behind[0].kind != "separator":
            return False
    return False


def _has_comma(text: str, pieces: Sequence[LinePiece], index: int) -> bool:
    return index < len(pieces) and "," in text[pieces[index].start : pieces[index].end]


def _joined(text: str, pieces: Sequence[LinePiece], owners: list[str]) -> None:
    """Keep what stands between two words of one fact, in place: the space of a Latin name, the comma of a list."""
    for index in range(1, len(owners) - 1):
        gap = text[pieces[index].start : pieces[index].end]
        same = owners[index - 1] == owners[index + 1] and owners[index - 1] in LISTED
        words_beside = pieces[index - 1].kind in ("word", "label", "byline") and pieces[index + 1].kind in (
            "word",
            "label",
            "byline",
        )
        if not owners[index] and same and words_beside and re.fullmatch(r"[ \t\u3000\u00a0,，/／|｜丨]+", gap):
            owners[index] = owners[index - 1]


def _is_doubtful(text: str, piece: LinePiece, owner: str) -> bool:
    """Whether a value is longer than any name is, or ends in what may be a count."""
    value = text[piece.start : piece.end]
    return piece.kind == "word" and owner in ("author", "editor", "publisher") and (width(value) > 20 or value[-1:].isdigit())


def _fields(line: Traced, pieces: Sequence[LinePiece], owners: Sequence[str]) -> tuple[Field, ...]:
    """The facts as texts; a piece without an owner is removed and goes with the fact before it, or the first."""
    fields: list[Field] = []
    aside: tuple[Traced, ...] = ()
    last = 0  # the piece that was the last value
    parts = line.partition([piece.start for piece in pieces[1:]])
    for index, (part, piece, owner) in enumerate(zip(parts, pieces, owners, strict=True)):
        name = owner
        if not name:
            gone = part.removed("page-furniture" if piece.kind in ("noise", "word", "clock", "stamp") else "field-label")
            if fields:
                fields[-1] = Field(fields[-1].name, Traced(fields[-1].text.runs + gone.runs))
            else:
                aside += (gone,)
            continue
        value = _value(part, piece, name)
        again = index and name != "byline" and any(each.kind == "label" for each in pieces[last + 1 : index])
        last = index
        if fields and fields[-1].name == name and name not in ("published", "updated") and not again:
            fields[-1] = Field(name, Traced(fields[-1].text.runs + value.runs))
        else:
            runs = tuple(run for text in aside for run in text.runs)
            fields.append(Field(name, Traced(runs + value.runs)))
            aside = ()
    return tuple(fields) if fields else (Field("publisher", Traced(tuple(run for text in aside for run in text.runs))),)


def _value(part: Traced, piece: LinePiece, field: str) -> Traced:
    """A value alone: without the day of the week inside a time, 報導 behind a place, a count that touches a publisher."""
    text = simplified(part.text)
    weekday = STAMP.fullmatch(text) if piece.kind == "stamp" else None
    if weekday and weekday["weekday"]:
        start, end = weekday.span("weekday")
        touch = text[start - 1].isdigit() and text[end : end + 1].isdigit()  # 2024-03-05(二)08:00
        return part.edit([Edit(start, end, " " if touch else "", "field-label")])
    if field == "place":
        return _without(
            part,
            len(place_of(text)) if is_report(text) else len(text),
            len(text),
        )
    if field == "publisher" and in_title_marks(text) != text:
        return part.edit([Edit(0, 1, "", "field-label"), Edit(len(text) - 1, len(text), "", "field-label")])
    count = COUNT_AT_END.search(text) if field == "publisher" else None
    return _without(part, count.start(), len(text), "page-furniture") if count else part


def _without(part: Traced, start: int, end: int, rule: str = "field-label") -> Traced:
    return part.edit([Edit(start, end, "", rule)]) if start < end else part
