"""Personal names: which part is the family name. A name whose shape does not tell is left whole, as institutions are."""

from __future__ import annotations

import re

from build_scripts.text.characters import HAN, is_han
from build_scripts.text.lexicon import any_of, lexicon, words
from build_scripts.text.scripts import simplified

PEOPLE = lexicon("people")
SINGLE = frozenset(PEOPLE["single"]) - {" "}
RARE = frozenset(PEOPLE["rare"]) - {" "}
DOUBLE = words(PEOPLE["double"])
# How names of ministries, agencies and media end, and names of people do not.
ENDS_INSTITUTION = words(PEOPLE["ends-institution"])
LATIN_WORD = re.compile(r"[A-Z](?:\.|[^\W\d_]*[’'-]?[^\W\d_]+)?")
# A Latin name with one of these words in it is that of an institution.
OF_INSTITUTIONS = re.compile(
    r"\b(?:academy|administration|agency|alliance|assembly|association|authority|bank|board|bureau|cent(?:er|re)|college|commission|"
    r"committee|conference|congress|corporation|council|court|department|directorate|federation|forum|foundation|fund|government|"
    r"group|house|initiative|institut(?:e|ion)|international|league|ministry|nations|network|news|office|organi[sz]ation|parliament|"
    r"party|press|project|secretariat|senate|service|society|times|trust|union|university|watch|world)\b",
    re.IGNORECASE,
)
BETWEEN_NAMES = re.compile(rf"\s*(?:[、，,；;&]|\band\b)\s*|(?<=[{HAN}])\s+(?=[{HAN}])")


TITLE = re.compile(any_of(words(PEOPLE["titles"])))
FAMILY = f"(?:{any_of(DOUBLE)}|[{''.join(sorted(SINGLE))}])"
FAMILIAR = re.compile(f".*[{PEOPLE['familiar'].replace(' ', '')}]{FAMILY}")
HIDDEN = re.compile(f"{FAMILY}?[{PEOPLE['placeholders']}]{{1,2}}")
NO_NAMES = frozenset(words(PEOPLE["other-words"]))


def split_names(text: str) -> list[str]:
    """The names that a line of authors gives.

    >>> split_names("王国维、李明"), split_names("Jane Doe and John Roe"), split_names("王国维")
    (['王国维', '李明'], ['Jane Doe', 'John Roe'], ['王国维'])
    """
    return [name for name in BETWEEN_NAMES.split(text) if name]


def family_and_given(name: str) -> tuple[str, str] | None:
    """Family and given name of a person; None for what has not the shape of a person's name.

    >>> family_and_given("王国维"), family_and_given("歐陽修"), family_and_given("Joseph R. Clark")
    (('王', '国维'), ('歐陽', '修'), ('Clark', 'Joseph R.'))
    >>> family_and_given("国家海洋局"), family_and_given("卫健委"), family_and_given("World Health Organization")
    (None, None, None)
    """
    if name and all(map(is_han, name)):
        size = _family_size(simplified(name))
        return (name[:size], name[size:]) if size else None
    words = name.split(" ")
    personal = all(map(LATIN_WORD.fullmatch, words)) and not OF_INSTITUTIONS.search(name)
    return (words[-1], " ".join(words[:-1])) if personal and 2 <= len(words) <= 4 else None


def _family_size(name: str) -> int:
    """How many characters of a name in Simplified script are the family name; 0 where it is none of a person."""
    if name.endswith(ENDS_INSTITUTION):
        return 0
    if name.startswith(DOUBLE) and 3 <= len(name) <= 4:
        return 2
    return 1 if name[0] in SINGLE and 2 <= len(name) <= 3 else 0


def person_in(words_before: str) -> str:
    """The person whom the words before a verb of saying name, without title or office; empty where they name none.

    >>> [person_in(each) for each in ("鲁迅", "鲁迅先生", "董事长陈明", "被告人张某", "总书记")]
    ['鲁迅', '鲁迅', '陈明', '张某', '']
    >>> [person_in(each) for each in ("可以", "实践", "我国", "资料来源", "文件", "有人", "渔民老张")]
    ['', '', '', '', '', '', '']
    """
    parts = [part for part in TITLE.split(simplified(words_before)) if part]
    name = parts[-1] if parts else ""
    known = HIDDEN.fullmatch(name) or (family_and_given(name) and name not in NO_NAMES and is_han(name[0]))
    return name if known else ""


def is_familiar(words_before: str) -> bool:
    """Whether somebody is called by a familiar form of a family name, as people in passing are.

    >>> is_familiar("渔民老张"), is_familiar("小王"), is_familiar("鲁迅"), is_familiar("大小")
    (True, True, False, False)
    """
    return bool(FAMILIAR.fullmatch(simplified(words_before)))
