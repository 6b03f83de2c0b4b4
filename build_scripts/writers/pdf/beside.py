"""What the whole edition has on paper beside its documents: title page, contents, glossary, works cited, collation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from build_scripts.edition.glossary import Term, uses
from build_scripts.edition.numbering import place_on_paper
from build_scripts.text.dates import show_date, time_order
from build_scripts.views.collation import Collated, Taking
from build_scripts.views.document import ShownDocument
from build_scripts.views.running.renderings import renderings
from build_scripts.views.tree import Tree
from build_scripts.views.works import WorkEntry, place_words
from build_scripts.writers.pdf.document import UNANCHORED, Data, line_of, title_of

LEGEND = (("inserted", "change-inserted"), ("omitted", "change-omitted"), ("regional", "difference-regional"))
FORMS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")


def about_edition(tree: Tree) -> Data:
    """Everything beside the documents; a part that the edition has nothing for is None."""
    return {
        "tagline": tree.say("tagline"),
        "introduction": tree.say("what-this-is-text"),
        "facts": list(_facts(tree)),
        "script": tree.say("language-name"),
        "contents": tree.say("contents"),
        "documents": [_entry(tree, each) for each in tree.documents],
        "glossary": _part(tree, "glossary", [_term(tree, term) for term in tree.terms]),
        "works": _part(tree, "works-cited", [_work(tree, work) for work in tree.works]),
        "collation": _part(
            tree,
            "collation",
            list(_collation(tree)),
            none=tree.say("no-witness"),
            legend=[{"kind": kind, "text": tree.say(key)} for kind, key in LEGEND],
        ),
    }


def _part(tree: Tree, key: str, entries: list[Data], **more: object) -> Data | None:
    return {"title": tree.say(key), "intro": tree.say(f"{key}-intro"), "entries": entries, **more} if entries else None


def _facts(tree: Tree) -> Iterator[str]:
    """For the title page: how many texts of which days, and who made the edition, where it says so."""
    days = sorted((each.document.facts.time for each in tree.documents if each.document.facts.time), key=time_order)
    number = len(tree.documents)
    if days:
        yield tree.say("texts-of-days").format(number, show_date(days[0], tree.code), show_date(days[-1], tree.code))
    editors = tree.edition_says("editors")
    if editors:
        yield tree.say("edited-by").format(editors)


def _entry(tree: Tree, document: ShownDocument) -> Data:
    """A line of the contents: what it is called, and below it what kind of text of which day it is."""
    time = document.document.facts.time
    about = [tree.say(f"kind-{document.kind}"), *([show_date(time, tree.code)] if time else [])]
    return {"id": document.id, "siglum": document.siglum, "about": " · ".join(about), **title_of(document.full, tree.code)}


def _term(tree: Tree, term: Term) -> Data:
    """A term: its forms, each once, its English renderings, and how often each document has it, with the first place."""
    found = list(uses(term, tree.edition.documents))
    first = {
        document.id: document.id if block.type in UNANCHORED else f"{document.id}.{block.id}"
        for document, block in reversed(found)
    }
    counts = Counter(document.id for document, _ in found)
    forms = {term.forms[code]: code for code in reversed(FORMS) if code in term.forms}
    return {
        "forms": [line_of(form, code) for form, code in reversed(forms.items())],
        "english": line_of(term.english, "en"),
        "also": [line_of(each, "en") for each in renderings(term, tree.code)],
        "uses": [
            {"siglum": each.siglum, "label": first[each.id], "count": counts[each.id]}
            for each in tree.documents
            if each.id in counts
        ],
    }


def _work(tree: Tree, work: WorkEntry) -> Data:
    """A work: where it is cited, by siglum and note."""
    cited = []
    for document, places in work.cited:
        words = [(by, place_words(by, tree.code)) for by in places]
        notes = [{"label": f"{document.id}.n{by.note}", "text": note, "page": page} for by, (note, page) in words]
        cited.append({"siglum": tree.document(document.id).siglum, "document": document.id, "notes": notes})
    here = work.here and {
        "said": tree.say("in-this-edition"),
        "siglum": tree.document(work.here.id).siglum,
        "document": work.here.id,
    }
    return {
        "date": work.date,
        "words": line_of(work.text, work.language),
        "english": line_of(work.english, "en") if work.english else None,
        "here": here,
        "said": tree.say("cited-in"),
        "cited": cited,
    }


def _collation(tree: Tree) -> Iterator[Data]:
    for (document, block), group in groupby(tree.collation, key=lambda sentence: (sentence.document.id, sentence.block)):
        yield {
            "shown": place_on_paper(tree.document(document).siglum, block),
            "label": f"{document}.{block}",
            "sentences": [_sentence(tree, each) for each in group],
        }


def _sentence(tree: Tree, sentence: Collated) -> Data:
    return {
        "words": line_of(sentence.text, sentence.language),
        "english": line_of(sentence.official, sentence.official_language) if sentence.official else None,
        "takings": [_taking(tree, taking) for taking in sentence.takings],
    }


def _taking(tree: Tree, taking: Taking) -> Data:
    pieces = [{"here": each.words, "there": each.base, "kind": each.kind.value if each.kind else ""} for each in taking.pieces]
    return {
        "siglum": tree.document(taking.document.id).siglum,
        "document": taking.document.id,
        "classes": " · ".join(taking.classes),
        "pieces": pieces,
        **line_of("", taking.language),
    }
