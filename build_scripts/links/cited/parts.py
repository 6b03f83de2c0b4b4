"""Parts of a Chinese note beside title and container: who wrote, edited and translated, the day of access, the school."""

from __future__ import annotations

import re

from build_scripts.text.characters import HAN

# Where a person is from: 〔美〕, ［德］, [英], （日）.
COUNTRY = re.compile(rf"[〔［\[（(【][{HAN}]{{1,4}}[〕］\])）】]\s*")
ROLE = re.compile(r"(?:等)?\s*(?P<role>主编|总主编|编著|编译|编|撰|著|译|校)?\s*$")
TRANSLATORS = re.compile(r"[，,]\s*(?P<names>[^，,。；《》：:]{2,24}?)(?:等)?(?:合)?译(?:校|注)?(?=[，,。：:]|$)")
HEAD = re.compile(r"^(?P<names>[^《》“”]{1,60}?)[：:]?\s*$")
EDITED = re.compile(r"(?:载于|载|收入|收于|见|引自)?\s*(?P<names>[^，,。；《》：:]{2,30}?)(?:等)?(?:主编|编著|编)\s*[：:]?\s*$")
DAY = r"(?P<year{0}>(?:19|20)\d{{2}})(?:年|[-/.])(?P<month{0}>\d{{1,2}})(?:月|[-/.])(?P<day{0}>\d{{1,2}})日?"
ACCESSED = re.compile(
    rf"[，,（(\[]?\s*(?:(?:最后)?(?:访问|查阅|浏览|检索|登录|下载)(?:日期|时间)?(?:为|于)?[：:]?\s*{DAY.format('1')}"
    rf"|{DAY.format('2')}\s*(?:最后)?(?:访问|查阅|浏览|检索|登录|下载))\s*[）)\]]?"
)
SCHOOL = re.compile(
    r"(?P<school>[^，,。《》：:]{2,20}?(?:大学|学院|党校|研究院|研究生院|科学院))[^，,。]{0,10}?(?:博士|硕士|学士)(?:研究生)?(?:学位|毕业)*论文"
)
VOLUME = re.compile(r"第(\d+|[一二三四五六七八九十]+)卷")


def people(text: str) -> tuple[str, ...]:
    """The names of a list, without the country that each is from and without 等.

    >>> people("〔美〕约翰·史密斯、李某等")
    ('约翰·史密斯', '李某')
    """
    names = re.split(rf"[、,，]|和(?=[^，]{{2,4}}$)|\s+(?=[{HAN}])", COUNTRY.sub("", text))
    return tuple(kept for name in names if (kept := re.sub(r"(?<=.)等(?:人)?$", "", name.strip())) and kept != "等")


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
    return "translator" if role in ("译", "校") else "editor" if role in ("主编", "总主编", "编") else "author"


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
