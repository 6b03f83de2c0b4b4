"""Where a TEI element stands: one document, in a file of its own or in that of the edition; and how ids are written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from build_scripts.edition.edition import Edition
from build_scripts.model import Block, Comment, Document, Note, Translation
from build_scripts.standing import Standing, Status
from build_scripts.writers.tei.spans import Joined, joined

Calls = Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One of a document's texts; `suffix` ends the ids of a translation; `calls` are `(at, number)` by block id."""

    language: str
    suffix: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    calls: Calls
    stale: frozenset[str] = frozenset()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """A document as one file has it: `whole` in that of the edition, where ids bear the document's id."""

    edition: Edition
    document: Document
    raw: str
    whole: bool
    joined: Joined

    def id(self, name: str) -> str:
        """The `xml:id` of something of this document."""
        return whole_id(self.document.id, name) if self.whole else name

    def to(self, name: str, document: str = "") -> str:
        """A pointer to something of this document or of another one of the edition."""
        owner = document or self.document.id
        if self.whole:
            return f"#{whole_id(owner, name)}"
        return f"#{name}" if owner == self.document.id else f"{owner}.xml#{name}"

    @property
    def reviews(self) -> dict[Standing, str]:
        """Each review of the translation or of sections of it, with the id of who made it."""
        given = [standing for each in self.document.translations for standing in (each.standing, *each.standings.values())]
        made = dict.fromkeys(each for each in given if each.status is Status.REVIEWED)
        return {each: f"resp-review-{number}" for number, each in enumerate(made, 1)}

    def said_of(self, standing: Standing) -> dict[str, str]:
        """The attributes that say how far a translation or a section has come, and by whom it was reviewed."""
        review = self.reviews.get(standing)
        return {"ana": f"#translation-{standing.status}"} | ({"resp": self.to(review)} if review else {})

    def file(self, path: str) -> str:
        """A pointer to another file of the site, by its path under site/."""
        return f"../../{path}"


def whole_id(document: str, name: str) -> str:
    """The id of something of a document in the file of the edition; an XML name cannot begin with a digit or hyphen.

    >>> whole_id("evening-paper", "p1"), whole_id("2025-speech", "p1")
    ('evening-paper.p1', '_2025-speech.p1')
    """
    return f"{'' if document[:1].isalpha() else '_'}{document}.{name}"


def scopes(edition: Edition, whole: bool) -> list[Scope]:
    """Every document of the edition, in its order."""
    raw = {document.id: witness.raw for witness in edition.witnesses for document in witness.documents}
    ties = joined(edition)
    return [Scope(edition, each, raw[each.id], whole, ties[each.id]) for each in edition.documents]


def source_of(document: Document) -> TextVersion:
    """The text itself."""
    calls = {block.id: tuple(document.calls_in(block)) for block in document.blocks}
    title, comments = document.field("title"), document.comments
    return TextVersion(document.source.language, "", title, document.blocks, document.notes, calls, comments=comments)


def translations_of(document: Document) -> list[TextVersion]:
    """The translations, the first before the others."""
    return [_version(document, each, each.key if at else each.language) for at, each in enumerate(document.translations)]


def _version(document: Document, translation: Translation, key: str) -> TextVersion:
    """A translation; its title where the capture carries it."""
    title = translation.title.text if translation.captured else ""
    # Comments of further translations have ids of their own, as blocks do.
    ending = "" if translation is document.translations[0] else f"-{key}"
    return TextVersion(
        translation.language,
        f"-{key}",
        title,
        translation.blocks,
        translation.notes,
        _calls(document, translation),
        translation.stale,
        translation.standings,
        tuple(replace(each, id=f"{each.id}{ending}") for each in translation.comments),
    )


def _calls(document: Document, translation: Translation) -> Calls:
    if translation.captured:
        return {block.id: tuple(document.calls_in(block)) for block in translation.blocks}
    return translation.calls


def corresponding(scope: Scope, version: TextVersion, name: str) -> dict[str, str]:
    """What a translated block or note says of itself: what it translates, whether that has changed since, and how far it has
    come where it is not as the whole is.
    """
    if not version.suffix:
        return {}
    given = scope.said_of(version.standings[name]) if name in version.standings else {}
    if name in version.stale:
        given["ana"] = " ".join(["#translation-stale", *([given["ana"]] if given else [])])
    return {"corresp": scope.to(name)} | given
