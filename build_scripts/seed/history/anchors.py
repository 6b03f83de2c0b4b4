"""Published ids are permanent: `anchors.lock` holds, for each one, what its words are known by; see `passes/following.py`.

    # comment
    speech#p1 5d293af6f0cb9bac 295 海洋经济是今后的大事各 Ab3xY9…
    speech#p2 aedffb93a9d98160 133 各位先生今天我们在这里 q0Zt7k… -> speech#p1
    speech#p3 2bed57e251bd0dc2 298 灯塔与港口自古相依为命 8uHw_e… -> gone

A line is an id, the digest of its words, their number, the first of them, samples of them and, where the words stand under
this id no longer, where they went. The lines follow the text. A line of an id and a digest alone is from an older program.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import GONE, Anchor, Place, Retired, Witness
from build_scripts.seed.history.lock_lines import parse_lines, read_lines
from build_scripts.text.likeness import first_words, runs_of, sample, share, tokens

NAME = "anchors.lock"
HEAD = "# Published ids: digest of the words, how many, the first of them, samples. Written by “build”; keep it in git.\n"
LINE = re.compile(
    r"(?P<document>[a-z0-9-]+)#(?P<id>[a-z0-9-]+) (?P<digest>[0-9a-f]{16})"
    r"(?: (?P<size>[0-9]{1,7}) (?P<words>[^\s>]+) (?P<sample>-|(?:[A-Za-z0-9_-]{3})+))?"
    r"(?: -> (?P<target>gone|[a-z0-9-]+#[a-z0-9-]+))?"
)
HELD = 0.5  # the least share of its words by which an id leads to another block
HINT = "restore the text, or let the id go with “build --accept-anchors”: the page then says that the text is no longer in it"
DOUBT = "if it is another text, write “-> gone” behind this line: the text gets an id of its own, and this one names it no more"


def digest(text: str) -> str:
    """A hash of what a text says: of its letters and digits, so that spacing and punctuation may change."""
    letters = "".join(char for char in text if char.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:16]


@lru_cache(maxsize=100_000)  # asked for when ids are settled, and when they are saved
def anchor_of(document: str, name: str, text: str) -> Anchor:
    """What the lock file holds of a block or note."""
    words = tokens(text)
    return Anchor(document, name, digest(text), len(words), sample(text), first_words(words))


def format_lock(anchors: Iterable[Anchor]) -> str:
    """The file's text: one id a line."""
    return HEAD + "".join(map(_line, anchors))


def _line(anchor: Anchor) -> str:
    known = f" {anchor.size} {anchor.words or '-'} {anchor.sample or '-'}" if anchor.size >= 0 else ""
    return f"{anchor.name} {anchor.digest}{known}{f' -> {anchor.target}' if anchor.target else ''}\n"


def parse_lock(text: str, shown: str) -> tuple[Anchor, ...]:
    """The ids that a lock file holds. Raises BadInput: bad-lock, for a line that is none and for an id that stands twice."""
    return tuple(parse_lines(text, shown, LINE, _anchor, _stands_twice, "an id and what its words are known by"))


def _stands_twice(first: Anchor, second: Anchor) -> tuple[str, str]:
    if first.digest == second.digest:
        return f"“{first.name}” stands twice, in line {first.line} and here", "take one of the two lines out"
    hint = "keep the line that was published first and take the other out; its text gets an id of its own"
    return f"“{first.name}” stands for two texts, in line {first.line} and here", hint


def _anchor(match: re.Match[str], line: int) -> Anchor:
    size = -1 if match["size"] is None else int(match["size"])
    sample, words = ("" if each in (None, "-") else each for each in (match["sample"], match["words"]))
    return Anchor(match["document"], match["id"], match["digest"], size, sample, words, match["target"], line)


def read_lock(folder: Path) -> str:
    """The text of a seed's lock file, empty where there is none. Raises BadInput: bad-lock, unreadable, undecodable."""
    return read_lines(folder / NAME, shown_lock(folder))


def shown_lock(folder: Path) -> str:
    return f"seeds/{folder.name}/{NAME}"


