"""The `structure` part of `source.yaml`: the roles that an editor gives to lines, and the documents of one capture.

    structure:
      title: 3                                # a raw line
      furniture: [-2, 60-, 7-9]               # ranges, open at either end
      heading: {1: [12, 30], 2: 14}           # with its level; “heading: 12” lets the reader see it
      caption: 志愿者们积极向                    # the one line that begins so
      other-headlines: {pattern: '^\\d+图$'}    # every line in which this regular expression is found
      author: {words: 王小明}                  # words that stand once, inside a line
      second-story:                           # any other key is a document of its own, with lines and facts
        body: 61-80
        title: {en: A Second Story}

What is given here is resolved against the capture by the readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.matching import compiled
from build_scripts.model import Place
from build_scripts.roles import INSIDE_A_LINE, NUMBERED, OF_READERS, Given, Role
from build_scripts.seed.located import Lines
from build_scripts.seed.values import NUMBER

NAMES = tuple(role.value for role in Role if role not in OF_READERS)
RANGE = re.compile(r"(?P<first>\d{1,7})?(?P<dash>-)?(?P<last>\d{1,7})?")
WAYS = ("pattern", "words")
# A group that repeats something inside, or a choice, and is itself repeated without end; and many endless repetitions in a row.
REPEATED_REPETITION = re.compile(
    r"\((?:[^()\\]|\\.)*[*+}|](?:[^()\\]|\\.)*\)(?:[*+]|\{\d*,)"
    r"|\)(?:[*+]|\{\d*,)[^()]*\)(?:[*+]|\{\d*,)"
    r"|(?:[*+].*){4}"
)
LONGEST = 200  # characters of a pattern or of first words
HINT = "write 7, 2-12, -40, 130-, [7, 2-12], the first words of a line, {pattern: …} or {words: …}"


def given_roles(structure: dict[str, Any], prefix: str, lines: Lines) -> tuple[Given, ...]:
    """What an editor gives under `structure` or one document of it; other keys are left to the caller.

    Raises BadInput: bad-lines.
    """
    keys = [key for key in structure if key in NAMES]
    return tuple(given for key in keys for given in _given(Role(key), structure[key], f"{prefix}{key}", lines))


def document_names(structure: dict[str, Any], lines: Lines) -> list[str]:
    """The keys of `structure` that name documents of the capture. Raises BadInput: unknown-key."""
    names = [key for key in structure if key not in NAMES]
    for name in names:
        if not isinstance(structure[name], dict) or set(structure[name]) & set(WAYS):
            near = get_close_matches(str(name), NAMES, n=1, cutoff=0.0)[0]
            hint = f"the nearest role is “{near}”; roles are {', '.join(NAMES)}"
            raise bad(lines[f"structure.{name}"], "unknown-key", f"unknown role “{name}”", hint)
    return names


def _are_numbers(names: Iterable[object]) -> bool:
    found = [bool(NUMBER.fullmatch(str(name))) for name in names]
    return bool(found) and all(found)


def _given(role: Role, spec: Any, key: str, lines: Lines, number: int = 0) -> Iterator[Given]:
    place = lines[key]
    if isinstance(spec, list):
        for item in spec:
            yield from _given(role, item, key, lines, number)
    elif isinstance(spec, dict) and role in NUMBERED and not number and _are_numbers(spec):
        for name, item in spec.items():
            yield from _given(role, item, key, lines, int(name))
    elif isinstance(spec, dict) and len(spec) == 1 and set(spec) <= set(WAYS):
        yield _named(role, *next(iter(spec.items())), key, place, number)
    elif isinstance(spec, str) and re.fullmatch(r"[\d\s-]+", spec):
        first, last = _range(spec, place)
        yield Given(role, key, first, last, number=number)
    elif isinstance(spec, str) and spec.strip() and len(spec) <= LONGEST:
        yield Given(role, key, opening=spec.strip(), number=number)
    else:
        raise bad(place, "bad-lines", f"“{spec}” names no raw lines", HINT)


def _named(role: Role, way: str, value: Any, key: str, place: Place, number: int) -> Given:
    """Lines by a pattern, or words inside a line."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise bad(place, "bad-lines", f"“{way}” needs a text of at most {LONGEST} characters", "put quotation marks around it")
    if way == "words" and role not in INSIDE_A_LINE:
        hint = f"words inside a line can be {', '.join(INSIDE_A_LINE)}"
        raise bad(place, "bad-lines", f"“{role}” is the role of a line, not of words inside one", hint)
    if way == "words":
        return Given(role, key, words=value, number=number)
    if REPEATED_REPETITION.search(value):
        hint = "repeat single characters: [a-z]+ and .{0,20}, not (a+)+"
        raise bad(place, "bad-lines", f"“{value}” repeats a repetition, which may take for ever", hint)
    try:
        compiled(value)
    except ValueError as error:
        raise bad(
            place, "bad-lines", f"“{value}” is not a regular expression: {error}", "put single quotes around it"
        ) from None
    return Given(role, key, pattern=value, number=number)


def _range(spec: str, place: Place) -> tuple[int, int]:
    """`7`, `2-12`, `-40` or `130-` as first and last line; 0 where it is open."""
    match = RANGE.fullmatch(spec.replace(" ", ""))
    first, last = (int(match["first"] or 0), int(match["last"] or 0)) if match else (0, 0)
    named = match and (match["first"] or match["last"])
    if not match or not named or (match["first"] and first < 1) or (match["last"] and last < max(first, 1)):
        raise bad(place, "bad-lines", f"“{spec}” names no raw lines", HINT)
    return (first, last) if match["dash"] else (first, first)
