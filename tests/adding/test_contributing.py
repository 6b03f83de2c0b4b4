"""The worked examples of CONTRIBUTING.md: each file it shows, added as it says, gives the record it shows and can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.cli import main
from build_scripts.diagnostics import Report
from build_scripts.explain import look_at
from tests.making.printed import compiled
from tests.making.word import call, note, paragraph, word_file
from tests.sources import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"`(?P<file>[a-z]+\.[a-z]+)`[^\n]*:\n\n```(?:html|text)\n(?P<content>.*?)```\n\n```sh\npython -m build_scripts (?P<command>[^\n]+)\n```"
    r".*?```yaml\n(?P<record>.*?)```",
    re.DOTALL,
)
WORD = re.compile(
    r"`(?P<file>winter\.docx)`[^\n]*:\n\n```sh\npython -m build_scripts (?P<command>[^\n]+)\n```\n\n```yaml\n(?P<record>.*?)```",
    re.DOTALL,
)
PRINT = re.compile(
    r"`(?P<file>tide\.pdf)`[^\n]*\n\n```typst\n(?P<content>.*?)```\n\n```sh\npython -m build_scripts (?P<command>[^\n]+)\n```\n\n"
    r"```yaml\n(?P<record>.*?)```",
    re.DOTALL,
)
DIGEST = re.compile(r"(?<=sha256: )[0-9a-f…]+")
EXAMPLES = [match.groupdict() for match in EXAMPLE.finditer(TEXT)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["file"]))
def test_an_example_gives_what_it_shows(example: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / example["file"]).write_text(example["content"], encoding="utf-8")
    command = [str(tmp_path / word) if word == example["file"] else word for word in example["command"].split()]
    assert main(["--root", str(tmp_path), *command]) == 0, capsys.readouterr().err
    name = command[-1]
    assert (tmp_path / "seeds" / name / "source.yaml").read_text(encoding="utf-8") == example["record"]
    report = Report()
    witness = look_at(tmp_path / "seeds", name, report)
    assert not report.failed and witness.documents[0].blocks


def test_a_word_file_gives_what_is_shown(tmp_path: Path) -> None:
    """Its digest is that of the day, since the package holds when it was made."""
    (example,) = (match.groupdict() for match in WORD.finditer(TEXT))
    (tmp_path / "seeds").mkdir()
    (tmp_path / example["file"]).write_bytes(winter())
    command = [str(tmp_path / word) if word == example["file"] else word for word in example["command"].split()]
    assert main(["--root", str(tmp_path), *command]) == 0
    record = (tmp_path / "seeds" / "winter" / "source.yaml").read_text(encoding="utf-8")
    assert DIGEST.sub("…", record) == example["record"]
    document = look_at(tmp_path / "seeds", "winter", Report()).documents[0]
    assert [str(block.type) for block in document.blocks] == ["heading", "paragraph"] and len(document.notes) == 1


def test_a_pdf_gives_what_is_shown(tmp_path: Path) -> None:
    """Its digest is that of the fonts that are there."""
    (example,) = (match.groupdict() for match in PRINT.finditer(TEXT))
    (tmp_path / "seeds").mkdir()
    (tmp_path / example["file"]).write_bytes(compiled(example["content"]))
    command = [str(tmp_path / word) if word == example["file"] else word for word in example["command"].split()]
    assert main(["--root", str(tmp_path), *command]) == 0
    record = (tmp_path / "seeds" / "tide" / "source.yaml").read_text(encoding="utf-8")
    assert DIGEST.sub("…", record) == example["record"]
    document = look_at(tmp_path / "seeds", "tide", Report()).documents[0]
    assert [str(block.type) for block in document.blocks] == ["abstract", "heading", "paragraph", "paragraph"]
    assert [note.text.text for note in document.notes] == ["林晓帆：《海湾村规》，2019年，第33页。"] and len(
        document.calls
    ) == 1


def winter() -> bytes:
    """The Word file of the example."""
    text = "冬天的渔港很安静，船都停在岸边，只有海鸥在叫。"
    body = paragraph("渔港的冬天", "T") + paragraph("开港之前", "1") + paragraph(text, inner=call(2))
    return word_file(body, note(2, "见县志。"))


def test_there_is_an_example_for_each_kind_of_file() -> None:
    assert {example["file"].rpartition(".")[2] for example in EXAMPLES} >= {"html", "txt"}
