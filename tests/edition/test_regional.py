"""The words that regions say otherwise: the list of the language, that of an edition, what is marked and what is found."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from build_scripts.diagnostics import BadInput
from build_scripts.edition.reading import read_witness
from build_scripts.edition.regional import read_regional
from build_scripts.links.words.regional import CONTEXT, equivalents_of, general_words, meanings
from build_scripts.pipeline import read_edition
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.settings import read_settings
from build_scripts.text.lexicon import lexicon
from build_scripts.text.simplify import simplify
from build_scripts.views.running.regional import regional_marks
from build_scripts.views.tree import Views
from build_scripts.writers.search.index import search_files
from tests.edition.making import make
from tests.sources import ROOT

LISTS = lexicon("regional")
# Words that every region uses in one sense or another; none of them may be pointed out to a reader.
COMMON = (
    "中国支持开放共享的经济，机器运行状态良好。这个项目的质量和水平都高，信息很多，程序公正，视频在线，文件已归档，"
    "行动要快，对象明确，进程加快，智能社会，渠道畅通，用户满意，协议生效，通信畅通，空间站以外的人际网络也重要。"
)
FIND = """
import {readFileSync} from "node:fs";
const [folder, assets] = process.argv.slice(1);
globalThis.fetch = async path => {
  const text = readFileSync(folder + path.split("?")[0], "utf8");
  return {ok: true, json: async () => JSON.parse(text)};
};
const {Index} = await import(assets + "/search/index.js");
const index = await Index.open("search/", "zh-Hant");
const found = {};
for (const word of JSON.parse(readFileSync(0, "utf8"))) {
  const {passages} = await index.find(word);
  found[word] = await Promise.all(passages.map(async each => (await index.passage(each)).text));
}
console.log(JSON.stringify(found));
"""


def entries(name: str) -> list[dict]:
    return LISTS[name]


def test_there_are_enough_and_no_word_means_two_things() -> None:
    words = [word for each in general_words().entries for word in {simplify(word) for word in each.words}]
    assert len(general_words().entries) >= 200
    assert len(words) == len(set(words)) == len(meanings(general_words()))
    assert not {"支持", "支援", "共享", "共用", "运行", "运作", "数字", "智能", "智慧"} & set(words)
    assert "産" not in str(LISTS)


def test_each_word_is_written_in_the_script_of_its_region() -> None:
    for each in general_words().entries:
        assert all(simplify(word) == word for word in each.wordings["CN"])
        assert all(word in each.words for region in ("TW", "HK") for word in each.wordings[region])


@pytest.mark.parametrize("name", ["opencc", "mediawiki", "opencc-and-mediawiki"])
def test_the_tables_that_are_named_give_the_wording_of_taiwan(name: str) -> None:
    import zhconv_rs
    from opencc import OpenCC

    to, back = OpenCC("s2twp").convert, OpenCC("tw2sp").convert
    tables = {
        "opencc": (to, back),
        "mediawiki": (lambda text: zhconv_rs.zhconv(text, "zh-TW"), lambda text: zhconv_rs.zhconv(text, "zh-CN")),
    }
    for there, home in (tables[each] for each in tables if each in name):
        for entry in entries(name):
            first = next(iter(equivalents_of(entry)))
            ours, theirs = set(first.wordings["CN"]), set(map(simplify, first.wordings["TW"]))
            given = {simplify(there(word)) for word in ours} & theirs or ours & {
                simplify(home(word)) for word in first.wordings["TW"]
            }
            assert given, entry


def test_a_context_is_said_where_the_words_have_one() -> None:
    for entry in (entry for name in LISTS for entry in entries(name)):
        words = [word for region in ("CN", "TW", "HK") for word in entry[region]]
        assert all((CONTEXT in word) is ("with" in entry) for word in words), entry


def document(tmp_path: Path, text: str, language: str = "zh-Hans-CN"):
    raw = f"题目\n\n来源：海洋网    2031年05月12日\n\n{text}\n"
    shape = {"settings": {}, "sources": {"text": {"kind": "commentary", "language": language, "raw": raw}}}
    seeds = make(shape, tmp_path).seeds
    (found,) = read_witness(read_source(seeds / "text", read_settings(seeds))).documents
    return found


def test_no_common_word_is_marked(tmp_path: Path) -> None:
    found = document(tmp_path, COMMON)
    marked = regional_marks(found, "zh-Hant", general_words())
    text = found.blocks[-1].text.text
    assert [text[each.start : each.end] for each in marked.get("p1", ())] == ["空间站"]


def test_a_word_is_marked_at_its_first_place_in_a_section(tmp_path: Path) -> None:
    text = "软件是软件。\n\n还是软件，也有芯片。\n\n一、又一节的标题\n\n软件又来了，软件。"
    marked = regional_marks(document(tmp_path, text), "zh-Hant", general_words())
    assert [(name, [each.equivalents for each in marks]) for name, marks in marked.items()] == [
        ("p1", [("軟體",)]),
        ("p2", [("晶片",)]),
        ("p3", [("軟體",)]),
    ]
    assert regional_marks(document(tmp_path / "b", text), "zh-Hans", general_words()) == {}


def test_hong_kong_has_its_own_words(tmp_path: Path) -> None:
    found = document(tmp_path, "软件驱动的机器人。")
    assert [each.equivalents for each in regional_marks(found, "zh-Hant-HK", general_words())["p1"]] == [("機械人",)]
    assert [each.equivalents for each in regional_marks(found, "zh-Hant", general_words())["p1"]] == [("軟體",)]


def written(tmp_path: Path, content: object) -> Path:
    (tmp_path / "regional.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return tmp_path


def test_an_edition_adds_and_removes(tmp_path: Path) -> None:
    assert read_regional(tmp_path) is general_words()
    entry = {"CN": ["看灯人"], "TW": ["守燈人"]}
    words = meanings(read_regional(written(tmp_path, {"add": [entry], "remove": ["軟體"]})))
    assert words["看灯人"] == words["守灯人"] and "软件" not in words and "软体" not in words and "芯片" in words


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ({"add": [{"CN": ["看灯人"]}]}, "missing-key"),
        ({"add": [{"CN": ["看灯人"], "TV": ["守燈人"]}]}, "unknown-key"),
        ({"add": [{"CN": "看灯人", "TW": ["守燈人"]}]}, "bad-value"),
        ({"add": [{"CN": ["看…人"], "TW": ["守燈人"]}]}, "bad-value"),
        ({"add": ["看灯人"]}, "bad-value"),
        ({"add": "看灯人"}, "bad-value"),
        ({"remove": ["看灯人"]}, "bad-value"),
        ({"take": []}, "unknown-key"),
    ],
)
def test_what_is_wrong_with_it_is_said(tmp_path: Path, content: object, rule: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_regional(written(tmp_path, content))
    assert [each.rule for each in caught.value.diagnostics] == [rule]
    assert caught.value.diagnostics[0].place.path == "seeds/regional.yaml"


def test_every_wording_finds_every_other_in_the_search(tmp_path: Path) -> None:
    """By the site's own script over the files of an index, in which each word stands in a sentence of its own."""
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not installed")
    words = [word for each in general_words().entries for word in each.words]
    raw = "题目\n\n来源：海洋网    2031年05月12日\n\n" + "\n\n".join(f"这里有{word}，就一次。" for word in words) + "\n"
    source = {"kind": "commentary", "language": "zh-Hans-CN", "raw": raw}
    edition = read_edition(make({"settings": {}, "sources": {"words": source}}, tmp_path), lambda step: None)
    for path, text in search_files(Views(edition)).items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, encoding="utf-8")
    assets = (ROOT / "build_scripts/theme/assets").as_uri()
    command = [node, "--input-type=module", "-e", FIND, f"{tmp_path}/site/", assets]
    done = subprocess.run(command, input=json.dumps(words), capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found = {word: " ".join(map(simplify, texts)) for word, texts in json.loads(done.stdout).items()}
    missed = [(a, b) for each in general_words().entries for a in each.words for b in each.words if simplify(b) not in found[a]]
    assert missed == []
