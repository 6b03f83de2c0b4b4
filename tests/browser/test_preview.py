"""The preview in a real browser: a saved file is seen at once, a mistake is shown with its place, and the published site has none of it."""

from __future__ import annotations

import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from build_scripts.new import new_edition
from build_scripts.pipeline import Project, build
from build_scripts.serve.preview import Preview
from build_scripts.serve.server import PreviewHandler
from build_scripts.serve.watch import state_of
from tests.browser.test_policy import listening

PATIENCE = 60_000  # milliseconds that a build may take on a busy machine
BOX = "#preview-problems"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    return project


@pytest.fixture
def address(project: Project):
    """The address of a preview of the project, whose site was built."""
    build(project, lambda words: None, pages_only=True)
    preview = Preview(project.root, lambda words: None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: PreviewHandler(*given, preview=preview))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with preview.watching():
        yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_saved_file_is_seen_a_mistake_is_shown_and_the_server_lives_on(project: Project, address: str, open_page) -> None:
    published = {path: path.read_bytes() for path in project.site.rglob("*") if path.is_file()}
    page = open_page(f"{address}en/")
    heard = listening(page)
    source = project.seeds / "lighthouse/source.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text + "short: {en: The light that was seen}\n", encoding="utf-8")
    page.get_by_text("The light that was seen").first.wait_for(timeout=PATIENCE)
    source.write_text(text + "shart: x\n", encoding="utf-8")
    page.locator(BOX).wait_for(timeout=PATIENCE)
    line = text.count("\n") + 1
    assert page.locator(BOX).inner_text().startswith(f"seeds/lighthouse/source.yaml:{line}: error[unknown-key]: ")
    assert page.get_by_text("The light that was seen").count()  # what was served is served on
    source.write_text(text, encoding="utf-8")
    page.locator(BOX).wait_for(state="detached", timeout=PATIENCE)
    page.goto(f"{address}en/no-such-page/")
    assert page.locator("script[src='/_preview/preview.js']").count() == 1
    assert [each for each in heard if "404" not in each] == []
    assert {path: path.read_bytes() for path in project.site.rglob("*") if path.is_file()} == published


def test_what_a_build_writes_is_no_change(project: Project) -> None:
    before = state_of(project.seeds)
    for lock in project.seeds.rglob("*.lock"):
        lock.write_text("", encoding="utf-8")
    (project.seeds / ".hidden").write_text("", encoding="utf-8")
    assert state_of(project.seeds) == before
    (project.seeds / "lighthouse/decisions.yaml").write_text("", encoding="utf-8")
    assert state_of(project.seeds) != before


def test_a_fault_of_the_program_is_shown_too(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = Preview(project.root, lambda words: None)

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("build_scripts.serve.preview.build", fail)
    preview.build()
    assert preview.problems == ("a bug",) and preview.number == 0 and preview.site == project.site
