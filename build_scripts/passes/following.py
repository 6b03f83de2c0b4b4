"""Published ids follow their words: each is looked for by what it named, wherever that stands now.

In turn: the same words, then words of which most are the same, each first among the ids that are in use and then among those
that were retired. Two blocks made of one leave it to the one that holds more of its words, and of two made into one the
larger gives its id. What was published is never given to other words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model import Anchor
from build_scripts.seed.history.anchors import digest
from build_scripts.text.likeness import FIRST, WIDTH, near, runs_of, tokens

KIND = re.compile(r"[a-z-]*[a-z]")
# A paragraph keeps its id with a quarter of its words, as long as these are a fifth of it. Paragraphs about one thing share a
# twelfth of their runs on the whole (seeds/), a text of which every fifth word was changed keeps a half of them.
LEAST, LEAST_OF_NEW = 0.25, 0.2
# Words that have become a block of another kind, or that come back, are to be surer.
LEAST_CHANGED = 0.5
# Of a dozen words four fifths of the characters must be the same, or nearly: two of five such changes are a fifth each.
LEAST_OF_SHORT = 0.75


@dataclass(frozen=True, slots=True)
class Part:
    """A block or note as it comes: the id that its place alone would give it, and its text."""

    id: str
    text: str

    @property
    def kind(self) -> str:
        return kind_of(self.id)


def kind_of(name: str) -> str:
    """What an id says of the kind of its block.

    >>> kind_of("p12"), kind_of("p2a"), kind_of("author-note"), kind_of("caption2")
    ('p', 'p', 'author-note', 'caption')
    """
    match = KIND.match(name)
    return match[0] if match else ""


def follow(anchors: Sequence[Anchor], parts: Sequence[Part]) -> dict[int, Anchor]:
    """The anchors whose words stand among the parts, by the index of the part."""
    found: dict[int, Anchor] = {}
    taken: set[str] = set()

    def take(pairs: Iterable[tuple[int, Anchor]]) -> None:
        for index, anchor in pairs:
            if index not in found and anchor.id not in taken:
                found[index] = anchor
                taken.add(anchor.id)

    live = [each for each in anchors if each.target is None]
    retired = [each for each in anchors if each.target is not None]
    take(_same(live, parts, lambda name: name))
    take(_same(_without(live, taken), parts, _sort_of))
    take(_same(_without(retired, taken), parts, _sort_of))
    order = {each.id: at for at, each in enumerate(anchors)}
    for some, of_old, of_new in ((live, LEAST, LEAST_OF_NEW), (retired, LEAST_CHANGED, LEAST_CHANGED)):
        left = {index: part for index, part in enumerate(parts) if index not in found}
        pairs = _near(_without(some, taken), left, of_old, of_new)
        take((index, each) for _, index, each in sorted(pairs, key=lambda pair: (-pair[0], abs(order[pair[2].id] - pair[1]))))
    # Of an older lock only digests are known, of texts after the editor's corrections, which are still to come.
    by_place = {part.id: index for index, part in enumerate(parts)}
    take((by_place[each.id], each) for each in _without(live, taken) if each.size < 0 and each.id in by_place)
    return found


def _without(anchors: Iterable[Anchor], taken: set[str]) -> list[Anchor]:
    return [each for each in anchors if each.id not in taken]


def _sort_of(kind: str) -> str:
    """Blocks can become each other; a note is nothing else."""
    return kind if kind == "n" else ""


def _same(anchors: Sequence[Anchor], parts: Sequence[Part], sort: Callable[[str], str]) -> Iterator[tuple[int, Anchor]]:
    """Pairs of the same words. Words that stand several times go between those around them, else in their order."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        places[sort(part.kind), digest(part.text)].append(index)
    keys = [(sort(kind_of(each.id)), each.digest) for each in anchors]
    count = Counter(keys)
    single = {key: places[key][0] for key in count if count[key] == 1 == len(places.get(key, ()))}
    above = [len(parts)] * (len(keys) + 1)
    for at in range(len(keys) - 1, -1, -1):
        above[at] = single.get(keys[at], above[at + 1])
    last = -1
    for key, anchor, high in zip(keys, anchors, above[1:], strict=True):
        free = places.get(key, [])
        between = next((each for each in free if last < each < high), -1)
        index = single.get(key, between)
        if index >= 0:
            free.remove(index)
            last = index
            yield index, anchor
    yield from (
        (index, anchor) for key, anchor in zip(keys, anchors, strict=True) if key not in single for index in places.get(key, ())
    )


def _near(
    anchors: Sequence[Anchor], parts: Mapping[int, Part], of_old: float, of_new: float
) -> Iterator[tuple[float, int, Anchor]]:
    """Pairs that share enough words, each with how many tokens it shares."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, anchor in enumerate(anchors):
        for start in range(0, len(anchor.sample), WIDTH):
            holders[anchor.sample[start : start + WIDTH]].append(at)
    for index, part in parts.items():
        words = tokens(part.text)
        hits = Counter(at for run in set(runs_of(words)) for at in holders.get(run, ()))
        shares = {at: count * WIDTH / len(anchors[at].sample) for at, count in hits.items()}
        shares |= _short(anchors, words)
        for at, share in shares.items():
            anchor = anchors[at]
            least = of_old if kind_of(anchor.id) == part.kind else max(of_old, LEAST_CHANGED)
            alike = _sort_of(kind_of(anchor.id)) == _sort_of(part.kind)
            if alike and share >= least and share * anchor.size >= of_new * len(words):
                yield share * anchor.size, index, anchor


def _short(anchors: Sequence[Anchor], words: list[str]) -> dict[int, float]:
    """The anchors of short texts that are near to one: of few words a single change touches most runs."""
    if len(words) > 2 * FIRST:
        return {}
    text = "".join(words)
    found = {at: near(each.words, text) for at, each in enumerate(anchors) if 0 < each.size <= FIRST}
    return {at: share for at, share in found.items() if share >= LEAST_OF_SHORT}
