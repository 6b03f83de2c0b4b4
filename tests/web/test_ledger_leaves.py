"""The ledger of a printed capture: each page as it is laid out, with the fate of every character, beside its rows."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from build_scripts.adding.add import add
from build_scripts.edition.edition import Edition
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.proof.markup import check_markup
from build_scripts.seed.settings import TreeCode
from build_scripts.text.characters import width
from build_scripts.views.tree import Tree
from build_scripts.writers.web.overviews.ledger_page import ledger_page
from tests.making.printed import Layout, print_article
from tests.making.printed_page import print_page
from tests.readers.test_layout import HEAD, PAGES


def edition_with(root: Path, data: bytes) -> Edition:
    new_edition(root / "edition")
    (root / "print.pdf").write_bytes(data)
    list(add(root / "edition", root / "print.pdf", "print"))
    return read_edition(Project(root / "edition"), lambda words: None)


def page_of(edition: Edition, name: str) -> html.HtmlElement:
    (ledger,) = (each for each in edition.ledgers if each.witness.source.id == name)
    pieces = ledger_page(Tree(edition, TreeCode("en")), ledger).pieces
    return html.fromstring("<div>" + "".join(piece for piece in pieces if isinstance(piece, str)) + "</div>")


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_character_of_a_print_stands_on_its_page_with_its_fate(tmp_path: Path) -> None:
    data, _ = print_article(
        Layout(columns=2, headings="large", head="某某学报　2024年第3期", folio="1", sections=4, table=True)
    )
    edition = edition_with(tmp_path, data)
    (ledger,) = (each for each in edition.ledgers if each.witness.source.id == "print")
    page = page_of(edition, "print")
    raw = ledger.witness.raw
    for fate in ("kept", "changed", "removed"):
        told = [entry.run for entry in ledger.entries if entry.run.fate == fate]
        drawn = [each.text or "" for each in page.iterfind(f".//text[@class='dz-is-{fate}']")]
        assert letters("".join(drawn)) == letters("".join(raw[run.start : run.end] for run in told))
    leaves = page.findall(".//figure")
    assert len(leaves) == raw.count("\f") + 1 > 1
    assert all(each.get("class") == "dz-leaf" and each.find("svg").get("aria-label") for each in leaves)
    assert {each.get("lang") for each in page.iterfind(".//figure/svg/g")} == {ledger.witness.source.language}


def test_each_row_stands_once_beside_the_page_on_which_it_begins(tmp_path: Path) -> None:
    data, _ = print_article(Layout(head="某某学报　2024年第3期", folio="1", sections=4))
    page = page_of(edition_with(tmp_path, data), "print")
    rows = [row.get("id") for row in page.iterfind(".//tr[@id]")]
    assert len(set(rows)) == len(rows) and all(each.find(".//table") is not None for each in page.find_class("dz-leaves"))
    heads = [each.text_content() for each in page.iterfind(".//text") if "某某学报" in each.text_content()]
    assert len(heads) == len(page.findall(".//figure"))


def test_what_runs_downwards_is_not_stretched(tmp_path: Path) -> None:
    data, printed = print_page(PAGES["a headline that runs downwards"], head=HEAD)
    page = page_of(edition_with(tmp_path, data), "print")
    downwards = [each for each in page.iterfind(".//text") if each.get("textlength") is None]
    upright = printed[2].headline
    assert "".join(each.text or "" for each in downwards) == upright


def test_what_is_set_wide_is_spaced_and_not_stretched(tmp_path: Path) -> None:
    data, _ = print_article(Layout(head="某某学报　2024年第3期", folio="1", sections=4))
    page = page_of(edition_with(tmp_path, data), "print")
    adjusted = {each.get("lengthadjust"): each for each in page.iterfind(".//text[@textlength]")}
    assert adjusted.keys() == {"spacing", "spacingAndGlyphs"}
    for how, each in adjusted.items():
        natural = width(each.text or "") * float(each.get("font-size"))
        assert (float(each.get("textlength")) + 0.06 >= natural) == (how == "spacing"), each.text


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    new_edition(tmp_path / "edition")
    edition = read_edition(Project(tmp_path / "edition"), lambda words: None)
    page = page_of(edition, edition.ledgers[0].witness.source.id)
    assert page.find(".//figure") is None and page.find(".//table") is not None


def test_the_picture_is_markup_that_the_proof_knows() -> None:
    text = '<text class="dz-is-kept" x="1" y="2" font-size="9" textLength="3" lengthAdjust="spacingAndGlyphs">字</text>'
    assert not list(check_markup(f"<!doctype html><html><head></head><body><svg viewBox='0 0 1 1'>{text}</svg></body></html>"))
