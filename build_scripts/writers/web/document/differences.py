"""Differences between the words of two texts as HTML: in place, one by one in a strip, and what their marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import assert_never

from build_scripts.links.model import ChangeKind, Fidelity, TextLink
from build_scripts.views.tree import Tree
from build_scripts.views.witnesses import LinkPart
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.links import address

# What is told of words that one text alone has, by whether it takes the other's words.
SIDES = {True: {"ins": "change-inserted", "del": "change-omitted"}, False: {"ins": "only-here", "del": "only-there"}}
SHOWN = (ChangeKind.INSERTED, ChangeKind.OMITTED, ChangeKind.REPLACED, ChangeKind.REGIONAL)


def legend(tree: Tree, links: Iterable[TextLink]) -> str:
    """What the marks in these links' words mean, in one line; empty where nothing is marked."""
    changes = {(link.type.takes, change.kind) for link in links for change in link.changes}
    kinds = {kind for _, kind in changes}
    taking = all(takes for takes, kind in changes if kind.substantive)
    marks = [
        ("ins", {ChangeKind.INSERTED, ChangeKind.REPLACED}),
        ("del", {ChangeKind.OMITTED, ChangeKind.REPLACED}),
    ]
    samples = [element(tag, escape(tree.say(SIDES[taking][tag]))) for tag, those in marks if kinds & those]
    if ChangeKind.REGIONAL in kinds:
        samples.append(element("span", escape(tree.say("difference-regional")), class_="dz-regional"))
    return element("p", " ".join(samples), class_="dz-legend") if samples else ""


def describe(tree: Tree, link: TextLink) -> str:
    """The type of a link and its fidelity, in words."""
    kind = tree.say(f"link-{link.type}")
    fidelity = link.fidelity.value
    if link.fidelity is Fidelity.REGIONAL_WORDING and tree.edition.has_made_wording(link.target.document):
        fidelity = "page-wording"
    return f"{kind} · {tree.say(f'fidelity-{fidelity}')}"


def collated(tree: Tree, link: TextLink) -> str:
    """The words of the text that takes, with what it changed: added words, words left out, another region's words."""
    source, target = link.source, link.target
    out, at = [], source.start
    for change in link.changes:
        out.append(escape(tree.text(replace(source, start=at, end=change.start))))
        here = escape(tree.text(replace(source, start=change.start, end=change.end)))
        far_words = escape(tree.text(replace(target, start=change.to_start, end=change.to_end)))
        out.append(changed_words(tree, change.kind, here, far_words, link.type.takes))
        at = change.end
    return "".join([*out, escape(tree.text(replace(source, start=at)))])


def changed_words(tree: Tree, kind: ChangeKind, here: str, far_words: str, taking: bool = True) -> str:
    """One difference as HTML: `here` the words of the text that takes, `there` those of the other, both escaped. Where it
    takes none, as where two texts only have the same wording, nobody added or left out anything."""
    added = element("ins", here, title=tree.say(SIDES[taking]["ins"]))
    left_out = element("del", far_words, title=tree.say(SIDES[taking]["del"]))
    match kind:
        case ChangeKind.INSERTED:
            return added
        case ChangeKind.OMITTED:
            return left_out
        case ChangeKind.REPLACED:
            return left_out + added
        case ChangeKind.REGIONAL:
            return f'<span class="dz-regional" title="{far_words}">{here}</span>'
        case ChangeKind.SCRIPT | ChangeKind.PUNCTUATION:
            return here
        case _:
            assert_never(kind)


def strip(tree: Tree, parts: Iterable[LinkPart]) -> str:
    """Every change that is made of a sentence, each once, by the other texts that make it; empty where none makes any."""
    found: dict[tuple[ChangeKind, str, str, str], dict[str, LinkPart]] = {}
    for part in parts:
        for key in _changes(tree, part.link) if part.link.type.takes else ():
            found.setdefault(key, {}).setdefault(part.link.source.document, part)
    by_makers: dict[tuple[str, ...], list[tuple[ChangeKind, str, str, str]]] = {}
    for key, makers in found.items():
        by_makers.setdefault(tuple(makers), []).append(key)
    items = [
        element("li", " ".join([*map(_variant, keys), _makers(tree, list(found[keys[0]].values()))]))
        for keys in by_makers.values()
    ]
    return element("ul", "".join(items), class_="dz-variants", aria_label=tree.say("variants")) if items else ""


def _changes(tree: Tree, link: TextLink) -> Iterator[tuple[ChangeKind, str, str, str]]:
    """`(kind, words taken, words put there, language)` of each change that a reader is shown."""
    for change in link.changes:
        if change.kind in SHOWN:
            far_words = tree.text(replace(link.target, start=change.to_start, end=change.to_end))
            here = tree.text(replace(link.source, start=change.start, end=change.end))
            yield change.kind, far_words, here, tree.language(link.source)


def _variant(key: tuple[ChangeKind, str, str, str]) -> str:
    """A change as a sign and its words: `+` put in, `−` left out, `→` the one for the other."""
    _, far_words, here, language = key
    before, after = element("del", escape(far_words)), element("ins", escape(here))
    change = f"{before}→{after}" if far_words and here else f"+{after}" if here else f"−{before}"
    return element("span", change, lang=language)


def _makers(tree: Tree, parts: list[LinkPart]) -> str:
    """The other texts that make a change, each a way to the words there."""
    names = [
        element(
            "a",
            escape(tree.document(part.link.source.document).short),
            href=address(tree.edition, part.link.source, part.named.name),
        )
        for part in parts
        if part.far == part.link.source
    ]
    return escape(tree.say("list-within")).join(names)
