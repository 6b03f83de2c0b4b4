"""What there is to cite, as CSL-JSON: each document with what its capture states, each work that the notes cite.

What an editor inferred or supplied stands in square brackets, as library catalogues have it, and an inferred date is about then;
a note gives the reasons. What is not known is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.edition import captured_title, in_tree, published, stated, title_of, url_of
from build_scripts.links.works import Work
from build_scripts.model import Document
from build_scripts.text.characters import LINE_END, SPACE
from build_scripts.text.names import family_and_given, split_names
from build_scripts.text.scripts import script_of

Item = dict[str, object]
# The reader of a capture knows its shape, and that says what was published.
TYPES = {"web-page": "webpage", "journal-article": "article-journal", "newspaper-page": "article-newspaper"}
WORK_TYPES = {
    "journal-article": "article-journal", "newspaper-article": "article-newspaper", "book": "book", "report": "report",
    "thesis": "thesis", "web-page": "webpage",
}  # fmt: skip
IN_CONTAINER = ("webpage", "article-newspaper")
BLANK = re.compile(f"[{SPACE}{LINE_END}\x00-\x1f\x7f]+")


def document_item(document: Document, url: str = "") -> Item:
    """A document as CSL-JSON; `url` is that of its page, left out where it is empty."""
    kind = TYPES[document.source.reader]
    place = "container-title" if kind in IN_CONTAINER else "publisher"
    own = document.source.language
    item = {
        "id": document.id, "type": kind, "title": _title(document), "author": _authors(document),
        place: _stated(document, "publisher"), "issued": _date(published(document), not document.field("published")),
        "URL": url, "language": own, "note": _note(document),
        "translated-title": "" if own.startswith("en") else _clean(title_of(document, "en") if has_english(document) else ""),
    }  # fmt: skip
    return {name: value for name, value in item.items() if value}


def published_url(document: Document) -> str:
    """The path, below the root of the site, of the page that shows the document in the script it was published in."""
    return f"{script_of(document.source.language)}/{url_of(document)}"


def has_english(document: Document) -> bool:
    """Whether a document has a title in English, of a translation or from the editor."""
    translation = document.translation
    return "en" in document.titles or bool(translation and translation.language.startswith("en") and translation.title.text)


def _title(document: Document) -> str:
    """The title as published, in its own script; in brackets the editor's where there is none."""
    captured = captured_title(document)
    return _clean(captured) or f"[{_clean(in_tree(document.titles, script_of(document.source.language)) or title_of(document, 'en'))}]"


def _authors(document: Document) -> list[Item]:
    said = [name for item in document.fields if item.name == "author" for name in split_names(_clean(item.text.text))]
    if said:
        return [name_item(name) for name in said]
    inferred = _stated(document, "author")
    return [{"literal": inferred}] if inferred else []


def name_item(name: str) -> Item:
    """A name as CSL-JSON: of a person in two parts, of anything else whole."""
    parts = family_and_given(name)
    return {"family": parts[0], "given": parts[1]} if parts else {"literal": name}


def _stated(document: Document, name: str) -> str:
    value = _clean(stated(document, name) or "")
    return f"[{value}]" if value and not document.field(name) else value


def _date(edtf: str, inferred: bool) -> Item | None:
    """An EDTF date as CSL has it; approximate and uncertain dates are `circa`, and so is all that was inferred."""
    parts = [int(part) for part in edtf.rstrip("~?%").split("-")] if edtf else []
    about = {"circa": True} if inferred or edtf[-1:] in tuple("~?%") else {}
    return {"date-parts": [parts], **about} if parts else None


def _note(document: Document) -> str:
    """What an editor inferred, with the reasons; a title that was supplied."""
    return " ".join(_remarks(document))


def _remarks(document: Document) -> Iterator[str]:
    if not captured_title(document):
        yield "Title supplied by the editor."
    for name, inference in document.source.inferences.items():
        if not document.field(name):
            because = _clean(inference.because.get("en") or next(iter(inference.because.values()), ""))
            yield f"{'Date' if name == 'published' else name.capitalize()} inferred by the editor: {because}"


def work_item(work: Work) -> Item:
    """A work that the notes cite as CSL-JSON, in the words of its citation; the pages cited are not pages of the work."""
    item = {
        "id": work.id, "type": WORK_TYPES.get(work.kind, "document"), "title": _clean(work.title),
        "author": [name_item(_clean(name)) for name in work.authors], "container-title": _clean(work.container or work.site),
        "issued": _date(work.date, inferred=False), "publisher": _clean(work.publisher), "publisher-place": _clean(work.place),
        "URL": _clean(work.url), "language": work.language,
    }  # fmt: skip
    return {name: value for name, value in item.items() if value}


def _clean(text: str) -> str:
    """The text in one line."""
    return BLANK.sub(" ", text).strip()


def names_of(item: Item) -> list[dict[str, str]]:
    """The authors, each in two parts or whole."""
    return item.get("author", [])  # type: ignore[return-value]


def listed_name(name: dict[str, str]) -> str:
    """A name as `family, given` where both are known, which is how names of both kinds are read."""
    return f"{name['family']}, {name['given']}" if "family" in name else name["literal"]


def date_parts(item: Item) -> list[str]:
    """Year, month and day with two figures at least, as far as they are known."""
    return [f"{part:02}" for part in item["issued"]["date-parts"][0]] if "issued" in item else []  # type: ignore[index]


def is_circa(item: Item) -> bool:
    """Whether the date is only about then."""
    return bool("issued" in item and item["issued"].get("circa"))  # type: ignore[attr-defined]
