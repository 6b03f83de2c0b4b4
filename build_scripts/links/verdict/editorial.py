"""The editor's last word on links: added, taken back, called otherwise, attributed to a work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from build_scripts.decided import find_once, unused
from build_scripts.links.cited.works import Work, works_of
from build_scripts.links.model import LinkType, Span, TextLink
from build_scripts.links.verdict.fidelity import Wordings, compare, fidelity_of
from build_scripts.links.words.fold import tokenise
from build_scripts.links.words.quotations import marked_spans
from build_scripts.links.words.regional import RegionalWords, general_words, other_regions
from build_scripts.model import Document
from build_scripts.source import LinkDecision, Passage, Place, Source


def apply_decisions(
    links: Iterable[TextLink], documents: Sequence[Document], works: Sequence[Work], words: RegionalWords | None = None
) -> list[TextLink]:
    """The links after every entry of `links` in the sources' `decisions.yaml`, in order.

    Raises BadInput `decision-mismatch` for an entry whose words are not there once, or which changes nothing.
    """
    by_id = {document.id: document for document in documents}
    current = list(links)
    sources: dict[Path, Source] = {}
    for document in documents:
        sources.setdefault(document.source.folder, document.source)
    for source in sources.values():
        for decision in source.decisions.links:
            current = _applied(current, decision, by_id, works, words or general_words())
    return current


def _applied(
    links: list[TextLink],
    decision: LinkDecision,
    documents: Mapping[str, Document],
    works: Sequence[Work],
    words: RegionalWords,
) -> list[TextLink]:
    source = _span(decision.source, documents, decision.place)
    target = _span(decision.target, documents, decision.place) if decision.target else None
    if target and source.overlap(target):
        raise unused(decision.place, f"{decision.source.document}#{decision.source.block} would lead to its own words there")
    meant = [link for link in links if _is_meant(link, source, target, bool(decision.source.words))]
    if not meant and (decision.retract or not (decision.type and target)):
        raise unused(decision.place, f"no link leaves {decision.source.document}#{decision.source.block} there")
    kept = [link for link in links if link not in meant]
    if decision.retract:
        return kept
    made = [_decided(link, decision, works) for link in meant] or [
        _new(source, _there(target), decision, documents, works, words)
    ]
    if made == meant:
        raise unused(decision.place, f"the link of {decision.source.document}#{decision.source.block} is so already")
    return [*kept, *made]


def _there(target: Span | None) -> Span:
    assert target  # an entry without a target is refused where there is no link
    return target


def _span(passage: Passage, documents: Mapping[str, Document], place: Place) -> Span:
    document = documents.get(passage.document)
    block = document.by_id.get(passage.block) if document else None
    if not block:
        raise unused(place, f"there is no block {passage.document}#{passage.block}")
    return Span(passage.document, passage.block, *find_once(passage, block.text.text, place))


def _is_meant(link: TextLink, source: Span, target: Span | None, exactly: bool) -> bool:
    """Whether an entry speaks of a link: its words lie within those named, or share most of them."""
    shared = link.source.overlap(source)
    size = link.source.end - link.source.start
    near = shared * 2 > size and (not exactly or shared * 2 > source.end - source.start)
    return near and (target is None or link.target.overlap(target) > 0)


def _decided(link: TextLink, decision: LinkDecision, works: Sequence[Work]) -> TextLink:
    kind = LinkType(decision.type) if decision.type else link.type
    return replace(link, type=kind, work=_work(decision, link.source.document, works) or link.work)


def _new(
    source: Span,
    target: Span,
    decision: LinkDecision,
    documents: Mapping[str, Document],
    works: Sequence[Work],
    words: RegionalWords,
) -> TextLink:
    """A link that the program did not find, with the differences of its words."""
    text, other = (_text(documents[span.document], span.block) for span in (source, target))
    ends = (source.start, source.end, target.start, target.end)
    languages = (documents[span.document].source.language for span in (source, target))
    changes = compare(text, other, _equal_tokens(text, other, ends, words), ends, Wordings(words, other_regions(*languages)))
    marked = any(start <= source.start and source.end <= end for start, end in marked_spans(text))
    work = _work(decision, source.document, works)
    return TextLink(LinkType(decision.type), fidelity_of(changes), marked, source, target, work, changes)


def _text(document: Document, block: str) -> str:
    return document.by_id[block].text.text


def _equal_tokens(text: str, other: str, ends: tuple[int, int, int, int], words: RegionalWords) -> list[tuple[int, int]]:
    """Pairs of indices of the tokens that both passages have, in order."""
    here, opposite = tokenise(text, words), tokenise(other, words)
    ours = [at for at in range(len(here.starts)) if ends[0] <= here.starts[at] and here.ends[at] <= ends[1]]
    theirs = [at for at in range(len(opposite.starts)) if ends[2] <= opposite.starts[at] and opposite.ends[at] <= ends[3]]
    matcher = SequenceMatcher(None, [here.codes[at] for at in ours], [opposite.codes[at] for at in theirs], autojunk=False)
    return [(ours[a + step], theirs[b + step]) for a, b, size in matcher.get_matching_blocks() for step in range(size)]


def _work(decision: LinkDecision, document: str, works: Sequence[Work]) -> str | None:
    """The id of the work that an entry names, by its own or by a note of the document (`n7`)."""
    if not decision.work:
        return None
    if decision.work in {work.id for work in works}:
        return decision.work
    cited = works_of(works, Passage(document, decision.work))
    if not cited:
        raise unused(decision.place, f"“{decision.work}” is no work and no note that cites one")
    return cited[0].id
