"""The PDFs, read back from what is in them: whole texts in order, each note on the page of its call, glyphs, fonts, tags, links."""

from __future__ import annotations

import os
import re
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from build_scripts.edition.edition import Edition
from build_scripts.model import BlockType
from build_scripts.pipeline import Project, build, read_edition
from build_scripts.views.document import ShownDocument, Side, View
from build_scripts.views.note_texts import note_texts
from build_scripts.views.running.inlines import CommentCall, NoteCall
from build_scripts.views.tree import Tree, Views
from build_scripts.writers import Target, file_of
from build_scripts.writers.pdf import write
from build_scripts.writers.pdf.edition import pdf_jobs
from build_scripts.writers.pdf.typeset import FontSet, set_pdf, suitable_fonts
from tests.kinds import TREES
from tests.site.conftest import copy_seeds
from tests.site.pdf_reading import Piece, empty_glyphs, fonts_of, read
from tests.site.printed_texts import EDITION, every, letters, missing
from tests.site.test_build import HOSTILE, write_source

MILLIMETRE = 72 / 25.4
MARGIN, WIDTH, GUTTER = 21, 168, 7
CHINESE = 160 / MILLIMETRE  # 16 characters of 10 points
REGION = {"zh-Hans": "sc", "zh-Hans-CN": "sc", "zh-Hant": "tc", "zh-Hant-TW": "tc", "zh-Hant-HK": "hk"}


@pytest.fixture(scope="module", autouse=True)
def fonts() -> FontSet:
    """The fonts of this machine; without suitable ones there are no PDFs to test, which fails where everything is required."""
    found = suitable_fonts()
    if not found:
        (pytest.fail if os.environ.get("DUIZHAO_REQUIRE_BROWSER") == "1" else pytest.skip)(
            "no font has the glyphs of all regions"
        )
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The PDFs of an edition with an address, to which references on paper lead. Not to be changed."""
    project = copy_seeds(tmp_path_factory.mktemp("addressed"))
    with (project.seeds / "edition.yaml").open("a", encoding="utf-8") as settings:
        settings.write("address: https://example.org/duizhao/\n")
    assert not list(write(Views(read_edition(project, lambda words: None)), Target(project.site, step=lambda words: None)))
    return project


@pytest.fixture(scope="module")
def edition(built: Project) -> Edition:
    return read_edition(built, lambda words: None)


@cache
def pieces(path: Path) -> list[Piece]:
    return read(path)


def path_of(built: Project, shown: ShownDocument, alone: bool = False) -> Path:
    view = None if shown.view is View.BOTH or alone else shown.view
    return built.site / file_of(shown.id, shown.tree, "pdf", view)


def fold(shown: ShownDocument) -> float:
    """Where the second column begins, in points from the left edge, less half a gutter."""
    first = next(row.sides[0].language[:2] for row in shown.rows if len(row.sides) == 2)
    column = CHINESE if first == "zh" else WIDTH - GUTTER - CHINESE
    return (MARGIN + column + GUTTER / 2) * MILLIMETRE


def columns(found: list[Piece], shown: ShownDocument) -> list[str]:
    """The letters of the text by column, without notes, calls and references."""
    body = [piece for piece in found if not piece.within("Note") and not piece.within("Link")]
    if shown.view is not View.BOTH:
        return [letters("".join(piece.text for piece in body))]
    sides = ["", ""]
    for _, element in groupby(body, key=lambda piece: piece.element):
        of_one = list(element)
        sides[min(piece.left for piece in of_one) > fold(shown)] += letters("".join(piece.text for piece in of_one))
    return sides


def said(side: Side) -> str:
    """The letters of a side with the signs of comments, which stand in the line and are no links."""
    return letters("".join(each.sign if isinstance(each, CommentCall) else getattr(each, "text", "") for each in side.inlines))


def wanted(shown: ShownDocument) -> list[list[str]]:
    """The letters of each text by column; a row in one language stands in that language's column."""
    rows = [row for row in shown.rows if row.type not in (BlockType.KICKER, BlockType.DECK)]
    if shown.view is not View.BOTH:
        return [[said(side) for row in rows for side in row.sides]]
    order = next([side.language[:2] for side in row.sides] for row in rows if len(row.sides) == 2)
    return [[said(side) for row in rows for side in row.sides if side.language[:2] == language] for language in order]


def notes_of(found: list[Piece]) -> dict[int, tuple[set[int], str]]:
    """`{number: (pages, letters)}` of the notes; within a footnote each note begins with its number, a link."""
    notes: dict[int, tuple[set[int], str]] = {}
    number = 0
    for piece in found:
        if piece.within("Note"):
            if piece.within("Link") and piece.text.strip().isdigit():
                number = int(piece.text)
            pages, text = notes.get(number, (set(), ""))
            notes[number] = (pages | {piece.page}, text + ("" if piece.within("Link") else letters(piece.text)))
    return notes


