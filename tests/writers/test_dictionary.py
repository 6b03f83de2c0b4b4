"""The dictionary that the site carries: the words of the texts, in the script of every tree, and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.edition.edition import connect, make_edition
from build_scripts.model import Witness
from build_scripts.store import Store
from build_scripts.views.tree import Views
from build_scripts.writers.dictionary import shards
from build_scripts.writers.dictionary.shards import SHARDS, dictionary_files
from tests.links.making import document


def test_words_of_the_texts_are_there_in_every_script() -> None:
    made = document("review", "某某强调，要重视人工智能和软件。", published="2031-06-01")
    files = dictionary_files(Views(connect(make_edition([Witness(made.source, "", (made,))]))))
    pinyin = json.loads(files.pop("dictionary/pinyin.json"))
    assert (pinyin["人工智能"], pinyin["重视"], pinyin["软件"]) == ("rén gōng zhì néng", "zhòng shì", pinyin["軟件"])
    assert pinyin["要"] == ""  # it is read in two ways, and no word decides
    found = {word: readings for text in files.values() for word, readings in json.loads(text).items()}
    assert found["人工智能"] == [["rén gōng zhì néng", "artificial intelligence (AI)"]]
    assert found["软件"] == found["軟件"] and found["软件"][0][0] == "ruǎn jiàn"
    assert (
        {"智能", "人工", "人"} <= set(found)
        and "电脑" not in found
        and not any("CL:" in gloss for [[_, gloss], *_] in found.values())
    )
    for path, text in files.items():
        assert {ord(word[0]) % SHARDS for word in json.loads(text)} == {
            int(path.removeprefix("dictionary/").removesuffix(".json"))
        }


def test_only_files_with_other_words_than_before_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def files(text: str, store: Store | None = None) -> dict[str, str]:
        made = document("review", text, published="2031-06-01")
        return dictionary_files(Views(connect(make_edition([Witness(made.source, "", (made,))]))), store)

    files("某某强调，要重视软件。", Store(tmp_path))
    made: list[int] = []
    make = shards._shard
    monkeypatch.setattr(shards, "_shard", lambda lines: made.append(ord(lines[0][0]) % SHARDS) or make(lines))
    found = files("某某强调，要重视软件和港口。", Store(tmp_path))
    assert set(made) == {ord(char) % SHARDS for char in "和港口"}
    assert found == files("某某强调，要重视软件和港口。")
