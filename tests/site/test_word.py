"""Around the text of a Word file: running head, page numbers, languages that Word knows, faces by region, dates, styles."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as Word
from lxml import etree

from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.views.colophon import edition_line
from build_scripts.views.tree import Views
from build_scripts.writers.books.files import Book, books
from build_scripts.writers.books.make import make_books
from build_scripts.writers.books.word import FACES
from tests.sources import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ("wang-wenze", "cctv", "takungpao-readout", "readout")


@cache
def edition() -> Edition:
    return read_edition(Project(ROOT), lambda words: None)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Some Word files by tree and name."""
    folder = tmp_path_factory.mktemp("word")
    wanted = [book for book in books(Views(edition())) if book.format == "docx" and Path(book.path).stem in NAMES]
    make_books(wanted, folder)
    return {key(book): (folder / book.path).read_bytes() for book in wanted}


def key(book: Book) -> str:
    return f"{book.tree}/{Path(book.path).stem}"


def part(file: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(file)) as parts:
        return etree.fromstring(parts.read(name))


def test_every_page_has_its_number_and_all_but_the_first_the_title(made: dict[str, bytes]) -> None:
    for name, file in made.items():
        tree, document = name.split("/")
        shown = Views(edition()).tree(tree).document(document)
        section = Word(BytesIO(file)).sections[0]
        assert section.header.paragraphs[0].text == shown.title[0].text
        assert section.different_first_page_header_footer
        assert not "".join(each.text for each in section.first_page_header.paragraphs)
        for foot in (section.footer, section.first_page_footer):
            fields = [each.get(f"{W}instr").strip() for each in foot._element.iter(f"{W}fldSimple")]
            assert fields == ["PAGE", "NUMPAGES"]
            assert foot.paragraphs[0].text.startswith(edition_line(Views(edition()).tree(tree)))


def test_languages_are_those_that_word_knows_and_faces_go_by_region(made: dict[str, bytes]) -> None:
    """Chinese is said in `eastAsia`, with a region; whatever a run inherits or says itself, its face is that of its region."""
    seen = set()
    for file in made.values():
        default = part(file, "word/styles.xml").find(f".//{W}docDefaults//{W}lang").get(f"{W}eastAsia")
        for name in ("word/document.xml", "word/footnotes.xml"):
            for run in part(file, name).iter(f"{W}rPr"):
                lang, fonts = run.find(f"{W}lang"), run.find(f"{W}rFonts")
                said = lang is not None and lang.get(f"{W}eastAsia")
                assert lang is None or (lang.get(f"{W}val") or "en-US") == "en-US"
                assert (said or default) in FACES
                if said and said != default:
                    assert fonts.get(f"{W}eastAsia") == FACES[said][0]
                seen.add(said or default)
        faces = {each.get(f"{W}eastAsia") for each in part(file, "word/styles.xml").iter(f"{W}rFonts")}
        assert faces == {FACES[default][0]}
    assert seen == set(FACES)


def test_dates_are_those_of_the_text_and_of_the_edition(made: dict[str, bytes]) -> None:
    terms = "{http://purl.org/dc/terms/}"
    for name, file in made.items():
        core = part(file, "docProps/core.xml")
        created = core.findtext(f"{terms}created")
        assert created == {"cctv": "2025-06-24T00:00:00Z", "readout": "2025-04-27T00:00:00Z"}.get(name.split("/")[1])
        assert core.findtext(f"{terms}modified") == f"{edition().version.date}T00:00:00Z"


def test_what_is_said_of_words_is_said_by_styles(made: dict[str, bytes]) -> None:
    file = made["zh-Hans/takungpao-readout"]
    runs = {each.get(f"{W}val") for each in part(file, "word/document.xml").iter(f"{W}rStyle")}
    assert {"Number", "FromtheBase", "OfficialWords"} <= runs
    assert not list(part(file, "word/document.xml").iter(f"{W}u"))
    used = {each.get(f"{W}val") for each in part(file, "word/document.xml").iter(f"{W}rStyle", f"{W}pStyle")}
    known = {each.get(f"{W}styleId") for each in part(file, "word/styles.xml").iter(f"{W}style")}
    assert used <= known and {"Translation", "Facts", "Title"} <= used


def test_a_heading_outweighs_what_translates_it_and_no_letters_are_drawn_apart(made: dict[str, bytes]) -> None:
    styles = {each.get(f"{W}styleId"): each for each in part(made["en/wang-wenze"], "word/styles.xml").iter(f"{W}style")}
    for name in ("Title", "Heading1", "Heading2", "Heading3"):
        assert styles[name].find(f"{W}rPr/{W}b") is not None, name
    assert styles["Subtitle"].find(f"{W}rPr/{W}spacing").get(f"{W}val") == "0"


def test_the_chinese_column_is_the_narrower_one_and_the_text_stands_off_its_particulars(made: dict[str, bytes]) -> None:
    for tree, narrow in (("zh-Hans", 0), ("en", 1)):
        document = part(made[f"{tree}/wang-wenze"], "word/document.xml")
        widths = [int(each.get(f"{W}w")) for each in document.find(f".//{W}tblGrid")]
        assert 0.36 < widths[narrow] / sum(widths) < 0.4, tree
        used = [each.get(f"{W}val") for each in document.iter(f"{W}pStyle")]
        assert used.count("FactsEnd") == 1
    styles = {each.get(f"{W}styleId"): each for each in part(made["en/wang-wenze"], "word/styles.xml").iter(f"{W}style")}
    assert int(styles["FactsEnd"].find(f"{W}pPr/{W}spacing").get(f"{W}after")) >= 240


def test_a_title_stands_once_in_a_note_of_two_languages(made: dict[str, bytes]) -> None:
    notes = part(made["en/wang-wenze"], "word/footnotes.xml")
    for each in notes.iter(f"{W}footnote"):
        words = "".join(each.itertext())
        assert "[《" not in words and words.count("习近平向国际人工智能与教育大会致贺信") <= 1
