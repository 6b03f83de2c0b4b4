"""Translations that come with a seed, `translation.<language>.md`: by block and note id, with a hash of what each translates.

    ---
    language: en
    status: working
    by: who made it
    ---

    ## p1 6e7951a5ccd40bb9
    The text on one or more lines, with note calls as [^1] and official words in {braces}.

On a newspaper page an id is `<document>#<id>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from build_scripts.anchors import digest
from build_scripts.diagnostics import Diagnostic, bad
from build_scripts.located import check_keys, read_text
from build_scripts.model import Block, Document, Mark, Note, Place, Source, Translation, Witness
from build_scripts.traced import capture

KEYS = ("language", "status", "by")
STATUSES = ("official", "working")
HEAD = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
SECTION = re.compile(r"^## (?:([a-z0-9-]+)#)?([a-z0-9-]+) ([0-9a-f]{16})$", re.MULTILINE)
MARKUP = re.compile(r"\[\^(\d{1,3})\]|[{}]")


@dataclass(frozen=True, slots=True)
class Section:
    """One translated block or note as the file has it."""

    document: str
    id: str
    digest: str
    text: str
    place: Place


def attach(witness: Witness) -> tuple[Witness, list[Diagnostic]]:
    """The witness with the translations that its seed folder holds, and what there is to say of them.

    A document whose capture carries its own translation keeps that. Raises BadInput for a file that cannot be read.
    """
    documents, found = list(witness.documents), []
    for path in sorted(witness.source.folder.glob("translation.*.md")):
        shown = f"seeds/{witness.source.folder.name}/{path.name}"
        head, sections = parse(read_text(path, shown), shown, witness.source)
        for index, document in enumerate(documents):
            own = [section for section in sections if section.document == document.id]
            if own and not document.translation:
                documents[index] = replace(document, translation=_translation(document, head, own))
                found += _said(documents[index], Place(shown), {section.id: section.place for section in own})
    return replace(witness, documents=tuple(documents)), found


def parse(text: str, shown: str, source: Source) -> tuple[dict[str, str], list[Section]]:
    """Head and sections of a translation file. Raises BadInput: bad-translation, unknown-key, unknown-id, duplicate-id."""
    head = HEAD.match(text)
    try:
        data = yaml.safe_load(head[1]) if head else None
    except yaml.YAMLError:
        data = None
    if not isinstance(data, dict):
        hint = "begin with ---, language, status and by, and ---"
        raise bad(Place(shown), "bad-translation", "the file has no head", hint)
    check_keys(data, KEYS, {}, shown)
    if data.get("status") not in STATUSES or not data.get("by") or not data.get("language"):
        hint = f"language, by, and a status: {' or '.join(STATUSES)}"
        raise bad(Place(shown, 2), "bad-translation", "the head must say language, status and by", hint)
    sections = list(_sections(text, shown, source))
    _check_ids(sections)
    return {key: str(value) for key, value in data.items()}, sections


def _sections(text: str, shown: str, source: Source) -> Iterator[Section]:
    heads = list(SECTION.finditer(text))
    for match, end in zip(heads, [*(head.start() for head in heads[1:]), len(text)], strict=True):
        body = " ".join(text[match.end() : end].split())
        yield Section(match[1] or source.id, match[2], match[3], body, Place(shown, text.count("\n", 0, match.start()) + 1))


def _check_ids(sections: list[Section]) -> None:
    seen: dict[tuple[str, str], Section] = {}
    for section in sections:
        key = (section.document, section.id)
        if key in seen:
            raise bad(section.place, "duplicate-id", f"“{section.id}” is translated twice", f"first in line {seen[key].place.line}")
        seen[key] = section


def _translation(document: Document, head: dict[str, str], sections: list[Section]) -> Translation:
    """The sections as a translation of the document. Raises BadInput: unknown-id."""
    blocks, notes = {block.id: block for block in document.blocks}, {note.id: note for note in document.notes}
    texts = {part.id: part.text.text for part in (*document.blocks, *document.notes)}
    translated: dict[str, Block] = {}
    calls: dict[str, tuple[tuple[int, int], ...]] = {}
    for section in sections:
        if section.id not in texts:
            raise bad(section.place, "unknown-id", f"“{document.id}” has no block or note “{section.id}”")
        if section.id in blocks:
            text, calls[section.id], marks = read_markup(section.text)
            block = blocks[section.id]
            translated[section.id] = Block(block.type, capture(text), block.level, block.id, marks)
    by_id = {section.id: section for section in sections}
    return Translation(
        language=head["language"], title=capture(document.titles.get(head["language"], "")),
        blocks=tuple(translated[name] for name in blocks if name in translated and translated[name].text.text),
        captured=False, status=head["status"], by=head["by"], calls=calls,
        notes=tuple(Note(note.number, capture(by_id[name].text)) for name, note in notes.items() if name in by_id),
        stale=frozenset(section.id for section in sections if section.digest != digest(texts[section.id])),
        missing=tuple(name for name in texts if name not in by_id or not by_id[name].text),
    )  # fmt: skip


def read_markup(text: str) -> tuple[str, tuple[tuple[int, int], ...], tuple[Mark, ...]]:
    """The text without its markup, its note calls `(at, number)` and its official words, in code points of that text.

    >>> read_markup("He {said so}.[^2]")
    ('He said so.', ((11, 2),), (Mark(start=3, end=10, role='official-words'),))
    """
    out, at, size = [], 0, 0
    calls: list[tuple[int, int]] = []
    marks: list[Mark] = []
    opened: int | None = None
    for match in MARKUP.finditer(text):
        out.append(text[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match[1]:
            calls.append((size, int(match[1])))
        elif match[0] == "{":
            opened = size
        elif opened is not None:
            marks.append(Mark(opened, size, "official-words"))
            opened = None
    return "".join([*out, text[at:]]), tuple(calls), tuple(marks)


def _said(document: Document, file: Place, places: dict[str, Place]) -> Iterator[Diagnostic]:
    """Warnings: what is stale, what is missing."""
    translation = document.translation
    assert translation
    for name in sorted(translation.stale):
        sentence = f"{document.id} {name} has changed since it was translated"
        yield Diagnostic(places[name], "stale-translation", sentence, "translate it again and give its new hash", "warning")
    if translation.missing:
        few = ", ".join(translation.missing[:5]) + (" …" if len(translation.missing) > 5 else "")
        sentence = f"{document.id} is not wholly translated: {few}"
        yield Diagnostic(file, "incomplete-translation", sentence, "add the sections", "warning")
