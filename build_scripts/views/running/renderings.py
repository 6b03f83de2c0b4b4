"""The terms of the glossary as a tree shows them."""

from __future__ import annotations

from build_scripts.edition.edition import in_tree
from build_scripts.edition.glossary import Term
from build_scripts.text.scripts import is_chinese


def renderings(term: Term, tree: str) -> list[str]:
    """The other renderings of a term, each with its reason in the language of a tree.

    >>> renderings(Term({}, "initiative", {"the lead": {"en": "in headings", "zh-Hans": "用于标题"}}), "zh-Hans")
    ['the lead（用于标题）']
    """
    brackets = "（{}）" if is_chinese(tree) else " ({})"
    return [f"{other}{brackets.format(in_tree(why, tree))}" for other, why in term.also.items()]
