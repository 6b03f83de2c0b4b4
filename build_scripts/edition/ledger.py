"""The ledger of a capture: what became of every code point, read off the runs of everything that was made from it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.diagnostics import Diagnostic, line_of
from build_scripts.model import Document, Place, Witness
from build_scripts.traced import Run, Traced

Destination = dict[str, object]


@dataclass(frozen=True, slots=True)
class LedgerRun:
    """A run of the capture and where it went; `to` is None for what was removed."""

    run: Run
    to: Destination | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """A witness with all its runs in the order of the capture, and the code points counted by fate and by rule."""

    witness: Witness
    entries: tuple[LedgerRun, ...]
    fates: Counter[str]
    rules: Counter[str]

    def at(self, point: int) -> int:
        """The index of the entry that holds a code point of the capture."""
        return max(bisect_right(self.entries, point, key=lambda entry: entry.run.start) - 1, 0)


def make_ledger(witness: Witness) -> Ledger:
    """Read the ledger off the runs of everything that was made from the witness."""
    found = [LedgerRun(run, to if run.text else None) for text, to in _texts(witness) for run in text.runs]
    entries = sorted((entry for entry in found if entry.run.start < entry.run.end), key=lambda entry: entry.run.start)
    fates: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for entry in entries:
        size = entry.run.end - entry.run.start
        fates[entry.run.fate] += size
        if entry.run.rule:
            rules[entry.run.rule] += size
    return Ledger(witness, tuple(entries), fates, rules)


def _texts(witness: Witness) -> Iterator[tuple[Traced, Destination | None]]:
    several = len(witness.documents) > 1
    for document in witness.documents:
        yield from _texts_of(document, {"document": document.id} if several else {})
    for text in witness.rest:
        yield text, None


def _texts_of(document: Document, whose: Destination) -> Iterator[tuple[Traced, Destination | None]]:
    """Each text of a document with its place; `whose` is put to particulars where a capture has several documents."""
    name = document.id
    for item in document.fields:
        yield item.text, {**whose, "metadata": item.name}
    for block in document.blocks:
        yield block.text, {"document": name, "block": block.id}
    for note in document.notes:
        named = {} if note.id == f"n{note.number}" else {"id": note.id}
        yield note.text, {"document": name, "note": note.number, **named}
    if document.translation and document.translation.captured:
        language = document.translation.language
        yield document.translation.title, {**whose, "metadata": "translation-title"}
        for block in document.translation.blocks:
            yield block.text, {"document": name, "block": block.id, "language": language}
    for text in document.rest:
        yield text, None


def check_cover(ledger: Ledger) -> list[Diagnostic]:
    """`not-accounted` for each gap or overlap between the runs and the capture."""
    witness = ledger.witness
    found, at = [], 0
    for entry in [*ledger.entries, LedgerRun(Run(len(witness.raw), len(witness.raw), ""), None)]:
        if entry.run.start != at:
            what = "nobody has" if entry.run.start > at else "two texts have"
            span = sorted((at, entry.run.start))
            place = Place(witness.source.raw_path, line_of(witness.raw, span[0]))
            excerpt = witness.raw[span[0] : min(span[1], span[0] + 20)]
            found.append(Diagnostic(place, "not-accounted", f"{what} code points {span[0]} to {span[1]}: {excerpt!r}"))
        at = max(at, entry.run.end)
    return found


def ledger_data(ledger: Ledger) -> dict[str, object]:
    """The ledger in the shape of `data/ledger/<seed>.json`: runs cover `0..characters` without gap or overlap."""
    runs: list[dict[str, object]] = []
    for entry in ledger.entries:
        run = {
            "start": entry.run.start,
            "end": entry.run.end,
            "fate": entry.run.fate,
            "rule": entry.run.rule or None,
            "to": entry.to,
        }
        last = runs[-1] if runs else None
        if last and last["end"] == run["start"] and all(last[key] == run[key] for key in ("fate", "rule", "to")):
            last["end"] = run["end"]
        else:
            runs.append(run)
    source = ledger.witness.source
    characters = len(ledger.witness.raw)
    return {
        "seed": source.id,
        "capture": source.capture,
        "sha256": source.sha256,
        "text_sha256": source.text_sha256 or None,
        "encoding": source.encoding or None,
        "characters": characters,
        "runs": runs,
    }
