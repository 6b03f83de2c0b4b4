"""How far a translation has come: read, validated, shown where it stands, in every format; and what ends a review."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html

from build_scripts.compare.changes import compare
from build_scripts.compare.listing import list_changes
from build_scripts.diagnostics import BadInput
from build_scripts.edition.edition import Edition
from build_scripts.model import Place
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed.sections import read_standing
from build_scripts.standing import Standing, Status
from build_scripts.views.document import ShownDocument, View
from build_scripts.views.progress import STEPS, counts_of, progress_of
from build_scripts.views.tree import Tree, Views
from build_scripts.writers.books.text import Setting, document_blocks
from build_scripts.writers.data.files import document_data
from build_scripts.writers.pdf.document import document_data as print_data
from build_scripts.writers.tei.files import tei_files
from build_scripts.writers.web.docs import Pages, write_docs, write_pages
from build_scripts.writers.web.weave import weave
from tests.site.tei_all import faults
from tests.site.tei_reading import ID, T
from tests.site.tei_schema import complaints
from tests.web.reading import as_the_site, split_page

ROOT = Path(__file__).parents[2]
FILE = "ndrc/translation.en.md"
REVIEW = "reviewed Li Hua 2025-09-03"
SAID = {
    "en": "Translation reviewed by Li Hua, September 3, 2025",
    "zh-Hans": "译文由Li Hua审校，2025年9月3日",
    "zh-Hant": "譯文由Li Hua審校，2025年9月3日",
}


def quiet(words: str) -> None:
    """A step that nobody watches."""


def seeds(folder: Path) -> Project:
    for seed in ("readout", "ndrc"):
        shutil.copytree(ROOT / "seeds" / seed, folder / "seeds" / seed)
    return Project(folder)


def say_of(text: str, section: str, words: str) -> str:
    """The file with a word behind the head of a section."""
    found = re.subn(rf"(?m)^(## {section} [0-9a-f]{{16}})$", rf"\1 {words}", text)
    assert found[1] == 1
    return found[0]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A draft of which p2 is reviewed, p3 a machine's, p5 missing, and p4 was reviewed before its text changed."""
    project = seeds(tmp_path_factory.mktemp("standing"))
    path = project.seeds / FILE
    text = path.read_text(encoding="utf-8").replace("status: machine", "status: draft", 1)
    text = say_of(say_of(say_of(text, "p2", REVIEW), "p3", "machine"), "p4", REVIEW)
    text = text[: text.index("## p5 ")] + text[text.index("## p6 ") :]
    path.write_text(re.sub(r"## p4 [0-9a-f]{16}", "## p4 0123456789abcdef", text), encoding="utf-8")
    return read_edition(project, quiet)


def shown(edition: Edition, tree: str = "en") -> ShownDocument:
    return Tree(edition, next(code for code in edition.trees if code == tree)).document("ndrc")


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("machine", Standing(Status.MACHINE)),
        ("working", Standing(Status.DRAFT)),
        ("reviewed  李华  2024-02-29 ", Standing(Status.REVIEWED, "李华", "2024-02-29")),
        ("reviewed A. B. <Li> {Hua} 2025-09-03", Standing(Status.REVIEWED, "A. B. <Li> {Hua}", "2025-09-03")),
    ],
)
def test_a_status_is_read(words: str, standing: Standing) -> None:
    assert read_standing(words, Place("x")) == standing == read_standing(str(standing), Place("x"))


