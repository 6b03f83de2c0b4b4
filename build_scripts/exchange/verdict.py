"""One unit that came back against the same unit as it is now: it stays, it is changed, or it is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.exchange.markup import calls_of, official_words
from build_scripts.exchange.standing import Review, ToolState, standing_after
from build_scripts.exchange.unit import ReturnedUnit, TransUnit, fingerprint, one_line
from build_scripts.model import Place
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.history.differences import difference
from build_scripts.seed.located import check_characters
from build_scripts.seed.sections import Section
from build_scripts.seed.translations import LIKE_A_HEAD, check_braces, read_markup
from build_scripts.standing import Standing, Status

FINISHED = (ToolState.DONE, ToolState.APPROVED)
EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Verdict:
    """`words` are the new target, empty where the target stays; `renewed` that it is a translation of the text as it is now;
    `standing` how far it has come, None where it is not translated."""

    words: str = ""
    renewed: bool = False
    standing: Standing | None = None
    warnings: tuple[Diagnostic, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class JudgedUnit:
    """A unit with what becomes of it, and where it or another one of its section stands in what came back."""

    unit: TransUnit
    verdict: Verdict
    place: Place


def judge(returned: ReturnedUnit, unit: TransUnit, former: str, review: Review) -> Verdict:
    """What becomes of the unit; `former` is the digest of the text that its section translates, which may have changed since.
    `review` is who approved what the file itself names nobody for.

    Raises BadInput: bad-exchange, exchange-conflict, translation-notes, official-words, bad-translation, no-character.
    """
    theirs, ours = one_line(returned.target), one_line(unit.target)
    if not theirs and ours:
        sentence = f"{unit.name} comes back empty; its translation stays as it is"
        return Verdict(
            standing=unit.standing,
            warnings=(_said(returned, "bad-exchange", sentence, "take the section out by hand", "warning"),),
        )
    is_new = _is_of(returned.source, unit.source)
    if theirs == ours:
        renewed = unit.stale and is_new and returned.state in FINISHED
        return Verdict(renewed=renewed, standing=_standing(returned, unit, review, renewed))
    if returned.base and fingerprint(theirs) == returned.base:
        return Verdict(standing=unit.standing)
    if returned.base and fingerprint(ours) != returned.base:
        hint = "export it again and bring the change into the new file, or change the section by hand"
        sentence = f"{unit.name} was changed both in this file and, since it was exported, in the edition: “{ours[:60]}”"
        raise BadInput(_said(returned, "exchange-conflict", sentence, hint))
    if not is_new and digest(read_markup(returned.source)[0]) != former:
        hint = "export it again: the translation has to be of the text as it is"
        raise BadInput(_said(returned, "bad-exchange", f"the source of {unit.name} is not the text of the edition", hint))
    problems = list(_problems(theirs, returned, unit))
    if problems:
        raise BadInput(*problems)
    renewed = is_new and (returned.state in FINISHED or not unit.target)
    return Verdict(theirs, renewed, _standing(returned, unit, review, renewed))


def _standing(returned: ReturnedUnit, unit: TransUnit, review: Review, renewed: bool) -> Standing | None:
    """How far the unit has come now; as far as it had where it is still of an earlier text."""
    changed = one_line(returned.target) != one_line(unit.target)
    if not changed and returned.state is returned.base_state:
        return unit.standing  # nobody has said anything of it; it may have been reviewed here since
    if not one_line(returned.target) or (unit.stale and not renewed and not changed):
        return unit.standing
    before = (unit.standing.reviewer, unit.standing.day) if unit.standing else ("", "")
    is_old = changed and (returned.review.reviewer, returned.review.day) == before  # went out with the words that were reviewed
    named = review if is_old or not returned.review.reviewer else returned.review
    return standing_after(unit.standing, unit.stale, changed, returned.state, named)


def _is_of(source: str, text: str) -> bool:
    """Whether both have the same words and call the same notes, however they are spaced."""
    return digest(source) == digest(text)


def _problems(words: str, returned: ReturnedUnit, unit: TransUnit) -> Iterator[Diagnostic]:
    """What a changed translation has lost, or has that no section can hold."""
    try:
        check_characters(words, returned.place)
        check_braces(Section(unit.document, unit.id, "", words, returned.place))
    except BadInput as problem:
        yield from problem.diagnostics
        return
    if unit.standing and unit.standing.status is Status.OFFICIAL:
        sentence = f"{unit.name} is official, and what is official is not changed by an import"
        yield _said(returned, "official-words", sentence, "where it is wrong, change the section by hand")
    if LIKE_A_HEAD.match(words):
        yield _said(
            returned, "bad-translation", f"{unit.name} begins like the head of a section: “{words[:40]}”", "take the # out"
        )
    calls, before, wanted = calls_of(words), calls_of(unit.target), calls_of(unit.source)
    if calls != before and (_of_notes(calls) != wanted or _of_comments(calls) != _of_comments(before)):
        sentence = f"{unit.name} calls {_list(calls)} in the translation, {_list(wanted)} in the text"
        yield _said(returned, "translation-notes", sentence, "keep each call where the text calls its note")
    lost = list((Counter(official_words(unit.target)) - Counter(official_words(words))).elements())
    if lost:
        hint = "they are those of the official translation; where they are to change, change the section by hand"
        yield _said(
            returned, "official-words", f"{unit.name} has lost official words, or changed them: {_change(lost[0], words)}", hint
        )


def _of_notes(labels: list[str]) -> list[str]:
    return [label for label in labels if not label.startswith("t")]


def _of_comments(labels: list[str]) -> list[str]:
    return sorted(label for label in labels if label.startswith("t"))


def _list(labels: list[str]) -> str:
    return f"note{'s' * (len(labels) > 1)} {', '.join(labels)}" if labels else "no note"


def _change(lost: str, words: str) -> str:
    """Official words against those that came back in their place, as far as that can be known."""
    near = get_close_matches(lost, official_words(words), n=1)
    return difference(lost, near[0]) if near else f"“{lost[:EXCERPT]}”"


def _said(returned: ReturnedUnit, rule: str, sentence: str, hint: str, severity: str = "error") -> Diagnostic:
    return Diagnostic(returned.place, rule, sentence, hint, severity)
