"""A proposal of stories as the text of `layout.yaml`, with the first words of each part and what is not sure beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.readers.laid.owners import ProposedStory
from build_scripts.readers.laid.sequence import propose_sequence
from build_scripts.readers.laid.stories import are_of_pages, propose_stories
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.spans import spans_of, written_together
from build_scripts.roles import Role

ORDER = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.AUTHOR, Role.PUBLISHED, Role.BODY, Role.CAPTION)
WORDS = 16  # characters of a part that its comment shows
MOST_DOUBTS = 3
HEAD = """# Proposed from the print of the page; correct it and commit it. Numbers are lines of the capture's text.
"""


@dataclass(frozen=True, slots=True)
class ProposedLayout:
    """The text of a layout.yaml, empty where a capture has no stories; in words why it has; and what of it is not sure, each
    with the number of a line of that text.
    """

    text: str = ""
    because: str = ""
    doubts: tuple[tuple[int, str], ...] = ()


def propose_layout(name: str, lines: Sequence[Line]) -> ProposedLayout:
    """The stories of a print in YAML, as `structure` has them. `name` opens their ids."""
    if not any(line.laid for line in lines):
        return ProposedLayout()
    of_pages = propose_stories(lines)
    if are_of_pages(of_pages[0], lines):
        return _layout(name, of_pages, "several headlines stand side by side")
    stories, apart = propose_sequence(lines)
    return _layout(name, (stories, apart), f"{len(stories)} texts follow one another, with a day or author each")


def _layout(name: str, proposed: tuple[Sequence[ProposedStory], Sequence[Line]], because: str) -> ProposedLayout:
    stories, apart = proposed
    told = [HEAD.removesuffix("\n")]
    doubts: list[tuple[int, str]] = []
    for number, story in enumerate(stories, 1):
        doubts += [(len(told) + 1, doubt) for doubt in story.doubts]
        told += _story(f"{name}-{number}", story)
    told += [_part("furniture", apart)] if apart else []
    return ProposedLayout("\n".join(told) + "\n", because, tuple(doubts)) if stories else ProposedLayout()


def _story(name: str, story: ProposedStory) -> Iterator[str]:
    more = f" and {len(story.doubts) - MOST_DOUBTS} more" if len(story.doubts) > MOST_DOUBTS else ""
    sure = "look at it: " + "; ".join(story.doubts[:MOST_DOUBTS]) + more if story.doubts else "sure"
    yield f"{name}: # {sure}"
    yield from (f"  {_part(str(role), story.lines[role])}" for role in ORDER if role in story.lines)


def _part(key: str, lines: Sequence[Line]) -> str:
    words = "".join(char if char.isprintable() else " " for char in lines[0].words[:WORDS])
    return f"{key}: {written_together(spans_of([line.number for line in lines]))} # {words}"
