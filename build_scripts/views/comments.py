"""What translators and editors say at places of a text, as a tree shows it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import in_tree
from build_scripts.model import Block, Comment, Document
from build_scripts.text.scripts import is_chinese
from build_scripts.views.document import ShownComment, Side
from build_scripts.views.running.inlines import CommentCall, Words
from build_scripts.views.wording import say


def calls_of(document: Document, block: Block, tree: str, translated: bool = False) -> Iterator[tuple[int, CommentCall]]:
    """The calls in a block, or in its translation: `(at, call)`. What an editor says is called at the end of the latter."""
    for comment in _comments(document, block.id):
        if comment in document.comments or translated:
            moved = translated and comment in document.comments
            yield len(block.text.text) if moved else comment.at, CommentCall(comment.id, _sign(comment, tree), tree)


def shown_comments(document: Document, block: str, tree: str) -> tuple[ShownComment, ...]:
    """The comments on a block, the translator's last."""
    return tuple(_shown(comment, tree) for comment in _comments(document, block))


def _comments(document: Document, block: str) -> list[Comment]:
    theirs = document.translation.comments if document.translation else ()
    return [each for each in (*document.comments, *theirs) if each.block == block]


def _shown(comment: Comment, tree: str) -> ShownComment:
    shown = in_tree(dict(comment.words), tree)
    language = tree if shown and (tree in comment.words or is_chinese(tree)) else next(iter(comment.words), "en")
    words = shown or next(iter(comment.words.values()))
    label = say(f"comment-{comment.id[0]}", tree)
    return ShownComment(comment.id, _sign(comment, tree), label, Side(comment.id, language, (Words(words),)))


def _sign(comment: Comment, tree: str) -> str:
    return say(f"comment-sign-{comment.id[0]}", tree).format(comment.id[1:])
