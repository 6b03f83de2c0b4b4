"""The proof that nothing was lost: the built pages, read as HTML, against the captures and the ledgers.

Shares no code with the edits. For every capture it checks that the ledger's runs cover it without gap or overlap, that
each removed or changed run is of the form that its rule allows, and that every block, note and particular on the pages
holds exactly the characters that the ledger says went there, with the notes called where the capture called them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Place

if TYPE_CHECKING:
    from opencc import OpenCC

TREES = ("zh-Hans", "zh-Hant", "en")
# White space, and what prints nothing: control characters, zero-width spaces and marks.
BLANK = r"[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*"
CALL = r"[［\[]\d+[］\]]"
# What each rule may take out of a capture. Rules of whole lines are checked against line ends besides.
REMOVABLE = {
    "line-break": rf"-?{BLANK}", "layout-space": BLANK, "letter-spacing": BLANK, "blank-line": BLANK,
    "note-call": rf"(?:{CALL})+", "note-label": rf"\s*{CALL}\s*", "bullet": r"\s*\W\s*", "caption-mark": r"\s*\W\s*",
    "field-label": r"[^\n]{0,20}\n?", "section-label": r"[^\n]{1,20}", "page-number": r"[-—–·\s]*\d{1,4}[-—–·\s]*",
    "breadcrumb": r"[^\n]*\n?", "other-headlines": r"(?s:.*)", "page-furniture": r"(?s:.*)", "correction": r"(?s:.*)",
}  # fmt: skip
# What may stand where a rule changed something.
REPLACEMENT = {"line-break": " ", "layout-space": " ", "correction": r"(?s:.{1,400}?)"}
WHOLE_LINES = ("breadcrumb", "other-headlines", "page-number")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The texts of a built page by element id and by field, with note calls as ⟦n⟧."""

    ids: dict[str, str]
    fields: dict[str, str]


def read_page(path: Path) -> Page:
    """Read the article of a built page."""
    tree = html.parse(str(path), parser=html.HTMLParser(encoding="utf-8")).getroot()
    ids: dict[str, str] = {}
    fields: dict[str, str] = defaultdict(str)
    for element in tree.iterfind(".//article//*"):
        if element.get("id"):
            ids[element.get("id")] = _text(element)
        if element.get("data-field"):
            fields[element.get("data-field")] += _text(element)
    return Page(ids, dict(fields))


def _text(element: html.HtmlElement) -> str:
    """The element's text; a note call becomes ⟦n⟧."""
    out = [element.text or ""]
    for child in element:
        call = child.tag == "sup"
        out.append(f"⟦{''.join(child.itertext()).strip()}⟧" if call else _text(child) if isinstance(child.tag, str) else "")
        out.append(child.tail or "")
    return "".join(out)


def prove(seeds: Path, site: Path) -> list[Diagnostic]:
    """`not-accounted` for everything that does not add up. Reads only what was built and what was captured."""
    corpus = json.loads((site / "data/corpus.json").read_text(encoding="utf-8"))
    documents = {entry["id"]: entry for entry in corpus["documents"]}
    found: list[Diagnostic] = []
    for path in sorted((site / "data/ledger").glob("*.json")):
        ledger = json.loads(path.read_text(encoding="utf-8"))
        raw = (seeds / ledger["seed"] / "raw.txt").read_bytes().decode("utf-8")
        where = f"seeds/{ledger['seed']}/raw.txt"
        own = [entry for entry in documents.values() if entry["seed"]["file"] == where]
        problems = [*check_runs(raw, ledger), *check_pages(raw, ledger, own, site)]
        found += [
            Diagnostic(Place(where, raw.count("\n", 0, at) + 1), "not-accounted", sentence) for at, sentence in problems
        ]
    return found


def check_runs(raw: str, ledger: dict) -> Iterator[tuple[int, str]]:
    """`(offset, sentence)` for each gap, overlap, unknown rule and run that its rule does not allow."""
    at = 0
    for run in ledger["runs"]:
        if run["start"] != at:
            yield at, f"the ledger jumps from code point {at} to {run['start']}"
        at = run["end"]
        text = raw[run["start"] : run["end"]]
        if (run["fate"] == "kept") != (run["rule"] is None) or (run["fate"] == "removed") != (run["to"] is None):
            yield run["start"], f"a run that was {run['fate']} has the rule {run['rule']} and the place {run['to']}"
        elif run["fate"] == "removed" and not re.fullmatch(REMOVABLE.get(run["rule"], "(?!)"), text):
            yield run["start"], f"the rule “{run['rule']}” may not remove {text[:40]!r}"
        elif run["rule"] in WHOLE_LINES and not _whole_lines(raw, run):
            yield run["start"], f"the rule “{run['rule']}” removes whole lines only, not {text[:40]!r}"
    if at != len(raw) or ledger["characters"] != len(raw):
        yield at, f"the ledger ends at code point {at} of {len(raw)}"


