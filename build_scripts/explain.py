"""One source looked at by itself: what is wrong or doubtful with it, and how each of its lines was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from build_scripts.checks.reading import check_reading
from build_scripts.checks.titles import check_titles
from build_scripts.checks.translation import check_translation
from build_scripts.diagnostics import Diagnostic, Report, bad, line_starts
from build_scripts.edition.reading import read_witness
from build_scripts.model import LineReading, Place, Witness
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.history.anchors import settle_anchors
from build_scripts.seed.history.moved_lines import moved_lines
from build_scripts.seed.history.published import committed_locks, published_anchors
from build_scripts.seed.settings import read_settings
from build_scripts.seed.translations import attach

WIDEST = 60  # characters of a line
UNSURE = 1.5  # margins below are marked


def look_at(seeds: Path, name: str, report: Report) -> Witness:
    """One source by the name of its folder, without docs/ and without the others. Raises BadInput."""
    folder = seeds / name
    if not folder.is_dir():
        known = ", ".join(sorted(path.name for path in seeds.iterdir() if path.is_dir())) if seeds.is_dir() else "none"
        raise bad(Place("seeds"), "missing-file", f"there is no folder seeds/{name}", f"there are: {known}")
    source = read_source(folder, read_settings(seeds))
    report.add(moved_lines(source))
    source = replace(source, anchors=published_anchors(folder, committed_locks(seeds)))
    witness, changes = settle_anchors(read_witness(source))
    witness, problems = attach(witness)
    report.add([*changes, *problems])
    report.add(check_reading([witness]))
    report.add(check_titles(witness.documents))
    report.add(each for document in witness.documents for each in check_translation(document))
    return witness


def explain(witness: Witness, problems: Iterable[Diagnostic]) -> Iterator[str]:
    """Lines of text: what the source says of itself, each raw line with its role, margin and reason, shares, doubts."""
    for document in witness.documents:
        yield f"{document.id} · {document.source.reader} · {document.source.language}"
        yield from (f"  {item.name}: {item.text.text.strip()}" for item in document.fields)
        count = Counter(str(block.type) for block in document.blocks)
        yield "  " + ", ".join(f"{number} {kind}" for kind, number in count.items())
    yield ""
    starts = [0, *line_starts(witness.raw), len(witness.raw)]
    for reading in witness.readings:
        yield _line(reading, witness.raw[starts[reading.line - 1] : starts[reading.line]].strip(), len(witness.documents) > 1)
    yield ""
    yield from _shares(witness)
    yield from (str(item) for item in problems)


def _line(reading: LineReading, words: str, several: bool) -> str:
    owner = f"{reading.document or '—'}: " if several else ""
    mark = "?" if reading.because != "source.yaml" and reading.margin < UNSURE and reading.because else " "
    shown = words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"
    reason = f"  [{reading.because}]" if reading.because else ""
    return f"{reading.line:>5} {mark} {owner}{reading.role:<15} {shown}{reason}"


def _shares(witness: Witness) -> Iterator[str]:
    """The share of the capture that each rule removed."""
    removed: Counter[str] = Counter()
    for text in (*witness.rest, *(text for document in witness.documents for text in document.rest)):
        for run in text.runs:
            if run.fate == "removed":
                removed[run.rule] += run.end - run.start
    for rule, size in removed.most_common():
        yield f"removed by {rule}: {size:,} of {len(witness.raw):,} characters, {100 * size / max(len(witness.raw), 1):.1f} %"
