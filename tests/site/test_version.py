"""The version of an edition: made from its texts alone, dated by them, named by every output; and what changed since."""

from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from lxml import etree, html
from pypdf import PdfReader

from build_scripts.diagnostics import BadInput
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, build, read_edition
from build_scripts.seed.history.days import days_of_change
from build_scripts.seed.releases import read_releases

ATOM = Path(__file__).parents[1] / "atom.rng"
DAY = "2025-06-01"
CHANGES = """releases:
- version: 0a1b2c3d
  date: 2025-05-02
  by: The keeper
  changes:
  - {ids: [lighthouse#p1, gone#p3], words: {en: A <word> was & mended., zh-Hans: 改正一字。}}
- version: 4e5f6a7b
  date: 2025-05-09
  changes:
  - {ids: [evening-paper], by: A reader, words: {en: A paragraph was put in.}}
"""


def silent(words: str) -> None:
    """Nothing of the steps is printed."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("version") / "edition")
    new_edition(project.root)
    for source in project.seeds.glob("*/source.yaml"):
        source.write_text(source.read_text(encoding="utf-8") + f"changed: {DAY}\n", encoding="utf-8")
    (project.seeds / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    with (project.seeds / "edition.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\naddress: https://texts.example/papers\n")
    build(project, silent)
    return project


def name_of(project: Project) -> str:
    return read_edition(project, silent).version.name


def test_the_same_texts_have_the_same_name_and_others_another(made: Project, tmp_path: Path) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    name = name_of(project)
    assert re.fullmatch("[0-9a-f]{8}", name) and name == name_of(made)
    settings = project.seeds / "edition.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("trees: [zh-Hans, zh-Hant, en]", "trees: [en]"), "utf-8")
    assert name_of(project) == name, "how it is shown is no text"
    translation = project.seeds / "lighthouse" / "translation.en.md"
    text = translation.read_text(encoding="utf-8")
    translation.write_text(text.rstrip() + " Indeed.\n", encoding="utf-8")
    assert name_of(project) != name


def test_every_output_names_the_version_and_its_day(made: Project) -> None:
    name, site = name_of(made), made.site
    for tree, day in (("en", "June 1, 2025"), ("zh-Hans", "2025年6月1日"), ("zh-Hant", "2025年6月1日")):
        for path in (site / tree).rglob("index.html"):
            (line,) = html.fromstring(path.read_bytes()).xpath('//footer//a[@class="dz-edition"]')
            assert name in line.text and day in line.text, path
        pages = [page.extract_text() for page in PdfReader(site / f"downloads/{tree}/lighthouse.pdf").pages]
        assert all(name in re.sub(r"\s", "", page) for page in pages)
    corpus = json.loads((site / "data/corpus.json").read_text(encoding="utf-8"))["edition"]
    assert (corpus["version"], corpus["date"], corpus["address"]) == (name, DAY, "https://texts.example/papers/")
    for file in ("lighthouse", "edition"):
        tei = etree.parse(site / f"data/tei/{file}.xml")
        found = tei.findall(".//{*}teiHeader/{*}fileDesc/{*}editionStmt/{*}edition")
        assert found and all(each.get("n") == name and each.find("{*}date").get("when") == DAY for each in found)


def test_books_were_changed_when_the_texts_were(made: Project) -> None:
    name = name_of(made)
    for path in sorted((made.site / "downloads").rglob("*.epub")):
        with zipfile.ZipFile(path) as book:
            package = book.read("EPUB/content.opf").decode()
            texts = "".join(book.read(each).decode() for each in book.namelist() if each.endswith(".xhtml"))
        assert f'<meta property="dcterms:modified">{DAY}T00:00:00Z</meta>' in package and "T00:00:00Z</dc:date>" not in package
        assert name in texts
    for path in sorted((made.site / "downloads").rglob("*.docx")):
        with zipfile.ZipFile(path) as book:
            assert f">{DAY}T00:00:00Z</dcterms:modified>" in book.read("docProps/core.xml").decode()
            assert name in book.read("word/document.xml").decode() and name in book.read("docProps/custom.xml").decode()


def test_the_citation_file_has_what_its_format_wants(made: Project) -> None:
    """After the schema of CFF 1.2.0: required keys, and the form of those that are there."""
    data = yaml.load((made.site / "CITATION.cff").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert set(data) == {"cff-version", "message", "title", "type", "authors", "version", "date-released", "url", "abstract"}
    assert data["cff-version"] == "1.2.0" and data["type"] == "dataset" and data["authors"][0]["name"]
    assert (data["version"], data["date-released"], data["url"]) == (name_of(made), DAY, "https://texts.example/papers/")
    assert f'version: "{name_of(made)}"' in (made.site / "CITATION.cff").read_text(encoding="utf-8")


def test_the_sitemap_says_when_a_text_changed(made: Project) -> None:
    urls = etree.parse(made.site / "sitemap.xml").getroot()
    assert len(urls) > 20
    for url in urls:
        assert url.find("{*}lastmod").text == DAY
        alternates = {each.get("hreflang"): each.get("href") for each in url.findall("{*}link")}
        page = url.find("{*}loc").text.split("/papers/")[1].partition("/")[2]
        assert alternates["x-default"] == "https://texts.example/papers/" + (page and f"zh-Hans/{page}")


def test_each_release_says_what_it_changed_and_what_came_after(made: Project) -> None:
    def text(path: str) -> str:
        return html.fromstring((made.site / path / "index.html").read_bytes()).xpath("//article")[0].text_content()

    whole, old, new = (text(f"en/about/changes/{each}") for each in ("", "0a1b2c3d", "4e5f6a7b"))
    assert whole.index("A paragraph was put in.") < whole.index("A <word> was & mended.")
    assert "version 0a1b2c3d, May 2, 2025" in whole and "The keeper" in whole and "gone#p3" in whole and "A reader" in whole
    after = old.split("What has changed since")[1]
    assert "A paragraph was put in." in after and "mended" not in after
    assert "No later version has been released." in new
    page = html.fromstring((made.site / "en/about/changes/0a1b2c3d/index.html").read_bytes())
    assert "../../../talk/lighthouse/#p1" in page.xpath("//article//a/@href")
    assert "改正一字。" in text("zh-Hant/about/changes")


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_the_feed_is_valid(made: Project, tree: str) -> None:
    feed = etree.parse(made.site / tree / "changes.xml")
    etree.RelaxNG(etree.parse(ATOM)).assertValid(feed)
    ids = [each.text for each in feed.iter("{*}id")]
    assert len(ids) == len(set(ids)) == 3
    assert [each.text for each in feed.iter("{*}updated")] == [f"2025-05-{day}T00:00:00Z" for day in ("09", "09", "02")]
    assert feed.find("{*}link[@rel='self']").get("href") == f"https://texts.example/papers/{tree}/changes.xml"
    page = html.fromstring((made.site / tree / "about/changes/index.html").read_bytes())
    assert page.xpath('//link[@type="application/atom+xml"]/@href') == ["../../changes.xml"]


@pytest.mark.parametrize(
    ("wrong", "line", "says"),
    [
        ("releases:\n- {version: a, date: 2025-02-30, changes: [{words: b}]}\n", 2, "“2025-02-30” is not a day"),
        ("releases:\n- {version: ../a, date: 2025-02-03, changes: [{words: b}]}\n", 2, "“../a” is no name of a version"),
        ("releases:\n- {version: a, date: 2025-02-03, changes: [{words: b, ids: [A p1]}]}\n", 2, "“A p1” names no document"),
        ("releases:\n- {version: a, date: 2025-02-03}\n", 2, "“changes” is missing"),
        ("release: []\n", 1, "unknown key “release”"),
        ("releases: a\n", 1, "must be a list"),
    ],
)
def test_a_wrong_record_of_releases_is_refused_with_its_line(tmp_path: Path, wrong: str, line: int, says: str) -> None:
    (tmp_path / "changes.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        read_releases(tmp_path)
    (found,) = refused.value.diagnostics
    assert found.place.path == "seeds/changes.yaml" and found.place.line == line and says in found.sentence


def git(folder: Path, *arguments: str, day: str = "") -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00+00:00"} if day else {}
    environment = os.environ | when
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env=environment)


def test_the_day_is_that_of_the_last_commit_that_changed_a_text(tmp_path: Path) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    assert days_of_change(project.seeds) == {}
    git(project.root, "init", "-q")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-qm", "a", day="2025-03-04")
    raw = project.seeds / "lighthouse" / "translation.en.md"
    raw.write_text(raw.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(project.root, "commit", "-qam", "b", day="2025-03-09")
    (project.seeds / "glossary.yaml").write_text("# none\n[]\n", encoding="utf-8")
    git(project.root, "commit", "-qam", "c", day="2025-04-01")
    assert days_of_change(project.seeds) == {"lighthouse": "2025-03-09", "evening-paper": "2025-03-04"}
    edition = read_edition(project, silent)
    assert edition.version.date == "2025-03-09" and edition.version.changed["evening-paper"] == "2025-03-04"
    assert replace(edition.version, date="") != edition.version
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{project.root}", "shallow")
    assert days_of_change(tmp_path / "shallow" / "seeds") == {}, "a clone without its past tells nothing"
