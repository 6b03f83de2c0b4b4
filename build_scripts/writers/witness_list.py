"""The list under a paragraph: who takes its words, or whose words it takes, how faithfully, and the way there.

A `<details>` element: complete without JavaScript, at the end of its paragraph; the stylesheet makes a panel of it. Its id stands
inside it, since a browser opens the `<details>` around what an address leads to, but not one that the address names itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import assert_never

from build_scripts.edition import shown_language, title_of
from build_scripts.links.model import ChangeKind, Link, LinkType, Span
from build_scripts.model import Block, Document
from build_scripts.writers.markdown import element
from build_scripts.writers.network import Ends, Network
from build_scripts.writers.page import Page
from build_scripts.writers.wording import say

WHOLE = 0.8  # the share of a paragraph from which a link takes all of it


def witness_lists(page: Page, *blocks: Block) -> list[str]:
    """The lists of links of these blocks, those that have one."""
    lists = (witness_list(page.network, page.document, block.id, page.tree) for block in blocks)
    return [each for each in lists if each]


def witness_list(network: Network, document: Document, block: str, tree: str) -> str:
    """The list of a block's links in HTML on one line; empty where it has none.

    It holds no `div`: a Markdown block around it would take that element's end for its own.
    """
    leaving = network.leaving.get((document.id, block), [])
    arriving = network.arriving.get((document.id, block), [])
    if not leaving and not arriving:
        return ""
    said = _summary(leaving, arriving, tree)
    sign = element("span", _sign(leaving, arriving), class_="dz-sign", aria_hidden="true")
    ends = [(number, link, link.source) for number, link in arriving] + [(number, link, link.target) for number, link in leaving]
    before = ["", *(there.document for _, _, there in ends)]
    entries = [
        _entry(network, number, link, there, there.document == name, tree)
        for name, (number, link, there) in zip(before, ends, strict=False)
    ]
    panel = element("ol", "".join(entries)) + legend((link for _, link in [*arriving, *leaving]), tree)
    return element(
        "details",
        element("summary", sign + element("span", escape(said), class_="dz-said"))
        + element("section", panel, class_="dz-panel", id=f"links-{block}", aria_label=said),
        class_="dz-links", name="dz-links", lang=tree, data_close=say("close", tree),
    )  # fmt: skip


def _sign(leaving: list[Ends], arriving: list[Ends]) -> str:
    """For the margin: how many texts take words of this block, how many passages it takes."""
    texts = len({link.source.document for _, link in arriving})
    return " ".join(f"{arrow}{count}" for arrow, count in (("←", texts), ("→", len(leaving))) if count)


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


def _entry(network: Network, number: int, link: Link, there: Span, again: bool, tree: str) -> str:
    """One link: the other text (`again` if the entry before named it), what kind of link and how faithful, the words with their differences, the English."""
    title = say("again", tree) if again else title_of(network.documents[there.document], tree)
    to = element("a", escape(title), href=network.url(there, number), class_="dz-to")
    kind = element("span", escape(describe(link, tree)), class_="dz-kind")
    parts = [element("p", f"{to} {kind}", class_="dz-witness"), *_versions(network, link, there is link.target, tree)]
    if tree == "en" and _needs_english(network, link, there):
        label = element("span", escape(say("official-english", tree)), class_="dz-kind")
        parts.append(element("p", label + element("q", escape(network.official_english(link.target)), lang="en"), class_="dz-official"))
    return element("li", "".join(parts), class_=f"dz-entry dz-{link.type}", data_to=str(number))


def _versions(network: Network, link: Link, outward: bool, tree: str) -> Iterator[str]:
    """The words that the link takes; on their own page also as they stand there, where that shows a difference."""
    here, there = network.text(link.source, tree), network.text(link.target, tree)
    labelled = outward and here != there
    yield _words("here" if labelled else "", collated(network, link, tree), _language(network, link.source, tree), tree)
    if labelled:
        yield _words("there", escape(there), _language(network, link.target, tree), tree)


def _words(key: str, markup: str, language: str, tree: str) -> str:
    label = element("span", escape(say(key, tree)), class_="dz-kind") + " " if key else ""
    return element("p", label + element("q", markup, lang=language, class_="dz-words"), class_="dz-version")


def _needs_english(network: Network, link: Link, there: Span) -> bool:
    """Official English helps with words of the speech; not where its whole paragraph stands translated on the same page."""
    if not network.from_speech(link) or not network.official_english(link.target):
        return False
    return there is link.target or link.target.end - link.target.start < WHOLE * len(network.whole(link.target))


def legend(links: Iterable[Link], tree: str) -> str:
    """What the marks in these links' words mean, in one line; empty where nothing is marked."""
    kinds = {kind for link in links for kind in (change.kind for change in link.changes)}
    marks = [("ins", "change-inserted", {ChangeKind.INSERTED, ChangeKind.REPLACED}),
             ("del", "change-omitted", {ChangeKind.OMITTED, ChangeKind.REPLACED})]  # fmt: skip
    said = [element(tag, escape(say(key, tree))) for tag, key, those in marks if kinds & those]
    if ChangeKind.REGIONAL in kinds:
        said.append(element("span", escape(say("difference-regional", tree)), class_="dz-regional"))
    return element("p", " ".join(said), class_="dz-legend") if said else ""


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
