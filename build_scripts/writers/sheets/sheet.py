"""A document's exercises by paragraph: what the texts that take its words changed, or what it changed itself; its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from build_scripts.edition.glossary import Term, uses
from build_scripts.edition.version import OPEN_LINE
from build_scripts.links.model import ChangeKind
from build_scripts.text.scripts import script_of
from build_scripts.views.collation import Collated, Taking, WitnessWords
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree

SheetData = dict[str, object]
ASKED = (ChangeKind.INSERTED, ChangeKind.OMITTED, ChangeKind.REPLACED)  # another region's words are no exercise by themselves
SAID_ELSEWHERE = ("view", "close")
# Under their names in the wording without “sheet-”.
LABELS = ("title", "choose", "exercises", "key", "print", "terms", "answers", "student", "day", "legend")


def sheet_of(tree: Tree, document: ShownDocument) -> SheetData:
    """`{labels, line, paragraphs}`: by the id of the block, its number, its exercises and its terms; the line is left open."""
    exercises = _exercises(tree, document)
    terms = _terms(tree, document)
    return {
        "labels": {key: tree.say(f"sheet-{key}") for key in LABELS} | {key: tree.say(key) for key in SAID_ELSEWHERE},
        "line": OPEN_LINE,
        "paragraphs": {
            row.block: {"number": row.number, "exercises": exercises[row.block], "terms": terms[row.block]}
            for row in document.rows
            if row.number
        },
    }


def _exercises(tree: Tree, document: ShownDocument) -> defaultdict[str, list[SheetData]]:
    """Each sentence that came to be altered, by the block of this document that has it."""
    found: defaultdict[str, list[SheetData]] = defaultdict(list)
    for sentence in tree.collation:
        for taking in sentence.takings:
            if not any(piece.kind in ASKED for piece in taking.pieces):
                continue
            if sentence.document.id == document.id:
                found[sentence.block].append(_asked_of_base(tree, taking))
            elif taking.document.id == document.id:
                found[taking.block].append(_asked_of_witness(tree, sentence, taking))
    return found


def _asked_of_base(tree: Tree, taking: Taking) -> SheetData:
    """The words of another text, to be held against those of the sheet."""
    asked = tree.say("sheet-others-changed").format(tree.document(taking.document.id).short)
    words = "".join(piece.words for piece in taking.pieces if piece.kind is not ChangeKind.OMITTED)
    return {"asked": asked, "words": words, "language": taking.language, "key": list(_key(taking))}


def _asked_of_witness(tree: Tree, sentence: Collated, taking: Taking) -> SheetData:
    """The sentence that the words of the sheet were taken from."""
    asked = tree.say("sheet-this-changed").format(tree.document(sentence.document.id).short)
    return {"asked": asked, "words": sentence.text, "language": sentence.language, "key": list(_key(taking))}


def _key(taking: Taking) -> Iterator[list[str]]:
    """Pieces `[kind, words]`: what was left out, what was put in, another region's words, and what is the same."""
    pieces = (marked for piece in taking.pieces for marked in _marked(piece))
    for kind, group in groupby(pieces, key=itemgetter(0)):
        yield [kind, "".join(words for _, words in group)]


def _marked(piece: WitnessWords) -> Iterator[list[str]]:
    if piece.kind in (ChangeKind.OMITTED, ChangeKind.REPLACED):
        yield ["omitted", piece.base]
    if piece.kind in (ChangeKind.INSERTED, ChangeKind.REPLACED):
        yield ["inserted", piece.words]
    elif piece.kind is ChangeKind.REGIONAL:
        yield ["regional", f"{piece.words} ({piece.base})"]
    elif piece.kind is not ChangeKind.OMITTED and piece.words:
        yield ["", piece.words]


def _terms(tree: Tree, document: ShownDocument) -> defaultdict[str, list[list[str]]]:
    """The terms of each block, in the script of the tree, or in English that of the text, with their English."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    script = script_of(tree.code if tree.is_chinese else document.document.source.language)
    for term in tree.terms:
        for _, block in uses(term, [document.document]):
            found[block.id].append([_form(term, script), term.english])
    return found


def _form(term: Term, script: str) -> str:
    return term.forms.get(script) or next(iter(term.forms.values()))
