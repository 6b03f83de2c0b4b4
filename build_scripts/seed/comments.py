"""What translators and editors say at a place: `[^t1]` in a translation, `comments` in `decisions.yaml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from build_scripts.decided import find_once, unused
from build_scripts.diagnostics import bad
from build_scripts.model import BlockType, Comment, Document, Witness
from build_scripts.seed.sections import Section
from build_scripts.seed.settings import LANGUAGES

DEFINITION = re.compile(rf"^\[\^(t\d{{1,3}})(?: ({'|'.join(LANGUAGES)}))?\]:[ \t]*", re.MULTILINE)
RULE = "comment-mismatch"
HINT = "write [^t1] once in the text, and a line “[^t1]: …” below it, in the same section (“[^t1 zh-Hans]: …” for a tree)"
ReadMarkup = Callable[[str], tuple[str, tuple[tuple[int, str], ...], object]]


def divide_comments(body: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """The text of a section in one line, and the comments below it, `(label, language, words)`; the language is empty where it
    is that of the translation.

    >>> divide_comments("He said so.[^t1]\\n\\n[^t1]: In the\\nvernacular.\\n[^t1 zh-Hans]: 白话。\\n")
    ('He said so.[^t1]', (('t1', '', 'In the vernacular.'), ('t1', 'zh-Hans', '白话。')))
    """
    text, *parts = DEFINITION.split(body)
    words = (" ".join(each.split()) for each in parts[2::3])
    return " ".join(text.split()), tuple(zip(parts[::3], (each or "" for each in parts[1::3]), words, strict=True))


def translator_comments(
    sections: Iterable[Section], blocks: Collection[str], language: str, read: ReadMarkup
) -> tuple[Comment, ...]:
    """The comments of one document's translation in the order of their calls; `read` gives text and calls of a section.

    Raises BadInput `comment-mismatch` where a call has no comment or a comment no call, a label comes twice, or a note or a
    headline has one.
    """
    found: list[Comment] = []
    for section in sections:
        called = [(at, label) for at, label in read(section.text)[1] if label.startswith("t")]
        words = _by_label(section, language)
        if Counter(label for _, label in called) != Counter(words.keys()) or (section.comments and not words):
            raise bad(section.place, RULE, f"comments and calls of {section.id} do not agree", HINT)
        if called and (section.id not in blocks or section.id == BlockType.HEADLINE):
            sentence = f"{section.id} cannot have a comment"
            raise bad(section.place, RULE, sentence, "put it into a block of the text that is not its headline")
        found += [Comment(label, section.id, at, words[label]) for at, label in called]
        twice = next((label for label, count in Counter(each.id for each in found).items() if count > 1), None)
        if twice:
            raise bad(section.place, RULE, f"“{twice}” is called twice", "count the comments of a document from t1")
    return tuple(found)


def _by_label(section: Section, language: str) -> dict[str, dict[str, str]]:
    """The words of each comment by their language, that of the translation first; empty where one is not said in that, is
    said twice in a language or has no words.
    """
    words: dict[str, dict[str, str]] = {}
    for label, given, text in sorted(section.comments, key=lambda each: each[1] not in ("", language)):
        words.setdefault(label, {}).setdefault(given or language, text)
    whole = all(language in each and all(each.values()) for each in words.values())
    return words if whole and sum(map(len, words.values())) == len(section.comments) else {}


def attach_comments(witness: Witness) -> Witness:
    """The witness with what its editor says at places of its documents. Raises BadInput: decision-mismatch."""
    for decision in witness.source.decisions.comments:
        if decision.passage.document not in {document.id for document in witness.documents}:
            raise unused(decision.place, f"“{decision.passage.document}” is no document of this source")
    return replace(witness, documents=tuple(replace(each, comments=tuple(_of(each))) for each in witness.documents))


def _of(document: Document) -> Iterator[Comment]:
    decisions = [each for each in document.source.decisions.comments if each.passage.document == document.id]
    found: list[tuple[int, int, str, dict[str, str]]] = []
    places = {block.id: at for at, block in enumerate(document.blocks)}
    for decision in decisions:
        name = decision.passage.block
        if name not in places or document.by_id[name].type is BlockType.HEADLINE:
            raise unused(decision.place, f"“{document.id}” has no block “{name}” that can have a comment")
        _, end = find_once(decision.passage, document.by_id[name].text.text, decision.place)
        found.append((places[name], end, name, decision.words))
    for number, (_, at, name, words) in enumerate(sorted(found, key=lambda each: each[:2]), 1):
        yield Comment(f"e{number}", name, at, words)
