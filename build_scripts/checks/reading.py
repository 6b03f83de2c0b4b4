"""What the readers of captures are not sure of, and characters that a capture hardly means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Place, Witness
from build_scripts.seed.capture import doubtful_characters


def check_reading(witnesses: Iterable[Witness]) -> Iterator[Diagnostic]:
    """A message for each doubt of a reader, under the doubt's own rule, at its raw line."""
    for witness in witnesses:
        yield from doubtful_characters(witness.source, witness.raw)
        for doubt in witness.doubts:
            place = Place(witness.source.raw_path, doubt.line)
            yield Diagnostic(place, doubt.rule, doubt.sentence, doubt.hint, doubt.severity)
