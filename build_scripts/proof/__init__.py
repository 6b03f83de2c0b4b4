"""The proof that nothing was lost: the built pages, read as HTML, against the captures and the ledgers.

Shares no code with the edits. What it shares is the decoding of a capture, whose digest is recorded, and which a second library
counts again. It goes from the seeds: each must have its ledger, each document of it a page in every tree, and
the ledger's runs must cover the capture without gap or overlap; each removed or changed run must be of a form that its rule
allows (`forms.yaml`) or on a line that an editor named; every block, note and particular on the pages must hold exactly the
characters that the ledger says went there, with the notes called where the capture called them; and no page may hold markup
that neither writers nor theme can have made.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from build_scripts.decode import decode
from build_scripts.decode import digest as digest_of_text
from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Place
from build_scripts.proof.expected import expected_texts
from build_scripts.proof.markup import check_markup
from build_scripts.proof.pages import check_pages
from build_scripts.proof.proven import Proven, pages_of_seed, proven_in
from build_scripts.proof.runs import Capture, Problem, check_open, check_runs, open_capture
from build_scripts.proof.scripts import known_trees, script_of
from build_scripts.store import Store

MOST_OF_A_KIND = 20  # problems of one seed and rule that are told one by one


def prove(seeds: Path, site: Path, store: Store | None = None) -> list[Diagnostic]:
    """What does not add up: errors, and warnings where it is doubtful. Reads only what was built and what was captured.

    `store` keeps what was proven, so that it need not be proven again.
    """
    corpus = json.loads((site / "data/corpus.json").read_text(encoding="utf-8"))
    documents = corpus["documents"]
    proven = proven_in(store or Store(), corpus["edition"]["version"])
    names = [folder.name for folder in sorted(seeds.iterdir()) if (folder / "source.yaml").is_file()]
    of_seeds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in documents:
        of_seeds[Path(entry["seed"]["file"]).parent.name].append(entry)
    known = set(names)
    trees, found = _trees(documents, site)
    found += check_site(site, proven)
    proven.keep_pages()
    found += [
        Diagnostic(
            Place("site/data/corpus.json"), "not-accounted", f"“{entry['id']}” comes from no seed: {entry['seed']['file']}"
        )
        for name, entries in of_seeds.items()
        if name not in known
        for entry in entries
    ]
    for name in names:
        found += _proven_seed(seeds / name, of_seeds[name], trees, site, proven)
    return found


def _trees(documents: list[dict[str, Any]], site: Path) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """The trees in which pages are proven: all that any document or folder of the site has, and all of them known."""
    built = {path.parent.name for path in site.glob("*/index.html")}
    named = {tree for entry in documents for tree in entry["urls"]}
    place = Place("site/data/corpus.json")
    found = [
        Diagnostic(place, "not-accounted", f"the proof does not know how the tree “{tree}” shows a text")
        for tree in sorted(built | named)
        if script_of(tree) not in known_trees()
    ]
    found += [
        Diagnostic(place, "not-accounted", f"“{entry['id']}” has no address in {tree}")
        for entry in documents
        for tree in sorted((built | named) - set(entry["urls"]))
    ]
    return tuple(sorted(tree for tree in built | named if script_of(tree) in known_trees())), found


def check_site(site: Path, proven: Proven) -> Iterator[Diagnostic]:
    """`unsafe-page` for each page of the site with something on it that neither writers nor theme can have made."""
    hint = (
        "a text reached the page as markup; the element or script of a changed theme goes into build_scripts/proof/markup.yaml"
    )
    for path in sorted(site.rglob("*.html")):
        for sentence in proven.of_page(path, check_markup):
            yield Diagnostic(Place(f"site/{path.relative_to(site).as_posix()}"), "unsafe-page", sentence, hint)


def _proven_seed(
    folder: Path, documents: list[dict[str, Any]], trees: tuple[str, ...], site: Path, proven: Proven
) -> list[Diagnostic]:
    """What is to be said of a seed: as it is known, where nothing that the proof reads has changed."""
    files = [site / f"data/ledger/{folder.name}.json", *pages_of_seed(documents, trees, site)]
    return proven.of_seed(folder, [documents, trees], files, lambda: _of_seed(folder, documents, trees, site))


def _of_seed(folder: Path, documents: list[dict[str, Any]], trees: tuple[str, ...], site: Path) -> list[Diagnostic]:
    name = next((path.name for path in sorted(folder.glob("raw.*"))), "raw.txt")
    shown = f"seeds/{folder.name}/{name}"
    path = site / f"data/ledger/{folder.name}.json"
    if not path.is_file() or not documents:
        what = "no ledger" if not path.is_file() else "no document"
        return [Diagnostic(Place(shown), "not-accounted", f"the site has {what} of this capture")]
    ledger = json.loads(path.read_text(encoding="utf-8"))
    data = (folder / name).read_bytes()
    text = decode(name, data, ledger["encoding"] or "", shown).text
    if hashlib.sha256(data).hexdigest() != ledger["sha256"] or ledger["text_sha256"] not in (None, digest_of_text(text)):
        return [Diagnostic(Place(shown), "not-accounted", "the ledger is not that of this capture: its sha256 is another")]
    capture = open_capture(folder.name, text, folder)
    return list(_told(capture, list(_problems(capture, ledger, documents, trees, site)), shown))


def _problems(
    capture: Capture, ledger: Mapping[str, Any], documents: list[dict[str, Any]], trees: tuple[str, ...], site: Path
) -> Iterator[Problem]:
    yield from check_runs(capture, ledger)
    yield from check_open(capture, ledger)
    texts = expected_texts(capture, ledger)
    known = {entry["id"] for entry in documents}
    yield from (
        Problem(text.start, f"the ledger sends text to “{key[0]}”, which is no document of this capture")
        for key, text in texts.items()
        if key[0] and key[0] not in known
    )
    yield from check_pages(capture, texts, documents, trees, site)


def _told(capture: Capture, problems: list[Problem], shown: str) -> Iterator[Diagnostic]:
    """The problems as messages, so many of a kind; the last one counts the rest."""
    for rule in dict.fromkeys(problem.rule for problem in problems):
        of_kind = [problem for problem in problems if problem.rule == rule]
        for problem in of_kind[:MOST_OF_A_KIND]:
            place = Place(shown, capture.line(problem.at))
            yield Diagnostic(place, problem.rule, problem.sentence, problem.hint, problem.severity)
        more = of_kind[MOST_OF_A_KIND:]
        if more:
            place = Place(shown, capture.line(more[0].at))
            yield Diagnostic(place, rule, f"and {len(more)} more of this kind, the first in this line")
