"""An editor's corrections, each of which must match exactly once."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from build_scripts.diagnostics import bad
from build_scripts.model import CORRECTION_RULE, Correction, Document
from build_scripts.traced import Edit, Traced


def correct(document: Document) -> Document:
    """Apply the corrections of `decisions.yaml` that name this document or, with one document, only a block or note.

    Raises BadInput `correction-mismatch` where `before` does not stand exactly once, or the place does not exist.
    """
    source = document.source
    known = {story.id for story in source.stories} or {source.id}
    for correction in source.corrections:
        owner, _, place = correction.where.rpartition("#")
        if owner not in known and (owner or len(known) > 1):
            sentence = f"“{correction.where}” names no document of this source"
            raise bad(correction.place, "correction-mismatch", sentence, f"write {sorted(known)[0]}#{place or 'p1'}")
        if owner and owner != document.id:
            continue
        document = _corrected(document, correction, place)
    return document


def _corrected(document: Document, correction: Correction, place: str) -> Document:
    known = {block.id for block in document.blocks} | {note.id for note in document.notes}
    if place not in known:
        raise bad(correction.place, "correction-mismatch", f"“{document.id}” has no block or note “{place}”",
                  "ids stand in the page as published, for example p3 or n12")

    def change(text: Traced) -> Traced:
        count = text.text.count(correction.before)
        if count != 1 or not correction.before:
            sentence = f"“{correction.before}” stands {count} times in {place}, not once"
            raise bad(correction.place, "correction-mismatch", sentence, "quote more of the text around it")
        return text.edit(_differences(correction, text.text.index(correction.before)))

    return replace(
        document,
        blocks=tuple(replace(b, text=change(b.text)) if b.id == place else b for b in document.blocks),
        notes=tuple(replace(n, text=change(n.text)) if n.id == place else n for n in document.notes),
    )


def _differences(correction: Correction, start: int) -> list[Edit]:
    """Only what differs between before and after, so that the ledger keeps what an editor did not touch."""
    pairs = SequenceMatcher(None, correction.before, correction.after, autojunk=False).get_opcodes()
    return [
        Edit(start + at, start + end, correction.after[first:last], CORRECTION_RULE)
        for what, at, end, first, last in pairs if what != "equal"
    ]  # fmt: skip
