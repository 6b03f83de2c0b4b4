"""An entry of the list of a sentence's links: who has the words, how faithfully, the words, and the ways on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from operator import attrgetter

from build_scripts.links.model import LinkType, Span, TextLink
from build_scripts.views.tree import Tree
from build_scripts.views.witnesses import LinkPart, translation_of
from build_scripts.writers.web.document.differences import collated, describe
from build_scripts.writers.web.elements import element, who_and_title
from build_scripts.writers.web.links import address


def witness_entry(tree: Tree, part: LinkPart, again: bool) -> str:
    """One link: the other text (`again` if the entry before named it), its kind and fidelity, its words, their English."""
    link, far = part.link, part.far
    title = escape(tree.say("again")) if again else who_and_title(tree.document(far.document))
    to = element("a", title, href=address(tree.edition, far, part.named.name), class_="dz-to")
    kind = element("span", escape(describe(tree, link)), class_="dz-kind")
    outward = far == link.target
    ways = [collation_way(tree, far)] if outward and link.type.takes else []
    ways.append(_beside_way(tree, part))
    parts = [element("p", f"{to} {kind} {' '.join(ways)}", class_="dz-witness"), *_versions(tree, link, outward)]
    work = tree.work(link.work) if link.type is LinkType.SAME_WORDING and link.work else None
    if work:
        to = element("a", escape(work.text), href=f"../../{tree.work_pages[work.id]}#{work.id}", lang=work.language)
        parts.append(element("p", escape(tree.say("both-quote")) + to, class_="dz-source"))
    parts.append(_english(tree, far))
    return element("li", "".join(parts), class_=f"dz-entry dz-{link.type}", data_to=part.named.name[1:])


def collation_way(tree: Tree, span: Span) -> str:
    """The way to the sentence in which a span begins, in the collation; empty where it is not collated."""
    sentences = tree.sentences(span.document, span.block)
    before = sentences[: bisect_right(sentences, span.start, key=attrgetter("start"))][-1:]
    name = next((each.id for each in before if span.start < each.end), "")
    place = tree.collation_places.get((span.document, name))
    return element("a", escape(tree.say("collation")), href=f"../../{place}", class_="dz-way") if place else ""


def _beside_way(tree: Tree, part: LinkPart) -> str:
    """The way to the words of both texts beside each other: without scripts, to those of the other text."""
    page, _, place = address(tree.edition, part.far, part.named.name).partition("#")
    href = f"{page}?beside={part.named.name[1:]}#{place}"
    return element("a", escape(tree.say("beside-title")), href=href, class_="dz-way dz-beside")


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


def _english(tree: Tree, far: Span) -> str:
    """The words of the other text in the language of the tree, where it has a translation in that; the official one is told."""
    document = tree.edition.document(far.document)
    language, translation = tree.edition.translated_for(document, tree.code), document.translation
    words = translation_of(tree, far) if language and translation else ""
    if not translation or not words:
        return ""
    official = translation.captured or translation.is_official
    label = element("span", escape(tree.say("official-english" if official else "working-english")), class_="dz-kind")
    return element("p", label + element("q", escape(words), lang=language), class_="dz-official")
