"""The works that the notes cite, as data for page and print: each once, in order of date, with every place that cites it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from build_scripts.checks.translation import ORIGINAL_TITLE
from build_scripts.edition.edition import Edition, shown, shown_language
from build_scripts.links.cited.works import CitedBy, Work
from build_scripts.model import Document
from build_scripts.text.dates import show_date
from build_scripts.text.scripts import is_chinese
from build_scripts.views.wording import say

ORIGINAL = re.compile(rf"(?<!\s)\s*{ORIGINAL_TITLE.pattern}")
LEAD = re.compile(r"^(?:See(?: also)?|Quoted from|Cited from)[ ,]+")
IN_PRINT = ("newspaper-article", "journal-article", "chapter")
PAGES = re.compile(r",? pp?\.\s*[\d–—, -]+\.?$|\.$")


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """A work in the words of its citation; `time` is its date in EDTF, `here` the document of this edition that it is, `cited`
    the places by document.

    `english` is its citation as a translated note has it, in the English tree.
    """

    id: str
    time: str
    date: str
    text: str
    language: str
    here: Document | None
    english: str
    cited: tuple[tuple[Document, tuple[CitedBy, ...]], ...]


def works_list(edition: Edition, tree: str) -> Iterator[WorkEntry]:
    """Every work in order of date, undated ones last."""
    documents = {document.id: document for document in edition.documents}
    alone = {
        place
        for place, works in Counter((by.document, by.note) for work in edition.works for by in work.cited_by).items()
        if works == 1
    }
    for work in sorted(edition.works, key=lambda work: (work.date or "9999", work.title)):
        language = work_language(work, documents)
        cited = groupby(work.cited_by, key=lambda by: by.document)
        yield WorkEntry(
            work.id,
            work.date,
            show_date(work.date, tree) if work.date else say("undated", tree),
            _described(work, language, tree),
            shown_language(language, tree),
            documents[work.document] if work.document else None,
            _in_english(work, alone, documents) if is_chinese(language) and not is_chinese(tree) else "",
            tuple((documents[name], tuple(places)) for name, places in cited),
        )


def work_language(work: Work, documents: Mapping[str, Document]) -> str:
    """English where the citation is, else the language of the text that cites it first."""
    return work.language if work.language.startswith("en") else documents[work.cited_by[0].document].source.language


def _in_english(work: Work, alone: Collection[tuple[str, int]], documents: Mapping[str, Document]) -> str:
    """The citation as the translation of a note gives it, without original title and pages; `alone` are the notes that cite
    one work.
    """
    for by in work.cited_by:
        translation = documents[by.document].translation
        note = next((note for note in translation.notes if note.number == by.note), None) if translation else None
        if note and (by.document, by.note) in alone:
            return PAGES.sub("", LEAD.sub("", ORIGINAL.sub("", note.text.text))).replace("”,", ",”").replace("’,”", ",’”")
    return ""


def place_words(by: CitedBy, tree: str) -> tuple[str, str]:
    """A place in words: the number of the note, and the page in brackets where the note gives one."""
    page = say("page", tree).format(by.locator) if by.locator else ""
    bracketed = (f"（{page}）" if is_chinese(tree) else f" ({page})") if page else ""
    return say("note-number", tree).format(by.note), bracketed


def _described(work: Work, language: str, tree: str) -> str:
    """Author, title, container and publisher, as the citation gives them; in Chinese what is printed is in title marks."""
    latin = language == "en"
    parts = [", ".join(work.authors) if latin else "、".join(work.authors)]
    parts += [f"“{work.title}”{work.part}" if latin else f"《{work.title}》{work.part}"]
    parts += [f"《{work.container}》" if work.container and work.kind in IN_PRINT and not latin else work.container]
    parts += [work.site if work.site != work.container else "", work.publisher]
    return (", " if language == "en" else "，").join(shown(each, language, tree) for each in parts if each)
