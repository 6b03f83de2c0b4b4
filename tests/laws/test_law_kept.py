"""After any edits, what is derived with all that earlier builds kept is, byte for byte, what is derived from nothing."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from build_scripts.edition.edition import Edition
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, read_edition, save_anchors
from build_scripts.remembered import begin, end
from build_scripts.store import Store
from build_scripts.views.tree import Views
from build_scripts.writers import FORMATS, Target, write_formats
from build_scripts.writers.web.docs import write_pages
from tests.making.edits import KINDS, change, silent

AGAIN = 1  # times that an edit is made once more, where it can be
DERIVED = [each for each in FORMATS if not each.slow and not each.after_pages]


class Forgetful(Project):
    """A project that keeps nothing."""

    @property
    def store(self) -> Store:
        return Store()


def derive(project: Project) -> tuple[Edition, dict[str, bytes]]:
    """The edition, and every page and file that is made of it before MkDocs."""
    begin(project.store)
    edition = read_edition(project, silent, accept_anchors=True)
    views = Views(edition)
    pages = write_pages(views, project.store)
    files = {path: text.encode() for path, text in (pages.docs | pages.frames).items()}
    with TemporaryDirectory() as name:
        write_formats(DERIVED, views, Target(Path(name), step=silent, store=project.store))
        files |= {path.relative_to(name).as_posix(): path.read_bytes() for path in Path(name).rglob("*") if path.is_file()}
    end()
    return edition, files


def damage(project: Project, chance: random.Random) -> None:
    """Change a bit of every tenth file that is kept."""
    for path in sorted(each for each in (project.root / ".cache").rglob("*") if each.is_file() and not chance.randrange(10)):
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


def possible(project: Project, kinds: list[str]) -> list[str]:
    """Those edits that can be made now: a source comes before it goes, and words are changed once."""
    there = (project.seeds / "tower").is_dir()
    return [kind for kind in kinds if kind != ("source" if there else "gone")]


def test_what_is_kept_through_edits_is_what_is_made_from_nothing(tmp_path: Path) -> None:
    chance = random.Random(20250425)
    project, forgetful = Project(tmp_path / "edition"), Forgetful(tmp_path / "edition")
    new_edition(project.root)
    save_anchors(derive(project)[0])
    left = [*KINDS, *["word", "title", "source", "gone"] * AGAIN]
    while found := possible(project, left):
        kind = chance.choice(found)
        left.remove(kind)
        change(project, chance, kind)
        edition, kept = derive(project)
        assert derive(forgetful)[1] == kept, kind
        save_anchors(edition)
        if not chance.randrange(3):
            damage(project, chance)
            assert derive(project)[1] == derive(forgetful)[1], kind
