"""From a source to its witness: the capture, read by the reader of its shape and cleaned by every pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from build_scripts.decode import Decoded
from build_scripts.decode.printed import Printed
from build_scripts.diagnostics import line_of
from build_scripts.model import Doubt, Source, Witness
from build_scripts.passes import clean
from build_scripts.readers import READERS
from build_scripts.seed.capture import read_capture
from build_scripts.traced import PlacedText

ACCEPT = (
    "look at the capture: where nothing is missing, accept it under “waive” in decisions.yaml, {rule: recount, where: …, "
    "because: …}; else save it again, a page from a browser"
)


def read_witness(source: Source) -> Witness:
    """What one source yields. Raises BadInput with every problem of the first stage that finds one."""
    decoded = read_capture(source)
    source = replace(source, encoding=decoded.encoding)
    witness = READERS[source.reader].read(source, decoded.text, decoded)
    disputed = [
        Doubt(line_of(decoded.text, at), "recount", sentence, ACCEPT, severity="error") for at, sentence in decoded.disputed
    ]
    documents = tuple(clean(document) for document in witness.documents)
    placed = tuple(_placed(decoded))
    return replace(witness, documents=documents, doubts=(*disputed, *witness.doubts), placed=placed)


def lying_in(folder: Path, witness: Witness) -> Witness:
    """A witness that was read from the same files in another place."""
    moved = [replace(each, source=replace(each.source, folder=folder)) for each in witness.documents]
    return replace(witness, source=replace(witness.source, folder=folder), documents=tuple(moved))


def _placed(decoded: Decoded) -> Iterator[PlacedText]:
    for each in decoded.portions:
        known = each.known
        if isinstance(known, Printed):
            across = known.stacked or known.turned
            yield PlacedText(each.start, each.end, known.page, known.x0, known.x1, known.baseline, known.size, across)