def next_anchors(witness: Witness) -> tuple[Anchor, ...]:
    """What the lock file is to hold: every block and note as it stands now, and every id that once was.

    An id whose words stand under another one leads there, else it is gone; each stays behind the one it stood behind.
    """
    texts = {(each.id, part.id): part.text.text for each in witness.documents for part in each.parts}
    now = {f"{document}#{name}": anchor_of(document, name, text) for (document, name), text in texts.items()}
    lost = [each for each in witness.source.anchors if each.name not in now]
    before = {each.name: each.digest for each in witness.source.anchors}
    changed = [each for name, each in now.items() if lost and each.digest != before.get(name)]
    runs = {each.name: set(runs_of(tokens(texts[each.document, each.id]))) for each in changed}
    kept = {each.name: each if each.target else replace(each, target=_successor(each, now, runs)) for each in lost}
    return tuple(_in_order(now, kept, [each.name for each in witness.source.anchors]))


def _successor(lost: Anchor, now: Mapping[str, Anchor], runs: Mapping[str, Collection[str]]) -> str:
    """Under which name the words of a lost id stand now: the same words, or most of them in a text that has changed; of
    several the one that holds least else.
    """
    same = next((name for name, each in now.items() if lost.sample and each.digest == lost.digest), "")
    held = [(round(share(lost.sample, found), 1), -now[name].size, name) for name, found in runs.items()]
    best = max(held, default=(0.0, 0, ""))
    return same or (best[2] if best[0] >= HELD else GONE)


def _in_order(now: Mapping[str, Anchor], kept: Mapping[str, Anchor], before: Sequence[str]) -> Iterator[Anchor]:
    behind: dict[str, list[Anchor]] = {}
    last = ""
    for name in before:
        if name in kept:
            behind.setdefault(last, []).append(kept[name])
        else:
            last = name
    yield from behind.get("", ())
    for name, anchor in now.items():
        yield anchor
        yield from behind.get(name, ())


def settle_anchors(witness: Witness) -> tuple[Witness, list[Diagnostic]]:
    """The witness with the ids that its documents once had, and what there is to say of published ids.

    `anchor-changed` is an error where the words of one are gone, `anchor-doubtful` a warning where less than half of them is
    left.
    """
    after = {each.name: each for each in next_anchors(witness)}
    retired = {each.id: tuple(_retired(each.id, after)) for each in witness.documents}
    documents = tuple(replace(each, retired=retired[each.id]) for each in witness.documents)
    return replace(witness, documents=documents), list(_said(witness, after))


def _retired(document: str, after: Mapping[str, Anchor]) -> Iterator[Retired]:
    for anchor in after.values():
        if anchor.document == document and anchor.target is not None:
            last = anchor
            for _ in after:  # of ids that lead to ids that lead on; not for ever
                last = after.get(last.target or "", last)
            yield Retired(anchor.id) if last.target else Retired(anchor.id, last.document, last.id)


def _said(witness: Witness, after: Mapping[str, Anchor]) -> Iterator[Diagnostic]:
    texts = {f"{each.id}#{part.id}": part.text.text for each in witness.documents for part in each.parts}
    for anchor in (each for each in witness.source.anchors if each.target is None):
        place = Place(shown_lock(witness.source.folder), anchor.line)
        words = f" (“{anchor.words}…”)" if anchor.words else ""
        if after[anchor.name].target == GONE or (anchor.size < 0 and after[anchor.name].digest != anchor.digest):
            sentence = f"the words of the published id “{anchor.name}”{words} are gone"
            yield Diagnostic(place, "anchor-changed", sentence, HINT)
        elif anchor.name in texts and anchor.sample and after[anchor.name].digest != anchor.digest:
            left = share(anchor.sample, set(runs_of(tokens(texts[anchor.name]))))
            if left < HELD:
                sentence = f"“{anchor.name}” is taken for the text of that id{words}, of which {left:.0%} is left"
                yield Diagnostic(place, "anchor-doubtful", sentence, DOUBT, "warning")
