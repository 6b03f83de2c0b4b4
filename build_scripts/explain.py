"""One source looked at by itself: what is wrong or doubtful with it, and how each of its lines was read."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from build_scripts.checks.reading import check_reading
from build_scripts.checks.titles import check_titles
from build_scripts.checks.translation import check_translation
from build_scripts.diagnostics import Diagnostic, Report, bad, line_starts, rule_table
from build_scripts.edition.reading import read_witness
from build_scripts.model import Block, Document, LineReading, Note, Place, Witness
from build_scripts.readers.roles.given import named_lines
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


def explain_block(witness: Witness, name: str) -> Iterator[str]:
    """Lines of text: how a block or a note came to be, by its id (`p3`, or `story#p3` of a source with several): its words, the
    raw lines that it is made of, and every piece of them that was changed or taken out, with the rule. Raises BadInput.
    """
    document, each = _block(witness, name)
    starts = line_starts(witness.raw)
    runs = [run for run in each.text.runs if run.end > run.start]
    lines = sorted({bisect_right(starts, at) + 1 for run in runs for at in (run.start, run.end - 1)})
    yield f"{document.id}#{each.id} · {each.type if isinstance(each, Block) else 'note'} · {named_lines(lines)}"
    yield f"  {each.text.text}"
    roles = {reading.line: f"{reading.role}  [{reading.because}]" for reading in witness.readings}
    yield from (f"{line:>5}   {roles[line]}" for line in lines if line in roles)
    for run in runs:
        if run.rule:
            shown = repr(witness.raw[run.start : run.end])[1:-1]
            what = f"“{shown}” → “{run.text}”" if run.text else f"“{shown}” taken out"
            yield f"{bisect_right(starts, run.start) + 1:>5}   {run.rule}: {what}  [{rule_table()['edits'][run.rule]['en']}]"


def _block(witness: Witness, name: str) -> tuple[Document, Block | Note]:
    """The block or note of that id, and its document. Raises BadInput: unknown-id."""
    owner, _, wanted = name.rpartition("#")
    known: list[tuple[Document, Block | Note]] = []
    for document in witness.documents:
        if not owner or document.id == owner:
            known += [(document, block) for block in document.blocks]
            known += [(document, note) for note in document.notes]
    for document, each in known:
        if each.id == wanted:
            return document, each
    ids = ", ".join(each.id for _, each in known)
    raise bad(Place(witness.source.raw_path), "unknown-id", f"no block or note has the id “{name}”", f"there are: {ids}")


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
