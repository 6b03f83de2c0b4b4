"""Parts of a Chinese note beside title and container: who wrote, edited and translated, the day of access, the school."""

from __future__ import annotations

import re

from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import any_word, lexicon, words

# Where a person is from: 〔美〕, ［德］, [英], （日）.
COUNTRY = re.compile(rf"[〔［\[（(【][{HAN}]{{1,4}}[〕］\])）】]\s*")
OTHERS = any_word("citations", "others")
AND_OTHERS = re.compile(f"(?<=.){OTHERS}$")
ROLE = re.compile(rf"{OTHERS}?\s*(?P<role>{any_word('citations', 'authors', 'both', 'editors', 'translators')})?\s*$")
TRANSLATED = any_word("citations", "translated")
TRANSLATORS = re.compile(rf"[，,]\s*(?P<names>[^，,。；《》：:]{{2,24}}?){OTHERS}?{TRANSLATED}(?=[，,。：:]|$)")
HEAD = re.compile(r"^(?P<names>[^《》“”]{1,60}?)[：:]?\s*$")
HELD_IN, EDITORS = any_word("citations", "held_in"), any_word("citations", "editors", "both")
EDITED = re.compile(rf"{HELD_IN}?\s*(?P<names>[^，,。；《》：:]{{2,30}}?){OTHERS}?{EDITORS}\s*[：:]?\s*$")
DAY = r"(?P<year{0}>(?:19|20)\d{{2}})(?:年|[-/.])(?P<month{0}>\d{{1,2}})(?:月|[-/.])(?P<day{0}>\d{{1,2}})日?"
READ = any_word("citations", "accessed")
ACCESSED = re.compile(
    rf"[，,（(\[]?\s*(?:{READ}{any_word('citations', 'days')}?[：:]?\s*{DAY.format('1')}|{DAY.format('2')}\s*{READ})\s*[）)\]]?"
)
SCHOOL = re.compile(
    rf"(?P<school>[^，,。《》：:]{{2,20}}?{any_word('citations', 'schools')})[^，,。]{{0,10}}?"
    rf"{any_word('citations', 'degrees')}{any_word('citations', 'theses')}"
)
VOLUME = re.compile(r"第(\d+|[一二三四五六七八九十]+)卷")


def people(text: str) -> tuple[str, ...]:
    """The names of a list, without the country that each is from and without 等.

    >>> people("〔美〕约翰·史密斯、李某等")
    ('约翰·史密斯', '李某')
    """
    names = re.split(rf"[、,，]|和(?=[^，]{{2,4}}$)|\s+(?=[{HAN}])", COUNTRY.sub("", text))
    kept = (AND_OTHERS.sub("", name.strip()) for name in names)
    return tuple(name for name in kept if name and not re.fullmatch(OTHERS, name))


def authors_of(head: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What stands before a title: authors, editors and translators; nothing where it does not name people.

    >>> authors_of("王某著，李某译："), authors_of("张某主编："), authors_of("关于这一点可以看")
    ((('王某',), (), ('李某',)), ((), ('张某',), ()), ((), (), ()))
    """
    match = HEAD.match(head)
    named = head.rstrip().endswith(("：", ":"))
    if not match or not (named or ROLE.search(match["names"])["role"]):  # type: ignore[index]  # it may be empty
        return (), (), ()
    found: dict[str, tuple[str, ...]] = {"author": (), "editor": (), "translator": ()}
    waiting = ""
    for part in re.split(r"[，,]", match["names"]):
        role = ROLE.search(part)
        assert role is not None  # it may be empty
        waiting = f"{waiting}、{part[: role.start()]}" if waiting else part[: role.start()]
        if role["role"]:
            found[_kind(role["role"])] += people(waiting)
            waiting = ""
    found["author"] += people(waiting)
    return found["author"], found["editor"], found["translator"]


def _kind(role: str) -> str:
    lists = lexicon("citations")
    return "translator" if role in words(lists["translators"]) else "editor" if role in words(lists["editors"]) else "author"


def accessed(text: str) -> tuple[str, str]:
    """The day of access as an ISO date, empty where none is given, and the text without it.

    >>> accessed("，2024年5月6日访问。"), accessed("，访问日期：2024-05-06")
    (('2024-05-06', '。'), ('2024-05-06', ''))
    """
    match = ACCESSED.search(text)
    if not match:
        return "", text
    year, month, day = (match[f"{part}1"] or match[f"{part}2"] for part in ("year", "month", "day"))
    return f"{year}-{int(month):02d}-{int(day):02d}", text[: match.start()] + text[match.end() :]
