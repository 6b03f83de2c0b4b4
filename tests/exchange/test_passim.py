"""The bridge to passim: paragraphs out, passages back, and of these the links that our own deciding makes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_scripts.diagnostics import BadInput
from build_scripts.edition.edition import Edition, connect, make_edition
from build_scripts.exchange.passim import read_passages, write_passim
from build_scripts.exchange.proposed_links import propose_links
from build_scripts.links.model import Span
from build_scripts.model import Place, Witness
from tests.links.making import SPEECH, document, speech

WORDS = SPEECH[1][5:25]


@pytest.fixture
def edition() -> Edition:
    """A speech, a text that quotes it, and one that has nothing of it."""
    quoting = document("review", f"某某指出：“{WORDS}。”此后各地多有讨论。", published="2031-06-01")
    other = document("other", "各地的报告另有所述，此处从略，详见附表与说明。", published="2031-06-02")
    made = (speech(), quoting, other)
    return connect(make_edition([Witness(each.source, "", (each,)) for each in made]))


def passages(edition: Edition, *names: str, cluster: int = 7) -> bytes:
    """Whole paragraphs as passim gives a cluster of them."""
    lines = [json.loads(line) for line in write_passim(edition.documents).splitlines()]
    found = [
        line | {"cluster": cluster, "size": 2, "begin": 0, "end": len(line["text"])} for line in lines if line["id"] in names
    ]
    return "".join(json.dumps(each) + "\n" for each in found).encode()


def test_paragraphs_go_out_in_one_script_with_their_documents_as_series(edition: Edition) -> None:
    taiwan = document("taiwan", "要加快建設海洋強國。", language="zh-Hant-TW", published="2031-07-01")
    (line,) = write_passim([taiwan]).splitlines()
    assert json.loads(line) == {
        "id": "taiwan#p1",
        "series": "taiwan",
        "date": "2031-07-01",
        "lang": "zh-Hant-TW",
        "text": "要加快建设海洋强国。",
    }
    assert len(write_passim(edition.documents).splitlines()) == 4


def test_passages_make_the_links_that_the_edition_would_have_found_and_those_alone(edition: Edition) -> None:
    assert not list(propose_links(edition, {"part": passages(edition, "speech#p2", "review#p1")}))  # it has that link
    alone = replace(edition, links=())
    lines = list(propose_links(alone, {"part": passages(alone, "speech#p2", "review#p1")}))
    assert lines[0] == "# seeds/review/decisions.yaml"
    (entry,) = yaml.safe_load("\n".join(lines))["links"]
    assert entry == {
        "from": "review#p1",
        "words": WORDS,
        "to": "speech#p2",
        "to-words": WORDS,
        "type": "quotation",
        "because": None,
    }
    assert not list(propose_links(alone, {"part": passages(alone, "speech#p2", "other#p1")}))


def test_clusters_are_pairs_of_passages_of_different_documents(edition: Edition) -> None:
    names = ("speech#p1", "speech#p2", "review#p1")
    pairs = read_passages({"part": passages(edition, *names), "part-2": b""}, edition.documents)
    assert [(one.document, other.document) for one, other in pairs] == [("review", "speech")] * 2
    assert pairs[0][0] == Span("review", "p1", 0, len(edition.document("review").blocks[0].text.text))


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "speech#p2", "cluster": 1, "begin": 0}',
        '{"id": "speech#p2", "cluster": 1, "begin": true, "end": 9}',
        '{"id": "speech#p2", "cluster": 1, "begin": 0, "end": 999}',
        '{"id": "gone#p1", "cluster": 1, "begin": 0, "end": 9}',
    ],
)
def test_what_is_no_passage_of_this_edition_is_refused_with_its_line(edition: Edition, line: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_passages({"part": f"{passages(edition, 'speech#p2').decode()}{line}\n".encode()}, edition.documents)
    assert [(each.place, each.rule) for each in refused.value.diagnostics] == [(Place("part", 2), "bad-exchange")]


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from build_scripts.cli import main
    from build_scripts.new import new_edition

    new_edition(tmp_path / "edition")
    root = ["--root", str(tmp_path / "edition")]
    assert main([*root, "export", "passim"]) == 0
    (path,) = (tmp_path / "edition/exchange").iterdir()
    assert path.name.endswith(".passim.jsonl") and str(path) in capsys.readouterr().out
    assert main([*root, "import", "--passim", str(path)]) == 1  # what went out is not what passim makes of it
    assert "no passage that passim found" in capsys.readouterr().err
