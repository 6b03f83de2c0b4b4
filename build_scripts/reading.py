"""From a source to its witness: the capture, read by the reader of its shape and cleaned by every pass."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from build_scripts.catalogue import read_capture
from build_scripts.model import Source, Witness
from build_scripts.passes import clean


def read_witness(source: Source) -> Witness:
    """What one source yields. Raises BadInput with every problem of the first stage that finds one."""
    raw = read_capture(source)
    reader = import_module(f"build_scripts.readers.{source.reader.replace('-', '_')}")
    witness = reader.read(source, raw)
    return replace(witness, documents=tuple(clean(document) for document in witness.documents))
