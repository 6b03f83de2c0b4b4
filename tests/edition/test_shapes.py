"""Editions of every shape build, and each of their pages makes sense."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from build_scripts.pipeline import Project, build
from tests.edition.making import make, shapes
from tests.sources import ROOT

NAMES = tuple(shapes())
# What a reader sees or hears; scripts and styles are neither.
SPOKEN = "//body//text()[not(ancestor::script or ancestor::style)] | //@aria-label | //@title | //@placeholder | //title/text()"


@pytest.fixture(scope="module", params=NAMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Project]:
    """A shape and its site, pages only."""
    project = make(shapes()[request.param], tmp_path_factory.mktemp(request.param))
    build(project, lambda words: None, pages_only=True)
    return request.param, project


def pages(project: Project) -> dict[str, html.HtmlElement]:
    found = sorted(project.site.rglob("*.html"))
    return {path.relative_to(project.site).as_posix(): html.parse(str(path)).getroot() for path in found}


def words_of(page: html.HtmlElement) -> str:
    return " ".join(" ".join(page.xpath(SPOKEN)).split())


def words_of_the_first_edition() -> list[str]:
    """What this project's own edition says of itself, in pieces long enough to be nobody else's."""
    settings = yaml.safe_load((ROOT / "seeds/edition.yaml").read_text(encoding="utf-8"))
    wording = yaml.safe_load((ROOT / "seeds/wording.yaml").read_text(encoding="utf-8"))
    plain = yaml.safe_load((ROOT / "build_scripts/seed/edition.yaml").read_text(encoding="utf-8"))
    said = [*_texts([settings[key] for key in ("subtitle", "introduction", "start", "kinds")]), *_texts(wording)]
    return sorted({text for text in said if len(text) > 8} - set(_texts(plain)))


def _texts(data: object) -> list[str]:
    if isinstance(data, dict | list):
        return [text for part in (data.values() if isinstance(data, dict) else data) for text in _texts(part)]
    return [str(data)]


def test_what_belongs_to_it_is_there_and_nothing_else(built: tuple[str, Project]) -> None:
    name, project = built
    for page in shapes()[name]["pages"]:
        assert (project.site / page / "index.html").is_file(), page
    for page in shapes()[name]["missing"]:
        assert not (project.site / page).exists(), page


def test_every_link_of_every_page_leads_somewhere(built: tuple[str, Project]) -> None:
    _, project = built
    for name, page in pages(project).items():
        if name == "404.html":
            continue
        for href in page.xpath("//a/@href"):
            path, _, anchor = href.partition("#")
            path = path.partition("?")[0]
            if re.match(r"[a-z]+:", path) or "downloads/" in path:
                continue
            target = (project.site / name).parent / path if path else project.site / name
            target = target / "index.html" if path.endswith("/") or target.is_dir() else target
            assert target.is_file(), f"{name}: {href}"
            if anchor and target.suffix == ".html":
                assert anchor in html.parse(str(target)).xpath("//@id"), f"{name}: {href}"


def test_no_section_is_empty(built: tuple[str, Project]) -> None:
    _, project = built
    for name, page in pages(project).items():
        for heading in page.xpath("//article//h2 | //article//h3"):
            following = heading.xpath("following-sibling::*[1] | parent::section/*[2]")
            assert following and following[0].tag not in ("h1", "h2"), f"{name}: {heading.text_content()}"
        for listed in page.xpath("//article//ul | //article//ol | //article//table | //article//dl"):
            assert words_of_part(listed), f"{name}: an empty {listed.tag}"


def words_of_part(part: html.HtmlElement) -> str:
    return "".join(part.itertext()).strip()


def test_no_control_is_dead(built: tuple[str, Project]) -> None:
    name, project = built
    trees = shapes()[name]["settings"].get("trees", ["zh-Hans", "zh-Hant", "en"])
    for path, page in pages(project).items():
        if not path.startswith(tuple(trees)):
            continue
        assert len(page.xpath("//ul[@class='dz-languages']/li")) == (len(trees) if len(trees) > 1 else 0), path
        for view in page.xpath("//fieldset[@class='dz-view']"):
            assert page.xpath("//*[contains(@class, 'dz-translated')]"), f"{path}: a choice of views without a translation"
            assert view.xpath(".//input")


def test_no_word_of_the_first_edition(built: tuple[str, Project]) -> None:
    _, project = built
    theirs = words_of_the_first_edition()
    assert len(theirs) > 30
    for path, page in pages(project).items():
        words = words_of(page)
        found = [text for text in theirs if text in words]
        assert not found, f"{path}: {found}"


def test_every_wording_can_be_the_editions_own(tmp_path: Path) -> None:
    """What a wording gives is said in the place of the program's, everywhere: no page falls back on the general words."""
    program = yaml.safe_load((ROOT / "build_scripts/views/wording.yaml").read_text(encoding="utf-8"))
    own = {key: {tree: f"{words}※" for tree, words in said.items()} for key, said in program.items()}
    shape = shapes()["plain"] | {"wording": own}
    project = make(shape, tmp_path)
    build(project, lambda words: None, pages_only=True)
    said = sorted((words["zh-Hans"].strip() for words in program.values()), key=len, reverse=True)
    for path, page in pages(project).items():
        if path.startswith("zh-Hans/"):
            words = words_of(page)
            for each in said:
                words = words.replace(f"{each}※", "").replace(f"{each} ※", "")
            bare = [each for each in said if len(each) > 5 and "{" not in each and each in words]
            assert not bare, f"{path}: {bare}"
