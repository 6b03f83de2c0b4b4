"""What came back, held against the texts and the translation files: accepted as changes of sections, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.diagnostics import Diagnostic, Report, bad
from build_scripts.exchange.changing import FileChange, change_file
from build_scripts.exchange.held import HeldTranslation, hold
from build_scripts.exchange.outgoing import units
from build_scripts.exchange.standing import NOBODY, Review
from build_scripts.exchange.unit import FILE, NAME, ReturnedUnit, TransUnit, fingerprint
from build_scripts.exchange.verdict import JudgedUnit, Verdict, judge
from build_scripts.model import Document
from build_scripts.text.scripts import same_language


@dataclass(frozen=True, slots=True)
class Accepted:
    """The translation files that change, with their new texts; what was done, in lines to print; what there is to say of it."""

    files: Mapping[Path, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()


def take_in(
    documents: Mapping[str, Document], returned: Iterable[ReturnedUnit], by: str = "", review: Review = NOBODY
) -> Accepted:
    """What becomes of the translation files, all of it or nothing. `by` says who made those that are not there yet, `review`
    who has approved what comes back as approved.

    Raises BadInput with everything that is refused, by the lines of the files that came back.
    """
    report = Report()
    groups = _grouped(returned, documents, report)
    held: dict[Path, HeldTranslation | None] = {}
    judged: dict[Path, list[tuple[Document, list[JudgedUnit]]]] = {}
    for (name, translation), theirs in groups.items():
        document = documents[name]
        path = document.source.folder / translation
        with report.collecting():
            if path not in held:
                held[path] = hold(document.source, translation)
            found = list(_judged(document, held[path], translation, theirs, review, report))
            judged.setdefault(path, []).append((document, found))
    report.stop_if_failed()
    changes = [change_file(path, held[path], texts, by) for path, texts in judged.items()]
    return _accepted(changes, report)


def _accepted(changes: Sequence[FileChange], report: Report) -> Accepted:
    warnings = [*report.found, *(warning for each in changes for warning in each.warnings)]
    files = {each.path: each.text for each in changes if each.text is not None}
    return Accepted(files, tuple(each.line for each in changes), tuple(warnings))


def _grouped(
    returned: Iterable[ReturnedUnit], documents: Mapping[str, Document], report: Report
) -> dict[tuple[str, str], list[ReturnedUnit]]:
    """The units by document and translation; each once, and of documents that there are."""
    groups: dict[tuple[str, str], list[ReturnedUnit]] = {}
    first: dict[tuple[str, str], ReturnedUnit] = {}
    for each in returned:
        document = each.name.partition("#")[0]
        match = FILE.fullmatch(each.translation)
        with report.collecting():
            if (each.translation, each.name) in first:
                place = first[each.translation, each.name].place
                raise bad(each.place, "duplicate-id", f"“{each.name}” comes back twice", f"first in {place.path}:{place.line}")
            first[each.translation, each.name] = each
            if document not in documents:
                raise bad(each.place, "unknown-id", f"there is no document “{document}”", f"there are: {', '.join(documents)}")
            if not match or same_language(documents[document].source.language, match["language"]):
                sentence = f"{document} can have no translation by the name “{each.translation[:60]}”"
                raise bad(
                    each.place, "bad-exchange", sentence, "the file keeps what it was exported with: translation.<language>.md"
                )
            groups.setdefault((document, each.translation), []).append(each)
    return groups


def _judged(
    document: Document,
    held: HeldTranslation | None,
    translation: str,
    returned: Sequence[ReturnedUnit],
    review: Review,
    report: Report,
) -> Iterator[JudgedUnit]:
    """Each unit of a document with what becomes of it; what is refused goes into the report."""
    language = translation.split(".")[1]
    by_sentence = any("." in each.name for each in returned)
    known = {each.name: each for each in units(document, held, language)}
    if by_sentence:
        known |= {each.name: each for each in units(document, held, language, sentences=True)}
    former = {name: section.digest for name, section in held.of(document).items()} if held else {}
    whole = {each.name for each in returned if "." not in each.name}
    for each in returned:
        with report.collecting():
            unit = known.get(each.name)
            if unit is None:
                _check_untouched(each)
                continue
            if each.name.partition(".")[0] in whole - {each.name}:
                raise bad(each.place, "duplicate-id", f"“{each.name}” comes back, and the whole of it too", "send one of them")
            verdict = judge(each, unit, former.get(_part(each.name), ""), review)
            report.add(verdict.warnings)
            yield JudgedUnit(unit, verdict, each.place)
    yield from _left_out(known.values(), returned)


def _left_out(known: Iterable[TransUnit], returned: Sequence[ReturnedUnit]) -> Iterator[JudgedUnit]:
    """The sentences that did not come back with others of their block: they stay as they are."""
    names = {each.name for each in returned}
    places = {_part(each.name): each.place for each in returned if "." in each.name}
    for unit in known:
        if "." in unit.name and unit.name not in names and (place := places.get(_part(unit.name))):
            yield JudgedUnit(unit, Verdict(standing=unit.standing), place)


def _part(name: str) -> str:
    """The id of the block or note that a unit is of, by the unit's name."""
    match = NAME.fullmatch(name)
    assert match
    return match["part"]


def _check_untouched(returned: ReturnedUnit) -> None:
    """A unit that is no longer there may come back as it went out, and only so."""
    if not returned.base or fingerprint(returned.target) != returned.base:
        hint = "export the file again: the text, or the translation’s sentences, may have changed"
        raise bad(returned.place, "unknown-id", f"there is no unit “{returned.name}” to take this translation", hint)
