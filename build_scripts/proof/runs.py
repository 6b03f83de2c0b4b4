"""A ledger against its capture: the runs cover it, each takes out or changes only what its rule may, or what an editor
named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from html import unescape
from typing import Any

from build_scripts.diagnostics import line_starts
from build_scripts.proof.editor import Editor, folded, read_editor
from build_scripts.proof.permissions import blank, lines_of, may_remove, permissions, replacement

# What the word of an editor lets a rule take out of a line that it names: furniture whole, of a fact or note what is no part
# of it.
FURNITURE = frozenset({"furniture", "page-number", "running-head", "breadcrumb", "other-headlines"})
FACTS = frozenset(
    {"title", "subtitle", "headline", "author", "byline", "editor", "published", "publisher", "place", "dateline", "credit"}
)
OF_ROLE = {
    "field-label": FACTS,
    "note-label": {"note"},
    "section-label": {"abstract", "keywords"},
    "bullet": {"item", "items"},
    "caption-mark": {"caption"},
}

RunRecord = Mapping[str, Any]
LONGEST_ASIDE = 80  # code points: a line taken out without a form reads like a paragraph where it is longer and ends a sentence
SENTENCE_ENDS = ("。", "！", "？", ". ", "! ", "? ")
LEADERS = re.compile(r"(?:[.．…·‥]\s?){4,}")  # between an entry of a table of contents and its page
MOST_NUMBERS = 8  # of lines that a sentence lists
EXCERPT = 40
HINT = (
    "say what the line is under “structure” in {seed}/source.yaml: “paragraph: {line}” for text, “furniture: {line}” for none"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not add up, at a code-point offset of the capture, and what the editor can write."""

    at: int
    sentence: str
    hint: str = ""
    severity: str = "error"
    rule: str = "not-accounted"


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture with what its editor wrote; `starts` are the offsets of its lines but the first."""

    seed: str
    raw: str
    starts: tuple[int, ...]
    editor: Editor

    def line(self, at: int) -> int:
        """The line, from 1, of a code-point offset."""
        return bisect_right(self.starts, at) + 1

    def names(self, at: int, roles: Set[str]) -> bool:
        """Whether the editor gave one of these roles to the line of an offset."""
        return any((self.line(at), role) in self.editor.named for role in roles)

    def hint(self, at: int) -> str:
        return HINT.format(seed=f"seeds/{self.seed}", line=self.line(at))


def open_capture(seed: str, raw: str, folder: Any) -> Capture:
    """A capture with its lines and the records beside it."""
    starts = line_starts(raw)
    lines = [raw[start:end].rstrip("\r\n") for start, end in zip([0, *starts], [*starts, len(raw)], strict=True)]
    return Capture(seed, raw, tuple(starts), read_editor(folder, lines))


def check_runs(capture: Capture, ledger: Mapping[str, Any]) -> Iterator[Problem]:
    """A problem for each gap and overlap, each unknown rule, and each run that its rule does not allow."""
    at = 0
    for run in ledger["runs"]:
        if run["start"] != at:
            yield Problem(at, f"the ledger jumps from code point {at} to {run['start']}")
        at = run["end"]
        yield from _check_run(capture, run)
    if at != len(capture.raw) or ledger["characters"] != len(capture.raw):
        yield Problem(at, f"the ledger ends at code point {at} of {len(capture.raw)}")


def _check_run(capture: Capture, run: RunRecord) -> Iterator[Problem]:
    start, end, rule, text = run["start"], run["end"], run["rule"], capture.raw[run["start"] : run["end"]]
    shown = repr(text[:EXCERPT] + ("…" if len(text) > EXCERPT else ""))
    if start >= end or (run["fate"] == "kept") != (rule is None) or (run["fate"] == "removed") != (run["to"] is None):
        yield Problem(start, f"a run that was {run['fate']} has the rule {rule} and the place {run['to']}")
    elif run["fate"] == "removed" and not _removed(capture, rule, start, end):
        yield Problem(start, f"the rule “{rule}” may not remove {shown}", capture.hint(start))
    elif run["fate"] == "changed" and replacement(rule, text, capture.editor.language) is None:
        yield Problem(start, f"the rule “{rule}” may not change {shown}")
    elif rule == "correction" and not any(folded(text) in words for words in capture.editor.before):
        yield Problem(start, f"no correction of decisions.yaml quotes {shown}")


def _removed(capture: Capture, rule: str, start: int, end: int) -> bool:
    if may_remove(rule, capture.raw, start, end):
        return True
    if rule not in permissions():
        return False
    plain = unescape(capture.raw[start:end])  # a character that the capture writes as an entity, as &#42;
    if plain != capture.raw[start:end] and may_remove(rule, plain, 0, len(plain)):
        return True
    words = capture.raw[start:end].strip()
    return any(words and words in quoted for quoted in capture.editor.words) or _is_named(capture, rule, start, end)


def _is_named(capture: Capture, rule: str, start: int, end: int) -> bool:
    """Whether an editor named every line of `[start, end)` that is not blank."""
    pieces = lines_of(capture.raw, start, end)
    roles = FURNITURE | OF_ROLE.get(rule, set())
    return all(capture.names(at, roles) for at, to in pieces if not blank().fullmatch(capture.raw, at, to))


def check_open(capture: Capture, ledger: Mapping[str, Any]) -> Iterator[Problem]:
    """What rules without a form took out, where it reads like text and no editor named it: inside the body an error, between
    its first and its last block; above and below, where sites put other texts, a warning.
    """
    blocks = [run for run in ledger["runs"] if run["to"] and "block" in run["to"]]
    first, last = (blocks[0]["start"], blocks[-1]["end"]) if blocks else (0, len(capture.raw))
    found = [
        (run["rule"], at, to)
        for run in ledger["runs"]
        if run["fate"] == "removed" and run["rule"] in permissions() and permissions()[run["rule"]].open
        for at, to in lines_of(capture.raw, run["start"], run["end"])
        if run["rule"] != "correction" and _reads_like_text(capture.raw[at:to]) and not capture.names(at, FURNITURE)
    ]
    inside = [each for each in found if first <= each[1] < last]
    outside = [each for each in found if each not in inside]
    for lines, place, severity in ((inside, "inside the body", "error"), (outside, "outside the body", "warning")):
        if lines:
            yield _taken_out(capture, lines, place, severity)


def _taken_out(capture: Capture, found: Sequence[tuple[str, int, int]], where: str, severity: str) -> Problem:
    """One problem for all lines that read like text: how many, by which rules, and what an editor can write of them."""
    count = Counter(rule for rule, _, _ in found)
    rules = ", ".join(f"“{rule}” {number}" for rule, number in sorted(count.items()))
    numbers = [str(capture.line(at)) for _, at, _ in found]
    shown = ", ".join(numbers[:MOST_NUMBERS]) + (" …" if len(numbers) > MOST_NUMBERS else "")
    lost = sum(to - at for _, at, to in found)
    sentence = (
        f"{lost} characters that read like text were taken out {where}, in {len(found)} lines ({rules}): raw lines {shown}"
    )
    hint = HINT.format(
        seed=f"seeds/{capture.seed}", line=", ".join(numbers) if len(numbers) == 1 else f"[{', '.join(numbers)}]"
    )
    return Problem(found[0][1], sentence, hint, severity, "removed-text")


def _reads_like_text(line: str) -> bool:
    text = line.strip()
    text = LEADERS.sub("", text)
    return len(text) > LONGEST_ASIDE and any(end in text + " " for end in SENTENCE_ENDS)
