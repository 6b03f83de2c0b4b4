"""Judged units to the new text of their translation file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from build_scripts.checks.translation import check_texts
from build_scripts.diagnostics import Diagnostic, bad
from build_scripts.exchange.held import HeldTranslation, read_held
from build_scripts.exchange.standing import DRAFT, least
from build_scripts.exchange.translation_file import AddedSection, SectionChange, rewrite
from build_scripts.exchange.unit import NAME
from build_scripts.exchange.verdict import JudgedUnit
from build_scripts.model import Document, Place
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.sections import Section
from build_scripts.seed.translations import read_markup
from build_scripts.standing import Standing

HEAD = "---\nlanguage: {language}\nstatus: {status}\nby: {by}\n---\n"
Judged = Sequence[tuple[Document, Sequence[JudgedUnit]]]


@dataclass(frozen=True, slots=True)
class FileChange:
    """The new text of a translation file, None where it stays; a line that says what was done; what there is to say of it."""

    path: Path
    text: str | None
    line: str
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class PartChange:
    """New words of a block or note, empty where they stay, whether they translate its text as it is now, and how far they have
    come, None where that stays."""

    document: Document
    id: str
    words: str
    renewed: bool
    standing: Standing | None
    place: Place

    @property
    def text(self) -> str:
        """The text that is translated."""
        return next(part.text.text for part in self.document.parts if part.id == self.id)


def change_file(path: Path, held: HeldTranslation | None, judged: Judged, by: str = "") -> FileChange:
    """The file with the units that were changed. Raises BadInput where it is not there and nobody is named who made it."""
    shown = f"seeds/{path.parent.name}/{path.name}"
    sections = {document.id: held.of(document) if held else {} for document, _ in judged}
    parts = [part for document, units in judged for part in _parts(document, units, sections[document.id])]
    if not parts:
        return FileChange(path, None, f"{shown}: nothing changed")
    whole = held.standing if held else least([part.standing or DRAFT for part in parts])
    changes = {line: change for part in parts for line, change in _changed(part, sections[part.document.id], whole)}
    text = held.text if held else _new_file(path, by, whole, parts[0].place)
    added = [each for document, _ in judged for each in _added(document, parts, sections[document.id], _heads(held), whole)]
    text = rewrite(text, changes, added)
    read_held(text, shown, judged[0][0].source)
    warnings = tuple(warning for part in parts if part.words for warning in _warnings(part, path.name.split(".")[1]))
    return FileChange(path, text, f"{shown}: {_told(parts, sections)}", warnings)


def _parts(document: Document, units: Iterable[JudgedUnit], sections: Mapping[str, Section]) -> Iterator[PartChange]:
    """Each block or note of which something changes: its new words put together, and whether all of it is renewed."""
    by_part: dict[str, list[JudgedUnit]] = {}
    for each in units:
        match = NAME.fullmatch(each.unit.name)
        assert match
        by_part.setdefault(match["part"], []).append(each)
    for name, found in by_part.items():
        changed = [each for each in found if each.verdict.words]
        renewed = all(each.verdict.renewed for each in found)
        after = [each.verdict.standing for each in found if each.verdict.standing]
        standing = least(after) if after and least(after) != found[0].unit.standing else None
        if changed or renewed or standing:
            words = _put_together(sections[name].text if name in sections else "", changed)
            yield PartChange(document, name, words, renewed, standing, (changed or found)[0].place)


def _put_together(words: str, changed: Sequence[JudgedUnit]) -> str:
    """The words of a section with the changed units in it; empty where none has changed."""
    for each in sorted(changed, key=lambda each: each.unit.at, reverse=True):
        words = words[: each.unit.at] + each.verdict.words + words[each.unit.at + len(each.unit.target) :]
    return words if changed else ""


def _changed(part: PartChange, sections: Mapping[str, Section], whole: Standing) -> Iterator[tuple[int, SectionChange]]:
    """The change of a section that is there, by the line of its head."""
    section = sections.get(part.id)
    if section:
        now = digest(part.text)
        digest_now = now if part.renewed and section.digest != now else ""
        yield section.place.line, SectionChange(part.words, digest_now, _in_head(part.standing, whole))


def _in_head(standing: Standing | None, whole: Standing) -> str | None:
    """What the head of a section says of it: nothing where it is as the whole is; None where what it says stays."""
    return None if standing is None else "" if standing == whole else str(standing)


def _added(
    document: Document, parts: Sequence[PartChange], sections: Mapping[str, Section], heads: Sequence[int], whole: Standing
) -> Iterator[AddedSection]:
    """The sections that the file does not have, each behind that of the text before it."""
    words = {part.id: part for part in parts if part.document.id == document.id}
    lines = {name: section.place.line for name, section in sections.items()}
    first = min(lines.values(), default=0)
    before = first
    for part in document.parts:
        if part.id in lines:
            before = next((line for line in heads if line > lines[part.id]), 0)
        elif part.id in words:
            prefix = "" if document.id == document.source.id else f"{document.id}#"
            standing = _in_head(words[part.id].standing, whole)
            head = f"## {prefix}{part.id} {digest(part.text.text)}{f' {standing}' if standing else ''}"
            yield AddedSection(before, head, words[part.id].words)


def _heads(held: HeldTranslation | None) -> list[int]:
    return sorted(section.place.line for section in held.sections) if held else []


def _new_file(path: Path, by: str, whole: Standing, place: Place) -> str:
    if not any(map(str.isalpha, by)):
        sentence = f"seeds/{path.parent.name}/{path.name} is not there yet, and nobody is named who made the translation"
        raise bad(place, "bad-exchange", sentence, "name them: import --by NAME")
    return HEAD.format(language=path.name.split(".")[1], status=whole, by=json.dumps(" ".join(by.split()), ensure_ascii=False))


def _warnings(part: PartChange, language: str) -> Iterator[Diagnostic]:
    """What the checks have to say of a translation that is accepted."""
    name = f"{part.document.id} {part.id}"
    translated = read_markup(part.words)[0]
    for each in check_texts(name, part.text, translated, part.place, language):
        yield replace(each, severity="warning")


def _told(parts: Sequence[PartChange], sections: Mapping[str, Mapping[str, Section]]) -> str:
    """What was done, by the ids of the sections."""
    sorts: dict[str, list[str]] = {}
    for part in parts:
        is_old = part.id in sections[part.document.id]
        sort = ("changed" if is_old else "added") if part.words else "renewed" if part.renewed else f"now {part.standing}"
        sorts.setdefault(sort, []).append(part.id)
    return "; ".join(f"{len(ids)} {sort} ({', '.join(ids)})" for sort, ids in sorts.items())
