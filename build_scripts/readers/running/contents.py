"""A table of contents in a print: entries that lead to their pages, or that come again as headings, below its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.text.characters import closes_sentence
from build_scripts.text.lexicon import any_word
from build_scripts.text.radicals import unified

LEADERS = re.compile(r"[.．…·‥]{4,}\s*(?:\d{1,4}|[IVXivx]{1,6})$|(?:[.．·]\s){4,}(?:\d{1,4}|[IVXivx]{1,6})$")  # before its page
HEAD = re.compile(any_word("page", "contents", spaced=True), re.IGNORECASE)
PAGE = re.compile(r"[\s.．…·‥]*\d{1,4}$")
FEWEST = 2  # entries below a head
LONGEST = 60  # characters of an entry that comes again


def lines_of_contents(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines of a table of contents: its head, and the entries right below it, in order."""
    printed = [line for line in lines if not line.blank]
    words = [unified(line.words) for line in printed]
    count = Counter(map(_plain, words))
    found: list[int] = []
    for start in (at for at, text in enumerate(words) if HEAD.fullmatch(text)):
        end, seen = start + 1, {""}
        while end < len(words) and (_is_entry(words[end], count, seen) or LEADERS.search("".join(words[end + 1 : end + 2]))):
            seen.add(_plain(words[end]))
            end += 1
        while end > start + 1 and not _comes_later(words, start, end):  # the first heading of the text is none
            end -= 1
        if end - start > FEWEST:
            found += [printed[at].number for at in range(start, end)]
    return found


def _is_entry(words: str, count: Counter[str], seen: set[str]) -> bool:
    """Whether a line leads to a page, or comes again and is the first of its kind: the second one is the heading."""
    again = len(words) <= LONGEST and not closes_sentence(words) and count[_plain(words)] > 1 and _plain(words) not in seen
    return bool(LEADERS.search(words)) or again


def _comes_later(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the last of some lines leads to a page, or comes again below them all."""
    last = words[end - 1]
    return bool(LEADERS.search(last)) or _plain(last) in map(_plain, words[end:])


def _plain(words: str) -> str:
    """The letters of an entry or heading, without the page that stands behind it."""
    return "".join(filter(str.isalnum, PAGE.sub("", words) if LEADERS.search(words) else words))


def contents_doubts(numbers: Sequence[int]) -> Iterator[Doubt]:
    """What was taken out as a table of contents."""
    if numbers:
        hint = f"write “paragraph: {numbers[0]}-{numbers[-1]}” under “structure” if it is none"
        yield Doubt(numbers[0], "doubtful-line", f"{in_ranges(numbers)} taken out as a table of contents", hint)
