"""The names of links: a published one stays with its link, a new one follows from what it joins, and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import count

from build_scripts.links.model import Link, Span, TextLink
from build_scripts.model import Document
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.history.link_lock import LockedLink

LETTERS = "bcdfghjkmnpqrstvwxz"  # no vowels, so that no name is a word
LENGTH = 6  # of a name; among a thousand links two have the same with a chance of 1 in 90
DIGEST = 8


def name_links(documents: Iterable[Document], links: Sequence[Link], locked: Sequence[LockedLink]) -> list[LockedLink]:
    """Each link with its name, in order. A link is the published one that joins the same words; of two blocks that are joined
    as often as before, the one that has half of its words, or stands at its place among the others.
    """
    texts, moved = _texts(documents)
    known = [_led_on(each, moved) for each in locked]
    asked = [_unnamed(link, texts) for link in links]
    names: dict[int, str] = {}
    free = {each.name: each for each in known}
    keys: tuple[Callable[[LockedLink], tuple[str, ...]], ...] = (
        lambda each: (*each.ends, each.words, each.target_words),
        lambda each: (*each.ends, each.words),
        lambda each: (*each.ends, "", each.target_words),
    )
    for key in keys:
        for index, name in _pairs(asked, free, names, key, equal=False):
            names[index] = free.pop(name).name
    for index, name in _pairs(asked, free, names, lambda each: each.ends, equal=True):
        names[index] = free.pop(name).name
    used = {each.name for each in locked}
    for index, each in enumerate(asked):
        if index not in names:
            names[index] = _new_name(each, used)
            used.add(names[index])
    return [LockedLink(names[index], *_fields(each)) for index, each in enumerate(asked)]


def keep_links(named: Sequence[LockedLink], locked: Sequence[LockedLink]) -> list[LockedLink]:
    """What the lock is to hold: the links as they are named now, and each that is gone behind the one it stood behind."""
    now = {each.name for each in named}
    behind: dict[str, list[LockedLink]] = defaultdict(list)
    last = ""
    for each in locked:
        if each.name in now:
            last = each.name
        else:
            behind[last].append(each)
    return [*behind[""], *(kept for each in named for kept in (each, *behind[each.name]))]


def _texts(documents: Iterable[Document]) -> tuple[dict[str, str], dict[str, str]]:
    """The texts by `document#block`, and where the blocks that are retired lead."""
    texts: dict[str, str] = {}
    moved: dict[str, str] = {}
    for document in documents:
        texts |= {f"{document.id}#{part.id}": part.text.text for part in document.parts}
        moved |= {f"{document.id}#{each.id}": f"{each.document}#{each.target}" for each in document.retired if each.target}
    return texts, moved


def retired_names(
    documents: Iterable[Document], named: Sequence[LockedLink], locked: Sequence[LockedLink]
) -> dict[str, list[str]]:
    """The names of published links between texts that are no more, by the block at either end, as `document#block`."""
    texts, moved = _texts(documents)
    now = {each.name for each in named}
    found: dict[str, list[str]] = defaultdict(list)
    for each in (_led_on(link, moved) for link in locked if link.name not in now and link.name.startswith("l")):
        for end in dict.fromkeys(each.ends):
            if end in texts:
                found[end].append(each.name)
    return dict(found)


def _led_on(link: LockedLink, moved: Mapping[str, str]) -> LockedLink:
    source, target = (moved.get(end, end) for end in link.ends)
    return LockedLink(link.name, source, link.words, target, link.target_words)


def _unnamed(link: Link, texts: Mapping[str, str]) -> LockedLink:
    """A link as the lock has it, with the letter of its kind for a name."""
    source, words = _end(link.source, texts)
    if isinstance(link, TextLink):
        return LockedLink("l", source, words, *_end(link.target, texts))
    return LockedLink("c", source, words, link.work, "-")


def _end(span: Span, texts: Mapping[str, str]) -> tuple[str, str]:
    place = f"{span.document}#{span.block}"
    return place, digest(texts[place][span.start : span.end])[:DIGEST]


def _fields(link: LockedLink) -> tuple[str, str, str, str]:
    return link.source, link.words, link.target, link.target_words


def _pairs(
    asked: Sequence[LockedLink],
    free: Mapping[str, LockedLink],
    names: Mapping[int, str],
    key: Callable[[LockedLink], tuple[str, ...]],
    equal: bool,
) -> list[tuple[int, str]]:
    """The indexes of links without a name and the free names that have the same key, in order; with `equal` only where there
    are as many of these as of those.
    """
    ours: dict[tuple[str, ...], list[int]] = defaultdict(list)
    theirs: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for index, each in enumerate(asked):
        if index not in names:
            ours[key(each)].append(index)
    for name, each in free.items():
        theirs[key(each)].append(name)
    both = [(ours[each], theirs[each]) for each in ours if each in theirs]
    return [pair for left, right in both if not equal or len(left) == len(right) for pair in zip(left, right, strict=False)]


def _new_name(link: LockedLink, used: set[str]) -> str:
    """A name that none has had, from what the link joins."""
    names = (link.name + _letters(f"{' '.join(_fields(link))} {again}") for again in count())
    return next(name for name in names if name not in used)


def _letters(text: str) -> str:
    number = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))
