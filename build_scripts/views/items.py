"""What there is to cite, as CSL-JSON: each document with what its capture states, each work that the notes cite.

What an editor inferred or supplied stands in square brackets, as library catalogues have it, and an inferred date is about
then;
a note gives the reasons. What is not known is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypedDict, cast

from build_scripts.edition.edition import in_tree, url_of
from build_scripts.facts import Occasion
from build_scripts.links.cited.works import Work
from build_scripts.model import Document
from build_scripts.text.characters import LINE_END, SPACE
from build_scripts.text.names import family_and_given, split_names
from build_scripts.text.scripts import script_of
from build_scripts.views.titles import title_of


class ItemName(TypedDict, total=False):
    """A name in CSL-JSON: in two parts, or whole."""

    family: str
    given: str
    literal: str


ItemDate = TypedDict("ItemDate", {"date-parts": list[list[int]], "circa": bool}, total=False)
MakerRole = Literal["author", "editor", "translator"]
DateField = Literal["issued", "accessed", "event-date"]
# CSL-JSON: words, names or dates by the name of a variable; what is not known is not there.
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "translated-title": str,
        "sentence-title": str,
        "author": list[ItemName],
        "editor": list[ItemName],
        "translator": list[ItemName],
        "container-title": str,
        "volume": str,
        "issue": str,
        "source": str,
        "version": str,
        "archive": str,
        "archive_location": str,
        "event-title": str,
        "event-place": str,
        "event-date": ItemDate,
        "issued": ItemDate,
        "accessed": ItemDate,
        "publisher": str,
        "publisher-place": str,
        "URL": str,
        "language": str,
        "note": str,
    },
    total=False,
)
WORK_TYPES = {
    "journal-article": "article-journal",
    "newspaper-article": "article-newspaper",
    "book": "book",
    "report": "report",
    "thesis": "thesis",
    "web-page": "webpage",
    "chapter": "chapter",
    "standard": "standard",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "map": "map",
}
PART = re.compile("[（）第卷册辑]")  # around the number of a volume
IN_CONTAINER = ("webpage", "article-newspaper")
BLANK = re.compile(f"[{SPACE}{LINE_END}\x00-\x1f\x7f]+")


def document_item(document: Document, url: str = "") -> Item:
    """A document as CSL-JSON; `url` is that of its page, left out where it is empty."""
    kind = document.facts.work
    place = "container-title" if kind in IN_CONTAINER else "publisher"
    language = document.source.language
    item = {
        "id": document.id,
        "type": kind,
        "title": _title(document),
        "author": _authors(document),
        place: _stated(document, "publisher"),
        "issued": _date(document.facts.time, document.facts.is_inferred("published")),
        **_event(document.facts.occasion),
        "URL": url,
        "language": language,
        "note": _note(document),
        "translated-title": ""
        if language.startswith("en")
        else _clean(title_of(document, "en") if has_english(document) else ""),
    }
    return cast(Item, {name: value for name, value in item.items() if value})


def _event(occasion: Occasion) -> dict[str, object]:
    """The occasion at which it was said; what an editor gives stands in brackets and is about then."""
    given = bool(occasion.because)
    place, event = (f"[{name}]" if name and given else name for name in map(_clean, (occasion.place, occasion.event)))
    return {"event-title": event, "event-place": place, "event-date": _date(occasion.date, given)}


def published_url(document: Document) -> str:
    """The path, below the root of the site, of the page that shows the document in the script it was published in."""
    return f"{script_of(document.source.language)}/{url_of(document)}"


def has_english(document: Document) -> bool:
    """Whether a document has a title in English, of a translation or from the editor."""
    translation = document.translation
    return "en" in document.titles or bool(translation and translation.language.startswith("en") and translation.title.text)


def _title(document: Document) -> str:
    """The title as published, in its own script; in brackets the editor's where there is none."""
    captured = document.facts.title
    return (
        _clean(captured)
        or f"[{_clean(in_tree(document.titles, script_of(document.source.language)) or title_of(document, 'en'))}]"
    )


def _authors(document: Document) -> list[ItemName]:
    if document.facts.is_inferred("author"):
        return [{"literal": _stated(document, "author")}]
    return [name_item(name) for fact in document.facts.named("author") for name in split_names(_clean(fact.value))]


def name_item(name: str) -> ItemName:
    """A name as CSL-JSON: of a person in two parts, of anything else whole."""
    parts = family_and_given(name)
    return {"family": parts[0], "given": parts[1]} if parts else {"literal": name}


def _stated(document: Document, name: str) -> str:
    value = _clean(document.facts.value(name))
    return f"[{value}]" if value and document.facts.is_inferred(name) else value


def _date(edtf: str, inferred: bool) -> ItemDate | None:
    """An EDTF date as CSL has it; approximate and uncertain dates are `circa`, and so is all that was inferred."""
    parts = [int(part) for part in edtf.rstrip("~?%").split("-")] if edtf else []
    if not parts:
        return None
    about = inferred or edtf[-1:] in tuple("~?%")
    return {"date-parts": [parts], "circa": True} if about else {"date-parts": [parts]}


def _note(document: Document) -> str:
    """What an editor inferred, with the reasons; a title that was supplied."""
    return " ".join(_remarks(document))


def _remarks(document: Document) -> Iterator[str]:
    if not document.facts.title:
        yield "Title supplied by the editor."
    for fact in document.facts.known:
        if fact.inferred:
            because = _clean(fact.because.get("en") or next(iter(fact.because.values()), ""))
            yield f"{'Date' if fact.name == 'published' else fact.name.capitalize()} inferred by the editor: {because}"


def work_item(work: Work) -> Item:
    """A work that the notes cite as CSL-JSON, in the words of its citation; the pages cited are not pages of the work."""
    item = {
        "id": work.id,
        "type": WORK_TYPES.get(work.kind, "document"),
        "title": re.sub("〈(.*?)〉", r"《\1》", _clean(work.title)),  # outside of 《》 those inside are such again
        "author": [name_item(_clean(name)) for name in work.authors],
        "container-title": _clean(work.container or work.site),
        "editor": [name_item(_clean(name)) for name in work.editors],
        "translator": [name_item(_clean(name)) for name in work.translators],
        "volume": work.volume or PART.sub("", work.part),
        "issue": work.issue,
        "accessed": _date(work.accessed, inferred=False),
        "issued": _date(work.date, inferred=False),
        "publisher": _clean(work.publisher),
        "publisher-place": _clean(work.place),
        "URL": _clean(work.url),
        "language": work.language,
    }
    return cast(Item, {name: value for name, value in item.items() if value})


def _clean(text: str) -> str:
    """The text in one line."""
    return BLANK.sub(" ", text).strip()


def names_of(item: Item, role: MakerRole = "author") -> list[ItemName]:
    """The authors, or those of another role, each in two parts or whole."""
    return item.get(role, [])


def listed_name(name: ItemName) -> str:
    """A name as `family, given` where both are known, which is how names of both kinds are read."""
    return f"{name['family']}, {name['given']}" if "family" in name else name["literal"]


def date_parts(item: Item, name: DateField = "issued") -> list[str]:
    """Year, month and day with two figures at least, as far as they are known."""
    return [f"{part:02}" for part in item[name]["date-parts"][0]] if name in item else []


def is_circa(item: Item) -> bool:
    """Whether the date is only about then."""
    return bool("issued" in item and item["issued"].get("circa"))
