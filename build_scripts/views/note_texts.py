"""A note as paper has it in two languages: what stands in the one need not stand in the other once more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.text.characters import is_han
from build_scripts.text.scripts import plain_letters
from build_scripts.views.document import ShownNote

# An original title in square brackets, with a closing quotation mark before it and a comma or stop behind it.
TITLE = re.compile(r"(?P<mark>[”’]*)\s*\[(?P<title>[^\[\]]+)\](?P<stop>[,.]?)")


def note_texts(note: ShownNote) -> Iterator[tuple[str, str]]:
    """`(text, language)` of each side; an original title that the other side has is left out of the translation."""
    for side in note.sides:
        others = "".join(other.text for other in note.sides if other is not side)
        yield without_titles(side.text, others), side.language


def without_titles(words: str, original: str) -> str:
    """The words without the Chinese titles in brackets that the original has, which stands beside them.

    >>> without_titles("“A Letter” [《贺信》], Evening Paper", "《賀信》，《晚報》")
    '“A Letter,” Evening Paper'
    >>> without_titles("“A Letter” [《贺信》], Evening Paper", "另一则注释")
    '“A Letter” [《贺信》], Evening Paper'
    """
    letters = plain_letters(original)

    def kept(found: re.Match[str]) -> str:
        title = plain_letters(found["title"])
        if not any(map(is_han, title)) or title not in letters:
            return found[0]
        return found["stop"] + found["mark"]

    return TITLE.sub(kept, words)
