"""The texts of the built pages, read as HTML, against what must stand there, in every tree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from build_scripts.proof.expected import Key, Text
from build_scripts.proof.runs import Capture, Problem
from build_scripts.proof.scripts import converts, is_converted

BLOCK = re.compile(r"(?:p|h|n|item|label)\d+[a-z]*(?P<side>-[a-zA-Z-]+)?")
CALL = re.compile(r"(⟦\d+⟧)")
COMMENT_CALL = "dz-comment-call"
SIGN = re.compile(r"\D\d{1,3}")  # of a comment's call, which is no text
EXCERPT = 40


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """The texts of a built page by element id, by `@field`, with note calls as ⟦n⟧."""

    texts: dict[str, str]


def read_page(path: Path) -> BuiltPage:
    """Read the article of a built page."""
    tree = html.parse(str(path), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)).getroot()
    texts: dict[str, str] = defaultdict(str)
    for element in tree.iterfind(".//article//*"):
        if element.get("id"):
            texts[element.get("id")] = _text(element)
        if element.get("data-field"):
            texts[f"@{element.get('data-field')}"] += _text(element)
    return BuiltPage(dict(texts))


def _text(element: html.HtmlElement) -> str:
    """The element's text; a note call becomes ⟦n⟧, that of a comment is left out."""
    out = [element.text or ""]
    for child in element:
        if child.tag == "sup" and child.get("class") == COMMENT_CALL and SIGN.fullmatch("".join(child.itertext())):
            out.append(child.tail or "")
            continue
        call = child.tag == "sup"
        out.append(f"⟦{''.join(child.itertext()).strip()}⟧" if call else _text(child) if isinstance(child.tag, str) else "")
        out.append(child.tail or "")
    return "".join(out)


def check_pages(
    capture: Capture, texts: Mapping[Key, Text], documents: Sequence[Mapping[str, Any]], trees: Sequence[str], site: Path
) -> Iterator[Problem]:
    """A problem for each place on a page that does not hold what the ledger sent there, and for each that is not there.

    Trees that show the texts as published come first; those of another script are held against these.
    """
    published: dict[Key, str] = {}
    for tree in sorted(trees, key=lambda tree: is_converted(documents[0]["language"], tree)):
        files = {entry["id"]: site / entry["urls"][tree] / "index.html" for entry in documents if tree in entry["urls"]}
        pages = {name: read_page(path) for name, path in files.items() if path.is_file()}
        yield from (Problem(0, f"{name} has no page in {tree}") for name in files.keys() - pages.keys())
        for key, text in texts.items():
            shown = _shown(key, pages)
            language = text.language or documents[0]["language"]
            if shown is None:
                yield Problem(text.start, f"{_name(key)} is not on the page in {tree}")
            elif not _holds(capture, key, text, shown, language, tree, published):
                yield Problem(text.start, f"{_name(key)} in {tree} is not what the capture holds: {shown[:EXCERPT]!r}")
        yield from (
            Problem(0, f"{document}#{name} in {tree} comes from nowhere") for document, name in _strangers(pages, texts)
        )


def _holds(capture: Capture, key: Key, text: Text, shown: str, language: str, tree: str, published: dict[Key, str]) -> bool:
    if not is_converted(language, tree):
        published.setdefault(key, shown)
        return text.holds(shown, capture.editor.after)
    original = text.plain if text.plain is not None else published.get(key)
    if original is None:
        return text.holds(shown, capture.editor.after)
    plain, calls = without_calls(original)
    other, other_calls = without_calls(shown)
    return calls == other_calls and converts(plain, other, tree, capture.editor.script)


def without_calls(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without ⟦n⟧, and each with the offset at which it stood."""
    calls: list[tuple[int, str]] = []
    plain: list[str] = []
    at = 0
    for part in CALL.split(text):
        if CALL.fullmatch(part):
            calls.append((at, part))
        else:
            plain.append(part)
            at += len(part)
    return "".join(plain), calls


def _shown(key: Key, pages: Mapping[str, BuiltPage]) -> str | None:
    document, name = key
    if document:
        return pages[document].texts.get(name) if document in pages else None
    return next((page.texts[name] for page in pages.values() if name in page.texts), None)


def _name(key: Key) -> str:
    return "#".join(part for part in key if part).replace("@", "")


def _strangers(pages: Mapping[str, BuiltPage], texts: Mapping[Key, Text]) -> Iterator[tuple[str, str]]:
    """Elements that bear the id of a block or note of which the ledger knows nothing.

    A translation that does not come from the capture is not in its ledger.
    """
    captured = {(document, f"-{text.language}") for (document, _), text in texts.items() if text.language}
    for document, page in pages.items():
        for name in page.texts:
            match = BLOCK.fullmatch(name) if page.texts[name] else None  # an empty one is an old address
            if match and (not match["side"] or (document, match["side"]) in captured) and (document, name) not in texts:
                yield document, name
