"""What an editor says of lines, resolved against the capture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.matching import numbers_matching
from build_scripts.model import Place, Source
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.spans import spans_of, written
from build_scripts.roles import Given, Role
from build_scripts.traced import Traced, concat


@dataclass(frozen=True, slots=True)
class WordsInLine:
    """Words inside a line that have a role of their own: half-open code points of the capture."""

    given: Given
    start: int
    end: int


def line_roles(source: Source, roles: Iterable[Given], lines: Sequence[Line]) -> dict[int, Given]:
    """What an editor gives to each raw line, by its number and in the order given; blank lines of a range are left out.

    A line named by an open range or a pattern may be named again more exactly, and so may one inside a wider range of the
    same document, whose place it keeps; a pattern picks lines out of a body. Raises BadInput: line-twice, bad-lines.
    """
    by_number = {line.number: line for line in lines}
    exact: dict[int, Given] = {}
    loose: dict[int, Given] = {}
    twice: dict[str, list[int]] = {}
    problems: list[Diagnostic] = []
    for given in (each for each in roles if not each.words):
        try:
            numbers = [number for number in _numbers(given, lines) if not by_number[number].blank]
        except LookupError as error:
            problems.append(Diagnostic(source.place(given.key), "bad-lines", str(error.args[0]), *error.args[1:]))
            continue
        into = loose if given.pattern or _is_open(given) else exact
        for number in numbers:
            if number in exact and into is exact:
                if _is_inside(given, exact[number], number):
                    exact[number] = given
                    continue
                if _is_inside(exact[number], given, number):
                    exact[number] = exact.pop(number)
                    continue
                twice.setdefault(given.key, []).append(number)
            into.setdefault(number, given)
    for key, numbers in twice.items():
        hint = "take them out of the other role or story"
        problems.append(Diagnostic(source.place(key), "line-twice", f"{in_ranges(numbers)} given out twice", hint))
    if problems:
        raise BadInput(*problems)
    return exact | {number: given for number, given in loose.items() if number not in exact or _picks(given, exact[number])}


def _picks(given: Given, other: Given) -> bool:
    """Whether a pattern picks a line out of a text as a whole."""
    return bool(given.pattern) and other.role is Role.BODY and other.first != other.last


def _is_inside(inner: Given, outer: Given, number: int) -> bool:
    """Whether what names a line is narrower than a range of its document that holds the line, and says something else of it;
    what is given for the whole page may lie inside any.
    """
    owners = [given.key.rpartition(".")[0] for given in (inner, outer)]
    if inner.role is outer.role or owners[0] not in (owners[1], "structure") or not outer.first < outer.last:
        return False
    first, last = (number, number) if inner.opening else (inner.first, inner.last)
    return outer.first <= first and 0 < last <= outer.last and last - first < outer.last - outer.first


def word_roles(source: Source, roles: Iterable[Given], raw: str) -> list[WordsInLine]:
    """What an editor gives to words inside lines, in the order of the capture. Raises BadInput: bad-lines."""
    found = []
    for given in (each for each in roles if each.words):
        count = raw.count(given.words)
        if count != 1:
            sentence = f"“{given.words}” stands {count} times in the capture, not once"
            raise BadInput(Diagnostic(source.place(given.key), "bad-lines", sentence, "quote more of the text around it"))
        start = raw.index(given.words)
        found.append(WordsInLine(given, start, start + len(given.words)))
    return sorted(found, key=lambda words: words.start)


@dataclass(frozen=True, slots=True)
class Taken:
    """Words that an editor took out of a line, as a text."""

    given: Given
    text: Traced


def cut_words(lines: Sequence[Line], words: Sequence[WordsInLine]) -> tuple[list[Line], list[Taken]]:
    """The lines without the words that have a role of their own, and those words."""
    left: list[Line] = []
    taken: list[Taken] = []
    for line in lines:
        inside = [each for each in words if line.text.start <= each.start < line.text.start + len(line.text.text)]
        if not inside:
            left.append(line)
            continue
        points = [point - line.text.start for each in inside for point in (each.start, each.end)]
        parts = line.text.partition(points)
        left.append(replace(line, text=concat(parts[::2])))
        taken += [Taken(each.given, part) for each, part in zip(inside, parts[1::2], strict=True)]
    return left, taken


def unassigned(source: Source, lines: Iterable[Line], given: Iterable[int]) -> list[Diagnostic]:
    """One `line-unassigned` with ranges for all lines that are not blank and are given out to nobody."""
    known = set(given)
    left = [line for line in lines if not line.blank and line.number not in known]
    if not left:
        return []
    place = source.place("structure")
    sentence = f"{in_ranges([line.number for line in left])} given out to nobody; the first is: {left[0].words[:24]}"
    hint = f"give them out in {place.path}:{place.line}, or list them under “furniture”"
    return [Diagnostic(Place(source.raw_path, left[0].number), "line-unassigned", sentence, hint)]


def in_ranges(numbers: Sequence[int]) -> str:
    """Line numbers in words, with the verb that goes with them.

    >>> in_ranges([3, 4, 5, 9]), in_ranges([7])
    ('raw lines 3-5, 9 are', 'raw line 7 is')
    """
    return f"{named_lines(numbers)} {'are' if len(set(numbers)) > 1 else 'is'}"


def named_lines(numbers: Sequence[int]) -> str:
    """Line numbers in words.

    >>> named_lines([3, 4, 5, 9]), named_lines([7])
    ('raw lines 3-5, 9', 'raw line 7')
    """
    listed = ", ".join(map(written, spans_of(sorted(set(numbers)))))
    return f"raw lines {listed}" if len(set(numbers)) > 1 else f"raw line {listed}"


def _is_open(given: Given) -> bool:
    return not given.opening and not given.pattern and not (given.first and given.last)


def _numbers(given: Given, lines: Sequence[Line]) -> list[int]:
    """The raw lines that are meant. Raises LookupError with a sentence and a hint where there is none."""
    last = max((line.number for line in lines), default=0)
    if given.pattern:
        try:
            found = numbers_matching(given.pattern, ((line.number, line.words) for line in lines))
        except TimeoutError:
            hint = "repeat single characters, not groups, and as few of them in a row as will do"
            raise LookupError(f"the pattern “{given.pattern}” takes longer than can be waited for", hint) from None
        if not found:
            raise LookupError(f"no line of the capture holds “{given.pattern}”", "it is a regular expression")
        return found
    if given.opening:
        found = [line.number for line in lines if line.words.startswith(given.opening)]
        if len(found) != 1:
            raise LookupError(f"{len(found)} lines of the capture begin with “{given.opening}”, not one", "write more of it")
        return found
    end = given.last or last
    missing = [number for number in (given.first, given.last) if number > last]
    if missing:
        raise LookupError(f"the capture has no line {missing[0]}", f"its last line is {last}")
    if given.first == given.last and lines[given.first - 1].blank and given.role is not Role.FURNITURE:
        raise LookupError(f"raw line {given.first} is blank", "name the line of the words that are meant")
    return list(range(given.first or 1, end + 1))
