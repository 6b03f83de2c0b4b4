"""A proposal as the text of `source.yaml`: a line a key, with its evidence as a comment; what nobody knows is a blank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import category

import yaml

from build_scripts.adding.proposal import Certainty, Proposal, Proposed
from build_scripts.diagnostics import line_of
from build_scripts.model import Doubt

HEAD = """# Proposed by “add” from {capture}: correct it, take the comments out, and commit it.
# A line that is a comment as a whole needs none: the text states the fact itself, or nobody knows it.
"""
LACKING = {"no-publisher": "publisher", "no-date": "published"}  # doubts that a proposed fact answers
LONGEST = 100  # characters of what a comment quotes


def quoted(value: str) -> str:
    """A text as a YAML scalar in one line, in double quotes, with whatever does not print escaped.

    >>> quoted('a "b": #c')
    '"a \\\\"b\\\\": #c"'
    """
    line = str(yaml.safe_dump(value, default_style='"', allow_unicode=True, width=1 << 20)).removesuffix("\n")
    return "".join(char if char.isprintable() or category(char) == "Zs" else _escaped(char) for char in line)


def _escaped(char: str) -> str:
    """A character as YAML writes it in double quotes: marks of direction, which YAML lets stand, would turn the line around."""
    return f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}"


def commented(text: str) -> str:
    """A text as part of a comment: in one line, nothing that does not print, not too long."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def record(proposal: Proposal) -> str:
    """The text of the file."""
    lines = "".join(_line(each) for each in proposal.lines)
    return HEAD.format(capture=proposal.capture) + lines + "".join(_accepting(proposal))


def _accepting(proposal: Proposal) -> Iterator[str]:
    """What of decisions.yaml accepts the differences between two counts of the characters, as comments: only a person who has
    looked at the capture can say that nothing is missing.
    """
    if proposal.decoded.disputed:
        yield "# Two counts of the characters differ. Where nothing is missing in the text, decisions.yaml says so:\n# waive:\n"
    for at, sentence in proposal.decoded.disputed:
        line = line_of(proposal.decoded.text, at)
        yield f"# - {{rule: recount, where: {quoted(sentence[:LONGEST])}, because: …}} # look at it: line {line} of the text\n"


def _line(each: Proposed) -> str:
    comment = commented(f"{each.certainty}: {each.evidence}" if each.evidence else str(each.certainty))
    if each.text:
        return (
            f"{each.key}: {each.text} # {comment}\n" if len(each.text) < LONGEST else f"# {comment}\n{each.key}: {each.text}\n"
        )
    return f"# {each.named}: {commented(each.found)} # {comment}\n" if each.found else f"# {each.named}: # {comment}\n"


def open_doubts(proposal: Proposal) -> list[Doubt]:
    """The doubts of the reader that no proposed fact answers."""
    given = {each.key for each in proposal.lines if each.text}
    doubts = proposal.witness.doubts if proposal.witness else ()
    return [doubt for doubt in doubts if LACKING.get(doubt.rule) not in given]


def to_check(proposal: Proposal) -> Iterator[str]:
    """What a person should look at, a line each: what is not sure or not known, and what the reader doubts."""
    shown = f"seeds/{proposal.id}/source.yaml"
    text = record(proposal).split("\n")
    for each in proposal.lines:
        if each.certainty is not Certainty.SURE and not each.of:  # those of further texts are looked at in the layout
            number = next(at for at, line in enumerate(text, 1) if line.startswith((f"{each.key}:", f"# {each.key}:")))
            shown_value = each.found or each.text
            yield f"{shown}:{number}: {each.key}: {commented(shown_value) if shown_value else '—'} ({each.certainty})"
    for problem in proposal.problems:  # the folder has its name only now
        place = replace(problem.place, path=f"seeds/{proposal.id}/{Path(problem.place.path).name}")
        yield str(replace(problem, place=place))
    for at, sentence in proposal.decoded.disputed:
        yield f"seeds/{proposal.id}/{proposal.capture}:{line_of(proposal.decoded.text, at)}: recount: {sentence}"
    yield from (f"seeds/{proposal.id}/layout.yaml:{line}: doubtful-story: {words}" for line, words in proposal.layout.doubts)
    for doubt in open_doubts(proposal):
        yield f"seeds/{proposal.id}/{proposal.capture}:{doubt.line}: {doubt.rule}: {doubt.sentence}"