@pytest.mark.parametrize(
    ("words", "rule", "sentence"),
    [
        ("reveiwed Li Hua 2025-09-03", "bad-translation", "unknown status “reveiwed”"),
        ("reviewed", "bad-date", "a review has no day"),
        ("reviewed Li Hua", "bad-date", "“Hua” is not the day of a review"),
        ("reviewed Li Hua 2025-02-30", "bad-date", "“2025-02-30” is not the day of a review"),
        ("reviewed Li Hua 2025-09", "bad-date", "“2025-09” is not the day of a review"),
        ("reviewed 2025-09-03", "bad-translation", "a review names nobody"),
        ("draft Li Hua", "bad-translation", "“Li Hua” stands behind “draft”"),
        ("official 2025-09-03", "bad-translation", "“2025-09-03” stands behind “official”"),
    ],
)
def test_what_is_no_status_is_a_message_with_its_line(tmp_path: Path, words: str, rule: str, sentence: str) -> None:
    project = seeds(tmp_path)
    path = project.seeds / FILE
    path.write_text(say_of(path.read_text(encoding="utf-8"), "p2", words), encoding="utf-8")
    line = path.read_text(encoding="utf-8").split("\n## p2 ")[0].count("\n") + 2
    with pytest.raises(BadInput) as problem:
        read_edition(project, quiet)
    (told,) = problem.value.diagnostics
    assert (told.place, told.rule, told.sentence) == (Place(f"seeds/{FILE}", line), rule, sentence) and told.hint


