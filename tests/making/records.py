"""Records and locks as careless hands, bad programs and worse people leave them, by a seed: nearly right, or not at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml

# What may stand where something else belongs: texts, and pieces of YAML that no dumper writes.
TEXTS = (
    *("", " ", "\n", "x", "p1", "n1", "-", "~", "0", "-1", "1e999", "9" * 40, "2025-02-30", "2025-13", "0000", "true", "NaN"),
    *("\u2028", "a\u2029b", "\x85", "\ufeff", "\ufffe", "\U0010ffff", "\ue000", "\u202e", "\x7f", "\x00", "\ud800", "\udfff"),
    *("{}", "{0}", "{x}", "{site.__class__}", "%s", "%(x)s", "$&", "\\1", "[[", "(", ")*", "(a+)+$", "(a|aa)+", "(.*,)*x"),
    *("#", "a#b", "#p1", "lighthouse#", "lighthouse#p1", "lighthouse#p99", "evening-paper", "../x", "/etc/passwd", "a/b", "."),
    *("javascript:alert(1)", "http://[", "https://例子.测试/#%", "mailto:", "mailto:a@b?x", "data:,x", "https://example.org"),
    *("<script>alert(1)</script>", "]]>", "-->", "&amp;", '"', "'", "\\", "`", "|", "*", "_", "**a**", "{: #x }", "{{ x }}"),
    *("zh-Hans", "zh-Hant-TW", "zh-Hans-XX", "en-GB", "fr", "x" * 300, "字" * 5000, "7", "1-", "-3", "3-1", "1-99999999", "\t"),
)
PIECES = (
    *(
        "*a",
        "&a x",
        "!!set {a, b}",
        "!!omap [a: 1]",
        "!!pairs [a: 1]",
        "!!binary aGFsbG8=",
        "!!binary '?'",
        "!!null x",
        "!!int x",
    ),
    *("!!timestamp 2025-02-30", "!!float []", "!!str [a]", "!!python/object/apply:os.system [x]", "!x y", "!<tag:x> y"),
    *("{<<: {a: b}}", "{? [a] : b}", "{? {a: b} : c}", "{null: a}", "{~: a}", "{1: a, 1: b}", "{a: b, a: c}", '{"": a}'),
    *(
        '"\\ud800"',
        '"\\uDFFF\\uD800"',
        '"\\x00"',
        '"\\U0010FFFF"',
        '"\\UFFFFFFFF"',
        '"a\\Lb\\Pc"',
        "'a",
        '"a',
        "[",
        "{",
        "]",
        "}",
    ),
    *(
        "[" * 400 + "]" * 400,
        "[" * 3000,
        "{a: " * 120 + "}" * 120,
        "|\n  a\n b",
        ">-\n\n\n",
        "- - - a",
        "a: b: c",
        "--- x",
        "...",
        "@",
        "%",
    ),
    *(
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[{}]",
        "{a: null}",
        "[a, [b, {c: d}]]",
        "{en: [a]}",
        "{en: {en: x}}",
        "{zh: x}",
        "null",
        "~",
    ),
)
TOKENS = (
    *TEXTS,
    "## p1 0123456789abcdef",
    "## ",
    "---\n",
    "***",
    "-> gone",
    "-> lighthouse#p9",
    "# ",
    "[^1]",
    "[^99]",
    "{",
    "}",
    "⟦1⟧",
)


def spoil(name: str, data: bytes, chance: random.Random) -> bytes:
    """A file's bytes with one to four things gone wrong in them."""
    if chance.random() < 0.05:
        return chance.choice((b"", b"\x00", b"\xff\xfe", data[: len(data) // 2], data * 3, chance.randbytes(300)))
    if name.endswith(".yaml") and chance.random() < 0.7:
        data = _spoil_tree(data.decode("utf-8"), chance).encode("utf-8", "surrogatepass")
        return data if chance.random() < 0.8 else spoil_bytes(data, chance)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((spoil_words, spoil_words, spoil_lines, spoil_bytes))(data, chance)
    return data


def spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((0, 1, 1, 3, 30)))
    put = chance.choice((b"", chance.randbytes(1), chance.randbytes(4), b"\x00", b"\xed\xa0\x80", b"\r", data[start:end] * 2))
    return data[:start] + put + data[end:]


def spoil_words(data: bytes, chance: random.Random) -> bytes:
    """A word, or what stands between two signs, is another one, is gone or stands twice."""
    text = data.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    end = next((index for index in range(at, len(text)) if text[index] in " \n,:#{}[]()"), len(text))
    return f"{text[:at]}{chance.choice(TOKENS + PIECES)}{text[chance.choice((at, end)) :]}".encode("utf-8", "surrogatepass")


def spoil_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            del lines[one]
        case 3:
            lines[one] = chance.choice((b"  ", b"\t", b"- ", b"# ", b"? ")) + lines[one]
        case _:
            lines[one] = lines[one].strip() + (lines.pop(other) if len(lines) > 1 and one < other else b"")
    return b"\n".join(lines)


Step = str | int
MARK = "RAWPIECE{}RAWPIECE"


def _spoil_tree(text: str, chance: random.Random) -> str:
    """The YAML of a record with a value of the wrong kind, a key more, less, twice or misspelt at some path of its tree."""
    tree = yaml.load(text, yaml.BaseLoader)
    pieces: list[str] = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        paths = [path for path in _paths(tree) if path]
        if paths:
            chance.choice(WAYS)(tree, chance.choice(paths), chance, pieces)
    dumped = yaml.dump(
        tree, allow_unicode=True, sort_keys=False, default_flow_style=chance.choice((None, False, True)), width=10**6
    )
    for number, piece in enumerate(pieces):
        dumped = dumped.replace(MARK.format(number), piece)
    return dumped


def _paths(tree: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    yield path
    for step in tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield from _paths(tree[step], (*path, step))


def _at(tree: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _value(chance: random.Random, pieces: list[str], old: Any) -> Any:
    """Something else in the place of a value."""
    if chance.random() < 0.4:
        pieces.append(chance.choice(PIECES))
        return MARK.format(len(pieces) - 1)
    others = ([], {}, None, [old], {"en": old}, {"value": old}, [old, old], {"x": {"y": old}}, f"{old}{chance.choice(TEXTS)}")
    return chance.choice((chance.choice(TEXTS), chance.choice(others)))


def _replace(tree: Any, path: tuple[Step, ...], chance: random.Random, pieces: list[str]) -> None:
    holder = _at(tree, path[:-1])
    holder[path[-1]] = _value(chance, pieces, holder[path[-1]])


def _delete(tree: Any, path: tuple[Step, ...], chance: random.Random, pieces: list[str]) -> None:
    del _at(tree, path[:-1])[path[-1]]


def _rename(tree: Any, path: tuple[Step, ...], chance: random.Random, pieces: list[str]) -> None:
    holder, key = _at(tree, path[:-1]), path[-1]
    if isinstance(holder, dict):
        keys = [step for other in _paths(tree) for step in other if isinstance(step, str)]
        holder[chance.choice((*keys, *TEXTS, f"{key}s"))] = holder.pop(key)


def _add(tree: Any, path: tuple[Step, ...], chance: random.Random, pieces: list[str]) -> None:
    holder = _at(tree, path[:-1])
    if isinstance(holder, list):
        holder.insert(chance.randrange(len(holder) + 1), _value(chance, pieces, holder[0] if holder else ""))
    else:
        holder[chance.choice(KEYS)] = _value(chance, pieces, "x")


def _twice(tree: Any, path: tuple[Step, ...], chance: random.Random, pieces: list[str]) -> None:
    """The same key again, as no dumper writes it."""
    holder, key = _at(tree, path[:-1]), path[-1]
    pieces.append(f"{chance.choice(('x', '[]', '{a: b}'))}, {key}: y" if chance.random() < 0.5 else f"x\n{key}: y")
    holder[key] = MARK.format(len(pieces) - 1)


def _swap(tree: Any, path: tuple[Step, ...], chance: random.Random, pieces: list[str]) -> None:
    other = chance.choice([each for each in _paths(tree) if each])
    if path[: len(other)] != other and other[: len(path)] != path:
        one, two = _at(tree, path[:-1]), _at(tree, other[:-1])
        one[path[-1]], two[other[-1]] = two[other[-1]], one[path[-1]]


WAYS: tuple[Callable[[Any, tuple[Step, ...], random.Random, list[str]], None], ...] = (
    *(_replace, _replace, _replace, _replace, _delete, _rename, _add, _add, _twice, _swap),
)
# Keys that some record has: where they stand in another one, or with the wrong thing, nobody may be surprised.
KEYS = (
    *("id", "kind", "reader", "language", "sha256", "text-sha256", "title", "short", "description", "translation", "encoding"),
    *("notes", "ocr", "structure", "url", "retrieved", "archived", "rights", "licence", "changed", "published", "publisher"),
    *(
        "author",
        "speaker",
        "occasion",
        "wording",
        "value",
        "because",
        "corrections",
        "links",
        "works",
        "marks",
        "waive",
        "where",
    ),
    *("before", "after", "count", "authority", "from", "to", "words", "to-words", "type", "retract", "work", "note", "role"),
    *("name", "subtitle", "introduction", "editors", "kinds", "base", "trees", "letter", "start", "accent", "file", "address"),
    *("report", "section", "document", "light", "dark", "zh", "en", "zh-Hans", "zh-Hant", "tw", "hk", "also", "loose", "add"),
    *("remove", "CN", "TW", "HK", "SG", "with", "mark", "releases", "version", "date", "changes", "ids", "by", "pattern"),
    *(
        "heading",
        "paragraph",
        "body",
        "headline",
        "caption",
        "furniture",
        "byline",
        "item",
        "box",
        "label",
        "call",
        "not-a-call",
    ),
    *("mark", "place", "numbering", "logo", "event"),
)
