"""Places of the texts where converters of independent make differ, and nobody has said what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts.diagnostics import Diagnostic, line_of
from build_scripts.model import Document, Place, Witness
from build_scripts.text.characters import is_han
from build_scripts.text.conversion import convert
from build_scripts.text.scripts import conversions_of, needs_conversion, region_of, script_of
from build_scripts.traced import Traced

HINT = "read the place, and say how the word is shown in seeds/conversion.yaml: “{tree}: {{word: word as shown}}”"


def check_conversion(witnesses: Iterable[Witness], trees: Iterable[str]) -> Iterator[Diagnostic]:
    """`conversion-doubt`, a warning for each place of a title, block or note whose converted character is doubtful."""
    for witness in witnesses:
        language = witness.source.language
        for tree in (tree for tree in trees if needs_conversion(language, tree)):
            for document in witness.documents:
                for name, text in _texts(document):
                    yield from _doubts(witness, f"{document.id} {name}", text, tree)


def _texts(document: Document) -> Iterator[tuple[str, Traced]]:
    yield from ((item.name, item.text) for item in document.fields)
    yield from ((block.id, block.text) for block in document.blocks)
    yield from ((note.id, note.text) for note in document.notes if any(map(is_han, note.text.text)))


def _doubts(witness: Witness, where: str, text: Traced, tree: str) -> Iterator[Diagnostic]:
    source = witness.source
    for doubt in convert(text.text, script_of(tree), region_of(source.language), conversions_of(tree)).doubts:
        context = text.text[max(0, doubt.at - 6) : doubt.at + 7]
        sentence = f"{where}: {doubt.published} of “{context}” is {doubt.converted} in {tree}, or {doubt.others}"
        line = line_of(witness.raw, _offset(text, doubt.at))
        yield Diagnostic(Place(source.raw_path, line), "conversion-doubt", sentence, HINT.format(tree=tree), "warning")


def _offset(text: Traced, at: int) -> int:
    """The code point of the capture from which a character of the text comes."""
    placed = next((place, run) for place, run in text.placed() if place <= at < place + len(run.text))
    return placed[1].start + min(at - placed[0], placed[1].end - placed[1].start - 1)
