"""What MkDocs complains of is an error with the line of the capture that it is about."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from build_scripts.diagnostics import BadInput
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.render import trees
from build_scripts.render.complaints import complaints
from build_scripts.render.trees import render_trees
from build_scripts.views.tree import Views
from build_scripts.writers.web.docs import write_pages
from build_scripts.writers.web.saved import save_docs


def test_a_link_that_leads_nowhere_is_an_error_in_its_capture(tmp_path: Path) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    edition = read_edition(project, lambda words: None)
    pages = write_pages(Views(edition))
    save_docs(project.docs, pages.docs)
    page = project.docs / "zh-Hans/talk/lighthouse.md"
    blocks = page.read_text(encoding="utf-8").split("\n\n")
    at = next(at for at, block in enumerate(blocks) if block.endswith("{:#p2}"))
    blocks[at] = "[x](gone.md) [y](#p99) " + blocks[at]
    page.write_text("\n\n".join(blocks), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        render_trees(project.root, Views(edition), {}, tmp_path / "site", lambda words: None)
    found = refused.value.diagnostics
    assert len(found) >= 2 and {each.rule for each in found} == {"render-failed"}
    assert {each.severity for each in found} == {"error"}
    (document,) = [each for each in edition.documents if each.id == "lighthouse"]
    text = next(block.text.text for block in document.blocks if block.id == "p2")
    line = next(at for at, each in enumerate(edition.witness(document).raw.split("\n"), 1) if each.strip()[:6] == text[:6])
    about = [each for each in found if "gone.md" in each.sentence or "#p99" in each.sentence]
    assert len(about) == 2 and {(each.place.path, each.place.line) for each in about} == {("seeds/lighthouse/raw.txt", line)}


def test_a_complaint_about_no_page_of_a_text_has_what_is_known_of_its_place(tmp_path: Path) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    edition = read_edition(project, lambda words: None)
    docs = project.docs / "en"
    (docs / "about").mkdir(parents=True)
    (docs / "about/index.md").write_text("# About\n\n[x](gone.md)\n", encoding="utf-8")
    lines = ["Doc file 'about/index.md' contains a link 'gone.md', but the target is not found", "Something else."]
    places = [each.place for each in complaints(edition, project.root, "en", lines)]
    assert [(place.path, place.line) for place in places] == [("docs/en/about/index.md", 3), ("mkdocs.yml", 1)]


BROKEN = [
    (b"theme: [open\n", "yaml-syntax", "not valid YAML"),
    (b"\xff\xfe\x00\n", "undecodable", "is not UTF-8"),
    (b"markdown_extensions: [no_such_extension]\n", "render-failed", "no_such_extension"),
    (b"hooks: [no/such/hook.py]\n", "render-failed", "hook"),
]


@pytest.mark.parametrize(("added", "rule", "words"), BROKEN)
def test_a_broken_configuration_is_told_once_with_its_line_and_no_folder_of_the_machine(
    tmp_path: Path, added: bytes, rule: str, words: str
) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    path = project.root / "mkdocs.yml"
    path.write_bytes(path.read_bytes() + added)
    edition = read_edition(project, lambda words: None)
    save_docs(project.docs, write_pages(Views(edition)).docs)
    with pytest.raises(BadInput) as refused:
        render_trees(project.root, Views(edition), {}, tmp_path / "site", lambda words: None)
    (told,) = refused.value.diagnostics
    assert (told.rule, told.place.path) == (rule, "mkdocs.yml") and told.place.line > 1
    assert words in told.sentence and str(tmp_path) not in str(told)


def test_a_disk_that_is_full_is_told_once_and_not_for_each_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    words = f"Traceback\nOSError: [Errno {errno.ENOSPC}] No space left on device: '/x/a.js' -> '.site-new/en/a.js'\n"
    monkeypatch.setattr(trees, "run_mkdocs", lambda config, environments: [(1, words)] * len(environments))
    views = Views(read_edition(project, lambda words: None))
    with pytest.raises(OSError, match="No space left on device: 'site'") as failed:
        trees.render_trees(project.root, views, {}, tmp_path / "site", lambda words: None)
    assert failed.value.errno == errno.ENOSPC