def check_notes(found: list[Piece], shown: ShownDocument) -> None:
    """Each note is whole, and on the page of every one of its calls."""
    notes = notes_of(found)
    calls = [
        (int(piece.text), piece.page)
        for piece in found
        if piece.within("Link") and not piece.within("Note") and re.fullmatch(r"\s*\d+\s*", piece.text)
    ]
    called = [each.note for row in shown.rows for side in row.sides for each in side.inlines if isinstance(each, NoteCall)]
    assert sorted(number for number, _ in calls) == sorted(called), shown.id
    for number, page in calls:
        assert page in notes[number][0], (
            f"{shown.id} in {shown.tree}, {shown.view}: note {number} is called on page {page + 1} and stands on {notes[number][0]}"
        )
    for note in shown.notes:
        text = "".join(letters(words) for words, _ in note_texts(note))
        assert letters(note.sides[0].text) in text or letters(note.sides[-1].text) in text, f"{shown.id}: note {note.number}"
        assert notes[note.number][1] in (text, text * 2), (
            f"{shown.id}: note {note.number}"
        )  # twice where the pages of its calls differ


@pytest.mark.parametrize("tree", TREES)
def test_every_pdf_holds_its_text_in_order_and_its_notes_where_they_are_called(
    edition: Edition, built: Project, tree: str
) -> None:
    for shown in every(edition, tree):
        found = pieces(path_of(built, shown))
        for texts, column in zip(wanted(shown), columns(found, shown), strict=True):
            assert not missing(texts, column), f"{shown.id} in {tree}"
        check_notes(found, shown)


@pytest.mark.parametrize("view", [View.SOURCE, View.TRANSLATION])
@pytest.mark.parametrize("tree", TREES)
def test_one_language_alone_holds_all_52_notes(edition: Edition, built: Project, tree: str, view: View) -> None:
    shown = max(every(edition, tree, view), key=lambda each: len(each.notes))
    assert len(shown.notes) == 52
    found = pieces(path_of(built, shown))
    assert not missing(wanted(shown)[0], columns(found, shown)[0])
    assert not any(len(row.sides) > 1 for row in shown.rows)
    check_notes(found, shown)


def test_the_whole_edition_is_one_file(edition: Edition, built: Project) -> None:
    """Every document with its notes, the works cited and the collation, under bookmarks."""
    path = built.site / file_of(EDITION, "zh-Hant", "pdf")
    found = pieces(path)
    reader = PdfReader(path)
    marks = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline if not isinstance(item, list)]
    for shown in every(edition, "zh-Hant"):
        start = next(page for title, page in marks if letters(title) == letters(shown.title[0].text))
        stop = min((page for _, page in marks if page > start), default=len(reader.pages))
        mine = [piece for piece in found if start <= piece.page < stop]
        for texts, column in zip(wanted(shown), columns(mine, shown), strict=True):
            assert not missing(texts, column), shown.id
        check_notes(mine, shown)
    collation = letters("".join(piece.text for piece in found if piece.page >= marks[-1][1]))
    sentences = Tree(edition, "zh-Hant").collation
    assert sentences and not missing([letters(each.text) for each in sentences], collation)
    assert len(marks) >= len(edition.documents) + 2


def test_no_glyph_is_missing_and_fonts_are_embedded(built: Project) -> None:
    for path in sorted((built.site / "downloads").rglob("*.pdf")):
        assert not empty_glyphs(path), path.name
        fonts = fonts_of(PdfReader(path))
        assert fonts and all(fonts.values()), path.name


def test_a_character_that_no_font_has_is_said_and_drawn_as_a_box(edition: Edition, fonts: FontSet) -> None:
    """`empty_glyphs` can find one, and the build says which it is."""
    job = next(job for job in pdf_jobs(Views(edition)) if job.path.endswith("/readout-source.pdf"))
    data = job.data() | {"families": fonts.families}
    data["documents"][0]["rows"][0]["sides"][0]["runs"].append({"t": "\U0001f979\ue123", "role": "", "to": None})
    pdf, problems = set_pdf(data, fonts)
    assert problems and "no font has" in problems[0]
    assert empty_glyphs(BytesIO(pdf))


