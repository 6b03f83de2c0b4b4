"""The data files: valid by a second validator, and true of the captures and of one another."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from build_scripts.edition.edition import make_edition
from build_scripts.edition.reading import read_witness
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed.catalogue import read_source
from build_scripts.writers.data.files import check_data, schema_of, write_data
from build_scripts.writers.data.schemas import schemas_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    "readout": "speech",
    "wang-wenze": "commentary",
    "ndrc": "commentary",
    "cctv": "news",
    "takungpao-readout": "news",
    "takungpao-seven-points": "news",
    "takungpao-ascend": "news",
    "takungpao-ren-zhongping": "news",
    "takungpao-key-points": "news",
}


def load(project: Project, path: str) -> dict:
    return json.loads((project.site / "data" / path).read_text(encoding="utf-8"))


def data_files(project: Project) -> list[str]:
    folder = project.site / "data"
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.json"))
    return sorted(path for path in found if not path.startswith("schema/"))


def test_every_file_fits_its_published_schema(built: Project) -> None:
    files = data_files(built)
    assert len(files) == 3 + 9 + 5 + 9 + 1  # with a citation of each document, and the works cited
    for path in files:
        schema = load(built, f"schema/{schema_of(path)}.json")
        jsonschema.Draft7Validator.check_schema(schema)
        data = load(built, path)
        jsonschema.validate(data, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([*data, "more"] if isinstance(data, list) else {**data, "more": 1}, schema)


def test_a_file_that_does_not_fit_stops_the_build() -> None:
    edition = make_edition([read_witness(read_source(ROOT / "seeds/ndrc"))])
    files = write_data(edition)
    assert check_data(files, schemas_of(edition)) == []
    files["corpus.json"]["documents"][0]["kind"] = "sermon"
    files["documents/ndrc.json"]["blocks"][0]["text"] = ""
    files["ledger/ndrc.json"]["runs"][0]["fate"] = "lost"
    assert [(each.rule, each.place.path) for each in check_data(files, schemas_of(edition))] == [
        ("schema", f"site/data/{path}") for path in ("corpus.json", "documents/ndrc.json", "ledger/ndrc.json")
    ]


def test_the_corpus_lists_the_documents_in_order_of_time(built: Project) -> None:
    documents = load(built, "corpus.json")["documents"]
    assert {each["id"]: each["kind"] for each in documents} == DOCUMENTS
    assert documents[0]["id"] == "readout"
    assert [each["published"] for each in documents if each["id"] in ("readout", "cctv")] == ["2025-04-27", "2025-06-24"]
    for each in documents:
        for tree, url in each["urls"].items():
            assert (built.site / url / "index.html").is_file()
            assert url.startswith(f"{tree}/")
        assert all(each["title"].values())


def test_what_the_capture_does_not_say_is_marked_or_absent(built: Project) -> None:
    documents = {each["id"]: each for each in load(built, "corpus.json")["documents"]}
    assert documents["wang-wenze"]["publisher"] is None
    assert documents["ndrc"]["publisher"] is None
    for name in ("wang-wenze", "ndrc", "takungpao-ascend"):
        assert documents[name]["published"].endswith("~")


def test_texts_come_from_where_they_say(built: Project) -> None:
    """Kept characters of each block stand, in order, in the spans of the capture that it names."""
    seeds = {each["id"]: each["seed"]["file"] for each in load(built, "corpus.json")["documents"]}
    for name, file in seeds.items():
        raw = (built.root / file).read_bytes().decode("utf-8")
        data = load(built, f"documents/{name}.json")
        translated = data["translation"]["blocks"] if data["translation"]["status"] == "official" else []
        for part in (*data["blocks"], *data["notes"], *translated):
            there = "".join(raw[start:end] for start, end in part["origin"])
            letters = [char for char in part["text"] if char.isalnum()]
            assert letters == [char for char in there if char.isalnum()], (name, part["id"])


def test_ledgers_cover_their_captures(built: Project) -> None:
    rules = yaml.safe_load((ROOT / "build_scripts/rules.yaml").read_text(encoding="utf-8"))["edits"]
    for seed in ("readout", "takungpao", "wang-wenze", "ndrc", "cctv"):
        ledger = load(built, f"ledger/{seed}.json")
        at = 0
        for run in ledger["runs"]:
            assert run["start"] == at < run["end"]
            at = run["end"]
            assert run["rule"] is None or run["rule"] in rules
        assert at == ledger["characters"] == len((built.seeds / seed / "raw.txt").read_bytes().decode("utf-8"))


def test_paragraphs_are_aligned_by_id(built: Project) -> None:
    pairs = [pair for pair in load(built, "alignment.json")["pairs"] if pair["document"] == "readout"]
    data = load(built, "documents/readout.json")
    assert [pair["source"][0]["block"] for pair in pairs if pair["level"] == "paragraph"] == [f"p{n}" for n in range(1, 9)]
    translated = {block["id"]: block["text"] for block in data["translation"]["blocks"]}
    source = {block["id"]: block["text"] for block in data["blocks"]}
    for pair in pairs:
        for side, texts in (("source", source), ("target", translated)):
            for span in pair[side]:
                assert texts[span["block"]][span["start"] : span["end"]] == span["text"]


def test_notes_are_called_once_each_in_order(built: Project) -> None:
    data = load(built, "documents/wang-wenze.json")
    calls = [call["note"] for block in data["blocks"] for call in block["notes"]]
    assert calls == [note["number"] for note in data["notes"]] == list(range(1, 53))


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_ids_are_the_same_in_every_tree(built: Project, tree: str) -> None:
    for name, kind in DOCUMENTS.items():
        section = {"speech": "speech", "commentary": "commentary", "news": "news"}[kind]
        html = (built.site / tree / section / name / "index.html").read_text(encoding="utf-8")
        data = load(built, f"documents/{name}.json")
        names = [block["id"] for block in data["blocks"]] + [note["id"] for note in data["notes"]]
        names += [f"{block['id']}-en" for block in (data["translation"] or {"blocks": []})["blocks"]]
        assert [each for each in names if html.count(f'id="{each}"') != 1] == []


def texts_of(project: Project) -> dict[tuple[str, str], str]:
    """The text of every block and note as published."""
    documents = [load(project, f"documents/{name}.json") for name in DOCUMENTS]
    return {(each["id"], part["id"]): part["text"] for each in documents for part in (*each["blocks"], *each["notes"])}


def test_links_read_what_stands_at_their_ends(built: Project) -> None:
    texts = texts_of(built)
    links = load(built, "links.json")["links"]
    assert links
    for link in links:
        for span in (link["from"], link["to"]):
            if span:
                assert texts[span["document"], span["block"]][span["start"] : span["end"]] == span["text"]
        assert (link["fidelity"] is None) == (link["type"] == "note-citation")


def test_eight_notes_lead_to_the_readout(built: Project) -> None:
    links = load(built, "links.json")["links"]
    cited = [link for link in links if link["type"] == "note-citation"]
    assert len({link["from"]["block"] for link in cited}) == 52
    assert len([link for link in cited if link["to"] and link["to"]["document"] == "readout"]) == 8


def test_words_of_another_occasion_are_never_a_quotation(built: Project) -> None:
    links = load(built, "links.json")["links"]
    said = {link["from"]["text"]: link["type"] for link in links if link["from"]["document"] in ("wang-wenze", "cctv")}
    assert said["确保人工智能安全、可靠、可控"] == "same-wording"
    assert [kind for text, kind in said.items() if text.startswith("我国数据资源丰富")] == ["same-wording"]


def test_a_span_that_reads_otherwise_stops_the_build(built: Project) -> None:
    from build_scripts.writers.data.files import check_spans

    edition = read_edition(Project(ROOT), lambda words: None)
    files = {path: load(built, path) for path in ("links.json", "alignment.json")}
    assert check_spans(files, edition) == []
    files["links.json"]["links"][0]["from"]["end"] -= 1
    files["alignment.json"]["pairs"][0]["target"][0]["text"] = "other words"
    assert [each.rule for each in check_spans(files, edition)] == ["wrong-span", "wrong-span"]


def test_sentences_are_aligned_and_cover_the_speech(built: Project) -> None:
    found = [pair for pair in load(built, "alignment.json")["pairs"] if pair["level"] == "sentence"]
    pairs = [pair for pair in found if pair["document"] == "readout"]
    assert {pair["document"] for pair in found} == set(DOCUMENTS)
    data = load(built, "documents/readout.json")
    for side, blocks in (("source", data["blocks"]), ("target", data["translation"]["blocks"])):
        for block in blocks:
            if block["type"] != "paragraph":
                continue
            spans = sorted(
                (span["start"], span["end"]) for pair in pairs for span in pair[side] if span["block"] == block["id"]
            )
            between = [
                block["text"][end:start]
                for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(block["text"]), 0)], strict=True)
            ]
            assert not "".join(between).strip(), (side, block["id"])
    third = [(len(pair["source"]), len(pair["target"])) for pair in pairs if pair["source"][0]["block"] == "p3"]
    assert third == [(2, 1), (1, 2), (1, 1), (1, 1)]


def test_every_sentence_is_published_under_its_id_and_pairs_join_sentences(built: Project) -> None:
    pairs = [pair for pair in load(built, "alignment.json")["pairs"] if pair["level"] == "sentence"]
    for name in DOCUMENTS:
        data = load(built, f"documents/{name}.json")
        for side, blocks in (("source", data["blocks"]), ("target", data["translation"]["blocks"])):
            spans = {(block["id"], each["start"], each["end"]) for block in blocks for each in block["sentences"]}
            paired = [span for pair in pairs if pair["document"] == name for span in pair[side]]
            assert {(span["block"], span["start"], span["end"]) for span in paired} <= spans
            for block in blocks:
                ids = [each["id"] for each in block["sentences"]]
                assert ids == [f"{block['id']}.{number}" for number in range(1, len(ids) + 1)] and ids
                words = "".join(block["text"][each["start"] : each["end"]] for each in block["sentences"])
                assert words.replace(" ", "") == "".join(block["text"].split()).replace("\u3000", "")
