"""Which lines of a saved page are what the page says, outside its text, that its title and its author are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.decode.decoded import Stated
from build_scripts.readers.elements.with_elements import LINKED, Lined
from build_scripts.text.scripts import plain_letters

SUFFIX = re.compile(r"\s*[-_|｜—–·:：]+\s*[^-_|｜—–·]{1,20}$")  # what sites add to a title
FEWEST, MOST_LINES = 4, 4  # letters of a title that can be told again outside an h1, and lines that it can have
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def stated_titles(stated: Sequence[Stated]) -> Iterator[str]:
    """What the page says that its title is, as letters, also without what the site adds to it."""
    for each in stated:
        if each.name == "title":
            value = each.value
            while value:
                yield plain_letters(value)
                shorter = SUFFIX.sub("", value)
                value = shorter if shorter != value else ""


def told_title(lined: Sequence[Lined], titles: Sequence[str]) -> dict[int, str]:
    """What is seen of the lines that are, alone or with those next to them, what the page says that its title is."""
    plain = [plain_letters(each.line.words) for each in lined]
    found: dict[int, str] = {}
    for first in range(len(lined)):
        for last in range(first + 1, min(first + MOST_LINES, len(lined)) + 1):
            if first < last - 1 and (not plain[last - 1] or _is_of_site(lined[last - 1])):
                break
            joined = "".join(plain[first:last])
            if (len(joined) >= FEWEST or (joined and _is_headed(lined[first]))) and joined in titles:
                whole = lined[first:last]
                whole = [each for each in whole if _is_headed(each)] or whole  # what stands beside a heading is no part of it
                found |= {each.line.text.start: "stated-title-more" for each in whole[1:]}
                found[whole[0].line.text.start] = "stated-title"
    return found


def _is_headed(each: Lined) -> bool:
    """Whether a line is the first heading of a page, which may be told again in a word or two."""
    return bool(each.element and each.element.inside("h1"))


def _is_of_site(each: Lined) -> bool:
    """Whether a line below a title, though its words end what the page says its title to be, is a link to whose page it is."""
    return each.share("a") >= LINKED and not (each.element and each.element.inside(*HEADINGS))


def stated_authors(lined: Sequence[Lined], stated: Sequence[Stated], names: Mapping[int, Sequence[str]]) -> list[int]:
    """The offsets of the lines that are nothing but an author whom the page states, in no frame; `names` is what is seen of
    each. None of authors whom several lines name.
    """
    authors = {each.value for each in stated if each.name == "author"}
    starts = [each.line.text.start for each in lined if each.line.words in authors]
    found = [start for start in starts if "in-frame" not in names[start]]
    return found if len(found) == 1 else []
