"""What the texts of a seed must come out as, `expected.txt`: in plain lines that a person has read and accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Block, Document, Place, Witness
from build_scripts.seed.located import is_given, read_text

NAME = "expected.txt"
BETWEEN = "\n\n"
SHOWN = 60


def expected_text(witness: Witness) -> str:
    """Every document of a witness in plain lines, as `expected.txt` has them."""
    return BETWEEN.join(map(in_plain_words, witness.documents))


def check_expected(witness: Witness) -> Iterator[Diagnostic]:
    """`not-expected` at the first line that comes out otherwise than a person accepted it; nothing where there is no file."""
    path, shown = _file(witness)
    if not is_given(path):
        return
    then, now = read_text(path, shown).split("\n"), expected_text(witness).split("\n")
    line = next((at for at, (old, new) in enumerate(zip(then, now, strict=False)) if old != new), min(len(then), len(now)))
    if then != now:
        old, new = (lines[line] if line < len(lines) else "" for lines in (then, now))
        at = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
        sentence = f"accepted was {_excerpt(old, at)}, and {_excerpt(new, at)} comes out"
        hint = "read the difference; if it is right, accept it with “check --accept”"
        yield Diagnostic(Place(shown, min(line + 1, len(then))), "not-expected", sentence, hint)


def accept(witness: Witness) -> None:
    """Write `expected.txt` as the texts come out now."""
    _file(witness)[0].write_bytes(expected_text(witness).encode("utf-8"))


def _file(witness: Witness) -> tuple[Path, str]:
    folder = witness.source.folder
    return folder / NAME, f"seeds/{folder.name}/{NAME}"


def _excerpt(line: str, at: int) -> str:
    """The line about a place, in quotation marks."""
    start = max(0, at - SHOWN // 3)
    return f"“{'…' if start else ''}{line[start : start + SHOWN]}{'…' if len(line) > start + SHOWN else ''}”"


def in_plain_words(document: Document) -> str:
    """A document as lines to be read by a person, note calls as ⟦n⟧; of translations that which the capture carries."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"{document.id} · {document.kind} · {document.source.language}"
    for item in document.fields:
        yield f"{item.name}: {item.text.text}"
    for block in document.blocks:
        yield ""
        yield _block(block, document.calls_in(block))
        yield from (f"  {mark.role}: {block.text.text[mark.start : mark.end]}" for mark in block.marks)
    for note in document.notes:
        yield from [""] if note.number == 1 else []
        yield f"⟦{note.number}⟧ {note.text.text}"
    if document.translation and document.translation.captured:
        yield from ["", f"translation · {document.translation.language}", f"title: {document.translation.title.text}"]
        for block in document.translation.blocks:
            yield from ["", _block(block, [])]


def _block(block: Block, calls: list[tuple[int, int]]) -> str:
    text = block.text.text
    for at, number in reversed(calls):
        text = f"{text[:at]}⟦{number}⟧{text[at:]}"
    level = f" {block.level}" if block.level else ""
    return f"[{block.id}] {block.type}{level}\n{text}"
