"""What of the words of two translations the other one does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_scripts.links.parallel.carry import Places

WORD = re.compile(r"[\u3400-\u9fff]|[^\W_](?:[\w'’-]*[^\W_])?")
ALIKE = 0.5  # from which share of words in common two translations are one with changes


@dataclass(frozen=True, slots=True)
class Worded:
    """A text and the places in it that are compared; half-open code points."""

    text: str
    places: Places


def differing(one: Worded, other: Worded) -> tuple[Places, Places]:
    """Where the words of each stand that the other does not have; nowhere where they share too few to be compared.

    What `one` has before and behind all that both have is around the words taken, and no difference.

    >>> differing(Worded("We will develop AI safely.", ((0, 26),)), Worded("We develop AI very safely", ((0, 25),)))
    (((3, 7),), ((14, 18),))
    >>> differing(Worded("He said that AI is good.", ((0, 24),)), Worded("AI is good for all", ((0, 18),)))
    ((), ((11, 18),))
    >>> differing(Worded("Develop AI.", ((0, 11),)), Worded("", ()))
    ((), ())
    """
    first, second = list(_words(one)), list(_words(other))
    matcher = SequenceMatcher(None, [word for word, _, _ in first], [word for word, _, _ in second], autojunk=False)
    if not first or matcher.ratio() < ALIKE:
        return (), ()
    codes = matcher.get_opcodes()
    changed = [code for code in codes if code[0] != "equal" and not (code[0] == "delete" and code in (codes[0], codes[-1]))]
    return (
        tuple((first[start][1], first[end - 1][2]) for _, start, end, _, _ in changed if start < end),
        tuple((second[start][1], second[end - 1][2]) for _, _, _, start, end in changed if start < end),
    )


def _words(text: Worded) -> Iterator[tuple[str, int, int]]:
    """`(word, start, end)` of each word in the places; capitals and the form of apostrophes are no difference."""
    for start, end in text.places:
        for match in WORD.finditer(text.text, start, end):
            yield match[0].casefold().replace("’", "'"), *match.span()
