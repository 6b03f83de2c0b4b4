"""Checks: the edition to diagnostics; they change nothing. Here is their list, and what an editor lets pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from build_scripts.checks.conversion import check_conversion
from build_scripts.checks.names import check_names
from build_scripts.checks.official import check_official
from build_scripts.checks.reading import check_reading
from build_scripts.checks.releases import check_releases
from build_scripts.checks.terms import check_terms
from build_scripts.checks.titles import check_titles
from build_scripts.checks.translation import check_translation, each_translated
from build_scripts.diagnostics import Diagnostic, rule_table
from build_scripts.edition.edition import Edition
from build_scripts.edition.ledger import check_cover
from build_scripts.source import Waiver

Check = Callable[[Edition], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class ListedCheck:
    """A check, why it is where it is, and the rules that it alone knows, each with what it complains of."""

    run: Check
    why: str
    rules: Mapping[str, str] = field(default_factory=dict)


# A check is a function of the connected edition; a new one is a module and a line. What is wrong below this list (a file that
# cannot be read, a published id that is gone) stops the build before, what is wrong above it (pages, data, docs/) after.
ORDER: tuple[ListedCheck, ...] = (
    ListedCheck(
        lambda edition: (each for ledger in edition.ledgers for each in check_cover(ledger)), "first: no text may be lost"
    ),
    ListedCheck(
        lambda edition: check_reading(edition.witnesses), "what the readers are not sure of, before what follows from it"
    ),
    ListedCheck(
        lambda edition: check_titles(edition.documents),
        "every document has a name",
        {"missing-title": "Neither the capture nor source.yaml gives a title."},
    ),
    ListedCheck(
        lambda edition: (each for document in each_translated(edition.documents) for each in check_translation(document)),
        "note calls, numbers and quotation marks of translations, each block by itself",
        {
            "translation-numbers": "A translation does not give the numbers of its text.",
            "translation-quotes": "Quotation marks or brackets of a translation do not pair up.",
            "translation-leftover": "Chinese is left in a translation.",
        },
    ),
    ListedCheck(
        lambda edition: check_official(edition.documents, edition.links, edition.sentences),
        "official words, which the links tell",
    ),
    ListedCheck(
        lambda edition: check_terms(edition.documents, edition.terms),
        "terms, over all documents",
        {"term-rendering": "A term is translated in a way that the glossary does not give."},
    ),
    ListedCheck(
        lambda edition: check_names(edition.documents, edition.names),
        "names, over all documents",
        {"translation-names": "A text and its translation do not give the same names."},
    ),
    ListedCheck(
        lambda edition: check_conversion(edition.witnesses, edition.trees),
        "what the trees show in another script",
        {"conversion-doubt": "Two converters of script differ at a place and nothing says who is right."},
    ),
    ListedCheck(check_releases, "what the record of changes says of texts, which must be there first"),
)


def rules() -> set[str]:
    """The names of all rules by which the build complains: those of `rules.yaml`, and those that one check alone knows."""
    return {*rule_table()["checks"], *(rule for check in ORDER for rule in check.rules)}


def run_checks(edition: Edition) -> Iterator[Diagnostic]:
    """What every check finds and no editor lets pass; `unused-waiver` for each waiver that waives nothing, `bad-value` for one
    of no rule.
    """
    found = [diagnostic for check in ORDER for diagnostic in check.run(edition)]
    waivers = [waiver for witness in edition.witnesses for waiver in witness.source.decisions.waivers]
    yield from (each for each in found if not any(_waives(waiver, each) for waiver in waivers))
    known = rules() if waivers else set()
    for waiver in waivers:
        if waiver.rule not in known:
            near = get_close_matches(waiver.rule, sorted(known), n=1, cutoff=0.0)[0]
            yield Diagnostic(waiver.place, "bad-value", f"unknown rule “{waiver.rule}”", f"the nearest is “{near}”")
        elif not any(_waives(waiver, each) for each in found):
            sentence = f"no “{waiver.rule}” speaks of “{waiver.where}”"
            yield Diagnostic(waiver.place, "unused-waiver", sentence, "take the entry out; it is no longer needed")


def _waives(waiver: Waiver, diagnostic: Diagnostic) -> bool:
    """Whether a waiver is of a finding: the same rule, and its words stand in the message. What is lost cannot be waived."""
    return waiver.rule == diagnostic.rule and waiver.rule != "not-accounted" and waiver.where in str(diagnostic)
