"""Where the site is: no output names this machine, and each names the site's address where it is known."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from build_scripts.diagnostics import BadInput
from build_scripts.new import new_edition
from build_scripts.seed.settings import read_settings

ROOT = Path(__file__).parents[2]
URL = "https://paper.example/2024/a?b=c&d=e"
ARCHIVED = "https://archive.example/web/1/https://paper.example/2024/a"
LICENCE = "https://licences.example/by/4.0/"
SITE = "https://texts.example/papers/"
THIS_MACHINE = re.compile(rb"localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]")

RECORDS = {
    "evening-paper": """url: https://paper.example/2024/a?b=c&d=e
retrieved: 2024-05-06
archived: https://archive.example/web/1/https://paper.example/2024/a
rights: {en: All rights reserved by the Evening Paper., zh-Hans: 晚报保留一切权利。}
licence: https://licences.example/by/4.0/
"""
}


def build_at(folder: Path, address: str) -> tuple[Path, str]:
    """A new edition built under an address; the folder of its site, and what the build said."""
    new_edition(folder)
    for name, lines in RECORDS.items() if address else ():
        with (folder / "seeds" / name / "source.yaml").open("a", encoding="utf-8") as record:
            record.write(lines)
    if address:
        with (folder / "seeds/edition.yaml").open("a", encoding="utf-8") as settings:
            settings.write("\nreport: https://code.example/issues/new\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DUIZHAO_SITE_URL": address}
    command = [sys.executable, "-m", "build_scripts", "--root", str(folder), "build"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return folder / "site", done.stdout


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return build_at(tmp_path_factory.mktemp("without") / "edition", "")


@pytest.fixture(scope="module")
def at_address(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return build_at(tmp_path_factory.mktemp("at") / "edition", SITE)


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site, those inside packed ones too, and of a PDF the links and what it says of itself."""
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        yield name, path.read_bytes()
        if path.suffix in (".epub", ".docx"):
            with zipfile.ZipFile(path) as book:
                yield from ((f"{name}/{inner}", book.read(inner)) for inner in book.namelist())
        if path.suffix == ".pdf":
            yield f"{name}/links", "\n".join(pdf_links(path)).encode()
            yield f"{name}/text", "".join(page.extract_text() for page in PdfReader(path).pages).encode()


def pdf_links(path: Path) -> list[str]:
    annotations = [each.get_object() for page in PdfReader(path).pages for each in page.get("/Annots", [])]
    return [str(each["/A"]["/URI"]) for each in annotations if "/URI" in each.get("/A", {})]


@pytest.mark.parametrize("built_so", ["without", "at_address"])
def test_no_output_names_this_machine(request: pytest.FixtureRequest, built_so: str) -> None:
    site, _ = request.getfixturevalue(built_so)
    found = list(contents(site))
    assert {Path(name).suffix for name, _ in found} >= {
        ".html",
        ".json",
        ".xml",
        ".bib",
        ".ris",
        ".js",
        ".css",
        ".epub",
        ".docx",
    }
    assert [name for name, data in found if THIS_MACHINE.search(data)] == []


def test_the_build_says_in_one_line_that_nothing_gives_an_address(
    without: tuple[Path, str], at_address: tuple[Path, str]
) -> None:
    assert [line for line in without[1].splitlines() if "DUIZHAO_SITE_URL" in line and "address" in line]
    assert "DUIZHAO_SITE_URL" not in at_address[1]
    assert not (without[0] / "sitemap.xml").exists() and "Sitemap" not in (without[0] / "robots.txt").read_text()
    for path in without[0].rglob("*.pdf"):
        assert pdf_links(path) == []


def test_with_an_address_every_kind_of_output_has_it(at_address: tuple[Path, str]) -> None:
    site, _ = at_address
    naming = {name for name, data in contents(site) if SITE.encode() in data}
    page = "en/review/evening-paper/index.html"
    document = {"downloads/en/evening-paper.epub/EPUB/content.opf", "downloads/en/evening-paper.docx/docProps/custom.xml"}
    assert naming >= {
        "index.html",
        "sitemap.xml",
        "robots.txt",
        page,
        "data/citations/lighthouse.json",
        "data/citations/lighthouse.ris",
    }
    assert naming >= {"downloads/en/evening-paper.pdf/links"} | document
    pages = [path for tree in ("zh-Hans", "zh-Hant", "en") for path in (site / tree).rglob("index.html")]
    assert len(pages) > 20
    for path in pages:
        here = f"{SITE}{path.parent.relative_to(site).as_posix()}/"
        assert f'<link rel="canonical" href="{here}">' in path.read_text(encoding="utf-8"), path


