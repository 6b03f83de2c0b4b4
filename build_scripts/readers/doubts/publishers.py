"""Where no publisher was read: the line in which the site itself may name it, at its head or with its rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from build_scripts.model import Doubt
from build_scripts.readers.particulars.name_shapes import is_publisher
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import REMOVED, Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import plain_letters, simplified

LONGEST_NAME = 20.0  # ems
SHORTEST_NAME = 4  # letters
HEAD = 4  # lines among which a site names itself
NO_NAME = frozenset(("buttons", "channel", "many-links", "crumb", "count", "appeal", "notice", "address"))


def of_publisher(labelled: Labelled) -> Iterator[Doubt]:
    """The doubt that no publisher was found, with the line that may name it: one of the head that the rights at the foot name
    again, else one of the head worded as publishers are.
    """
    first = labelled[0][0].number if labelled else 1
    found = _named(labelled)
    if found is None:
        hint = "write “publisher: {value: …, because: …}”, or “structure: {publisher: …}” with the line or the words"
        yield Doubt(first, "no-publisher", "no publisher was found in the capture", hint)
        return
    hint = f"write “structure: {{publisher: {found.number}}}” if it is, or “publisher: {{value: …, because: …}}”"
    sentence = f"no publisher was found in the capture; raw line {found.number}, “{found.words}”, may name it"
    yield Doubt(first, "no-publisher", sentence, hint)


def _named(labelled: Labelled) -> Line | None:
    """The line of the head that may name the publisher."""
    head = [*takewhile(lambda pair: pair[1].role is not Role.TITLE, labelled)][:HEAD]
    names = [line for line, each in head if _may_name(line, each)]
    rights = [_letters(line.words) for line, each in labelled if re.search(any_word("page", "rights"), simplified(line.words))]
    again = [line for line in names if any(_letters(line.words) in each for each in rights)]
    return next(iter([*again, *(line for line in names if is_publisher(line.words))]), None)


def _may_name(line: Line, each: Label) -> bool:
    letters = len(_letters(line.words))
    return each.role in REMOVED and not NO_NAME & each.seen and letters >= SHORTEST_NAME and width(line.words) <= LONGEST_NAME


def _letters(text: str) -> str:
    return plain_letters(text).casefold()
