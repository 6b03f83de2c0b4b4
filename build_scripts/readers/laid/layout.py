"""A proposal of stories as the text of `layout.yaml`, with the first words of each part and what is not sure beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.readers.laid.stories import ProposedStory, propose_stories
from build_scripts.readers.parts.lines import Line
from build_scripts.roles import Role

ORDER = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.BODY, Role.CAPTION)
WORDS = 16  # characters of a part that its comment shows
MOST_DOUBTS = 3
HEAD = """# Proposed from the print of the page; correct it and commit it. Numbers are lines of the capture's text.
"""


def layout_text(name: str, lines: Sequence[Line]) -> str:
    """The stories of a page in YAML, as `structure` has them; empty where no story is seen. `name` opens their ids."""
    stories, apart = propose_stories(lines)
    told = [part for number, story in enumerate(stories, 1) for part in _story(f"{name}-{number}", story)]
    if not told:
        return ""
    return HEAD + "\n".join([*told, *([_part("furniture", apart)] if apart else [])]) + "\n"


def _story(name: str, story: ProposedStory) -> Iterator[str]:
    more = f" and {len(story.doubts) - MOST_DOUBTS} more" if len(story.doubts) > MOST_DOUBTS else ""
    sure = "look at it: " + "; ".join(story.doubts[:MOST_DOUBTS]) + more if story.doubts else "sure"
    yield f"{name}: # {sure}"
    yield from (f"  {_part(str(role), story.lines[role])}" for role in ORDER if role in story.lines)


def _part(key: str, lines: Sequence[Line]) -> str:
    words = "".join(char if char.isprintable() else " " for char in lines[0].words[:WORDS])
    return f"{key}: {_ranges([line.number for line in lines])} # {words}"


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in the order given, those that follow one another as a range.

    >>> _ranges([9, 10, 11, 4]), _ranges([7])
    ('[9-11, 4]', '7')
    """
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] + 1 == number:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
    return told[0] if len(told) == 1 else f"[{', '.join(told)}]"
