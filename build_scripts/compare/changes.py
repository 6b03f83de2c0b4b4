"""What has changed for readers between two states of an edition: texts, translations, links, works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_scripts.edition.edition import Edition
from build_scripts.links.model import Span, TextLink
from build_scripts.model import Document, Translation

HEADS = ("Texts and notes", "Translations", "How far translations have come", "Links between texts", "Works cited")


@dataclass(frozen=True, slots=True)
class ReaderChange:
    """What is said under a name, before and now; None where the name was not there, or is no longer."""

    name: str
    before: str | None
    after: str | None

    @property
    def kind(self) -> str:
        """`added`, `gone` or `changed`."""
        return "added" if self.before is None else "gone" if self.after is None else "changed"


def compare(old: Edition, new: Edition) -> dict[str, list[ReaderChange]]:
    """Under a head for each sort what was added, what is gone, and what has changed; no head without a change."""
    found = zip(HEADS, _sorts(old), _sorts(new), strict=True)
    sorts = {head: list(_changes(before, after)) for head, before, after in found}
    return {head: changes for head, changes in sorts.items() if changes}


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[ReaderChange]:
    """A change for each name that one side alone has, or that has other words; in the order of the new side, then the old."""
    yield from (ReaderChange(name, old.get(name), words) for name, words in new.items() if old.get(name) != words)
    yield from (ReaderChange(name, words, None) for name, words in old.items() if name not in new)


def _sorts(edition: Edition) -> tuple[dict[str, str], ...]:
    """The words that readers see, by their names, in the order of `HEADS`."""
    documents = edition.documents
    texts = {f"{each.id}#{part.id}": part.text.text for each in documents for part in each.parts}
    translations = {
        f"{each.id}#{part.id}-{key}": part.text.text
        for each in documents
        for key, translation in _keyed(each)
        for part in translation.parts
    }

    def words(span: Span) -> str:
        place = f"{span.document}#{span.block}"
        return f"{place} “{texts[place][span.start : span.end]}”"

    named = [(each.name, each.link) for each in edition.numbering.links]
    links = {name: f"{words(link.source)} → {words(link.target)}" for name, link in named if isinstance(link, TextLink)}
    works = {work.id: ", ".join([work.title, *(f"{by.document}#{by.id}" for by in work.cited_by)]) for work in edition.works}
    return texts, translations, dict(_standings(edition)), links, works


def _standings(edition: Edition) -> Iterator[tuple[str, str]]:
    """How far each translation has come, and each section that is not as the whole is."""
    for document in edition.documents:
        for key, translation in _keyed(document):
            yield f"{document.id}-{key}", str(translation.standing)
            for name, standing in translation.standings.items():
                yield f"{document.id}#{name}-{key}", str(standing)


def _keyed(document: Document) -> Iterator[tuple[str, Translation]]:
    """Each translation with what the ids of its texts end with."""
    return ((each.key if at else each.language, each) for at, each in enumerate(document.translations))
