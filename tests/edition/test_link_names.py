"""Names of links: published ones stay, new ones follow from what they join, and none is given twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from build_scripts.diagnostics import BadInput
from build_scripts.edition.edition import Edition
from build_scripts.edition.numbering import NamedLink
from build_scripts.links.model import Link, TextLink
from build_scripts.pipeline import Project, build, read_edition, save_anchors
from build_scripts.seed.history.link_lock import format_links, parse_links
from tests.seed.test_ids import rewrite
from tests.sources import SEEDS, copy_seeds


def quiet(words: str) -> None:
    """A step that nobody watches."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    copy_seeds(tmp_path)
    return Project(tmp_path)


def words_of(edition: Edition, links: Iterable[NamedLink[Link]]) -> dict[str, tuple[str, str]]:
    """What each link between texts joins, by its name: the words at either end."""

    def words(document: str, block: str, start: int, end: int) -> str:
        return next(part for part in edition.document(document).parts if part.id == block).text.text[start:end]

    ends = {each.name: (each.link.source, each.link.target) for each in links if isinstance(each.link, TextLink)}
    return {name: tuple(words(s.document, s.block, s.start, s.end) for s in spans) for name, spans in ends.items()}  # type: ignore[misc]


def named(edition: Edition) -> dict[str, tuple[str, str]]:
    return words_of(edition, edition.numbering.links)


def test_the_published_names_are_kept(project: Project) -> None:
    edition = read_edition(project, quiet)
    assert {f"l{number}" for number in range(1, 38)} <= named(edition).keys()
    assert format_links(edition.numbering.lock) == (SEEDS / "links.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("gone", ["takungpao", "cctv"])
def test_another_source_changes_no_name(project: Project, gone: str) -> None:
    whole = named(read_edition(project, quiet))
    shutil.rmtree(project.seeds / gone)
    edition = read_edition(project, quiet)
    part = named(edition)
    assert len(part) > 5 and part.items() <= whole.items()
    save_anchors(edition)
    assert named(read_edition(project, quiet)) == part
    shutil.copytree(SEEDS / gone, project.seeds / gone)
    assert named(read_edition(project, quiet)) == whole, "the names of a source that comes back are its own"


def test_a_new_name_follows_from_what_it_joins(project: Project) -> None:
    (project.seeds / "links.lock").unlink()
    whole = named(read_edition(project, quiet))
    assert all(name[1:].isalpha() for name in whole) and len(whole) == 45
    shutil.rmtree(project.seeds / "takungpao")
    assert named(read_edition(project, quiet)).items() <= whole.items()


def test_a_name_stays_where_its_words_are_retouched_and_its_block_moves(project: Project) -> None:
    before = named(read_edition(project, quiet))

    def change(lines: list[str]) -> None:
        lines.insert(1, "这一段是后来加进来的，讲的是海边的灯塔。")
        at = next(at for at, line in enumerate(lines) if "抓住新一轮科技革命" in line)
        lines[at] = lines[at].replace("事关我国能否抓住", "事关我国可否抓住")

    rewrite(project, change)
    edition = read_edition(project, quiet)
    assert named(edition).keys() == before.keys()


def test_the_page_leads_from_a_name_that_is_gone_to_what_it_joined(project: Project) -> None:
    edition = read_edition(project, quiet)
    name = next(each.name for each in edition.numbering.links if each.link.source.document == "ndrc")
    words = named(edition)[name][0]

    def change(lines: list[str]) -> None:
        for at in range(0, len(words), 4):
            lines[:] = [line.replace(words[at : at + 4], "渔船") if len(line) > 60 else line for line in lines]

    rewrite(project, change)
    build(project, quiet, pages_only=True)
    assert name not in named(read_edition(project, quiet))
    for document in ("commentary/ndrc", "speech/readout"):
        page = (project.site / f"zh-Hans/{document}/index.html").read_text(encoding="utf-8")
        assert page.count(f'<span id="{name}" class="dz-formerly"></span>') == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("l1 a#p1 00000000 b#p1 00000000\nl1 a#p2 00000000 b#p1 00000000\n", "2: error[bad-lock]: “l1” stands for two links"),
        ("<<<<<<< one\n", "1: error[bad-lock]: “<<<<<<< one” is not a link"),
    ],
)
def test_a_lock_that_is_none_is_told(text: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_links(text)
    assert said in str(caught.value)
