"""How far the translation of each document has come: which of its blocks and notes are official, reviewed, drafts, a machine's,
and which are out of date or missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model import Document, Translation
from build_scripts.standing import Status
from build_scripts.views.document import State

STEPS: tuple[str, ...] = (*reversed(Status), State.STALE, State.MISSING)


@dataclass(frozen=True, slots=True)
class Progress:
    """The parts of a document by how far a translation of it has come, in the order of `STEPS`: ids, of all steps.

    `number` is that of the translation on the page of the document, from 1.
    """

    document: Document
    translation: Translation | None
    parts: Mapping[str, tuple[str, ...]]
    number: int = 1

    @property
    def main(self) -> str:
        """The step that most of the parts have reached."""
        return max(self.parts, key=lambda step: len(self.parts[step]))

    @property
    def apart(self) -> Mapping[str, tuple[str, ...]]:
        """The parts that are not where most of them are."""
        return {step: ids for step, ids in self.parts.items() if ids and step != self.main}


def progress_of(document: Document) -> list[Progress]:
    """How far each translation of a document has come; where there is none, all of it is missing."""
    given: Sequence[Translation | None] = document.translations or (None,)
    return [Progress(document, each, _parts(document, each), number) for number, each in enumerate(given, 1)]


def _parts(document: Document, translation: Translation | None) -> dict[str, tuple[str, ...]]:
    translated = {part.id for part in translation.parts if part.text.text} if translation else set()
    found: dict[str, list[str]] = {step: [] for step in STEPS}
    for part in document.parts:
        found[_step(translation, part.id) if translation and part.id in translated else State.MISSING].append(part.id)
    return {step: tuple(ids) for step, ids in found.items()}


def _step(translation: Translation, name: str) -> str:
    return State.STALE if name in translation.stale else translation.standing_of(name).status


def counts_of(all_progress: Iterable[Progress]) -> Sequence[int]:
    """How many parts have reached each of the steps."""
    given = list(all_progress)
    return [sum(len(each.parts[step]) for each in given) for step in STEPS]
