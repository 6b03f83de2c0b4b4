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

DEFINITION = re.compile(r"^\[\^(t\d{1,3})\]:[ \t]*", re.MULTILINE)
RULE = "comment-mismatch"
HINT = "write [^t1] once in the text, and a line “[^t1]: …” below it, in the same section"
ReadMarkup = Callable[[str], tuple[str, tuple[tuple[int, str], ...], object]]


def divide_comments(body: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text of a section in one line, and the comments below it, `(label, words)`.

    >>> divide_comments("He said so.[^t1]\\n\\n[^t1]: In the\\nvernacular.\\n")
    ('He said so.[^t1]', (('t1', 'In the vernacular.'),))
    """
    text, *parts = DEFINITION.split(body)
    comments = zip(parts[::2], (" ".join(words.split()) for words in parts[1::2]), strict=True)
    return " ".join(text.split()), tuple(comments)


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
        words = dict(section.comments)
        if Counter(label for _, label in called) != Counter(label for label, _ in section.comments) or not all(words.values()):
            raise bad(section.place, RULE, f"comments and calls of {section.id} do not agree", HINT)
        if called and (section.id not in blocks or section.id == BlockType.HEADLINE):
            sentence = f"{section.id} cannot have a comment"
            raise bad(section.place, RULE, sentence, "put it into a block of the text that is not its headline")
        found += [Comment(label, section.id, at, {language: words[label]}) for at, label in called]
        twice = next((label for label, count in Counter(each.id for each in found).items() if count > 1), None)
        if twice:
            raise bad(section.place, RULE, f"“{twice}” is called twice", "count the comments of a document from t1")
    return tuple(found)


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