def test_the_page_of_a_wrong_address_leads_below_the_path_of_the_site(at_address: tuple[Path, str]) -> None:
    site, _ = at_address
    links = html.fromstring((site / "404.html").read_bytes()).xpath("//@href")
    assert len(links) > 3
    for link in links:
        assert link.startswith("/papers/") and (site / link.removeprefix("/papers/")).exists(), link


def test_a_page_says_where_its_text_was_captured(at_address: tuple[Path, str]) -> None:
    site, _ = at_address
    for tree, day, rights in (("en", "May 6, 2024", "All rights reserved"), ("zh-Hant", "2024年5月6日", "晚報保留一切權利")):
        page = html.fromstring((site / tree / "review/evening-paper/index.html").read_bytes())
        (details,) = page.xpath('//details[@class="dz-facts"]')
        assert details.xpath(".//dd/a/@href") == [URL, ARCHIVED, LICENCE]
        assert day in details.text_content() and rights in details.text_content()
        (data,) = [json.loads(each.text) for each in page.xpath('//head/script[@type="application/ld+json"]')]
        assert data["isBasedOn"] == {"@type": data["@type"], "url": URL, "archivedAt": ARCHIVED}
        assert data["license"] == LICENCE
        sources = html.fromstring((site / tree / "about/sources/index.html").read_bytes())
        assert {URL, ARCHIVED, LICENCE} <= set(sources.xpath("//table//a/@href"))


def test_a_page_says_that_a_capture_names_no_address(at_address: tuple[Path, str]) -> None:
    for tree, words in (
        ("en", "The capture names no address"),
        ("zh-Hans", "原始文本未载网址"),
        ("zh-Hant", "原始文本未載網址"),
    ):
        page = html.fromstring((at_address[0] / tree / "talk/lighthouse/index.html").read_bytes())
        (details,) = page.xpath('//details[@class="dz-facts"]')
        assert words in details.text_content()
        assert words in html.fromstring((at_address[0] / tree / "about/sources/index.html").read_bytes()).text_content()


def test_every_format_says_where_the_text_was_captured(at_address: tuple[Path, str]) -> None:
    said = {name: data for name, data in contents(at_address[0])}
    for name in ("data/tei/evening-paper.xml", "data/tei/edition.xml", "data/corpus.json"):
        text = said[name].decode().replace("&amp;", "&")
        assert URL in text and ARCHIVED in text and LICENCE in text and "2024-05-06" in text, name
    for name in ("evening-paper.pdf/text", "evening-paper.epub/EPUB/text/ch001.xhtml", "evening-paper.docx/word/document.xml"):
        text = re.sub(r"<[^>]*>|\s", "", said[f"downloads/en/{name}"].decode()).replace("&amp;", "&")
        assert URL in text and "May6,2024" in text and "AllrightsreservedbytheEveningPaper." in text, name


def test_whom_errors_are_reported_to_is_an_address(tmp_path: Path) -> None:
    for given, fine in (
        ("https://code.example/issues/new?labels=text", True),
        ("errors@texts.example", True),
        ("javascript:alert(1)", False),
        ("a@b", False),
        ("a?bcc=c@texts.example", False),
    ):
        (tmp_path / "edition.yaml").write_text(f'report: "{given}"\n', encoding="utf-8")
        if fine:
            assert read_settings(tmp_path).report == given
        else:
            with pytest.raises(BadInput, match=r"seeds/edition.yaml:1: error\[bad-url\]"):
                read_settings(tmp_path)


def test_a_page_has_what_fills_in_the_report_of_an_error(at_address: tuple[Path, str], without: tuple[Path, str]) -> None:
    """And where the edition names nobody to report to there is nothing of it."""
    site, _ = at_address
    version = json.loads((site / "data/corpus.json").read_text(encoding="utf-8"))["edition"]["version"]
    page = html.fromstring((site / "en/review/evening-paper/index.html").read_bytes())
    data = json.loads(page.xpath('//details[@class="dz-cite"]/@data-report')[0])
    assert (data["to"], data["document"], data["version"]) == ("https://code.example/issues/new", "evening-paper", version)
    raw = (site.parent / data["raw"]).read_text(encoding="utf-8").split("\n")
    document = json.loads((site / "data/documents/evening-paper.json").read_text(encoding="utf-8"))
    for block in document["blocks"]:
        first, _, last = data["lines"][block["id"]].partition("-")
        lines = "".join(raw[int(first) - 1 : int(last or first)])
        assert block["text"][:8] in lines and block["text"][-8:] in lines
    other = html.fromstring((without[0] / "en/review/evening-paper/index.html").read_bytes())
    assert not other.xpath("//@data-report")
