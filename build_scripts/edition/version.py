"""The version of an edition: what it is called by, made from its texts alone, and when they last changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2s

from build_scripts.model import Document, Witness

# What stands on a page where the version will, so that the page need not be made again because another one changed.
OPEN_NAME, OPEN_DATE, OPEN_LINE = "version-8b1f0c6e52d94a37", "day-8b1f0c6e52d94a37", "edition-8b1f0c6e52d94a37"
DIGEST = 4  # bytes: of 10,000 versions two have the same name with a chance of 1 in 90


@dataclass(frozen=True, slots=True)
class Version:
    """`name` is eight hexadecimal digits that follow from the texts; `date` the day on which a text last changed, as an ISO
    date, and `changed` that of each document by its id; empty where nothing tells.
    """

    name: str = ""
    date: str = ""
    changed: Mapping[str, str] = field(default_factory=dict)


def left_open(version: Version) -> Version:
    """A version of which name and day are left open."""
    return replace(version, name=version.name and OPEN_NAME, date=version.date and OPEN_DATE)


def make_version(witnesses: Iterable[Witness], days: Mapping[str, str]) -> Version:
    """The version of these texts; `days` are those of the last change by the ids of sources, as a repository tells them."""
    witnesses = list(witnesses)
    documents = {each.id: each for witness in witnesses for each in witness.documents}
    content = json.dumps([_content(documents[name]) for name in sorted(documents)], ensure_ascii=False, sort_keys=True)
    name = blake2s(content.encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()
    by_source = {witness.source.id: days.get(witness.source.id) or _recorded(witness) for witness in witnesses}
    changed = {name: by_source[each.source.id] for name, each in documents.items() if by_source[each.source.id]}
    return Version(name, max(by_source.values(), default=""), changed)


def _content(document: Document) -> list[object]:
    """All that a reader reads of a document, and the ids by which it is cited."""
    blocks = [[block.id, block.type.value, block.level, block.text.text, document.calls_in(block)] for block in document.blocks]
    notes = [[note.id, note.number, note.text.text] for note in document.notes]
    facts = [[fact.name, fact.value] for fact in document.facts.known]
    return [
        document.id,
        document.source.language,
        document.facts.title,
        facts,
        blocks,
        notes,
        _comments(document),
        list(_translation(document)),
    ]


def _comments(document: Document) -> list[object]:
    return [[each.id, each.block, each.at, dict(each.words)] for each in document.comments]


def _translation(document: Document) -> Iterator[object]:
    for translation in document.translations:
        yield [translation.language, str(translation.standing), translation.by, translation.title.text]
        yield {name: str(standing) for name, standing in translation.standings.items()}
        yield from ([part.id, part.text.text] for part in translation.parts)
        yield from ([each.id, each.block, each.at, dict(each.words)] for each in translation.comments)


def _recorded(witness: Witness) -> str:
    """The newest day that the record gives: of a change by the editor, else of the capture, else of publication."""
    given = witness.source.provenance
    published = [each.facts.time for each in witness.documents if not each.facts.is_inferred("published")]
    return next((day for day in (given.changed, given.retrieved, *sorted(published, reverse=True)) if len(day) == 10), "")
