"""Where a page itself says that it holds a part of a text only: the next page of it, or what a login shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_scripts.model import Doubt
from build_scripts.readers.roles.compose import DEFAULT, REMOVED, Labelled
from build_scripts.roles import Role
from build_scripts.text.characters import bare, closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

NEAR = 12  # lines below the end of a text in which a site leads to its next page
LONGEST = 40.0  # ems of such a line
ENDS = frozenset(("list-head", "comment", "rights"))  # what stands below belongs to other texts
NUMBERED = re.compile(r"\d")


def of_pages(labelled: Labelled) -> Iterator[Doubt]:
    """One doubt where a line right below the text leads to more of it."""
    text = [at for at, (_, each) in enumerate(labelled) if _is_text(each.role)]
    below = labelled[text[-1] + 1 : text[-1] + 1 + NEAR] if text else []
    counted = False
    for line, each in below:
        if ENDS & each.seen or each.given:
            return
        if leads_on(line.words, counted):
            sentence = f"raw line {line.number} leads to more of the text, which the capture may not hold"
            hint = "save the page that shows the whole text, or its other pages as captures too"
            yield Doubt(line.number, "doubtful-line", sentence, hint)
            return
        counted = bool(NUMBERED.search(line.words))


def _is_text(role: Role) -> bool:
    return role not in REMOVED and role not in DEFAULT and role is not Role.HEADLINE


def leads_on(text: str, counted: bool = False) -> bool:
    """Whether a line leads to the next page of a text; `counted`: the line above it has a number, as pagers do.

    >>> leads_on("1 2 下一页 余下全文"), leads_on("上一页 1/2 下一页"), leads_on("阅读全文，请先 登录")
    (True, True, True)
    >>> leads_on("下一页"), leads_on("下一页", True), leads_on("下一页：旧码头的三次改建"), leads_on("1 2 3")
    (False, True, False, False)
    """
    plain = simplified(bare(text))
    if width(plain) > LONGEST or closes_sentence(plain) or re.search("[:：]", plain):
        return False
    counts, whole = _forms()
    return bool(whole.search(plain) or (counts.search(plain) and (counted or NUMBERED.search(plain))))


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(any_word("page", "next_pages")), re.compile(any_word("page", "wholes"))
