"""Lines that are names of persons and no more, as articles and stories have them below their titles."""

from __future__ import annotations

import re
import unicodedata

from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import any_word
from build_scripts.text.names import RARE, SINGLE
from build_scripts.text.scripts import simplified

AUTHOR_END = re.compile(rf"[ \u3000]+{any_word('articles', 'author_ends')}\s*$")
NAME = rf"[{HAN}](?:[ \u3000]{{0,2}}[{HAN}]){{1,3}}(?:·[{HAN}]{{1,6}})?"
PARTICLE = "(?:van|von|de|der|den|da|di|du|del|la|le|bin|al|ter)"
PART = rf"(?:{PARTICLE} )?(?:[A-Z]\.|[A-Z][a-z]+|[A-Z]{{2,}})"
LATIN = rf"(?!{any_word('articles', 'title_openings')} )[A-Z][a-z]+(?:[ -]{PART}){{1,3}}"
# In capitals, as some journals set authors: one of them at least has the initial of a name.
INITIALS = r"(?:[A-Z]{2,} )?(?:[A-Z]\. ?)+ ?[A-Z][A-Z’'-]+"
CAPITALS = rf"(?:{INITIALS}|[A-Z]{{2,}}(?: [A-Z]{{2,}}){{1,2}})"
AND = r"(?:,? and |,? AND | & |[,;] )"
PERSONS = re.compile(
    rf"(?:{NAME})(?:[\d,，*＊①②③¹²³\s、·]+(?:{NAME}))*(?:[,，、]\s*{LATIN})*[\d,，*＊①②③¹²³\s]*|"
    rf"(?=.*(?:^| )[A-Z]\.){CAPITALS}(?:{AND}{CAPITALS}){{0,5}}|"
    rf"{LATIN}(?:{AND}{LATIN}|[,，、]\s*{NAME})*"
)
# Names with what each has done behind it, the first with its country before it; and bodies that sign as authors.
DONE = any_word("articles", "author_ends", "translator_ends")
COUNTRY = rf"[［\[〔(（][{HAN}]{{1,3}}[］\]〕)）]\s*"
MADE_BY = rf"(?:{COUNTRY})?[{HAN}A-Za-z.·• ]{{2,24}}?[ \u3000]*{DONE}"
MAKER = re.compile(rf"{NAME}{AUTHOR_END.pattern}")
MAKERS = re.compile(rf"{MADE_BY}(?:[ \u3000，,；;]+{MADE_BY})+|(?={COUNTRY})(?:{MADE_BY})")


def names_persons(words: str) -> bool:
    """Whether a line is one or several names of persons and no more; radicals in it count as the ideographs.

    >>> [names_persons(t) for t in ("王国维", "张三，李四", "王 某 某", "⽯桥", "John Doe", "王国维　著", "论标准", "一、问题")]
    [True, True, True, True, True, True, False, False]
    >>> names_persons("［某］某某·某某 著　王国维 译"), names_persons("王国维、Jane Doe"), names_persons("某某某　著")
    (True, True, True)
    >>> [names_persons(t) for t in ("Jane Doe and Jan van Dam", "J. Q. DOE", "JANE Q. DOE AND JAN DAM")]
    [True, True, True]
    >>> names_persons("The Long Sea"), names_persons("THE LONG SEA")
    (False, False)
    """
    if MAKERS.fullmatch(words) or MAKER.fullmatch(words):
        return True
    words = unicodedata.normalize("NFKC", AUTHOR_END.sub("", words))
    return bool(PERSONS.fullmatch(words)) and (words[0].isascii() or simplified(words[0]) in SINGLE | RARE)
