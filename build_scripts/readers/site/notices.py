"""Sentences in which a site speaks to its visitor: of the browser, of subscribing, of how a recording was made."""

from __future__ import annotations

import re

from build_scripts.text.characters import bare, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

LONGEST = 90.0  # ems of such a line
SENTENCE = re.compile(r"(?<=[.!?。！？])\s*(?=\S)")


def is_notice(text: str) -> bool:
    """Whether a line tells a visitor of the browser, or asks a reader in its first sentence to subscribe or to support.

    >>> is_notice("部分内容被广告拦截器拦下，请关闭后刷新页面。"), is_notice("他写过一个广告拦截器，后来关闭了。")
    (True, False)
    >>> is_notice("Thanks for reading Low Water! Subscribe for free to receive new posts."), is_notice("Subscribe here.")
    (True, False)
    >>> is_notice("Thanks for reading the will aloud, he said.")
    False
    """
    plain = simplified(bare(text))
    return width(plain) <= LONGEST and (_of_browser(plain) or _invites(plain))


def _of_browser(plain: str) -> bool:
    names, asks, addresses = (any_word("page", name) for name in ("of_browsers", "browsers_asked", "addressing"))
    return bool(re.search(names, plain) and re.search(asks, plain) and re.search(addresses, plain))


def _invites(plain: str) -> bool:
    """Whether the first sentence opens as an invitation does, and a sentence behind such an opening names what is asked."""
    begins = re.compile(any_word("page", "invites"))
    sentences = SENTENCE.split(plain)
    if not begins.match(plain) or re.search('[“”「」"]|[：:]', plain):
        return False
    return any(
        (match := begins.match(sentence)) and re.search(any_word("page", "invited"), sentence[match.end() :])
        for sentence in sentences
    )


def is_made_line(text: str) -> bool:
    """Whether a sentence tells who made a recording or a text, or where it first stood.

    >>> is_made_line("This episode was produced by Jane Doe."), is_made_line("This episode ended the war.")
    (True, False)
    >>> is_made_line("本期节目由王小明制作。"), is_made_line("本文讨论标准。")
    (True, False)
    """
    plain = simplified(bare(text))
    things, ways = any_word("page", "things_made"), any_word("page", "ways_made")
    return width(plain) <= LONGEST and bool(re.match(rf"{things}.{{0,40}}?{ways}", plain))
