"""Headings of an article that look like something else: with cells, with a call at their head, or above notes nobody read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.plain_tables import has_cells
from build_scripts.text.lexicon import any_word

NOTES = re.compile(any_word("citations", "note_heads"))
OPENS = frozenset({"heading", "first", "only"})


def odd_headings(column: Sequence[Line], labels: Sequence[Label], rows: Collection[int]) -> Iterator[Doubt]:
    """One doubt with the headings that have cells as the `rows` of tables have, given by index, one with the lines that begin
    something and open with the call of a note, and one for what heads notes with text below; of lines that no editor has given.
    """
    read = [(at, line, labels[at]) for at, line in enumerate(column) if not labels[at].given]
    cells = [line.number for at, line, each in read if each.state == "heading" and at not in rows and has_cells(line)]
    if cells:
        sentence = f"{in_ranges(cells)} read as heading, and with figures set apart by white, as rows of a table have them"
        yield Doubt(cells[0], "doubtful-line", sentence, f"write “table: {cells[0]}” under “structure” if it is one")
    called = [line.number for _, line, each in read if each.state in OPENS and "opens-with-call" in each.seen]
    if called:
        sentence = f"{in_ranges(called)} read as the beginning of something, and opens with the call of a note"
        hint = f"write “continued: {called[0]}”, or “not-a-call:” with the words of the mark, under “structure”"
        yield Doubt(called[0], "doubtful-line", sentence, hint)
    yield from _heads_no_notes(read)


def _heads_no_notes(read: Sequence[tuple[int, Line, Label]]) -> Iterator[Doubt]:
    """A doubt on each heading of notes below which text was read, up to the next heading."""
    heads = [at for at, (_, _, each) in enumerate(read) if each.state == "heading"]
    for at, end in pairwise([*heads, len(read)]):
        words = read[at][1].words
        numbers = [line.number for _, line, _ in read[at + 1 : end]]
        if numbers and NOTES.fullmatch("".join(words.split())):
            sentence = f"{in_ranges(numbers)} read as text below “{words}”, and no notes were read there"
            told = f"write “note: {{1: {numbers[0]}}}” under “structure”, with the lines of each note"
            yield Doubt(numbers[0], "doubtful-note", sentence, f"{told}, or “notes:” in source.yaml")
