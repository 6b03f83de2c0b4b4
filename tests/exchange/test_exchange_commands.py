"""The commands as they are used: files are written, taken back, and refused as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from build_scripts.cli import main
from build_scripts.diagnostics import PROBLEMS
from tests.sources import SEEDS

MEMORY, TERMS = "duizhao.tmx", "duizhao.tbx"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The readout, and the television report with its translation."""
    root = tmp_path_factory.mktemp("exchange")
    for seed in ("readout", "cctv"):
        shutil.copytree(SEEDS / seed, root / "seeds" / seed)
    shutil.copy(SEEDS / "glossary.yaml", root / "seeds")
    (root / "seeds/edition.yaml").write_text("file: duizhao\n", encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_a_whole_round(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translation = root / "seeds/cctv/translation.en.md"
    before = translation.read_bytes()
    assert run(root, "export", "xliff", "--sentences") == run(root, "export", "po", "--whole", "--into", str(root / "po")) == 0
    assert sorted(path.name for path in (root / "exchange").iterdir()) == ["cctv.en.xlf"]
    assert [path.name for path in (root / "po").iterdir()] == ["duizhao.en.po"]
    file = root / "exchange/cctv.en.xlf"
    assert run(root, "import", str(file), str(file)) == 0
    assert translation.read_bytes() == before
    file.write_bytes(file.read_bytes().replace(b"the Party", b"the  party"))
    capsys.readouterr()
    assert run(root, "import", str(file)) == 0
    assert "seeds/cctv/translation.en.md: " in capsys.readouterr().out
    translation.write_bytes(before)


def test_one_bad_file_keeps_all_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()}
    run(root, "export", "po")
    good = root / "exchange/cctv.en.po"
    good.write_bytes(good.read_bytes().replace(b"Xi", b"Mr. Xi"))
    for name in ("bad.po", "bad.txt", "not-there.xlf"):
        if not name.startswith("not"):
            (root / name).write_bytes(b"msgid")
        assert run(root, "import", str(good), str(root / name)) == PROBLEMS
        said = capsys.readouterr().err
        assert f"{root / name}:1: error[" in said and "nothing was written" in said and "Traceback" not in said
    assert {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()} == before


def test_a_name_that_is_none_and_a_language_that_needs_nothing_are_refused(root: Path) -> None:
    assert run(root, "export", "xliff", "nobody") == PROBLEMS
    assert run(root, "export", "xliff", "--to", "zh-Hans") == PROBLEMS
    assert run(root, "export", "xliff", "--to", "../en") == PROBLEMS


@pytest.mark.parametrize("wrong", [("--reviewer", "…"), ("--day", "tomorrow")])
def test_a_review_by_nobody_or_on_no_day_is_wrong_usage(root: Path, wrong: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(root, "import", "x.po", *wrong)
    assert stop.value.code == 2


def test_the_official_words_of_what_is_quoted_are_told_to_the_translator(root: Path) -> None:
    run(root, "export", "xliff")
    tree = etree.parse(root / "exchange/cctv.en.xlf")
    notes = [note.text for note in tree.iter("{*}note")]
    assert notes and all(note.startswith("Official words (readout): ") for note in notes)


def test_all_pairs_as_a_memory_and_all_terms_as_a_glossary(root: Path) -> None:
    second = root / "seeds/cctv/translation.en.second.md"
    shutil.copy(root / "seeds/cctv/translation.en.md", second)
    assert run(root, "export", "tmx") == run(root, "export", "tbx") == 0
    second.unlink()
    memory = etree.parse(root / "exchange" / MEMORY)
    units = memory.findall("body/tu")
    assert len({each.get("tuid") for each in units}) == len(units) > 40
    assert sum(each.get("tuid").endswith("-en-second") for each in units) > 10
    assert all([tuv.get(LANG)[:2] for tuv in each.findall("tuv")] == ["zh", "en"] for each in units)
    assert {each.findtext("prop") for each in units} == {"official", "machine"}
    terms = etree.parse(root / "exchange" / TERMS).findall("text/body/termEntry")
    assert len({each.get("id") for each in terms}) == len(terms) == (SEEDS / "glossary.yaml").read_text().count("\n- ")
