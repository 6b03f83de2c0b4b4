"""Lines in which a site speaks of itself or points to another text of its own."""

from __future__ import annotations

import re

from build_scripts.readers.parts.rights import is_rights
from build_scripts.text.characters import bare, closes_sentence
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

POINTER = re.compile(rf"^[【\[▶►]?\s*{any_word('page', 'lists', 'pointers')}[】\]]?\s*[:：丨|]\s*\S.{{3,}}$")


def is_own_rights(text: str) -> bool:
    """Whether a site speaks in a sentence of itself and of its rights.

    >>> is_own_rights("本网站之文字与图片，未经许可不得转载。"), is_own_rights("展品说明写着“不得转载”四个字。")
    (True, False)
    """
    return bool(re.match(any_word("page", "ours"), simplified(bare(text)))) and is_rights(text)


def is_pointer(text: str) -> bool:
    """Whether a line names another text behind the words that point to it.

    >>> is_pointer("延伸阅读：旧码头的三次改建"), is_pointer("延伸阅读")
    (True, False)
    """
    plain = simplified(bare(text))
    return bool(POINTER.match(plain)) and not closes_sentence(plain)
