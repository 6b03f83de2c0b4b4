"""A translation file, changed section by section: every other byte of it stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.seed.comments import DEFINITION
from build_scripts.seed.translations import SECTION


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What becomes of a section: new words, a new hash of what it translates, empty for what stays; what its head says of how
    far it has come, None where that stays."""

    words: str = ""
    digest: str = ""
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class AddedSection:
    """A section that the file does not have: its head and words, to stand before the head in line `before`, 0 for the end."""

    before: int
    head: str
    words: str


def rewrite(text: str, changes: Mapping[int, SectionChange], added: Sequence[AddedSection] = ()) -> str:
    """The file's text with these sections changed, by the lines of their heads, from 1, and others put in.

    Newlines stay as they are in each line that stays; a changed section is one line.

    >>> rewrite("## p1 0123456789abcdef\\r\\nOld\\r\\nwords.\\r\\n", {1: SectionChange("New.")})
    '## p1 0123456789abcdef\\r\\nNew.\\r\\n'
    >>> rewrite("## p1 0123456789abcdef\\nOld.[^t1]\\n\\n[^t1]: So.\\n", {1: SectionChange("New.[^t1]")})
    '## p1 0123456789abcdef\\nNew.[^t1]\\n\\n[^t1]: So.\\n'
    """
    lines = text.split("\n")
    end = "\r" if "\r\n" in text else ""
    heads = [number for number, line in enumerate(lines, 1) if SECTION.fullmatch(line.removesuffix("\r"))]
    by_place: dict[int, list[AddedSection]] = {}
    for each in added:
        by_place.setdefault(each.before, []).append(each)
    if 0 in by_place:
        lines = _with_sections_at_end(lines, by_place.pop(0), end)
    for line in sorted({*changes, *by_place}, reverse=True):
        if line in changes:
            _change(lines, line, _next_head(heads, line, len(lines)), changes[line])
        if line in by_place:
            lines[line - 1 : line - 1] = _as_lines(by_place[line], end)
    return "\n".join(lines)


def _next_head(heads: Sequence[int], line: int, last: int) -> int:
    """The line of the head behind that in `line`; behind the last line where it is the last."""
    at = bisect_right(heads, line)
    return heads[at] if at < len(heads) else last + 1


def _change(lines: list[str], head: int, stop: int, change: SectionChange) -> None:
    """Change the section between two heads, lines from 1, in place."""
    if change.words:
        stop = next((number for number in range(head + 1, stop) if DEFINITION.match(lines[number - 1])), stop)
        filled = [number for number in range(head + 1, stop) if lines[number - 1].strip("\ufeff \t\r")]
        first, last = (filled[0], filled[-1]) if filled else (head + 1, head)
        end = "\r" if lines[(last if filled else head) - 1].endswith("\r") else ""
        lines[first - 1 : last] = [change.words + end]
    if change.digest or change.standing is not None:
        line = lines[head - 1].removesuffix("\r")
        match = SECTION.fullmatch(line)
        assert match
        rest = line[match.end(3) :] if change.standing is None else f" {change.standing}".rstrip()
        lines[head - 1] = line[: match.start(3)] + (change.digest or match[3]) + rest + lines[head - 1][len(line) :]


def _as_lines(sections: Iterable[AddedSection], end: str) -> list[str]:
    return [line + end for each in sections for line in (each.head, each.words, "")]


def _with_sections_at_end(lines: list[str], sections: Iterable[AddedSection], end: str) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if lines and not lines[-1].endswith(end):
        lines = [*lines[:-1], lines[-1] + end]
    return [*lines, end, *_as_lines(sections, end)[:-1], ""]
