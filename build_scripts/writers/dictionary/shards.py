"""The dictionary as files under `dictionary/`: words by the code point of their first character, as each tree writes them;
and the readings of all words in one file, for pinyin above the text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import shown
from build_scripts.model import Document
from build_scripts.store import Store
from build_scripts.text.simplify import simplify
from build_scripts.views.tree import Views
from build_scripts.writers.dictionary.entries import Readings, only_reading, readings_of, words_of

ShownWord = tuple[str, str]  # a word as a tree shows it, and in Simplified characters
SHARDS = 64  # the page's script counts with the same number


def dictionary_files(views: Views, store: Store | None = None) -> dict[str, str]:
    """`{path under site/: text}`; a file is `{word: [[pinyin, English], …]}`, and `pinyin.json` `{word: pinyin}`.

    There a word without a reading is one that has several; it keeps a reader from taking shorter words for it. `store` keeps
    the words of each document.
    """
    shards: dict[int, dict[str, Readings]] = {}
    words = sorted(set[ShownWord]().union(*(_kept_words(each, views, store or Store()) for each in views.edition.documents)))
    for form, word in words:
        shards.setdefault(ord(form[0]) % SHARDS, {})[form] = readings_of(word)
    files: dict[str, object] = {f"dictionary/{number}.json": shard for number, shard in sorted(shards.items())}
    files["dictionary/pinyin.json"] = {form: only_reading(word) for form, word in words}
    return {path: json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n" for path, data in files.items()}


def _kept_words(document: Document, views: Views, store: Store) -> set[ShownWord]:
    """The words of a document, which follow from what its source was read from."""
    inputs, trees = document.source.inputs, [tree.code for tree in views.trees]
    return store.value("words", [inputs, document.id.encode()] if inputs else [], lambda: set(_words(document, trees)))


def _words(document: Document, trees: Sequence[str]) -> Iterator[ShownWord]:
    """Each word as a tree shows it, and in Simplified characters; words inside words too, since a reader may mean these."""
    language = document.source.language
    texts = [document.facts.title, *(part.text.text for part in document.parts)]
    for text in dict.fromkeys(texts):
        plain, forms = simplify(text), [shown(text, language, tree) for tree in trees]
        for start, end in words_of(plain):
            yield from ((form[start:end], plain[start:end]) for form in forms)
