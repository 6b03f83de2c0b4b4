"""The list under a paragraph: who takes its words, or whose words it takes, how faithfully, and the way there.

A `<details>` element: complete without JavaScript, at the end of its paragraph; the stylesheet makes a panel of it. Its id
stands inside it: a browser opens the `<details>` around what an address leads to, but not one that the address names itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import assert_never

from build_scripts.edition.numbering import NamedLink
from build_scripts.links.model import ChangeKind, Fidelity, LinkType, Span, TextLink
from build_scripts.views.spans import block_text
from build_scripts.views.tree import Tree
from build_scripts.writers.web.elements import element, who_and_title
from build_scripts.writers.web.links import NamedLinks, address, arriving, leaving

# What is told of words that one text alone has, by whether it takes the other's words.
SIDES = {True: {"ins": "change-inserted", "del": "change-omitted"}, False: {"ins": "only-here", "del": "only-there"}}
WHOLE = 0.8  # the share of a paragraph from which a link takes all of it


def witness_list(tree: Tree, document: str, block: str) -> Iterator[str]:
    """The list of a block's links in HTML; nothing where it has none."""
    out, into = leaving(tree.edition, document, block), arriving(tree.edition, document, block)
    if not out and not into:
        return
    summary = _summary(tree, out, into)
    sign = element("span", _sign(out, into), class_="dz-sign", aria_hidden="true")
    ends = [(each, each.link.source) for each in into] + [(each, each.link.target) for each in out]
    before = ["", *(far_end.document for _, far_end in ends)]
    entries = [
        _entry(tree, each, far_end, far_end.document == name) for name, (each, far_end) in zip(before, ends, strict=False)
    ]
    panel = element("ol", "".join(entries)) + legend(tree, [each.link for each in (*into, *out)])
    yield element(
        "details",
        element("summary", sign + element("span", escape(summary), class_="dz-said"))
        + element("section", panel, class_="dz-panel", id=f"links-{block}", aria_label=summary),
        class_="dz-links",
        name="dz-links",
        lang=tree.code,
        data_close=tree.say("close"),
    )


def _sign(out: NamedLinks, into: NamedLinks) -> str:
    """For the margin: how many texts take words of this block, how many passages it takes."""
    texts = len({each.link.source.document for each in into})
    return " ".join(f"{arrow}{count}" for arrow, count in (("←", texts), ("→", len(out))) if count)


def _summary(tree: Tree, out: NamedLinks, into: NamedLinks) -> str:
    """How many texts take words of this block, and how many passages it takes."""
    types = [each.link.type for each in (*into, *out)]
    counts = {
        "quoted-by": len({each.link.source.document for each in into if each.link.type.takes}),
        "takes": sum(each.link.type.takes for each in out),
        "echoes": types.count(LinkType.ECHO),
        "same": types.count(LinkType.SAME_WORDING),
    }
    words = [tree.say(key + ("" if count == 1 else "-many")).format(count) for key, count in counts.items() if count]
    return ("；" if tree.is_chinese else " · ").join(words)


def _entry(tree: Tree, named: NamedLink[TextLink], far_end: Span, again: bool) -> str:
    """One link: the other text (`again` if the entry before named it), its kind and fidelity, its words, the English."""
    link = named.link
    title = escape(tree.say("again")) if again else who_and_title(tree.document(far_end.document))
    to = element("a", title, href=address(tree.edition, far_end, named.name), class_="dz-to")
    kind = element("span", escape(describe(tree, link)), class_="dz-kind")
    parts = [element("p", f"{to} {kind}", class_="dz-witness"), *_versions(tree, link, far_end is link.target)]
    work = tree.work(link.work) if link.type is LinkType.SAME_WORDING and link.work else None
    if work:
        to = element("a", escape(work.text), href=f"../../{tree.work_pages[work.id]}#{work.id}", lang=work.language)
        parts.append(element("p", escape(tree.say("both-quote")) + to, class_="dz-source"))
    if _needs_official(tree, link, far_end):
        official = tree.edition.translated_for(tree.edition.document(link.target.document), tree.code)
        label = element("span", escape(tree.say("official-english")), class_="dz-kind")
        words = element("q", escape(tree.edition.official_words(link.target)), lang=official)
        parts.append(element("p", label + words, class_="dz-official"))
    return element("li", "".join(parts), class_=f"dz-entry dz-{link.type}", data_to=named.name[1:])


def _versions(tree: Tree, link: TextLink, outward: bool) -> Iterator[str]:
    """The words that the link takes; on their own page also as they stand there, where that shows a difference."""
    far_words = tree.text(link.target)
    labelled = outward and tree.text(link.source) != far_words
    yield _words(tree, "here" if labelled else "", collated(tree, link), tree.language(link.source))
    if labelled:
        yield _words(tree, "there", escape(far_words), tree.language(link.target))


def _words(tree: Tree, key: str, markup: str, language: str) -> str:
    label = element("span", escape(tree.say(key)), class_="dz-kind") + " " if key else ""
    return element("p", label + element("q", markup, lang=language, class_="dz-words"), class_="dz-version")


def _needs_official(tree: Tree, link: TextLink, far_end: Span) -> bool:
    """The official translation, in a tree of its language, helps with words of a base; not where the whole paragraph stands
    translated on the same page."""
    target = link.target
    if (
        not tree.edition.translated_for(tree.edition.document(target.document), tree.code)
        or not tree.edition.is_from_speech(link)
        or not tree.edition.official_words(target)
    ):
        return False
    return far_end is target or target.end - target.start < WHOLE * len(block_text(tree.edition, target))


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
