"""The proof must notice every kind of damage to the pages and to the ledger."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.pipeline import Project
from build_scripts.proof import prove

ARTICLE = "zh-Hans/commentary/wang-wenze/index.html"
READOUT = "en/speech/readout/index.html"
HANT = "zh-Hant/commentary/ndrc/index.html"
CONVERTED = "zh-Hans/news/takungpao-seven-points/index.html"


def change(path: Path, edit: Callable[[str], str]) -> None:
    """Change a file, and be sure that it changed."""
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


def once(old: str, new: str) -> Callable[[str], str]:
    """An edit that replaces a string which stands exactly once."""

    def edit(text: str) -> str:
        assert text.count(old) == 1, (old, text.count(old))
        return text.replace(old, new)

    return edit


def test_a_finished_edition_adds_up(built: Project) -> None:
    assert prove(built.seeds, built.site) == []


@pytest.mark.parametrize(
    ("page", "old", "new", "what"),
    [
        (ARTICLE, "仅靠市场主体或单个部门", "仅靠市场主体或单部门", "a character is lost"),
        (ARTICLE, "仅靠市场主体或单个部门", "仅靠市场主体或者单个部门", "a character is added"),
        (ARTICLE, "仅靠市场主体或单个部门", "仅靠市场或主体单个部门", "characters change places"),
        (
            ARTICLE,
            "强调 加强领导做好规划明确任务夯实基础 推动我国新一代人工智能健康发展》，《人民日报》2018年11月1日。</span>",
            "",
            "a note's end is lost",
        ),
        (
            READOUT,
            " capable of benefiting the humanity.",
            " capable of benefiting humanity.",
            "a word of the English is lost",
        ),
        (HANT, "激發內生發展動力", "激發內生髮展動刀", "a converted character is another"),
        (HANT, "激發內生發展動力", "激發內生髲展動力", "a converted character has no such counterpart"),
        (READOUT, "、加強工作部署", ",加強工作部署", "punctuation changes"),
        (READOUT, "張芃芃", "張芃", "a particular is cut"),
        (CONVERTED, "适度宽松的货币政策", "适度宽松的金融政策", "a converted text changes a word"),
        (CONVERTED, "适度宽松的货币政策", "适度寬松的货币政策", "a converted text mixes scripts"),
    ],
)
def test_damage_to_a_page_is_noticed(tampered: Project, page: str, old: str, new: str, what: str) -> None:
    path = tampered.site / page
    text = path.read_text(encoding="utf-8")
    start = text.index(old, text.index("<article"))
    path.write_text(text[:start] + new + text[start + len(old) :], encoding="utf-8")
    found = prove(tampered.seeds, tampered.site)
    assert {each.rule for each in found} == {"not-accounted"}, what


def test_a_note_called_elsewhere_is_noticed(tampered: Project) -> None:
    call = r'(<sup id="fnref:12">.*?</sup>)'
    change(tampered.site / ARTICLE, lambda text: re.sub(call + "(.)", r"\2\1", text, count=1, flags=re.DOTALL))
    assert prove(tampered.seeds, tampered.site)


def test_two_notes_exchanged_are_noticed(tampered: Project) -> None:
    def exchange(text: str) -> str:
        return text.replace('id="n7"', 'id="n0"').replace('id="n8"', 'id="n7"').replace('id="n0"', 'id="n8"')

    change(tampered.site / ARTICLE, exchange)
    assert len(prove(tampered.seeds, tampered.site)) == 2


def test_a_paragraph_that_comes_from_nowhere_is_noticed(tampered: Project) -> None:
    change(tampered.site / ARTICLE, lambda text: text.replace('<p id="p2"', '<p id="p99">新增</p><p id="p2"'))
    assert "p99" in prove(tampered.seeds, tampered.site)[0].sentence


def test_a_paragraph_that_is_gone_is_noticed(tampered: Project) -> None:
    change(tampered.site / ARTICLE, lambda text: text.replace('<p id="p2"', '<p id="x2"'))
    found = prove(tampered.seeds, tampered.site)
    assert [(each.place.path, each.place.line) for each in found] == [("seeds/wang-wenze/raw.txt", 54)]


def runs_of(project: Project, seed: str) -> tuple[Path, dict]:
    path = project.site / f"data/ledger/{seed}.json"
    return path, json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("damage", ["gap", "overlap", "end", "rule", "letters", "fate"])
def test_damage_to_a_ledger_is_noticed(tampered: Project, damage: str) -> None:
    path, ledger = runs_of(tampered, "wang-wenze")
    runs = ledger["runs"]
    index = next(i for i, run in enumerate(runs) if run["rule"] == "line-break" and i > 20)
    match damage:
        case "gap":
            del runs[index]
        case "overlap":
            runs[index]["start"] -= 1
        case "end":
            runs.pop()
        case "rule":
            runs[index]["rule"] = "because-i-say-so"
        case "letters":
            runs[index - 1] |= {"fate": "removed", "rule": "line-break", "to": None}
        case "fate":
            runs[index] |= {"fate": "kept", "rule": None, "to": runs[index - 1]["to"]}
    path.write_text(json.dumps(ledger), encoding="utf-8")
    found = prove(tampered.seeds, tampered.site)
    assert {each.place.path for each in found} == {"seeds/wang-wenze/raw.txt"}


def test_a_capture_that_changed_after_the_build_is_noticed(tampered: Project) -> None:
    change(tampered.seeds / "ndrc/raw.txt", lambda text: text.replace("历史经验表明", "历史经验证明"))
    assert {each.place.path for each in prove(tampered.seeds, tampered.site)} == {"seeds/ndrc/raw.txt"}


def test_a_ledger_that_was_not_written_is_noticed(tampered: Project) -> None:
    (tampered.site / "data/ledger/cctv.json").unlink()
    page = tampered.site / "en/news/cctv/index.html"
    change(page, lambda text: text.replace("央视网", "央视", 1))
    assert [str(each.place.path) for each in prove(tampered.seeds, tampered.site)] == ["seeds/cctv/raw.txt"]


def test_a_page_that_was_not_built_is_noticed(tampered: Project) -> None:
    (tampered.site / "zh-Hant/commentary/ndrc/index.html").unlink()
    found = prove(tampered.seeds, tampered.site)
    assert any("ndrc has no page in zh-Hant" in each.sentence for each in found)


def test_a_document_that_corpus_does_not_know_is_noticed(tampered: Project) -> None:
    change(tampered.site / "data/corpus.json", once('"seeds/cctv/raw.txt"', '"seeds/other/raw.txt"'))
    sentences = [each.sentence for each in prove(tampered.seeds, tampered.site)]
    assert any("comes from no seed" in each for each in sentences)
    assert any("no document of this capture" in each for each in sentences)


def test_a_document_without_an_address_in_a_tree_is_noticed(tampered: Project) -> None:
    def without(text: str) -> str:
        corpus = json.loads(text)
        del next(each for each in corpus["documents"] if each["id"] == "ndrc")["urls"]["zh-Hant"]
        return json.dumps(corpus, ensure_ascii=False)

    change(tampered.site / "data/corpus.json", without)
    assert any("“ndrc” has no address in zh-Hant" in each.sentence for each in prove(tampered.seeds, tampered.site))


def test_a_tree_of_which_the_proof_knows_nothing_is_an_error(tampered: Project) -> None:
    shutil.copytree(tampered.site / "zh-Hant", tampered.site / "zh-Latn")
    assert any("“zh-Latn”" in each.sentence for each in prove(tampered.seeds, tampered.site))


def test_a_page_whose_head_was_read_as_text_is_noticed(tampered: Project) -> None:
    change(tampered.site / READOUT, lambda text: text.replace("<h1", "<hr><h2>title: x</h2><h1", 1))
    assert [each.rule for each in prove(tampered.seeds, tampered.site)] == ["unsafe-page"]


def test_a_correction_that_nobody_decided_is_noticed(tampered: Project) -> None:
    path, ledger = runs_of(tampered, "wang-wenze")
    run = next(run for run in ledger["runs"] if run["fate"] == "kept" and "block" in (run["to"] or {}))
    run |= {"fate": "changed", "rule": "correction"}
    path.write_text(json.dumps(ledger), encoding="utf-8")
    assert any("no correction of decisions.yaml" in each.sentence for each in prove(tampered.seeds, tampered.site))
