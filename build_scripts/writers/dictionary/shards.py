"""The dictionary as files under `dictionary/`: words by the code point of their first character, as each tree writes them;
and the readings of all words in one file, for pinyin above the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from build_scripts.edition.edition import shown
from build_scripts.model import Document
from build_scripts.store import Store
from build_scripts.text.simplify import simplify
from build_scripts.views.tree import Views
from build_scripts.writers import compact
from build_scripts.writers.dictionary.entries import only_reading, readings_of, words_of

SHARDS = 64  # the page's script counts with the same number


@dataclass(frozen=True, slots=True)
class Shard:
    """The words of a file as trees show them: its text, and the pinyin of each."""

    text: str
    pinyin: Mapping[str, str]


def dictionary_files(views: Views, store: Store | None = None) -> dict[str, str]:
    """`{path under site/: text}`; a file is `{word: [[pinyin, English], …]}`, and `pinyin.json` `{word: pinyin}`.

    There a word without a reading is one that has several; it keeps a reader from taking shorter words for it. `store` keeps
    the words of each document, which follow from its source, and each file, which follows from the words in it.
    """
    store = store or Store()
    by_id, trees = {each.id: each for each in views.edition.documents}, [tree.code for tree in views.trees]
    inputs = {name: [each.source.inputs] if each.source.inputs else [] for name, each in by_id.items()}
    words = store.values("words", inputs, lambda name: "\n".join(sorted(set(_words(by_id[name], trees)))))
    parts: dict[int, list[str]] = defaultdict(list)
    for line in sorted(set[str]().union(*(text.split("\n") for text in words.values())) - {""}):
        parts[ord(line[0]) % SHARDS].append(line)
    given = {str(number): ["\n".join(lines).encode()] for number, lines in parts.items()}
    shards = store.values("dictionary", given, lambda name: _shard(parts[int(name)]))
    files = {f"dictionary/{number}.json": shards[str(number)].text for number in sorted(parts)}
    pinyin = sorted(chain.from_iterable(shard.pinyin.items() for shard in shards.values()))
    return {**files, "dictionary/pinyin.json": compact(dict(pinyin))}


def _shard(lines: Sequence[str]) -> Shard:
    """Of words as `_words` gives them."""
    words = [line.split("\t") for line in lines]
    return Shard(compact({form: readings_of(word) for form, word in words}), {form: only_reading(word) for form, word in words})


def _words(document: Document, trees: Sequence[str]) -> Iterator[str]:
    """Each word as a tree shows it and, behind a tab, in Simplified characters; words inside words too, since a reader may mean
    these.
    """
    language = document.source.language
    texts = [document.facts.title, *(part.text.text for part in document.parts)]
    for text in dict.fromkeys(texts):
        plain, forms = simplify(text), [shown(text, language, tree) for tree in trees]
        for start, end in words_of(plain):
            yield from (f"{form[start:end]}\t{plain[start:end]}" for form in forms)
