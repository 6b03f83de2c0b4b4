"""The particulars of a document in a tree: what its capture states and, said to be so, what an editor inferred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.edition.edition import in_tree, shown, shown_language
from build_scripts.edition.names import Name, english_name
from build_scripts.facts import Fact
from build_scripts.model import Document
from build_scripts.text.dates import show_date
from build_scripts.text.scripts import is_chinese
from build_scripts.views.wording import language_name, say


@dataclass(frozen=True, slots=True)
class Particular:
    """A particular: its name, its label, its values, their language; `because` is an editor's reason where it was inferred.

    `english` holds, for each value that is a name with an English form, that form in the English tree, else empty. `captured`
    is what the capture states where an editor gives something else; `recorded` where the record of the source says it and not
    the capture; `day` is a date in the words of the tree, where the capture prints it otherwise.
    """

    name: str
    label: str
    values: tuple[str, ...]
    language: str
    because: str = ""
    because_language: str = ""
    english: tuple[str, ...] = ()
    captured: tuple[str, ...] = ()
    recorded: bool = False
    day: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The values, each with its English in brackets where it has one; a day in words with what is printed in brackets."""
        if self.day:
            return tuple(f"{self.day} ({value})" for value in self.values)
        english = self.english or ("",) * len(self.values)
        return tuple(f"{value} ({other})" if other else value for value, other in zip(self.values, english, strict=True))


def particulars(document: Document, tree: str, names: Sequence[Name] = ()) -> tuple[Particular, ...]:
    """Every particular but the title, in the order of the capture, then the inferences, then the language."""
    language = document.source.language
    facts = [fact for fact in document.facts.known if fact.name != "title"]
    groups = (list(group) for _, group in groupby(facts, key=lambda fact: fact.name))
    of_language = Particular("language", say("language-label", tree), (language_name(language, tree),), tree)
    return (*(_particular(document, tree, names, group) for group in groups), of_language)


def _particular(document: Document, tree: str, names: Sequence[Name], facts: Sequence[Fact]) -> Particular:
    """Values as the tree shows them, in the English tree with the English of names; a date that an editor gives in words."""
    fact, source_language = facts[0], document.source.language
    label, language = say(f"field-{fact.name}", tree), shown_language(source_language, tree)
    values = tuple(shown(each.value, source_language, tree) for each in facts)
    english = tuple("" if is_chinese(tree) else english_name(each.value, names) for each in facts)
    if not fact.inferred and fact.name == "published":
        day = show_date(document.facts.time, tree) if document.facts.time else ""
        printed = tree if not any(map(str.isalpha, fact.value)) else language
        return Particular(fact.name, label, values, printed, day="" if values[0].startswith(day) else day)
    if not fact.inferred:
        return Particular(fact.name, label, values, language, english=english)
    captured = tuple(shown(text.text, source_language, tree) for text in fact.texts)
    because = in_tree(fact.because, tree)
    reason = (because or fact.because.get("en", ""), tree if because else "en")
    if fact.name == "wording":
        return Particular(fact.name, label, (language_name(fact.value, tree),), tree, *reason)
    if fact.name == "published":
        return Particular(fact.name, label, (show_date(fact.value, tree),), tree, *reason, captured=captured)
    return Particular(fact.name, label, values, language, *reason, english, captured)


def reasons(particular: Particular, tree: str) -> str:
    """Why an editor gives it, and what the capture states in its place; empty where it is the capture's."""
    if not particular.because:
        return ""
    stated = " / ".join(particular.captured)
    return particular.because + (say("capture-states", tree).format(stated) if stated else "")
