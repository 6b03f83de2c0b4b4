"""Several translations of one text: none is dropped, each stands on the page, in the data, in TEI, and is checked."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html

from build_scripts.diagnostics import BadInput
from build_scripts.edition.edition import Edition
from build_scripts.edition.reading import read_witness
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.history.anchors import digest
from build_scripts.views.tree import Tree, Views
from build_scripts.writers.data.files import check_data, document_data
from build_scripts.writers.data.schemas import schemas_of
from build_scripts.writers.search.passages import passages_of
from build_scripts.writers.tei.files import tei_files
from build_scripts.writers.web.docs import Pages, write_pages
from build_scripts.writers.web.weave import weave
from tests.site.tei_all import faults
from tests.site.tei_reading import ID, T
from tests.site.tei_schema import complaints
from tests.web.reading import as_the_site, split_page

ROOT = Path(__file__).parents[2]
FILE = "ndrc/translation.en.md"


def quiet(words: str) -> None:
    """A step that nobody watches."""


def seeds(folder: Path, *names: str) -> Project:
    for seed in names:
        shutil.copytree(ROOT / "seeds" / seed, folder / "seeds" / seed)
    shutil.copy(ROOT / "seeds/names.yaml", folder / "seeds")
    return Project(folder)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The op-ed with a second translation, a draft without p6 whose p4 is reviewed; the readout with a draft besides its own."""
    project = seeds(tmp_path_factory.mktemp("several"), "readout", "ndrc")
    text = (project.seeds / FILE).read_text(encoding="utf-8")
    second = text.replace("status: machine", "status: draft", 1).replace("by: Machine", "by: Not a machine", 1)
    second = re.sub(r"(?m)^(## p4 \w+)$", r"\1 reviewed Li Hua 2025-09-03", second)
    second = second[: second.index("## p6 ")] + second[second.index("## h2 ") :]
    (project.seeds / "ndrc/translation.en.2.md").write_text(second, encoding="utf-8")
    (readout,) = read_witness(read_source(project.seeds / "readout")).documents
    digest_of_p1 = digest(readout.by_id["p1"].text.text)
    words = readout.translation.by_id["p1"].text.text
    head = "---\nlanguage: en\nstatus: draft\nby: Somebody\n---\n\n"
    (project.seeds / "readout/translation.en.md").write_text(f"{head}## p1 {digest_of_p1}\n{words}\n", encoding="utf-8")
    return read_edition(project, quiet)


@pytest.fixture(scope="module")
def pages(edition: Edition) -> Pages:
    return write_pages(Views(edition))


def woven(pages: Pages, name: str) -> html.HtmlElement:
    _, body = split_page(pages.docs[f"{name}.md"])
    return html.fromstring(f"<div>{weave(as_the_site(body), json.loads(pages.frames[f'{name}.json'])['frame'])}</div>")


def test_the_one_that_has_come_furthest_is_first_and_none_is_dropped(edition: Edition) -> None:
    ndrc, readout = edition.document("ndrc"), edition.document("readout")
    assert [(each.name, str(each.standing)) for each in ndrc.translations] == [("2", "draft"), ("", "machine")]
    assert [(each.captured, each.key) for each in readout.translations] == [(True, "en-plain"), (False, "en-plain")]
    told = [(each.rule, each.place.path) for each in edition.warnings]
    assert told == [
        ("incomplete-translation", "seeds/ndrc/translation.en.2.md"),
        ("incomplete-translation", "seeds/readout/translation.en.md"),
    ]


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_the_page_has_all_of_them_and_a_choice_that_needs_no_script(edition: Edition, pages: Pages, tree: str) -> None:
    page = woven(pages, f"{tree}/commentary/ndrc")
    buttons = page.xpath("//fieldset[@class='dz-choose']//input[@type='radio']")
    assert [(each.get("value"), each.get("checked") is not None) for each in buttons] == [
        ("1", True),
        ("2", False),
        ("0", False),
    ]
    for button in buttons[:2]:
        number = button.get("value")
        (words,) = page.xpath(f"//label[input/@value='{number}']")
        assert words.text_content().startswith(f"{number} ")
    first, second = edition.document("ndrc").translations
    for name in first.by_id:
        for number, key, translation in (("1", "en", first), ("2", "en-plain", second)):
            (element,) = page.xpath(f"//*[@data-version='{number}']//*[@id='{name}-{key}']")
            assert (
                re.sub(r"¶|\[\d+\]|(?<!\w)[t譯译]\d+(?!\w)", "", element.text_content())
                .strip()
                .startswith(translation.by_id[name].text.text)
            )
    assert page.xpath("//*[@id='p6-en-plain']") and not page.xpath("//*[@id='p6-en']")
    (missing,) = page.xpath("//*[@data-version='1']/*[@class='dz-missing']")
    assert missing.text_content() and len(page.xpath("//*[@class='dz-standing']")) == 1
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_page_with_one_translation_has_no_choice(tmp_path: Path) -> None:
    pages = write_pages(Views(read_edition(seeds(tmp_path, "readout"), quiet)))
    assert not woven(pages, "en/speech/readout").xpath("//fieldset[@class='dz-choose'] | //*[@data-version]")


