"""The list under a paragraph, sentence by sentence: who takes its words, or whose words it takes, how faithfully, and the way
there.

A `<details>` element: complete without JavaScript, at the end of its paragraph; the stylesheet makes a panel of it. Its id
stands inside it: a browser opens the `<details>` around what an address leads to, but not one that the address names itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from build_scripts.edition.edition import shown_language
from build_scripts.links.model import LinkType
from build_scripts.views.tree import Tree
from build_scripts.views.witnesses import LinkedSentence, LinkPart, linked_sentences
from build_scripts.writers.web.document.differences import legend, strip
from build_scripts.writers.web.document.witness_entry import collation_way, witness_entry
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.links import NamedLinks, arriving, leaving


def witness_list(tree: Tree, document: str, block: str) -> Iterator[str]:
    """The list of a block's links in HTML; nothing where it has none."""
    out, into = leaving(tree.edition, document, block), arriving(tree.edition, document, block)
    if not out and not into:
        return
    summary = _summary(tree, out, into)
    sign = element("span", _sign(out, into), class_="dz-sign", aria_hidden="true")
    sentences = linked_sentences(tree, document, block)
    panel = "".join(_group(tree, each) for each in sentences) + legend(tree, [each.link for each in (*into, *out)])
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


def _group(tree: Tree, sentence: LinkedSentence) -> str:
    """A sentence in both languages, the changes that are made of it, and each link that it has."""
    parts = sentence.parts
    entries = "".join(witness_entry(tree, part, _again(parts, index)) for index, part in enumerate(parts))
    changes = strip(tree, sentence.into) or strip(tree, sentence.out)
    head = element("div", _texts(tree, sentence) + changes + collation_way(tree, sentence.span), class_="dz-of-head")
    return element("div", head + element("ol", entries), class_="dz-of", id=f"links-{sentence.id}")


def _again(parts: tuple[LinkPart, ...], index: int) -> bool:
    """Whether the entry before names the same text."""
    return index > 0 and parts[index - 1].far.document == parts[index].far.document


def _texts(tree: Tree, sentence: LinkedSentence) -> str:
    """The sentence and its translation, the language of the tree first."""
    translation = tree.edition.document(sentence.span.document).translation
    texts = [element("p", escape(tree.text(sentence.span)), lang=tree.language(sentence.span))]
    if translation and sentence.translation:
        language = shown_language(translation.language, tree.code)
        texts.append(element("p", escape(sentence.translation), lang=language))
    foreign = tree.edition.translated_for(tree.edition.document(sentence.span.document), tree.code)
    return "".join(reversed(texts) if foreign else texts)
