"""Official words stay official: what a working translation marks as such stands in the official translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from build_scripts.diagnostics import Diagnostic
from build_scripts.links.model import Link, LinkType, TextLink
from build_scripts.links.parallel.alignment import Pair
from build_scripts.model import Block, Document, Place

WORD = re.compile(r"[A-Za-z0-9]+(?:[’'-][A-Za-z0-9]+)*")
# The share of marked words that must stand, in order, in the official text: a quotation may be shortened or altered.
LEAST = 0.6
TAKING = (LinkType.QUOTATION, LinkType.REPRINT)


def check_official(
    documents: Sequence[Document], links: Sequence[Link], sentences: Mapping[str, Sequence[Pair]]
) -> Iterator[Diagnostic]:
    """`official-words` for each quotation whose translation marks none, and each marked span that is not official."""
    known = {document.id: document for document in documents}
    taking: dict[tuple[str, str], list[TextLink]] = {}
    for link in links:
        if isinstance(link, TextLink) and link.type in TAKING and link.target.document in sentences:
            taking.setdefault((link.source.document, link.source.block), []).append(link)
    for (name, block), found in taking.items():
        for translation in known[name].translations:
            translated = translation.by_id.get(block)
            if translated and not translation.captured and block not in translation.stale:
                place = Place(f"seeds/{known[name].source.folder.name}/{translation.file}")
                official = " ".join(_official(known[link.target.document], link, sentences) for link in found)
                yield from _compare(f"{name} {block}", translated, official, place)


def _official(document: Document, link: TextLink, sentences: Mapping[str, Sequence[Pair]]) -> str:
    """The official translation of the sentences in which the quoted words lie."""
    assert document.translation
    texts = {block.id: block.text.text for block in document.translation.blocks}
    pairs = [pair for pair in sentences[document.id] if any(span.overlap(link.target) for span in pair.source)]
    return " ".join(texts[span.block][span.start : span.end] for pair in pairs for span in pair.target)


def _compare(name: str, translated: Block, official: str, place: Place) -> Iterator[Diagnostic]:
    marked = [mark for mark in translated.marks if mark.role == "official-words"]
    if not marked:
        hint = "set the words of the official translation in {braces}"
        yield Diagnostic(place, "official-words", f"{name} quotes the speech and marks no official words", hint)
    for mark in marked:
        words = translated.text.text[mark.start : mark.end]
        if share_in(words, official) < LEAST:
            hint = f"the official translation reads: {official[:160]}"
            yield Diagnostic(place, "official-words", f"{name}: not the official words: “{words[:60]}”", hint)


def share_in(words: str, official: str) -> float:
    """The share of the words that stand, in order, in the official text; 1 where there are none.

    >>> share_in("x y advancement", "advancement of AI"), share_in("x y", "a b")
    (0.3333333333333333, 0.0)
    """
    ours = [word.lower() for word in WORD.findall(words)]
    theirs = [word.lower() for word in WORD.findall(official)]
    matches = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(match.size for match in matches) / len(ours) if ours else 1.0
