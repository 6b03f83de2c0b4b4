"""The list under a paragraph: who takes its words, or whose words it takes, how faithfully, and the way there.

A `<details>` element: complete without JavaScript, at the end of its paragraph; the stylesheet makes a panel of it.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import assert_never

from build_scripts.edition import shown_language, title_of
from build_scripts.links.model import ChangeKind, Link, LinkType, Span
from build_scripts.model import Document
from build_scripts.writers.markdown import element
from build_scripts.writers.network import Ends, Network
from build_scripts.writers.wording import say


def witness_list(network: Network, document: Document, block: str, tree: str) -> str:
    """The list of a block's links in HTML on one line; empty where it has none."""
    leaving = network.leaving.get((document.id, block), [])
    arriving = network.arriving.get((document.id, block), [])
    if not leaving and not arriving:
        return ""
    summary = element("summary", escape(_summary(leaving, arriving, tree)))
    entries = [_entry(network, number, link, link.source, tree) for number, link in arriving]
    entries += [_entry(network, number, link, link.target, tree) for number, link in leaving]
    attrs = {"class_": "dz-links", "name": "dz-links", "id": f"links-{block}", "lang": tree}
    return element("details", summary + element("ol", "".join(entries)), **attrs)


def _summary(leaving: list[Ends], arriving: list[Ends], tree: str) -> str:
    """How many texts take words of this block, and how many passages it takes."""
    taking = {link.source.document for _, link in arriving if link.type is not LinkType.SAME_WORDING}
    taken = [link for _, link in leaving if link.type is not LinkType.SAME_WORDING]
    same = len(leaving) + len(arriving) - len(taken) - sum(link.type is not LinkType.SAME_WORDING for _, link in arriving)
    said = [_count("quoted-by", len(taking), tree)] if taking else []
    said += [_count("takes", len(taken), tree)] if taken else []
    said += [_count("same", same, tree)] if same else []
    return (" · " if tree == "en" else "；").join(said)


def _count(key: str, number: int, tree: str) -> str:
    plural = "" if number == 1 else "-many"
    return say(key + plural, tree).format(number)


def _entry(network: Network, number: int, link: Link, there: Span, tree: str) -> str:
    """One link: the other text, what kind of link and how faithful, the words with their differences, the English."""
    other = network.documents[there.document]
    to = element("a", escape(title_of(other, tree)), href=network.url(there, number), class_="dz-to")
    kind = element("span", escape(describe(link, tree)), class_="dz-kind")
    words = element("q", collated(network, link, tree), lang=_language(network, link.source, tree), class_="dz-words")
    parts = [to, kind, words]
    if there is link.target:
        parts.append(element("q", escape(network.text(link.target, tree)), lang=_language(network, link.target, tree),
                             class_="dz-words dz-theirs"))  # fmt: skip
    english = network.official_english(link.target) if tree == "en" and network.from_speech(link) else ""
    if english:
        label = element("span", escape(say("official-english", tree)), class_="dz-kind")
        parts.append(element("div", label + element("q", escape(english), lang="en"), class_="dz-official"))
    return element("li", "".join(parts), class_=f"dz-entry dz-{link.type}")


def describe(link: Link, tree: str) -> str:
    """The type of a link and its fidelity, in words."""
    kind = say(f"link-{link.type}", tree)
    return f"{kind} · {say(f'fidelity-{link.fidelity}', tree)}" if link.fidelity else kind


def _language(network: Network, span: Span, tree: str) -> str:
    return shown_language(network.documents[span.document].source.language, tree)


def collated(network: Network, link: Link, tree: str) -> str:
    """The words of the text that takes, with what it changed: added words, words left out, another region's words."""
    source, target = link.source, link.target
    out, at = [], source.start
    for change in link.changes:
        out.append(escape(network.text(replace(source, start=at, end=change.start), tree)))
        here = escape(network.text(replace(source, start=change.start, end=change.end), tree))
        there = escape(network.text(replace(target, start=change.to_start, end=change.to_end), tree))
        out.append(changed_words(change.kind, here, there, tree))
        at = change.end
    return "".join([*out, escape(network.text(replace(source, start=at), tree))])


def changed_words(kind: ChangeKind, here: str, there: str, tree: str) -> str:
    """One difference as HTML: `here` the words of the text that takes, `there` those of the other, both escaped."""
    added = element("ins", here, title=say("change-inserted", tree))
    left_out = element("del", there, title=say("change-omitted", tree))
    match kind:
        case ChangeKind.INSERTED:
            return added
        case ChangeKind.OMITTED:
            return left_out
        case ChangeKind.REPLACED:
            return left_out + added
        case ChangeKind.REGIONAL:
            return f'<span class="dz-regional" title="{there}">{here}</span>'
        case ChangeKind.SCRIPT | ChangeKind.PUNCTUATION:
            return here
        case _:
            assert_never(kind)
