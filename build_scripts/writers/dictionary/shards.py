"""The dictionary as files under `dictionary/`: words by the code point of their first character, as each tree writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.edition.edition import shown
from build_scripts.links.words.simplify import simplify
from build_scripts.views.tree import Views
from build_scripts.writers.dictionary.entries import Readings, readings_of, words_of

SHARDS = 64  # the page's script counts with the same number


def dictionary_files(views: Views) -> dict[str, str]:
    """`{path under site/: text}`; a file is `{word: [[pinyin, English], …]}`."""
    shards: dict[int, dict[str, Readings]] = {}
    for form, word in sorted(set(_words(views))):
        shards.setdefault(ord(form[0]) % SHARDS, {})[form] = readings_of(word)
    return {
        f"dictionary/{number}.json": json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n"
        for number, words in sorted(shards.items())
    }


def _words(views: Views) -> Iterator[tuple[str, str]]:
    """Each word as a tree shows it, and in Simplified characters; words inside words too, since a reader may mean these."""
    trees = [tree.code for tree in views.trees]
    for document in views.edition.documents:
        language = document.source.language
        texts = [document.facts.title, *(part.text.text for part in document.parts)]
        for text in dict.fromkeys(texts):
            plain, forms = simplify(text), [shown(text, language, tree) for tree in trees]
            for start, end in words_of(plain):
                yield from ((form[start:end], plain[start:end]) for form in forms)