def test_regions_have_their_own_glyphs(edition: Edition, built: Project) -> None:
    """A Hong Kong text in Traditional characters is set in Hong Kong's, and so on."""
    seen = set()
    for tree in ("zh-Hans", "zh-Hant"):
        for shown in every(edition, tree, View.SOURCE):
            language = next(side.language for row in shown.rows for side in row.sides)
            want = f"NotoSerifCJK{REGION[language]}"
            fonts = fonts_of(PdfReader(path_of(built, shown)))
            if not any("NotoSerifCJK" in name for name in fonts):
                pytest.skip("other fonts than Noto Serif CJK")
            body = [piece for piece in pieces(path_of(built, shown)) if len(letters(piece.text)) > 12 and piece.within("P")]
            assert any(any(name.startswith(want) for name in piece.fonts) for piece in body), (shown.id, tree, want)
            seen.add(want[-2:])
    assert seen == {"sc", "tc", "hk"}


def test_metadata_language_tags_and_bookmarks(edition: Edition, built: Project) -> None:
    for tree in TREES:
        for shown in every(edition, tree):
            reader = PdfReader(path_of(built, shown))
            root = reader.trailer["/Root"]
            assert letters(reader.metadata.title) == letters(shown.title[0].text), shown.id
            assert root["/Lang"].split("-")[0] == tree.split("-")[0]
            assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
            assert b"pdfuaid" in root["/Metadata"].get_data()
            assert "/CreationDate" not in reader.metadata
            headings = [row for row in shown.rows if row.type is BlockType.HEADING]
            assert len(flatten(reader.outline)) == len(headings) + 1, shown.id


def flatten(outline: list) -> list:
    return [item for each in outline for item in (flatten(each) if isinstance(each, list) else [each])]


def test_references_lead_to_the_page_of_what_they_name(edition: Edition, built: Project) -> None:
    """In a document by itself to the site, in the edition to a page of the same file."""
    shown = max(
        every(edition, "zh-Hans"),
        key=lambda each: sum(bool(getattr(run, "to", None)) for row in each.rows for side in row.sides for run in side.inlines),
    )
    wanted = {run.to.url for row in shown.rows for side in row.sides for run in side.inlines if getattr(run, "to", None)}
    urls = {str(each["/A"]["/URI"]) for each in annotations(PdfReader(path_of(built, shown))) if "/URI" in each.get("/A", {})}
    assert wanted and wanted <= {url.split("/zh-Hans/", 1)[-1] for url in urls}
    whole = PdfReader(built.site / file_of(EDITION, "zh-Hans", "pdf"))
    inside = [each for each in annotations(whole) if "/Dest" in each or "/D" in each.get("/A", {})]
    assert len(inside) > len(wanted) + 104, "references, and both ways between 52 notes and their calls"


def annotations(reader: PdfReader) -> list[dict]:
    return [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]


def test_every_pdf_is_sound(built: Project) -> None:
    """As `qpdf --check` reads it: cross references, streams, objects."""
    paths = sorted(built.site.rglob("*.pdf"))
    assert len(paths) > 20
    for path in paths:
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == [], path
    broken = paths[0].read_bytes().replace(b"/Length ", b"/Length 9", 1)
    with pikepdf.open(BytesIO(broken)) as pdf:
        assert pdf.check_pdf_syntax()


def test_hostile_text_is_set_as_typed(tmp_path: Path) -> None:
    more = ["#set page(fill: red)", "$x^2$与@fn与<label>", "*/ /* // 注释", "#sys.inputs"]
    lines = [f"{text}一段够长的文字，自成一行。" for text in [*HOSTILE, *more]]
    write_source(tmp_path, "hostile", "敌意文字一篇\n\n" + "\n\n".join(lines) + "\n", "title: {en: Hostile}\n")
    project = Project(tmp_path)
    edition = build(project, lambda words: None)
    (shown,) = every(edition, "zh-Hans")
    found = read(path_of(project, shown, alone=True))
    assert not missing(wanted(shown)[0], columns(found, shown)[0])


def test_without_fonts_everything_else_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install, and no page offers a PDF."""
    (tmp_path / "none").mkdir()
    monkeypatch.setenv("DUIZHAO_FONTS", str(tmp_path / "none"))
    write_source(tmp_path, "one", "题目一则\n\n一段够长的文字，自成一行，没有别的东西。\n")
    project = Project(tmp_path)
    edition = build(project, lambda words: None)
    said = [each for each in edition.warnings if each.rule == "no-fonts"]
    assert len(said) == 1 and said[0].severity == "warning" and "install" in str(said[0])
    assert not list(project.site.rglob("*.pdf"))
    page = (project.site / "zh-Hans/news/one/index.html").read_text(encoding="utf-8")
    assert ".epub" in page and ".pdf" not in page
