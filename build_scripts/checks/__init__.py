"""Checks: the edition to diagnostics; they change nothing. Here is their list, and what an editor lets pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from build_scripts.checks.conversion import check_conversion
from build_scripts.checks.names import check_names
from build_scripts.checks.official import check_official
from build_scripts.checks.reading import check_reading
from build_scripts.checks.terms import check_terms
from build_scripts.checks.titles import check_titles
from build_scripts.checks.translation import check_translation, each_translated
from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.edition import Edition
from build_scripts.edition.ledger import check_cover
from build_scripts.source import Waiver

Check = Callable[[Edition], Iterable[Diagnostic]]

# A check is a function of the connected edition; a new one is a module and a line. What is wrong below this list (a file that
# cannot be read, a published id that is gone) stops the build before, what is wrong above it (pages, data, docs/) after.
ORDER: tuple[tuple[Check, str], ...] = (
    (lambda edition: (each for ledger in edition.ledgers for each in check_cover(ledger)), "first: no text may be lost"),
    (lambda edition: check_reading(edition.witnesses), "what the readers are not sure of, before what follows from it"),
    (lambda edition: check_titles(edition.documents), "every document has a name"),
    (
        lambda edition: (each for document in each_translated(edition.documents) for each in check_translation(document)),
        "note calls, numbers and quotation marks of translations, each block by itself",
    ),
    (
        lambda edition: check_official(edition.documents, edition.links, edition.sentences),
        "official words, which the links tell",
    ),
    (lambda edition: check_terms(edition.documents, edition.terms), "terms, over all documents"),
    (lambda edition: check_names(edition.documents, edition.names), "names, over all documents"),
    (lambda edition: check_conversion(edition.witnesses, edition.trees), "what the trees show in another script"),
)


def run_checks(edition: Edition) -> Iterator[Diagnostic]:
    """What every check finds and no editor lets pass; `unused-waiver` for each waiver that waives nothing."""
    found = [diagnostic for check, _ in ORDER for diagnostic in check(edition)]
    waivers = [waiver for witness in edition.witnesses for waiver in witness.source.decisions.waivers]
    yield from (each for each in found if not any(_waives(waiver, each) for waiver in waivers))
    for waiver in waivers:
        if not any(_waives(waiver, each) for each in found):
            sentence = f"no “{waiver.rule}” speaks of “{waiver.where}”"
            yield Diagnostic(waiver.place, "unused-waiver", sentence, "take the entry out; it is no longer needed")


def _waives(waiver: Waiver, diagnostic: Diagnostic) -> bool:
    """Whether a waiver is of a finding: the same rule, and its words stand in the message. What is lost cannot be waived."""
    return waiver.rule == diagnostic.rule and waiver.rule != "not-accounted" and waiver.where in str(diagnostic)