def test_what_all_sections_say_is_said_of_the_whole(tmp_path: Path) -> None:
    project = seeds(tmp_path)
    path = project.seeds / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(## .*)$", rf"\1 {REVIEW}", text), encoding="utf-8")
    translation = read_edition(project, quiet).document("ndrc").translation
    assert translation and str(translation.standing) == REVIEW and not translation.standings


def test_a_review_ends_with_the_text_that_it_saw(edition: Edition) -> None:
    (told,) = [each for each in edition.warnings if each.rule == "stale-translation"]
    assert "has changed since it was translated and reviewed" in told.sentence
    assert re.search(r"## p4 [0-9a-f]{16} draft, until it is reviewed again", told.hint)
    document = shown(edition)
    (row,) = [row for row in document.rows if row.block == "p4"]
    assert document.remark_on(row).startswith("The text has changed since this translation was reviewed")


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_a_page_says_it_where_it_stands_and_only_there(edition: Edition, tree: str) -> None:
    page = write_docs(edition)[f"{tree}/commentary/ndrc.md"]
    document = shown(edition, tree)
    assert page.count(SAID[tree]) == 1
    blocks = page.split("\n\n")
    at = next(index for index, block in enumerate(blocks) if SAID[tree] in block)
    assert "{:#p2" in "".join(blocks[at - 1 : at]) and document.translation in page.replace("\\", "")
    assert [row.block for row in document.rows if document.remark_on(row)] == ["p2", "p3", "p4", "p5"]
    assert not any(map(document.in_view(View.SOURCE).remark_on, document.in_view(View.SOURCE).rows))


def test_paper_and_books_say_it(edition: Edition) -> None:
    document = shown(edition)
    assert document.translation in document.remarks
    assert SAID["en"] in str(print_data(document, lambda to: {}, ()))
    assert SAID["en"].split()[-2] in str(document_blocks(document, Setting(lambda to: "", side_by_side=True)))


def test_data_say_it_of_each_section(edition: Edition) -> None:
    translation = document_data(edition.document("ndrc"))["translation"]
    assert isinstance(translation, dict)
    told = {each["id"]: (each["status"], each["reviewed"], each["stale"]) for each in translation["blocks"]}
    review = {"by": "Li Hua", "date": "2025-09-03"}
    assert (translation["status"], translation["reviewed"], translation["missing"]) == ("draft", None, ["p5"])
    assert told["p1"] == ("draft", None, False) and told["p2"] == ("reviewed", review, False)
    assert told["p3"] == ("machine", None, False) and told["p4"] == ("reviewed", review, True)


def test_tei_says_it_and_who_reviewed(edition: Edition, tmp_path: Path) -> None:
    text = next(text for path, text in tei_files(edition).items() if "ndrc" in path)
    assert complaints(text) == []
    root = ElementTree.fromstring(text)
    (version,) = [each for each in root.iter(f"{T}text") if each.get("type") == "translation"]
    given = {each.get(ID): (each.get("ana"), each.get("resp")) for each in version.iter() if each.get("ana")}
    assert given["text-en"] == ("#translation-draft", None)
    assert given["p2-en"] == ("#translation-reviewed", "#resp-review-1")
    assert given["p4-en"] == ("#translation-stale #translation-reviewed", "#resp-review-1")
    (who,) = [each for each in root.iter(f"{T}respStmt") if each.get(ID) == "resp-review-1"]
    assert who.findtext(f"{T}name") == "Li Hua" and {each.get("when") for each in who.findall(f"{T}resp")} == {"2025-09-03"}
    assert faults({"ndrc": text}, tmp_path) == []


def test_every_part_is_counted_once_on_the_page_of_all_translations(edition: Edition) -> None:
    for document in edition.documents:
        (progress,) = progress_of(document)
        assert sorted(name for ids in progress.parts.values() for name in ids) == sorted(part.id for part in document.parts)
    (ndrc,) = progress_of(edition.document("ndrc"))
    assert {step: ids for step, ids in ndrc.apart.items()} == {
        "reviewed": ("p2",),
        "machine": ("p3",),
        "stale": ("p4",),
        "missing": ("p5",),
    }
    assert dict(zip(STEPS, counts_of([ndrc]), strict=True))["draft"] == 17
    (bare,) = progress_of(replace(edition.document("ndrc"), translation=None))
    assert bare.main == "missing" and not bare.apart


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_the_page_of_all_translations_leads_to_each_place(edition: Edition, tree: str) -> None:
    pages = write_pages(Views(edition))
    woven = {name: _woven(pages, f"{tree}/{name}") for name in ("about/translations/index", "commentary/ndrc")}
    page, ids = woven["about/translations/index"], set(woven["commentary/ndrc"].xpath("//@id"))
    (row,) = page.xpath("//tr[@data-document='ndrc']")
    assert [cell.text_content().strip() for cell in row.findall("td")] == ["", "1", "17", "1", "1", "1"]
    widths = [int(bar.get("width")) for bar in row.iter("rect")]
    assert sum(widths) == len(edition.document("ndrc").parts) and len(widths) == 5
    ways = [link.get("href") for link in page.iter("a") if "#" in link.get("href")]
    assert ways.count("../../commentary/ndrc/#p2-en") == ways.count("../../commentary/ndrc/#p5") == 2
    assert all(to.partition("#")[2] in ids for to in ways if "ndrc" in to)
    assert "about/translations/" in pages.docs[f"{tree}/about/index.md"].replace("(translations/", "(about/translations/")


def _woven(pages: Pages, name: str) -> html.HtmlElement:
    _, body = split_page(pages.docs[f"{name}.md"])
    return html.fromstring(weave(as_the_site(body), json.loads(pages.frames[f"{name}.json"])["frame"]))


def test_a_citation_says_it(tmp_path: Path) -> None:
    project = seeds(tmp_path)
    path = project.seeds / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: machine", f"status: {REVIEW}", 1), encoding="utf-8")
    assert set(cited(read_edition(project, quiet))) == {True}


def cited(edition: Edition) -> Iterator[bool]:
    from build_scripts.writers.web.document.cite_block import cite_block, cite_edition

    tree = Views(edition).tree("en")
    for style in cite_block(tree, tree.document("ndrc"), cite_edition(edition)["ndrc"])["styles"]:
        yield "Li Hua" in f"{style['before']}{style['after']}"


def test_a_review_of_another_section_merges_by_itself(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / FILE).read_text(encoding="utf-8")
    for name, words in {"base": text, "ours": say_of(text, "p2", REVIEW), "theirs": say_of(text, "p3", "draft")}.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    merged = subprocess.run(["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, text=True)
    assert merged.returncode == 0
    assert merged.stdout == say_of(say_of(text, "p2", REVIEW), "p3", "draft")


def test_the_report_for_readers_says_what_was_reviewed(edition: Edition, tmp_path: Path) -> None:
    lines = "\n".join(list_changes(compare(read_edition(seeds(tmp_path), quiet), edition)))
    assert "How far translations have come" in lines and "ndrc\\#p2-en" in lines.replace("#p2", "\\#p2")
