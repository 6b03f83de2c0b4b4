"""Pages that earlier builds rendered: taken as they are while all that they show is the same, and no longer."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path

import pytest

from build_scripts.render.mkdocs import run_mkdocs
from build_scripts.render.trees import PACKAGE

CONFIGURATION = (
    "site_name: name\ndocs_dir: !ENV DOCS\nsite_dir: !ENV SITE\nstrict: true\ntheme: {name: null, custom_dir: theme}\n"
    "validation: {links: {anchors: warn}}\nhooks: [!ENV DUIZHAO_HOOK]\nplugins: []\n"
)
TEMPLATE = "{{ page.content }} next: {{ page.next_page.title }} tabs: {% for item in nav.items %}{{ item.title }} {% endfor %}"
PAGES = {
    "index.md": "---\ntitle: Home\n---\n[two](two.md#p1)",
    "two.md": "---\ntitle: Two\n---\n# Heading {#p1}\n\nversion: OPEN",
    "un.md": "---\ntitle: Un\n---\nalone",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The folder of a small tree."""
    for folder in ("theme", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "theme/main.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION + "markdown_extensions: [attr_list]\n", encoding="utf-8")
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path


def render(tree: Path, version: str = "1") -> tuple[bool, str, set[str]]:
    """Whether it went well, what MkDocs said, and the pages that were rendered anew."""
    environment = {
        "DUIZHAO_HOOK": str(PACKAGE / "render/hook.py"),
        "DUIZHAO_FRAMES": str(tree / "frames.pickle"),
        "DUIZHAO_KEPT": str(tree / "kept"),
        "DUIZHAO_INPUTS": "inputs",
        "DUIZHAO_OPEN": json.dumps({"OPEN": version}),
        "DUIZHAO_SITE": str(tree / "site"),
        "DOCS": str(tree / "docs"),
        "SITE": str(tree / "site"),
    }
    before = entries(tree)
    ((code, words),) = run_mkdocs(tree / "mkdocs.yml", [environment])
    return code == 0, words, entries(tree) - before


def test_what_is_kept_is_not_even_read_by_mkdocs_and_others_see_its_title_and_what_stands_above_it(tree: Path) -> None:
    read = "def on_page_read_source(page, config):\n    print(f'reads {page.file.src_uri}')\n"
    (tree / "reads.py").write_text(read, encoding="utf-8")
    config = tree / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("DUIZHAO_HOOK]", "DUIZHAO_HOOK, reads.py]"), encoding="utf-8")
    shown = "{% for item in nav.items %}{{ item.title }} {{ item.meta.kind }} {% endfor %}"
    (tree / "theme/main.html").write_text(shown, encoding="utf-8")
    (tree / "docs/two.md").write_text("---\nkind: letter\nday: 2031-06-01\n---\n# Heading {#p1}\n", encoding="utf-8")
    assert render(tree)[1].count("reads ") == 3
    (tree / "docs/index.md").write_text(PAGES["index.md"] + " or not", encoding="utf-8")
    assert re.findall("reads (.*)", render(tree)[1]) == ["index.md"]
    assert "Heading letter" in (tree / "site/index.html").read_text("utf-8")


def entries(tree: Path) -> set[str]:
    return {path.name for path in (tree / "kept/page").glob("*")}


def site(tree: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text(encoding="utf-8") for path in (tree / "site").rglob("index.html")}


def test_what_has_not_changed_is_not_rendered_again_and_what_was_left_open_is_filled_in(tree: Path) -> None:
    assert len(render(tree)[2]) == 3
    before = site(tree)
    assert render(tree, "2")[2] == set()
    assert site(tree) == before | {"two": before["two"].replace("version: 1", "version: 2")}


def test_a_page_is_rendered_again_with_its_neighbours_which_show_its_title(tree: Path) -> None:
    render(tree)
    (tree / "docs/un.md").write_text(PAGES["un.md"].replace("alone", "changed"), encoding="utf-8")
    assert len(render(tree)[2]) == 1
    (tree / "docs/un.md").write_text(PAGES["un.md"].replace("Un", "Deux"), encoding="utf-8")
    assert len(render(tree)[2]) == 3 and "next: Deux" in site(tree)["two"]


def test_a_frame_is_part_of_its_page(tree: Path) -> None:
    render(tree)
    frame = {"frame": ["<b>", {"whole": True}, "</b>"]}
    (tree / "frames.pickle").write_bytes(pickle.dumps({"un": json.dumps(frame)}))
    assert len(render(tree)[2]) == 1 and "<b><p>alone</p></b>" in site(tree)["un"]


@pytest.mark.parametrize(("name", "text"), [("two.md", None), ("two.md", "---\ntitle: Two\n---\n# Heading\n")])
def test_links_are_checked_on_pages_that_are_kept(tree: Path, name: str, text: str | None) -> None:
    render(tree)
    (tree / "docs" / name).unlink()
    if text:
        (tree / "docs" / name).write_text(text, encoding="utf-8")
    for _ in range(2):  # what MkDocs warns of is not kept, so it warns again
        well, words, made = render(tree)
        assert not well and "two.md" in words and not made


def test_a_page_is_rendered_again_where_a_file_that_it_leads_to_is_gone(tree: Path) -> None:
    far = {"one/a.md": "a", "one/b.md": "b", "one/c.md": "c", "two/x.md": "x", "two/y.md": "[c](../one/c.md)", "two/z.md": "z"}
    for name, text in far.items():
        (tree / "docs" / name).parent.mkdir(exist_ok=True)
        (tree / "docs" / name).write_text(text, encoding="utf-8")
    assert render(tree)[0]
    (tree / "docs/one/c.md").rename(tree / "docs/one/d.md")  # of which the templates show nothing on that page
    well, words, _ = render(tree)
    assert not well and "two/y.md" in words