def _whole_lines(raw: str, run: dict) -> bool:
    starts = run["start"] == 0 or raw[run["start"] - 1] == "\n"
    return starts and (run["end"] == len(raw) or raw[run["end"] - 1] == "\n")


def check_pages(raw: str, ledger: dict, documents: list[dict], site: Path) -> Iterator[tuple[int, str]]:
    """`(offset, sentence)` for each place on a page that does not hold what the ledger sent there.

    The English tree shows every text as published; a tree that shows it in another script is held against that.
    """
    expected, starts = _expected(raw, ledger)
    published: dict[Key, str] = {}
    for tree in ("en", *(tree for tree in TREES if tree != "en")):
        pages = {entry["id"]: read_page(site / entry["urls"][tree] / "index.html") for entry in documents}
        converted = tree != "en" and not documents[0]["language"].startswith(tree)
        for key, pattern in expected.items():
            shown = _shown(key, pages)
            published.setdefault(key, shown or "")
            if shown is None:
                yield starts[key], f"{'#'.join(key)} is not on the page in {tree}"
            elif not (_converts(published[key], shown, tree) if converted else re.fullmatch("".join(pattern), shown)):
                yield starts[key], f"{'#'.join(key)} in {tree} is not what the capture holds: {shown[:40]!r}"
        yield from ((0, f"{document}#{name} in {tree} comes from nowhere") for document, name in
                    _strangers(pages, expected))  # fmt: skip


def _converts(published: str, shown: str, tree: str) -> bool:
    """Whether a text is the published one with its script converted, calls and all, or as it was where it is Latin."""
    plain, calls = _without_calls(published)
    other, other_calls = _without_calls(shown)
    ways = (plain, _converter(tree).convert(plain), "".join(map(_converter(tree).convert, plain)))
    return calls == other_calls and other in ways


def _without_calls(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without ⟦n⟧, and each with the offset at which it stood."""
    calls, plain = [], ""
    for part in re.split(r"(⟦\d+⟧)", text):
        if part.startswith("⟦"):
            calls.append((len(plain), part))
        else:
            plain += part
    return plain, calls


@cache
def _converter(tree: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC({"zh-Hans": "t2s", "zh-Hant": "s2tw"}[tree])


def _expected(raw: str, ledger: dict) -> tuple[dict[Key, list[str]], dict[Key, int]]:
    """For each place the pieces of a regular expression for its text, and where in the capture it begins."""
    pieces: dict[Key, list[str]] = defaultdict(list)
    starts: dict[Key, int] = {}
    key: Key | None = None
    count = 0
    for run in ledger["runs"]:
        text = raw[run["start"] : run["end"]]
        if run["to"] is not None:
            key = _key(run["to"])
            starts.setdefault(key, run["start"])
            pieces[key].append(re.escape(text) if run["fate"] == "kept" else _replacement(run["rule"], text))
        elif run["rule"] == "note-call" and key:
            for _ in re.findall(CALL, text):
                count += 1
                pieces[key].append(f"⟦{count}⟧")
    return pieces, starts


def _key(to: dict) -> Key:
    if "metadata" in to:
        return (to["metadata"],)
    name = f"n{to['note']}" if "note" in to else to["block"] + (f"-{to['language']}" if "language" in to else "")
    return (to["document"], name)


def _replacement(rule: str, text: str) -> str:
    if rule == "full-width":
        return "".join(f"[{re.escape(_widened(char))}]" for char in text)
    return REPLACEMENT.get(rule, "(?!)")


def _widened(char: str) -> str:
    """The full-width form of an ASCII character, whose compatibility decomposition it is (UAX 15)."""
    wide = chr(ord(char) + 0xFEE0)
    return wide if unicodedata.normalize("NFKC", wide) == char else char


def _shown(key: Key, pages: dict[str, Page]) -> str | None:
    if len(key) == 1:
        return next((page.fields[key[0]] for page in pages.values() if key[0] in page.fields), None)
    return pages[key[0]].ids.get(key[1]) if key[0] in pages else None


def _strangers(pages: dict[str, Page], expected: dict[Key, list[str]]) -> Iterator[tuple[str, str]]:
    """Elements that bear the id of a block or note of which the ledger knows nothing."""
    block = re.compile(r"(?:p|h|n|item|label)\d+(?:-en)?")
    for document, page in pages.items():
        # A translation that does not come from the capture is not in its ledger.
        captured = any(key[0] == document and key[-1].endswith("-en") for key in expected)
        for name in page.ids:
            own = captured or not name.endswith("-en")
            if own and block.fullmatch(name) and (document, name) not in expected:
                yield document, name
