"""Batches as XLIFF 1.2 (OASIS Standard, 1 February 2008), valid against its strict schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial

from lxml import etree

from build_scripts import __version__
from build_scripts.exchange import xml_writing
from build_scripts.exchange.markup import pieces
from build_scripts.exchange.standing import ToolState
from build_scripts.exchange.unit import Batch, BatchText, TransUnit, went_out
from build_scripts.exchange.xml_writing import LANG, SPACE
from build_scripts.standing import Standing, Status

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
CALL_TYPE = "x-note-call"
TOOL = "duizhao"
REVIEW = "review"
# What a tool may say of a target; everything else is open.
TOOL_STATES = {
    "": ToolState.UNKNOWN,
    "translated": ToolState.DONE,
    "signed-off": ToolState.APPROVED,
    "final": ToolState.APPROVED,
}
# What a target says of itself, by its status; None where the text has changed since.
STATES: Mapping[Status | None, Mapping[str, str]] = {
    None: {"state": "needs-review-translation"},
    Status.MACHINE: {"state": "needs-review-translation", "state-qualifier": "mt-suggestion"},
    Status.DRAFT: {"state": "translated"},
    Status.REVIEWED: {"state": "signed-off"},
    Status.OFFICIAL: {"state": "final"},
}
element = partial(xml_writing.element, namespace=XLIFF)


def write_xliff(batch: Batch) -> bytes:
    """The file: a `<file>` for each document, a `<trans-unit>` for each unit.

    Calls of notes are `<x>`, in source and target of one id; official words are `<mrk mtype="protected">`. `extradata` has the
    fingerprint of the target, `original` the name of the translation file, a `<phase>` who reviewed and when.
    """
    return xml_writing.file_of(element("xliff", {"version": "1.2"}, inside=(_file(batch, text) for text in batch.texts)))


def _file(batch: Batch, text: BatchText) -> etree._Element:
    attributes = {
        "original": f"{text.document}/{batch.translation}",
        "source-language": text.language,
        "target-language": batch.language,
        "datatype": "plaintext",
        "tool-id": TOOL,
    }
    reviews = dict.fromkeys(unit.standing for unit in text.units if _is_reviewed(unit))
    phases = {standing: f"review-{number}" for number, standing in enumerate(reviews, 1) if standing}
    about = [element("phase-group", inside=map(_phase, phases.items()))] if phases else []
    about.append(element("tool", {"tool-id": TOOL, "tool-name": "Duizhao", "tool-version": __version__}))
    body = element("body", inside=(_unit(unit, batch.language, text, phases) for unit in text.units))
    return element("file", attributes, inside=[element("header", inside=about), body])


def _state(unit: TransUnit) -> ToolState:
    """What is said of the unit, as its reader will understand it."""
    if not unit.standing:
        return ToolState.UNKNOWN
    return TOOL_STATES.get(STATES[None if unit.stale else unit.standing.status]["state"], ToolState.OPEN)


def _is_reviewed(unit: TransUnit) -> bool:
    return unit.standing is not None and unit.standing.status is Status.REVIEWED


def _phase(named: tuple[Standing, str]) -> etree._Element:
    """Who reviewed, and when."""
    standing, name = named
    day = f"{standing.day}T00:00:00Z"
    return element("phase", {"phase-name": name, "process-name": REVIEW, "contact-name": standing.reviewer, "date": day})


def _unit(unit: TransUnit, language: str, text: BatchText, phases: Mapping[Standing, str]) -> etree._Element:
    attributes = {
        "id": unit.name,
        "resname": unit.name,
        "restype": f"x-{unit.kind}",
        SPACE: "preserve",
        "extradata": went_out(unit.target, _state(unit)),
    }
    if _state(unit) is ToolState.APPROVED:
        attributes["approved"] = "yes"
    inside = [_filled(element("source", {LANG: text.language}), unit.source, braces=False)]
    if unit.standing:
        known = {LANG: language, **(STATES[None] if unit.stale else STATES[unit.standing.status])}
        if unit.standing in phases:
            known["phase-name"] = phases[unit.standing]
        inside.append(_filled(element("target", known), unit.target, braces=True))
    inside += [element("note", {"from": TOOL}, remark) for remark in unit.remarks]
    return element("trans-unit", attributes, inside=inside)


def _filled(whole: etree._Element, text: str, braces: bool) -> etree._Element:
    """The element with the text in it, whose markup are elements; without `braces` those are characters as others are."""
    inside = whole
    calls: Counter[str] = Counter()
    for sort, words in pieces(text):
        if sort == "call":
            calls[words] += 1
            again = f"-{calls[words]}" if calls[words] > 1 else ""
            inside.append(element("x", {"id": f"n{words}{again}", "ctype": CALL_TYPE, "equiv-text": f"[^{words}]"}))
        elif sort == "open" and braces:
            inside = element("mrk", {"mtype": "protected"})
            whole.append(inside)
        elif sort == "close" and braces:
            inside = whole
        else:
            _add_words(inside, words)
    return whole


def _add_words(inside: etree._Element, words: str) -> None:
    if len(inside):
        inside[-1].tail = (inside[-1].tail or "") + words
    else:
        inside.text = (inside.text or "") + words
