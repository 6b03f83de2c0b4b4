"""The facts of a proposal: what the capture states itself, what its page states outside the text, and what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.adding.proposal import Certainty, Proposed
from build_scripts.adding.record import quoted
from build_scripts.decode.decoded import Stated
from build_scripts.diagnostics import BadInput, line_of
from build_scripts.model import Document, Place, Witness
from build_scripts.readers.particulars.name_shapes import is_person, is_rarer_name, names_in
from build_scripts.seed.addresses import check_address
from build_scripts.text.characters import bare
from build_scripts.text.dates import to_edtf
from build_scripts.text.lexicon import any_word, lexicon, words
from build_scripts.text.scripts import is_chinese, plain_letters, script_of

# What an editor gives as an inference, and what a fact of a capture is called there.
INFERRED = ("published", "publisher", "author")
BECAUSE = {
    "zh-Hans": "页面在正文之外如此标注（{where}）。",
    "zh-Hant": "頁面在正文之外如此標註（{where}）。",
    "en": "The page says so outside its text ({where}).",
}
WESTERN = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")
DAY = len("2025-04-27")
OFFICE = re.compile(rf"{any_word('particulars', 'offices_within')}$")
# Places of a page whose makers fill them for others to read; a plain `author` or `source` holds anything.
TRUSTED = ("og:", "article:", "citation_", "dc.", "JSON-LD")


def facts_of(witness: Witness | None, stated: Sequence[Stated], language: str) -> Iterator[Proposed]:
    """Title, time, publisher, author and address, in the order of `source.yaml`."""
    document, others = (witness.documents[0], witness.documents[1:]) if witness and witness.documents else (None, ())
    yield from _title(witness, document, stated, language)
    for name in INFERRED:
        known = list(_captured(witness, document, name))
        named = _stated(name, stated)
        if name == "author" and not known and not (named.text or named.found):
            known = list(_named_in_byline(witness, document))
        yield from (_beside(each, named) for each in known or [named])
    yield _address(stated)
    for other in others:
        for name in INFERRED:
            yield from (replace(each, of=other.id) for each in _captured(witness, other, name))


def _beside(known: Proposed, named: Proposed) -> Proposed:
    """A fact of the text; to look at where the page gives another day outside of it, or where it is an office within a body and
    the page names another publisher.
    """
    if known.key == "published" and known.found and named.text and not _may_be_one_day(to_edtf(known.found), named.found):
        return replace(known, certainty=Certainty.GUESS, evidence=f"{known.evidence}; {named.evidence} gives another day")
    value, other = plain_letters(known.found), plain_letters(named.found)
    if known.key != "publisher" or not OFFICE.search(value) or not other or value in other:
        return known
    return replace(known, certainty=Certainty.GUESS, evidence=f"{known.evidence}; {named.evidence} names another publisher")


def _may_be_one_day(day: str, other: str) -> bool:
    """Whether two days in EDTF are one, or one of them is none: a month, a year, nothing."""
    return day == other or min(len(day), len(other)) < DAY


def _named_in_byline(witness: Witness | None, document: Document | None) -> Iterator[Proposed]:
    """Persons, of rarer family names too, among the words that stand beside the particulars and that nothing placed."""
    for each in _captured(witness, document, "byline"):
        persons = [name for name in names_in(each.found) if is_person(name) or is_rarer_name(name)]
        if persons:
            evidence = f"{each.evidence}, which does not say that it names the author"
            yield Proposed("author", "", Certainty.GUESS, evidence, " ".join(persons))
            return


def _captured(witness: Witness | None, document: Document | None, name: str) -> Iterator[Proposed]:
    """What the text of the capture states: it needs no line."""
    told: set[str] = set()
    for item in document.fields if witness and document else ():
        value = bare(item.text.text)
        day = to_edtf(value) or value  # the same time in another form is told once
        if item.name == name and value and day not in told:
            told.add(day)
            line = line_of(witness.raw if witness else "", item.text.start)
            yield Proposed(name, "", Certainty.LIKELY, f"line {line} of the text", value)


def _title(witness: Witness | None, document: Document | None, stated: Sequence[Stated], language: str) -> Iterator[Proposed]:
    tree = script_of(language) if is_chinese(language) else "en"
    captured = list(_captured(witness, document, "title"))
    named = [each for each in stated if each.name == "title"]
    if captured:
        agree = next(
            (
                each.where
                for each in named
                if _letters(captured[0].found) and _letters(captured[0].found) in _letters(each.value)
            ),
            "",
        )
        sure = Certainty.SURE if agree else Certainty.GUESS
        evidence = f"{captured[0].evidence}; {agree} agrees" if agree else captured[0].evidence
        yield Proposed("title", "", sure, evidence, captured[0].found)
    elif named:
        yield Proposed("title", f"{{{tree}: {quoted(named[0].value)}}}", Certainty.GUESS, named[0].where)
    else:
        yield Proposed("title", "", Certainty.UNKNOWN)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _stated(name: str, stated: Sequence[Stated]) -> Proposed:
    """What a page states outside its text: proposed with that as its reason where its makers mean it for others."""
    found = [each for each in stated if each.name == name]
    for each in found:
        value = to_edtf(each.value) or to_edtf(each.value[:10]) if name == "published" else each.value
        if name == "author" and not is_person(value):  # sites put themselves there, and programs their users
            continue
        if value and any(mark in each.where for mark in TRUSTED):
            reasons = ", ".join(f"{code}: {quoted(words.format(where=each.where))}" for code, words in BECAUSE.items())
            text = f"{{value: {quoted(value)}, because: {{{reasons}}}}}"
            return Proposed(name, text, Certainty.LIKELY, each.where, value)
    found = [each for each in found if name != "author" or is_person(each.value) or _is_western_name(each.value)]
    if found:
        return Proposed(name, "", Certainty.GUESS, found[0].where, found[0].value)
    return Proposed(name, "", Certainty.UNKNOWN)


def _is_western_name(value: str) -> bool:
    """Whether a value is a name in Latin letters, and not that of a program or of nobody.

    >>> [_is_western_name(value) for value in ("Mira Holt", "Microsoft Word", "Default User", "admin")]
    [True, False, False, False]
    """
    plain = {word.lower() for word in words(lexicon("people")["nobody"])}
    return bool(WESTERN.fullmatch(value)) and plain.isdisjoint(value.lower().split())


def _address(stated: Sequence[Stated]) -> Proposed:
    for each in stated:
        if each.name == "url":
            try:
                return Proposed("url", quoted(check_address(each.value, Place("url"))), Certainty.LIKELY, each.where)
            except BadInput:
                continue
    return Proposed("url", "", Certainty.UNKNOWN)
