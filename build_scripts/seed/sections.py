"""Sections of a translation: which block or note each belongs to, by its id and its words, and how far it has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from build_scripts.diagnostics import Diagnostic, bad
from build_scripts.model import Document, Place
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.values import is_date, one_of
from build_scripts.standing import Standing, Status

OLDER = {"working": Status.DRAFT}  # what files said before a draft and a machine's were told apart
REVIEW = "reviewed, who did it, and the day: “reviewed Li Hua 2025-09-03”"
ISO_DAY = 10  # characters of an ISO date


@dataclass(frozen=True, slots=True)
class Section:
    """One translated block or note as the file has it; `standing` is None where it is that of the whole, `comments` are the
    translator's, `(label, language, words)`, the language empty where it is that of the whole.
    """

    document: str
    id: str
    digest: str
    text: str
    place: Place
    standing: Standing | None = None
    comments: tuple[tuple[str, str, str], ...] = ()


def read_standing(words: str, place: Place) -> Standing:
    """A status in the words of a file: `machine`, `draft`, `official`, or `reviewed`, who did it, and the day.

    >>> read_standing("reviewed Li Hua 2025-09-03", Place("x")).reviewer
    'Li Hua'

    Raises BadInput: bad-translation for another word or a review by nobody, bad-date for what is no day.
    """
    first, *rest = words.split()
    status = OLDER.get(first, first)
    one_of(status, Status, place, "bad-translation", "status")
    if status == Status.REVIEWED:
        return _review(rest, place)
    if rest:
        sentence = f"“{' '.join(rest)}” stands behind “{first}”"
        raise bad(place, "bad-translation", sentence, f"only a review says more: {REVIEW}")
    return Standing(Status(status))


def _review(words: list[str], place: Place) -> Standing:
    reviewer, day = " ".join(words[:-1]), words[-1] if words else ""
    if len(day) != ISO_DAY or not is_date(day):
        raise bad(place, "bad-date", f"“{day}” is not the day of a review" if day else "a review has no day", f"write {REVIEW}")
    if not any(map(str.isalpha, reviewer)):
        raise bad(place, "bad-translation", "a review names nobody", f"write {REVIEW}")
    return Standing(Status.REVIEWED, reviewer, day)


def settle(document: Document, sections: Iterable[Section]) -> tuple[list[Section], list[Diagnostic]]:
    """The sections under the ids of what they translate now, and what there is to say of those whose heads name other ones.

    A section keeps its id where that has its words; else it goes to the one text that has them, else to that of its id, which
    has changed. One of an id that is retired is left out. Raises BadInput: unknown-id.
    """
    digests = {part.id: digest(part.text.text) for part in document.parts}
    sections = list(sections)
    taken = {each.id for each in sections if digests.get(each.id) == each.digest}
    count = Counter(digests.values())
    free = {value: name for name, value in digests.items() if count[value] == 1 and name not in taken}
    settled: list[Section] = []
    found: list[Diagnostic] = []
    for section in sections:
        name = section.id if section.id in taken else free.pop(section.digest, "")
        if name:
            settled.append(replace(section, id=name))
    named = {each.id for each in settled}
    kept = {each.place: each for each in settled}
    for section in sections:
        if section.place not in kept and section.id in digests and section.id not in named:
            kept[section.place] = section
    found = [each for section in sections for each in _said(document, section, kept.get(section.place), digests)]
    return [kept[each.place] for each in sections if each.place in kept], found


def _said(document: Document, section: Section, settled: Section | None, known: Mapping[str, str]) -> Iterator[Diagnostic]:
    if settled:
        if settled.id != section.id:
            sentence = f"the words that this section translates stand in {document.id} {settled.id}, not in {section.id}"
            hint = f"write ## {settled.id} {section.digest}"
            yield Diagnostic(section.place, "translation-moved", sentence, hint, "warning")
        return
    retired = next((each for each in document.retired if each.id == section.id), None)
    if retired:
        where = f"stands in {retired.document} {retired.target} now" if retired.target else "is no longer in the text"
        sentence = f"{document.id} {section.id} {where}; its translation is not shown"
        yield Diagnostic(section.place, "translation-moved", sentence, "use it there, or take the section out", "warning")
    elif section.id in known:
        sentence = f"{document.id} {section.id} has another translation by its words, and this one is not shown"
        yield Diagnostic(section.place, "translation-moved", sentence, "give the section the id that it translates", "warning")
    else:
        raise bad(section.place, "unknown-id", f"“{document.id}” has no block or note “{section.id}”")
