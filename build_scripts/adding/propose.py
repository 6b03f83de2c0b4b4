"""A capture to its proposal: language, shape and kind, then read as they say, and the facts that come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from build_scripts.adding.facts import facts_of
from build_scripts.adding.files import read_text
from build_scripts.adding.language import language_of
from build_scripts.adding.proposal import Certainty, Proposal, Proposed
from build_scripts.adding.record import commented
from build_scripts.adding.shape import shape_of
from build_scripts.decode import PLAIN, Decoded, digest, digest_of_bytes
from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.model import Kind, Source, Witness
from build_scripts.readers import READERS
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.laid.layout import propose_layout
from build_scripts.seed.catalogue import ID, LONGEST_ID, RESERVED, read_stories
from build_scripts.seed.layout import structure_of
from build_scripts.seed.settings import Settings
from build_scripts.seed.structure import given_roles
from build_scripts.text.romanise import romanise

PLAIN_NAMES = re.compile(r"raw|index|article|page|content|download|document|untitled|default|view|detail|\d*")
NEWSPAPER = ("newspaper-page", Certainty.LIKELY)
SYLLABLES = 4  # of a title, for an id


def propose(name: str, data: bytes, given_id: str, path: Path, settings: Settings) -> Proposal:
    """The proposal for a capture, the file at `path` as it is called in messages. `given_id` is empty where an id is to be
    found, from the file's name or the title.

    Raises BadInput `undecodable` or `too-large`.
    """
    decoded, encoding = read_text(name, data, str(path))
    language, sure, why = language_of(decoded.text, decoded.stated)
    lines = lay_lines(decoded)
    layout = propose_layout(given_id or _id(path.stem, ""), lines)
    several = bool(layout.text)
    reader, shape_sure, shape_why = (*NEWSPAPER, layout.because) if several else shape_of(name, lines)
    kind = _kind(settings.kinds, reader)
    sha256 = digest_of_bytes(data)
    text_sha256 = "" if name == PLAIN else digest(decoded.text)
    source = Source(given_id or "new", kind, reader, language, sha256, Path(given_id or "new"), encoding=encoding, capture=name)
    witness, problems = _read(_laid_out(source, layout.text, settings) if several else source, decoded)
    facts = list(facts_of(witness, decoded.stated, language))
    title = next((each.found or each.text for each in facts if each.key == "title"), "")
    new_id = given_id or _id(path.stem, "" if several else title)
    proposed = [
        Proposed(
            "id", new_id, Certainty.SURE if given_id else Certainty.GUESS, "--id" if given_id else "it is in addresses for ever"
        ),
        Proposed("kind", kind.id, Certainty.GUESS, f"one of {', '.join(settings.kind_names)}"),
        Proposed("reader", reader, shape_sure, shape_why),
        Proposed("language", language, sure, why),
        Proposed("sha256", sha256, Certainty.SURE, "of the file"),
        *([Proposed("text-sha256", text_sha256, Certainty.SURE, "of its text as decoded")] if text_sha256 else []),
        *([Proposed("encoding", encoding, Certainty.LIKELY, "the first words read right")] if encoding else []),
        *facts,
    ]
    return Proposal(new_id, name, data, decoded, tuple(proposed), witness, tuple(problems), layout)


def _laid_out(source: Source, layout: str, settings: Settings) -> Source:
    """The source with the stories of a proposed layout."""
    shown = f"seeds/{source.id}/layout.yaml"
    structure, places = structure_of(layout, shown)
    stories = read_stories(structure, source.kind.id, source.language, settings, places, shown)
    return replace(source, stories=stories, roles=given_roles(structure, "structure.", places), places=places)


def _kind(kinds: Sequence[Kind], reader: str) -> Kind:
    """The likeliest kind: of a page or paper news, of an article what is neither news nor quoted by all."""
    news = next((kind for kind in kinds if kind.news), None)
    other = next((kind for kind in kinds if not kind.news and not kind.base), None)
    wanted = other if reader in ("journal-article", "word-document") else news
    return wanted or other or kinds[0]


def _read(source: Source, decoded: Decoded) -> tuple[Witness | None, Sequence[Diagnostic]]:
    try:
        return READERS[source.reader].read(source, decoded.text, decoded), []
    except BadInput as problem:
        return None, problem.diagnostics


def _id(stem: str, title: str) -> str:
    """An id from the file's name where that says something, else from the first syllables of the title."""
    for words in (_words(stem), _words(romanise(commented(title)))[:SYLLABLES]):
        name = "-".join(words)[: LONGEST_ID // 2].strip("-")
        if ID.fullmatch(name) and not PLAIN_NAMES.fullmatch(name) and not RESERVED.fullmatch(name):
            return name
    return "new-text"


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())
