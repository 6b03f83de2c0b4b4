"""What a document is called by who speaks in it, which is how readers tell witnesses apart; its title comes second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import in_tree, shown
from build_scripts.edition.names import Name, english_name
from build_scripts.facts import Fact
from build_scripts.model import Document
from build_scripts.text.dates import show_date
from build_scripts.text.names import split_names
from build_scripts.text.scripts import is_chinese
from build_scripts.views.document import ShownDocument
from build_scripts.views.wording import say


def short_name(document: Document, tree: str, names: Sequence[Name]) -> str:
    """As the record of the source or story calls it, else its authors, else its publisher; empty where nothing is known."""
    story = next((each for each in document.source.stories if each.id == document.id), None)
    recorded = (in_tree(shorts, tree) for shorts in (story.shorts if story else {}, document.source.shorts))
    if given := next(filter(None, recorded), ""):
        return given
    spoken = [_in_words_of(fact, name, document, tree, names) for fact, name in _who(document)]
    if len(spoken) < 2:
        return "".join(spoken)
    return say("names-two" if len(spoken) == 2 else "names-more", tree).format(*spoken)


def _who(document: Document) -> Iterator[tuple[Fact, str]]:
    """Each author with the fact that names it, else the publisher."""
    for fact in document.facts.named("author"):
        yield from ((fact, name) for name in split_names(fact.value))
    if not document.facts.named("author"):
        yield from ((fact, fact.value) for fact in document.facts.named("publisher"))


def when(document: ShownDocument) -> str:
    """The day of a document in words, in square brackets where an editor inferred it; that it is undated where nobody knows."""
    facts = document.document.facts
    date = show_date(facts.time, document.tree) if facts.time else say("undated", document.tree)
    return f"[{date}]" if facts.is_inferred("published") else date


def _in_words_of(fact: Fact, name: str, document: Document, tree: str, names: Sequence[Name]) -> str:
    """A name as the tree gives it, in square brackets where an editor inferred it."""
    english = "" if is_chinese(tree) else english_name(name, names)
    words = english or shown(name, document.source.language, tree)
    return f"[{words}]" if fact.inferred else words