def test_the_notes_of_every_translation_stand_there(tmp_path: Path) -> None:
    project = seeds(tmp_path, "readout", "wang-wenze")
    path = project.seeds / "wang-wenze/translation.en.md"
    text = path.read_text(encoding="utf-8").replace("status: machine", "status: draft", 1)
    (path.parent / "translation.en.2.md").write_text(text, encoding="utf-8")
    edition = read_edition(project, quiet)
    page = woven(write_pages(Views(edition)), "zh-Hans/commentary/wang-wenze")
    originals = {note.number: note.text.text for note in edition.document("wang-wenze").notes}
    for note in edition.document("wang-wenze").others[0].notes:
        if note.text.text != originals[note.number]:
            (element,) = page.xpath(f"//*[@id='{note.id}-en-plain']")
            assert element.get("data-version") == "2" and element.text_content() == note.text.text
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_data_tei_search_and_paper_know_of_it(edition: Edition, tmp_path: Path) -> None:
    data = document_data(edition.document("ndrc"))
    assert [each["name"] for each in (data["translation"], *data["others"])] == ["2", None]
    assert len(data["others"][0]["blocks"]) == len(data["blocks"]) and data["translation"]["missing"] == ["p6"]
    assert check_data({"documents/ndrc.json": data}, schemas_of(edition)) == []
    text = next(text for path, text in tei_files(edition).items() if "ndrc" in path)
    assert complaints(text) == []
    versions = [each for each in ElementTree.fromstring(text).iter(f"{T}text") if each.get("type") == "translation"]
    assert [(each.get(ID), each.get("n")) for each in versions] == [("text-en", "2"), ("text-en-plain", None)]
    anchors = [each.anchor for each in passages_of(edition.document("ndrc"))]
    assert {"p4", "p4-en", "p4-en-plain", "p6-en-plain"} <= set(anchors) and "p6-en" not in anchors
    remarks = Tree(edition, edition.trees[2]).document("ndrc").remarks
    assert any("another translation" in remark and "Machine" in remark for remark in remarks)
    assert faults({"ndrc": text}, tmp_path) == []


def test_every_translation_is_checked(tmp_path: Path) -> None:
    project = seeds(tmp_path, "readout", "ndrc")
    text = (project.seeds / FILE).read_text(encoding="utf-8")
    (project.seeds / "ndrc/translation.en.other.md").write_text(text.replace("26.67", "26.76", 1), encoding="utf-8")
    with pytest.raises(BadInput) as problem:
        read_edition(project, quiet)
    told = {(each.rule, each.place.path) for each in problem.value.diagnostics}
    assert told == {("translation-numbers", "seeds/ndrc/translation.en.other.md")}


@pytest.mark.parametrize("name", ["A b", "plain", "2.", "x_y"])
def test_a_name_that_no_address_can_have_is_refused(tmp_path: Path, name: str) -> None:
    project = seeds(tmp_path, "readout", "ndrc")
    shutil.copy(project.seeds / FILE, project.seeds / f"ndrc/translation.en.{name}.md")
    with pytest.raises(BadInput) as problem:
        read_edition(project, quiet)
    assert [each.rule for each in problem.value.diagnostics] == ["bad-translation"]
    assert f"“{name}” is no name" in problem.value.diagnostics[0].sentence
