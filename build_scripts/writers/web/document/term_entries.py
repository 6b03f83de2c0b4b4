"""The entries of the terms that a text uses, kept on its page: a script shows one where the term stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from build_scripts.edition.edition import in_tree
from build_scripts.edition.glossary import Term
from build_scripts.views.document import ShownDocument
from build_scripts.views.running.terms import term_name
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element, mark_han

REGIONS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
MOST_TEXTS = 4  # in which else a term stands


def term_entries(tree: Tree, document: ShownDocument) -> Iterator[str]:
    """Every entry, hidden; nothing where the text has none."""
    entries = [_entry(tree, document, term) for term in tree.terms_in(document.id)]
    if entries:
        yield element("div", "".join(entries), class_="dz-terms", hidden="hidden", lang=tree.code)


def _entry(tree: Tree, document: ShownDocument, term: Term) -> str:
    """A term: its wording in each script and region, its English and other renderings with their reasons, where else it is."""
    parts = [element("p", _forms(tree, term)), element("p", escape(term.english), lang="en")]
    parts += [element("p", f"{escape(other)} {_reason(tree, why)}", lang="en") for other, why in term.also.items()]
    glossary = element("a", escape(tree.say("glossary")), href=f"../../about/glossary/#{term_name(term.forms['zh-Hans'])}")
    elsewhere = [name for name in tree.users[term.line] if name != document.id]
    texts = [element("a", escape(tree.document(name).short), href=f"../../{tree.document(name).url}") for name in elsewhere]
    places = escape(tree.say("list-within")).join(texts[:MOST_TEXTS])
    label = element("small", escape(tree.say("used-in")))
    parts.append(element("p", (f"{label}{places} · " if texts else "") + glossary))
    return element("div", "".join(parts), class_="dz-term-entry", id=term_name(term.forms["zh-Hans"]))


def _forms(tree: Tree, term: Term) -> str:
    """The wordings, each with the language that has it; one that another has already is not repeated."""
    named: dict[str, str] = {}
    for code in REGIONS:
        if code in term.forms:
            named.setdefault(term.forms[code], code)
    words = [
        element("span", escape(form), lang=code) + " " + element("small", escape(tree.say(f"language-{code}")))
        for form, code in named.items()
    ]
    return " ".join(words)


def _reason(tree: Tree, why: Mapping[str, str]) -> str:
    """A reason in the tree's language."""
    words = in_tree(dict(why), tree.code)
    return element("small", mark_han(escape(words), tree.code if tree.is_chinese else "zh-Hans"))
