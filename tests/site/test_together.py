"""Trees that are rendered by one program: each has its own environment, and says of itself what MkDocs says of it."""

from __future__ import annotations

from pathlib import Path

from build_scripts.render.mkdocs import run_mkdocs, standing, standing_by

CONFIGURATION = (
    "site_name: !ENV NAME\ndocs_dir: !ENV DOCS\nsite_dir: !ENV SITE\nstrict: true\ntheme: {name: null, custom_dir: theme}\n"
)


def make_trees(folder: Path, pages: dict[str, str]) -> tuple[Path, list[dict[str, str]]]:
    """A configuration, and an environment for each tree with one page."""
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text("{{ config.site_name }}: {{ page.content }}", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    environments = []
    for name, text in pages.items():
        (folder / name).mkdir()
        (folder / name / "index.md").write_text(text, encoding="utf-8")
        environments.append({"NAME": name, "DOCS": str(folder / name), "SITE": str(folder / f"{name}-site")})
    return folder / "mkdocs.yml", environments


def test_each_tree_is_made_in_its_own_environment_and_complains_for_itself(tmp_path: Path) -> None:
    pages = {"one": "first", "two": "[x](gone.md)", "three": "third", "four": "[y](lost.md)"}
    config, environments = make_trees(tmp_path, pages)
    for name in ("style.css", ".icon.svg"):
        (tmp_path / "theme" / name).write_text("", encoding="utf-8")
    told = run_mkdocs(config, environments)
    made = {path.name for tree in ("one", "three") for path in (tmp_path / f"{tree}-site").iterdir()}
    assert {"index.html", "style.css"} <= made and ".icon.svg" not in made and (tmp_path / "three-site/style.css").is_file()
    assert [bool(code) for code, _ in told] == [False, True, False, True]
    assert "gone.md" in told[1][1] and "lost.md" not in told[1][1] and "lost.md" in told[3][1]
    assert (tmp_path / "one-site/index.html").read_text(encoding="utf-8") == "one: <p>first</p>"
    assert (tmp_path / "three-site/index.html").read_text(encoding="utf-8") == "three: <p>third</p>"


def test_what_is_wrong_with_the_configuration_every_tree_says(tmp_path: Path) -> None:
    config, environments = make_trees(tmp_path, {"one": "first", "two": "second"})
    config.write_text(CONFIGURATION + "plugins: [no-such-plugin]\n", encoding="utf-8")
    told = run_mkdocs(config, environments)
    assert [code for code, _ in told] == [1, 1] and all("no-such-plugin" in words for _, words in told)


def test_a_program_that_stands_by_makes_trees_again_and_again_and_is_not_missed(tmp_path: Path) -> None:
    config, environments = make_trees(tmp_path, {"one": "first", "two": "[x](gone.md)"})
    once = [code for code, _ in run_mkdocs(config, environments)]
    with standing_by(config):
        process = standing[config]
        for words in ("second", "third"):
            (tmp_path / "one/index.md").write_text(words, encoding="utf-8")
            assert [code for code, _ in run_mkdocs(config, environments)] == once
            assert f"<p>{words}</p>" in (tmp_path / "one-site/index.html").read_text(encoding="utf-8")
        assert process.poll() is None
        process.kill()
        process.wait()
        assert [code for code, _ in run_mkdocs(config, environments)] == once
    assert not standing
