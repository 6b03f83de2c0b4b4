"""What an editor gives beside what the capture states: both are published, and the proof finds every character."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from build_scripts.pipeline import Project, build

ROOT = Path(__file__).parents[2]
GIVEN = """
title: {zh-Hans: 海, en: The Sea}
publisher: {value: 海洋報, because: {en: Somebody said so.}}
published: {value: 2031-05~, because: {en: Somebody said so.}}
"""


def test_given_titles_and_facts_stand_beside_what_the_capture_states(tmp_path: Path) -> None:
    copytree(ROOT / "seeds" / "readout", tmp_path / "seeds" / "readout")
    with (tmp_path / "seeds" / "readout" / "source.yaml").open("a", encoding="utf-8") as file:
        file.write(GIVEN)
    project = Project(tmp_path)
    build(project, lambda words: None, pages_only=True)
    chinese, english = (
        (project.site / tree / "speech/readout/index.html").read_text(encoding="utf-8") for tree in ("zh-Hans", "en")
    )
    assert 'data-field="title"' in chinese and "<title>海 · " in chinese
    assert all(f'data-field="{name}"' in english for name in ("title", "translation-title", "publisher", "published"))
    assert "<title>The Sea · " in english
