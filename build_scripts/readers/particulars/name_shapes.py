"""What names look like: of persons, of publishers, of what a report is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.text.characters import bare, is_han
from build_scripts.text.lexicon import lexicon, words
from build_scripts.text.names import DOUBLE, NO_NAMES, RARE, SINGLE
from build_scripts.text.scripts import simplified

BETWEEN_NAMES = re.compile(r"[\s、,，&＆和与與]+")
# A person's name in Latin letters: two to four words, of which only small ones before a family name are in small letters.
LATIN_NAME = r"[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|de|van|von|bin|al)){1,3}"


def names_in(value: str) -> Iterator[str]:
    """The names of a value."""
    yield from filter(None, BETWEEN_NAMES.split(value))


def is_person(text: str) -> bool:
    """Whether a line is a person's name and nothing else, spread over the width of three characters or not.

    >>> is_person("王小明"), is_person("李  斌"), is_person("总则"), is_person("高质量")
    (True, True, False, True)
    """
    plain = re.sub(r"[ \u3000\u00a0]", "", bare(text))
    return is_name(plain) and len(plain) <= 4


def is_name(text: str) -> bool:
    """Whether a word looks like a person's name, or several: two to four ideographs with a known family name."""
    parts = [part for part in BETWEEN_NAMES.split(simplified(text)) if part]
    return bool(parts) and all(
        (2 <= len(part) <= 3 or (len(part) == 4 and part.startswith(DOUBLE)))
        and all(map(is_han, part))
        and (part[0] in SINGLE or part.startswith(DOUBLE))
        for part in parts
    )


def is_foreign_name(text: str) -> bool:
    """Whether a word is a foreign name in Chinese characters, its parts joined by points.

    >>> is_foreign_name("安娜·科斯塔"), is_foreign_name("王小明"), is_foreign_name("A·科斯塔")
    (True, False, False)
    """
    parts = re.split("[·‧・•]", text)
    return 2 <= len(parts) <= 4 and all(1 <= len(part) <= 8 and all(map(is_han, part)) for part in parts)


def is_rarer_name(text: str) -> bool:
    """Whether a word looks like a person's name with a rarer family name, which counts where a name is awaited.

    >>> is_rarer_name("屠云舟"), is_rarer_name("平台"), is_rarer_name("王小明"), is_rarer_name("江边笔记")
    (True, False, False, False)
    """
    plain = simplified(text)
    return 2 <= len(plain) <= 3 and all(map(is_han, plain)) and plain[0] in RARE and plain not in NO_NAMES


def is_half(text: str) -> bool:
    """Whether a word is one ideograph, as in a name that is spread to the width of three: 李  斌."""
    return len(text) == 1 and is_han(text)


def is_publisher(text: str, apart: bool = True) -> bool:
    """Whether a word looks like the name of a publisher; one that touches others tells by fewer endings.

    >>> is_publisher("海洋网"), is_publisher("某部发言人主持例行记者会"), is_publisher("王小明")
    (True, False, False)
    >>> is_publisher("某办事处"), is_publisher("某办事处", apart=False)
    (True, False)
    """
    plain = simplified(in_title_marks(bare(text)))
    lists = lexicon("particulars")
    ends = words(lists["publisher_ends"]) + (words(lists["publisher_words"]) if apart else ())
    return 2 <= len(plain) <= 16 and plain.endswith(ends) and not re.search(r"[，。！？：；的了在将会被]", plain[:-1])


def in_title_marks(text: str) -> str:
    """What stands between title marks where a word is nothing else, else the word.

    >>> in_title_marks("《某某报》"), in_title_marks("《甲》《乙》")
    ('某某报', '《甲》《乙》')
    """
    inner = text[1:-1]
    return inner if text[:1] + text[-1:] == "《》" and not re.search("[《》]", inner) else text


def may_be_names(value: str) -> bool:
    """Whether each of the words can be a name, beside what says that they are."""
    shapes = (is_name, is_rarer_name, is_foreign_name, str.isascii)
    return all(len(name) <= 2 or any(fits(name) for fits in shapes) for name in names_in(value))


def is_report(text: str) -> bool:
    """Whether a word says that this is a report, of a place or not: 台北報導, 綜合報導."""
    plain = simplified(text)
    return len(plain) <= 8 and plain.endswith(words(lexicon("particulars")["reports"]))


def place_of(text: str) -> str:
    """The place in 台北報導; empty where the word before is none."""
    plain = simplified(text)
    end = next(word for word in words(lexicon("particulars")["reports"]) if plain.endswith(word))
    place = plain[: len(plain) - len(end)]
    return "" if place in words(lexicon("particulars")["no_place"]) else place


def made_by(verb: str, name: str) -> str:
    """The field of a name behind which a word tells what the person did; empty where either is none.

    >>> made_by("著", "王小明"), made_by("译", "安娜·科斯塔"), made_by("说", "王小明")
    ('author', 'byline', '')
    """
    lists = lexicon("particulars")["makers"]
    named = is_name(name) or is_foreign_name(name)
    return next((field for field, listed in lists.items() if named and simplified(verb) in words(listed)), "")
