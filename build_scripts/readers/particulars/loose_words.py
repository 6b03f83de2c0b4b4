"""Words of a line of particulars that no label places: each goes to the fact that its shape and its neighbours tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.readers.particulars.name_shapes import is_name, is_publisher, is_rarer_name
from build_scripts.readers.particulars.pieces import LinePiece, word_at
from build_scripts.readers.particulars.stamps import CLOCKED, STAMP
from build_scripts.readers.site.furniture import is_channel
from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

# The word for what is first published here, before the author: 原创 王小明 某某研究院.
ORIGINAL = re.compile(rf"{any_word('page', 'originals')}(?P<gap>\s*[:：]?\s*)(?P<name>[^\s，。]{{2,12}})")
PEN_NAME = re.compile(rf"[{HAN}]{{2,4}}")  # behind the word for what is first published here, whatever its first character
BRACKETED_DAY = re.compile(rf"^\s*[（(]\s*(?:{STAMP.pattern})[,，\s]*[{HAN}]{{0,8}}\s*[）)]\s*$")


def place_loose(text: str, pieces: Sequence[LinePiece], owners: list[str], default: str) -> bool:
    """Give words that nothing placed a field, in place; whether their shape told enough."""
    loose = [index for index, owner in enumerate(owners) if owner == "?"]
    for index, owner in enumerate(owners):  # 文/某某网专栏作者 王文: what stands before the second word of the kind
        follows = index + 1 < len(pieces) and pieces[index + 1].kind == "byline"
        if owner == "author" and follows and "publisher" not in owners:
            owners[index] = "publisher"
    if not loose:
        return True
    if default or BRACKETED_DAY.match(simplified(text)):
        for index in loose:
            owners[index] = default or "place"
        return True
    phrases = _phrases(text, pieces, loose)
    shapes = [
        is_publisher(text[pieces[each[0]].start : pieces[each[-1]].end], _stands_apart(text, pieces, each)) for each in phrases
    ]
    named = [index for index in loose if may_name(word_at(text, pieces, index))]
    takes = "publisher" not in owners and (any(shapes) or named == loose[:1] == loose)
    first = shapes.index(True) if True in shapes else 0
    for number, phrase in enumerate(phrases):
        for index in phrase:
            owners[index] = "publisher" if takes and number == first else "byline"
    named_first = len(phrases) == 2 and shapes == [False, True] and _is_named(text, word_at(text, pieces, loose[0]))
    if named_first and "author" not in owners:
        owners[loose[0]] = "author"  # an account's own line: 王小明 某某博物馆
        return False
    _name_author(text, pieces, loose, owners, takes and not shapes[first])
    return takes and shapes[first] and len(phrases) == 1 and "author" not in [owners[index] for index in loose]


def _name_author(text: str, pieces: Sequence[LinePiece], loose: Sequence[int], owners: list[str], unshown: bool) -> None:
    """Make an author of a person's name before an account or office, or alone beside a time where no word looks a publisher."""
    if "author" in owners:
        return
    if len(loose) == 2 and _is_account(text, pieces, loose):
        owners[loose[0]], owners[loose[1]] = "author", "byline" if _is_office(word_at(text, pieces, loose[1])) else "publisher"
    elif unshown and (alone := _lone_person(text, pieces, loose)) >= 0:
        owners[alone] = "author"


def _is_account(text: str, pieces: Sequence[LinePiece], loose: Sequence[int]) -> bool:
    """Whether two words are a person's name and an office (王小明 某某学院院长), or beside a time the name of an account."""
    person, account = (word_at(text, pieces, index) for index in loose)
    timed = any(piece.kind == "stamp" for piece in pieces) and not is_channel(account)
    original = ORIGINAL.match(simplified(text))
    if original and original["gap"] and original.start("name") == pieces[loose[0]].start and not is_channel(account):
        return PEN_NAME.fullmatch(person) is not None and may_name(account)
    return _is_named(text, person) and not is_channel(person) and not is_name(account) and (timed or _is_office(account))


def _is_named(text: str, word: str) -> bool:
    """Whether a word is a person's name; one with a rarer family name where the line opens with what stands before a name."""
    original = ORIGINAL.match(simplified(text))
    return is_name(word) or bool(original and original["gap"] and is_rarer_name(word))


def _is_office(word: str) -> bool:
    """Whether a word names an institution and somebody's post there: 某某大学教授, and no 会见院长."""
    institutions, posts = (any_word("particulars", listed) for listed in ("institutions", "posts"))
    return bool(re.search(rf"{institutions}.{{0,12}}{posts}$", simplified(word)))


def may_name(word: str) -> bool:
    """Whether a word can be somebody's name: it has letters, and opens nothing as a label does.

    >>> may_name("某某网"), may_name("2349-0000"), may_name("Started:"), may_name("终审：王小明")
    (True, False, False, False)
    """
    return any(map(str.isalpha, word)) and not re.search("[:：]", word)


def _phrases(text: str, pieces: Sequence[LinePiece], loose: Sequence[int]) -> list[list[int]]:
    """The words that nothing placed, Latin ones that only spaces part together: a name such as Harbour Daily."""
    found: list[list[int]] = []
    for index in loose:
        last = found[-1][-1] if found else -2
        gap = text[pieces[last].end : pieces[index].start] if found else ""
        if (
            found
            and index - last == 2
            and gap == " "
            and (word_at(text, pieces, last) + word_at(text, pieces, index)).isascii()
        ):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _lone_person(text: str, pieces: Sequence[LinePiece], loose: Sequence[int]) -> int:
    """The index of the one word that nothing placed where it is a person's name beside a time; -1 where it is none."""
    word = word_at(text, pieces, loose[0])
    return loose[0] if len(loose) == 1 and is_name(word) and not is_channel(word) else -1


def _stands_apart(text: str, pieces: Sequence[LinePiece], phrase: Sequence[int]) -> bool:
    """Whether nothing touches words, or what touches them is a time with hours: 2025-06-24 08:41:10海洋网."""
    near = [pieces[other] for other in (phrase[0] - 1, phrase[-1] + 1) if 0 <= other < len(pieces)]
    return all(piece.kind != "stamp" or CLOCKED.search(text[piece.start : piece.end]) for piece in near)
