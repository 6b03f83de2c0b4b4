"""The page about the edition: the method, the rules, the data."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.diagnostics import rule_table
from build_scripts.views.shelves import fits
from build_scripts.views.tree import Tree
from build_scripts.views.wording import rule_meaning
from build_scripts.writers import file_of
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.markdown import escape, heading
from build_scripts.writers.web.overviews.home_pages import section_heading
from build_scripts.writers.web.page import Page, Piece, prose, whole
from build_scripts.writers.web.tables import markdown_table

ANY = "{id}"
SCHEMAS = ("corpus", "document", "links", "alignment", "ledger", "citations")


def about(tree: Tree) -> Page:
    """The method, the rules, the data."""
    rules = [[f"`{rule}`", escape(rule_meaning(rule, tree.code))] for rule in rule_table()["edits"]]
    glossary = {"glossary": "glossary.md"} if tree.terms else {}
    progress = {"progress": "translations/index.md"}
    ways = {"ledger": "ledger/index.md", **glossary, **progress, "sources": "sources.md", "changes": "changes/index.md"}
    texts = [file_of(name, tree.code, "xml") for name in ("edition", *_each([each.id for each in tree.edition.documents]))]
    pieces: list[Piece] = [
        whole(heading(1, escape(tree.say("about")))),
        *prose(tree.say("about-intro")),
        *(
            [whole(f"{escape(tree.say('report-text'))} <{tree.edition.settings.report}>")]
            if tree.edition.settings.report
            else []
        ),
        whole("\n".join(f"- [{escape(tree.say(key))}]({to})" for key, to in ways.items())),
        section_heading(tree, "method"),
        *prose(tree.say("method-text")),
        section_heading(tree, "rules-heading"),
        whole(markdown_table([escape(tree.say(key)) for key in ("rule", "meaning")], rules)),
        section_heading(tree, "data-heading"),
        *prose(tree.say("data-text")),
        _files([f"data/{name}" for name in _data(tree)]),
        *prose(tree.say("tei-text")),
        _files(texts),
        section_heading(tree, "software-heading"),
        *prose(tree.say("software-text")),
    ]
    return Page(tree.say("about"), tree.say("about-intro"), tuple(pieces))


def _data(tree: Tree) -> list[str]:
    """The files of data, by their paths under site/data/."""
    documents = _each([document.id for document in tree.edition.documents])
    return [
        *("corpus.json", "links.json", "alignment.json"),
        *(f"documents/{name}.json" for name in documents),
        *(f"ledger/{name}.json" for name in _each([witness.source.id for witness in tree.edition.witnesses])),
        "works-cited.json",
        *(f"citations/{name}.json" for name in documents),
        *(f"schema/{name}.json" for name in SCHEMAS),
    ]


def _each(names: Sequence[str]) -> Sequence[str]:
    """The names of files of one sort; of many one word that stands for them all."""
    return names if fits(names) else [ANY]


def _files(paths: list[str]) -> str:
    """Links to files, by their paths under site/, which lie outside of what Markdown can lead to."""
    listed = "".join(element("li", path if ANY in path else element("a", path, href=f"../../{path}")) for path in paths)
    return element("ul", listed, class_="dz-files")
