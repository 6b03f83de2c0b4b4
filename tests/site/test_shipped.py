"""What a site ships that the edition has not made itself, and that its page says under which license."""

from __future__ import annotations

import re
from pathlib import Path

import material

from build_scripts.pipeline import Project
from tests.kinds import TREES
from tests.sources import ROOT

OURS = ROOT / "build_scripts" / "theme"
THEME = Path(material.__file__).parent / "templates"
NAMED = ("Material for MkDocs", "MIT", "Material Design Icons", "Apache", "Noto CJK", "1.1", "CC-CEDICT", "4.0")
# Icon sets that Material carries, by the folder in which they are; others than the first have other licenses.
ICONS = "material/"


def test_all_that_others_made_is_the_themes_and_has_its_license_named(built: Project) -> None:
    for tree in TREES:
        site = built.site / tree
        shipped = [path.relative_to(site) for path in (site / "assets").rglob("*") if path.is_file()]
        others = [path for path in shipped if not (OURS / path).is_file()]
        assert len(others) < len(shipped) and all((THEME / path).is_file() for path in others), others
        about = (site / "about/index.html").read_text(encoding="utf-8")
        assert all(name in about for name in NAMED), tree


def test_nothing_is_shipped_that_has_a_license_of_its_own(built: Project) -> None:
    """Stemmers and word cutters for a search that the edition does not have; brand icons."""
    assert not [path for path in built.site.rglob("*") if "lunr" in path.parts]
    icons = re.findall(r"\bicon: ([\w/-]+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert icons and all(icon.startswith(ICONS) for icon in icons)
