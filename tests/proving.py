"""A witness through the proof without a site: its ledger, and each of its texts as a page would show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts.diagnostics import line_starts
from build_scripts.edition.ledger import ledger_data, make_ledger
from build_scripts.model import CALLING_FIELDS, Block, Document, Field, Source, Witness
from build_scripts.proof.editor import Editor
from build_scripts.proof.expected import Key, Text, expected_texts
from build_scripts.proof.runs import Capture, check_open, check_runs


def unproven(witness: Witness, editor: Editor | None = None) -> list[str]:
    """What the proof would say of a witness whose pages show exactly its texts, warnings left out."""
    capture = Capture(
        witness.source.id, witness.raw, tuple(line_starts(witness.raw)), editor or Editor(language=witness.source.language)
    )
    ledger = ledger_data(make_ledger(witness))
    problems = [*check_runs(capture, ledger), *check_open(capture, ledger)]
    shown = {key: text for document in witness.documents for key, text in _shown(document, len(witness.documents) > 1)}
    return [
        *(f"{problem.at}: {problem.sentence}" for problem in problems if problem.severity == "error"),
        *_unlike(expected_texts(capture, ledger), shown, capture.editor.after),
    ]


def named_by(source: Source) -> Editor:
    """What an editor gives in a source that no file describes, as the proof would read it there."""
    roles = [*source.roles, *(given for story in source.stories for given in story.roles)]
    return Editor(
        named=frozenset((number, str(given.role)) for given in roles for number in range(given.first, given.last + 1))
    )


def _unlike(expected: dict[Key, Text], shown: dict[Key, str], after: tuple[str, ...]) -> Iterator[str]:
    for key, text in expected.items():
        if key not in shown:
            yield f"{key} is on no page"
        elif not text.holds(shown[key], after):
            yield f"{key} is {shown[key]!r}, expected {text.pieces!r}"


def _shown(document: Document, several: bool) -> Iterator[tuple[Key, str]]:
    whose = document.id if several else ""
    for name in dict.fromkeys(item.name for item in document.fields):
        calling = name in CALLING_FIELDS
        named = [item for item in document.fields if item.name == name]
        yield (whose, f"@{name}"), "".join(with_calls(item, document.calls_in(item) if calling else ()) for item in named)
    for block in document.blocks:
        yield (document.id, block.id), with_calls(block, document.calls_in(block))
    for note in document.notes:
        yield (document.id, note.id), note.text.text
    translation = document.translation
    if translation and translation.captured:
        yield (whose, "@translation-title"), translation.title.text
        for block in translation.blocks:
            yield (document.id, f"{block.id}-{translation.language}"), block.text.text


def with_calls(block: Block | Field, calls: Iterable[tuple[int, int]]) -> str:
    """The text of a block with its notes called as ⟦n⟧."""
    text = block.text.text
    for at, number in reversed(list(calls)):
        text = f"{text[:at]}⟦{number}⟧{text[at:]}"
    return text
