"""What joins the texts, as standoff: spans, links between texts, citations, translations, and the reasons of corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import Edition
from build_scripts.links.model import Link, LinkType, NoteCitation, TextLink
from build_scripts.model import Correction
from build_scripts.writers.tei.inline import Corrected, corrections
from build_scripts.writers.tei.scope import Scope, whole_id
from build_scripts.writers.tei.spans import beads_of, carried_words
from build_scripts.writers.tei.works import works_of
from build_scripts.writers.tei.xml import Element, make

ENDS = {LinkType.NOTE_CITATION: "citing cited"}


def document_standoff(scope: Scope) -> Element | None:
    """The standoff of one document; its links and works too where it has a file of its own. None where there is nothing."""
    parts = [_spans(scope), *_translated(scope), *_reasons(scope)]
    if not scope.whole:
        parts += [*_links(scope.joined.links, scope), works_of(scope.joined.works, scope.edition, scope)]
    found = [part for part in parts if part is not None]
    return make("standOff", *found) if found else None


def edition_standoff(edition: Edition) -> Element | None:
    """Every link between the documents and every work cited, for the file of the edition."""
    parts = [
        part
        for part in (
            *_links([(each.name, each.link) for each in edition.numbering.links], None),
            works_of(edition.works, edition, None),
        )
        if part is not None
    ]
    return make("standOff", *parts) if parts else None


def _spans(scope: Scope) -> Element | None:
    """Each span between its anchors."""
    spans = [
        make("span", id=scope.id(each.name), from_=scope.to(start), to=scope.to(end), type=each.kind)
        for spans in scope.joined.spans.values()
        for each in spans
        for (_, start), (_, end) in [each.anchors]
    ]
    return make("spanGrp", *spans) if spans else None


def _links(named: Sequence[tuple[str, Link]], scope: Scope | None) -> Iterator[Element]:
    """The links by type."""
    for kind in LinkType:
        links = [_link(name, link, scope) for name, link in named if link.type is kind]
        if links:
            yield make("linkGrp", *links, type=kind.value, targFunc=ENDS.get(kind, "from to"))


def _link(name: str, link: Link, scope: Scope | None) -> Element:
    """Source, then the work that a note cites, then what stands here; both ends of a link between texts."""
    targets = [_end(link.source.document, f"{name}-from", scope)]
    targets += [f"#{link.work}"] if isinstance(link, NoteCitation) else []
    targets += [_end(link.target.document, f"{name}-to", scope)] if link.target else []
    categories, governed = [f"#link-{link.type}"], ""
    if isinstance(link, TextLink):
        categories += [f"#fidelity-{link.fidelity}", *(["#marked"] if link.marked else [])]
        governed = f"#{link.work}" if link.work and not _elsewhere(link, scope) else ""
    identifier = name if scope else whole_id(link.source.document, name)
    return make("link", id=identifier, target=" ".join(targets), ana=" ".join(categories), corresp=governed)


def _elsewhere(link: Link, scope: Scope | None) -> bool:
    """Whether the work that a link names is listed in the file of another document."""
    return scope is not None and link.source.document != scope.document.id


def _end(document: str, name: str, scope: Scope | None) -> str:
    return scope.to(name, document) if scope else f"#{whole_id(document, name)}"


def _translated(scope: Scope) -> Iterator[Element]:
    """Blocks, notes, sentences and linked words with what translates them; what goes together is joined first."""
    translation = scope.document.translation
    if not translation:
        return
    known = {part.id for part in scope.document.parts}
    names = [part.id for part in translation.parts if part.id in known]
    pairs = [make("link", target=f"{scope.to(name)} {scope.to(f'{name}-{translation.language}')}") for name in names]
    beads = [bead for bead in beads_of(scope.edition, scope.document) if bead.source and bead.target]
    sentences = [
        [_side(scope, bead.name, end, side) for end, side in (("a", bead.source), ("b", bead.target))] for bead in beads
    ]
    linked = [
        [(scope.to(name), None), _side(scope, f"{name}-{translation.language}", "all", tuple(each.name for each in words))]
        for name, words in carried_words(scope.edition, scope.document)
    ]
    yield from (joint for sides in (*sentences, *linked) for _, joint in sides if joint is not None)
    groups = {
        "paragraph": pairs,
        "sentence": [_paired(each) for each in sentences],
        "words": [_paired(each) for each in linked],
    }
    for level, links in groups.items():
        if links:
            yield make("linkGrp", *links, type="translation", subtype=level, targFunc="source translation")


def _side(scope: Scope, bead: str, end: str, names: tuple[str, ...]) -> tuple[str, Element | None]:
    """A pointer to the sentences or words of one side, and the element that joins them where there are several."""
    if len(names) == 1:
        return scope.to(names[0]), None
    name = f"{bead}-{end}"
    return scope.to(name), make("join", id=scope.id(name), target=" ".join(map(scope.to, names)))


def _paired(sides: list[tuple[str, Element | None]]) -> Element:
    return make("link", target=" ".join(pointer for pointer, _ in sides))


def _reasons(scope: Scope) -> Iterator[Element]:
    """A note for each of the editor's corrections: what it changes as a whole, why and on what authority."""
    for part in scope.document.parts:
        found = corrections(part.text, scope.raw)
        decided = [each for each in scope.document.source.corrections if _names(each.where, part.id, scope)]
        for decision in decided if found else ():
            inside = _inside(decision, part.text.text, found)
            targets = [scope.to(f"{part.id}-corr{number}") for number, each in enumerate(found, 1) if each in inside]
            if targets:
                yield make(
                    "note",
                    make("quote", decision.before, type="before"),
                    make("quote", decision.after, type="after"),
                    *_segs("because", decision.because),
                    *_segs("authority", decision.authority),
                    type="correction",
                    resp="#resp-editor",
                    target=" ".join(targets),
                )


def _segs(kind: str, words: dict[str, str]) -> Iterator[Element]:
    return (make("seg", text, type=kind, lang=language) for language, text in words.items())


def _names(where: str, part: str, scope: Scope) -> bool:
    owner, _, place = where.rpartition("#")
    return where == scope.document.id or (place == part and owner in ("", scope.document.id))


def _inside(decision: Correction, text: str, found: list[Corrected]) -> list[Corrected]:
    """The corrected places that a decision covers: where its words stood before any correction, with exact ends."""
    pieces, places, at = [], [], 0
    for each in found:
        pieces += [text[at : each.start], each.sic]
        start = sum(map(len, pieces[:-1]))
        places.append((start, start + len(each.sic), each))
        at = each.end
    before = "".join([*pieces, text[at:]])
    spans = [match.span() for match in re.finditer(re.escape(decision.before), before)]
    return [each for first, last, each in places if any(start <= first and last <= end for start, end in spans)]
