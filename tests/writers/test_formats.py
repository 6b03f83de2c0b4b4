"""The table of formats: every room is in it, every file it offers has a name, and one more line is enough for one more format."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from build_scripts import writers
from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.edition import Edition, connect, make_edition
from build_scripts.model import Place, Witness
from build_scripts.views.tree import Views
from build_scripts.views.wording import say
from build_scripts.writers import FORMATS, FileType, Format, Target, choose_formats, file_of, write_formats
from build_scripts.writers.downloads import downloads_of, edition_downloads
from tests.kinds import TREES
from tests.links.making import speech

ROOMS = Path(writers.__file__).parent


def test_every_room_is_in_the_table_and_can_write() -> None:
    folders = {path.parent.name for path in ROOMS.glob("*/__init__.py")} - {"web"}  # the pages, which MkDocs renders
    assert {each.room for each in FORMATS} == folders
    assert all(callable(each._module().write) for each in FORMATS)


def test_every_file_that_is_offered_is_named_in_every_tree() -> None:
    for kind in writers.file_types():
        assert all(say(f"format-{kind.ending}", tree) for tree in TREES)


def test_an_ending_of_no_format_is_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"no format in FORMATS has files that end in “odt”"):
        file_of("x", "en", "odt")


@pytest.fixture
def edition() -> Edition:
    made = speech()
    return connect(make_edition([Witness(made.source, "", (made,))]))


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A room of one more format, and its line in the table."""
    module = ModuleType("build_scripts.writers.plain")

    def write(views: Views, target: Target) -> list[Diagnostic]:
        for document in views.tree("en").documents:
            target.save(file_of(document.id, "en", "txt"), document.name)
        return []

    module.write = write  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(writers, "FORMATS", (Format("plain", (FileType("txt", whole=True),)),))
    return module


def test_a_room_and_a_line_are_a_format(edition: Edition, room: ModuleType, tmp_path: Path) -> None:
    formats, lacking = choose_formats(pages_only=True)
    assert ([each.room for each in formats], lacking) == (["plain"], [])
    assert write_formats(formats, Views(edition), Target(tmp_path, "https://example.org/")) == []
    (offered,) = downloads_of(edition.documents[0], "en")
    assert offered == {"format": "txt", "label": "TXT", "file": "downloads/en/speech.txt"}
    assert (tmp_path / offered["file"]).read_text(encoding="utf-8") == Views(edition).tree("en").documents[0].name
    assert [each["format"] for each in edition_downloads(edition, "en")] == ["txt"]


def test_a_format_that_cannot_be_made_is_a_warning_and_left_out(room: ModuleType) -> None:
    lack = Diagnostic(Place("site"), "no-fonts", "there is no paper", severity="warning")
    room.lacks = lambda: lack  # type: ignore[attr-defined]
    assert choose_formats(pages_only=False) == ((), [lack])
