"""An editor's corrections, each of which must match exactly as often as it says."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher

from build_scripts.diagnostics import bad
from build_scripts.model import CORRECTION_RULE, Correction, Document
from build_scripts.traced import Edit, Traced


def correct(document: Document) -> Document:
    """Apply the corrections of `decisions.yaml` that name this document or, with one document, only a block or note.

    Raises BadInput `correction-mismatch` where `before` does not stand as often as is said, or the place does not exist.
    """
    source = document.source
    known = {story.id for story in source.stories} or {source.id}
    for correction in source.corrections:
        owner, _, place = correction.where.rpartition("#")
        if correction.where in known:  # the document as a whole
            owner, place = correction.where, ""
        if owner not in known and (owner or len(known) > 1):
            sentence = f"“{correction.where}” names no document of this source"
            raise bad(correction.place, "correction-mismatch", sentence, f"write {sorted(known)[0]}#{place or 'p1'}")
        if owner and owner != document.id:
            continue
        document = _corrected(document, correction, place)
    return document


def _corrected(document: Document, correction: Correction, place: str) -> Document:
    """The document with one correction made in the block or note `place`, in all of them where it is empty."""
    parts = [part for part in document.parts if part.id == place or not place]
    if not parts:
        raise bad(
            correction.place,
            "correction-mismatch",
            f"“{document.id}” has no block or note “{place}”",
            "ids stand in the page as published, for example p3 or n12",
        )
    found = sum(part.text.text.count(correction.before) for part in parts) if correction.before else 0
    if found != correction.count:
        wanted = "once" if correction.count == 1 else f"{correction.count} times"
        sentence = f"“{correction.before}” stands {found} times in {place or document.id}, not {wanted}"
        hint = (
            "quote more of the text around it" if correction.count == 1 else f"write “count: {found}” if all of them are meant"
        )
        raise bad(correction.place, "correction-mismatch", sentence, hint)
    wanted_ids = {part.id for part in parts}

    def change(text: Traced) -> Traced:
        places = re.finditer(re.escape(correction.before), text.text)
        return text.edit(edit for match in places for edit in _differences(correction, match.start()))

    return replace(
        document,
        blocks=tuple(replace(b, text=change(b.text)) if b.id in wanted_ids else b for b in document.blocks),
        notes=tuple(replace(n, text=change(n.text)) if n.id in wanted_ids else n for n in document.notes),
    )


def _differences(correction: Correction, start: int) -> list[Edit]:
    """Only what differs between before and after, so that the ledger keeps what an editor did not touch."""
    pairs = SequenceMatcher(None, correction.before, correction.after, autojunk=False).get_opcodes()
    return [
        Edit(start + at, start + end, correction.after[first:last], CORRECTION_RULE)
        for what, at, end, first, last in pairs
        if what != "equal"
    ]
