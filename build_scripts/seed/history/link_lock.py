"""`seeds/links.lock`: the names of links that have been published, each with what it joins.

    l33 review#p3 5d293af6 speech#p2 aedffb93
    c4 review#n4 2fc2ba45 some-work -

A line is a name, the block that takes words and the digest of these, the block they are taken from and the digest of those.
Of a note's citation the other end is the work. Names stay here when a link is gone, so that none is given twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.seed.history.lock_lines import parse_lines, read_lines
from build_scripts.seed.history.published import git

NAME = "links.lock"
SHOWN = f"seeds/{NAME}"
HEAD = "# Published links: name, block and words that are linked, those they lead to. Written by “build”; keep it in git.\n"
LINE = re.compile(
    r"(?P<name>[lc][0-9a-z]+) (?P<source>\S+) (?P<words>[0-9a-f]{8}) (?P<target>\S+) (?P<target_words>[0-9a-f]{8}|-)"
)


@dataclass(frozen=True, slots=True)
class LockedLink:
    """A name and what it joins: `document#block` and a digest of words at either end."""

    name: str
    source: str
    words: str
    target: str
    target_words: str

    @property
    def ends(self) -> tuple[str, str]:
        return self.source, self.target


def format_links(links: Iterable[LockedLink]) -> str:
    """The file's text: one link a line."""
    return HEAD + "".join(f"{each.name} {each.source} {each.words} {each.target} {each.target_words}\n" for each in links)


def parse_links(text: str) -> tuple[LockedLink, ...]:
    """The links of a lock file. Raises BadInput: bad-lock, for a line that is none and a name that stands twice."""
    return tuple(parse_lines(text, SHOWN, LINE, lambda match, line: LockedLink(*match.groups()), _stands_twice, "a link"))


def _stands_twice(first: LockedLink, second: LockedLink) -> tuple[str, str]:
    if first == second:
        return f"“{first.name}” stands twice", "take one of the two lines out"
    hint = "keep the line that was published first and take the other out; its link gets a name of its own"
    return f"“{first.name}” stands for two links", hint


def read_links(seeds: Path) -> tuple[LockedLink, ...]:
    """The links that are published: those of the last commit, outside a repository those of the file. Raises BadInput."""
    here = parse_links(read_lines(seeds / NAME, SHOWN))
    if git(seeds, "rev-parse", "--git-dir") is None:
        return here
    return parse_links(git(seeds, "show", f"HEAD:./{NAME}") or "")
