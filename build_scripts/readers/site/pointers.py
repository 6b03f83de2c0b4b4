"""Lines in which a site speaks of itself or points to another text of its own."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.readers.site.rights import is_rights
from build_scripts.text.characters import bare, closes_sentence
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

POINTER = re.compile(rf"^[【\[▶►]?\s*{any_word('page', 'lists', 'pointers')}[】\]]?\s*[:：丨|]\s*\S.{{3,}}$")


ARROWS = re.compile(r"(?:>>|＞＞|»|→\s*【[^】]*】)\s*$")
BRACKETED = re.compile(r"^[（(【\[][^（）()]{4,60}[）)】\]]$")


@cache
def _asking() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs, alone = any_word("page", "asks"), any_word("page", "players")
    anywhere = any_word("page", "asked_anywhere")
    asked = re.compile(rf"{verbs}[^，。；：]{{0,12}}{any_word('page', 'asked', 'asked_anywhere')}|{alone}")
    return asked, re.compile(rf"{verbs}[^，。；：]{{0,12}}{anywhere}")


def asks(plain: str) -> bool:
    """Whether words, in Simplified characters, ask the visitor for something."""
    return bool(_asking()[0].search(plain))


def is_asked_in_brackets(text: str) -> bool:
    """Whether a line asks in brackets and holds nothing else.

    >>> is_asked_in_brackets("（更多消息请下载“某某网”客户端）"), is_asked_in_brackets("（他每天回复读者的信）")
    (True, False)
    """
    plain = simplified(bare(text))
    return bool(BRACKETED.match(plain) and _asking()[1].search(plain))


def is_arrowed(text: str) -> bool:
    """Whether a line ends in what leads on: an arrow before brackets, or two signs for more.

    >>> is_arrowed("安装某某客户端→【下载地址】"), is_arrowed("水往低处流→入海")
    (True, False)
    """
    return bool(ARROWS.search(text))


@cache
def _file() -> re.Pattern[str]:
    size = r"[\d.,]+\s?(?:[KMG]i?B?|字节|bytes)"
    taken = r"\s+\D{2,6}[：:]\s*\d+"  # how often
    name = rf"[^，。：:]{{1,60}}\.{any_word('page', 'file_kinds')}"
    return re.compile(rf"{name}(?:\s*[（(\[]\s*{size}\s*[）)\]]|\s+{size})?(?:{taken})?", re.IGNORECASE)


def is_file(text: str) -> bool:
    """Whether a line is the name of a file that goes with a text, with its size and how often it was taken, or without.

    >>> is_file("登记表.odt (28 KB) 下载次数：61"), is_file("登记表.xls"), is_file("他打开了登记表.xls。")
    (True, True, False)
    """
    return bool(_file().fullmatch(simplified(bare(text))))


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
