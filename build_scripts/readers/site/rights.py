"""What a site says of its rights, and of what it does not answer for."""

from __future__ import annotations

import re

from build_scripts.text.characters import bare, closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

LONGEST_NAMED = 90.0  # ems
FEWEST_NAMED = 2  # different words of rights that leave no doubt
FEWEST_ANSWERED = 2  # different words of a disclaimer


def is_rights(text: str) -> bool:
    """Whether a line names rights, addresses or licences; a long sentence does where it begins so.

    >>> is_rights("版权所有"), is_rights("Copyright 2001 - 2024. All content of this site belongs to its owner.")
    (True, True)
    """
    plain = simplified(bare(text))
    if re.match(any_word("page", "rights_first"), plain, re.IGNORECASE):
        return True
    return bool(re.search(any_word("page", "rights"), plain)) and not (closes_sentence(plain) and width(plain) > 60)


def names_rights_twice(text: str) -> bool:
    """Whether a line names its rights in two different words, as a whole foot of a site does.

    >>> names_rights_twice("某报 版权所有 © 2019 All Rights Reserved."), names_rights_twice("他说版权所有者不是他。")
    (True, False)
    """
    plain = simplified(bare(text))
    found = {match[0] for match in re.finditer(any_word("page", "rights"), plain)}
    return len(found) >= FEWEST_NAMED and width(plain) <= LONGEST_NAMED


def is_platform_disclaimer(text: str) -> bool:
    """Whether a line says under a label of disclaimers, or in the words of one, what a platform does not answer for.

    >>> is_platform_disclaimer("免责声明：文章不代表本平台立场，如有侵权请联系删除。"), is_platform_disclaimer("风险提示：股市有风险。")
    (True, False)
    """  # noqa: E501
    plain = simplified(bare(text))
    found = {match[0] for match in re.finditer(any_word("page", "answered"), plain)}
    return is_disclaimer(plain) and len(found) >= FEWEST_ANSWERED


def is_disclaimer(text: str) -> bool:
    return bool(re.search(any_word("page", "disclaimers"), simplified(bare(text))[:40]))
