"""Reading made-up captures back: right, unsure or wrong in silence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from build_scripts.decode import decode
from build_scripts.model import Document, Witness
from build_scripts.passes import clean
from build_scripts.readers.shapes import journal_article, newspaper_page, web_page
from tests.conftest import make_source
from tests.making.article import Answer
from tests.making.newspaper import MadePage


@dataclass(frozen=True)
class Result:
    """What was read, what should have been, and what the reader doubts."""

    found: Answer
    expected: Answer
    doubts: tuple[str, ...]

    @property
    def right(self) -> bool:
        return not self.differences()

    @property
    def verdict(self) -> str:
        return "right" if self.right else "unsure" if self.doubts else "wrong"

    def differences(self) -> list[str]:
        """Each part that is not as it should be, in words."""
        pairs = [("title", self.expected.title, self.found.title), ("author", self.expected.author, self.found.author)]
        out = [f"{name}: {right!r} read as {read!r}" for name, right, read in pairs if _key(right) != _key(read)]
        out += _unlike("block", [_block(each) for each in self.expected.blocks], [_block(each) for each in self.found.blocks])
        return out + _unlike("note", list(map(_key, self.expected.notes)), list(map(_key, self.found.notes)))


def _unlike(name: str, right: list[str], read: list[str]) -> list[str]:
    missing = [f"{name} missing: {each}" for each in right if each not in read]
    return missing + [f"{name} too much: {each}" for each in read if each not in right] or (
        [f"{name}s in another order"] if right != read else []
    )


def _key(text: str) -> str:
    """The text without spaces and without the width of its punctuation, which other tests are about."""
    return unicodedata.normalize("NFKC", re.sub(r"\s+", "", text))


def _block(block: tuple[str, int, str]) -> str:
    return f"{block[0]} {block[1]} {_key(block[2])}"


def read_article(raw: str, expected: Answer, **given: object) -> Result:
    """Read a made-up article."""
    witness = journal_article.read(make_source(raw, "journal-article", **given), raw)
    return result_of(witness, expected)


def result_of(witness: Witness, expected: Answer) -> Result:
    document = clean(witness.documents[0])
    doubts = tuple(f"{doubt.rule} {doubt.line}: {doubt.sentence}" for doubt in witness.doubts)
    return Result(answer_of(document), expected, doubts)


def _called(text: str, calls: list[tuple[int, int]]) -> str:
    for at, number in reversed(calls):
        text = f"{text[:at]}⟦{number}⟧{text[at:]}"
    return text


def answer_of(document: Document) -> Answer:
    """A document as an answer, calls as ⟦n⟧."""
    blocks = []
    for block in document.blocks:
        blocks.append((str(block.type), block.level, _called(block.text.text, document.calls_in(block))))
    title = _called(document.field("title"), document.title_calls)
    return Answer(title, document.field("author"), blocks, [note.text.text for note in document.notes])


FACTS = ("published", "publisher", "editor")


def read_web_page(raw: str, expected: Answer) -> Result:
    """Read a made-up web page; its facts stand among the blocks under their names, before the others."""
    witness = web_page.read(make_source(raw, "web-page"), raw)
    result = result_of(witness, expected)
    document = clean(witness.documents[0])
    facts = [(name, 0, document.field(name)) for name in FACTS if document.field(name)]
    order = sorted(expected.blocks, key=lambda block: FACTS.index(block[0]) if block[0] in FACTS else len(FACTS))
    found = replace(result.found, blocks=[*facts, *result.found.blocks])
    return Result(found, replace(expected, blocks=order), result.doubts)


def read_newspaper_page(page: MadePage) -> list[Result]:
    """Read a made-up newspaper page by its line map: a result for each story, each with the doubts of the page."""
    stories = {name: list(lines) for name, lines in page.stories.items()}
    source = make_source(page.raw, "newspaper-page", "zh-Hant-HK", stories=stories, roles=[("furniture", 1)])
    witness = newspaper_page.read(source, page.raw)
    whole = [replace(witness, documents=(document,)) for document in witness.documents]
    results = [result_of(each, page.answers[each.documents[0].id]) for each in whole]
    return [Result(replace(each.found, title="", author=""), each.expected, each.doubts) for each in results]


def read_printed(data: bytes, expected: Answer, **given: object) -> Result:
    """Read a made-up article from the bytes of a PDF."""
    decoded = decode("raw.pdf", data, "", "seeds/article/raw.pdf")
    return result_of(
        journal_article.read(make_source(decoded.text, "journal-article", **given), decoded.text, decoded), expected
    )
