"""What a page says about itself: time, publisher, author, editor; programme; the wire service's dateline."""

from __future__ import annotations

import re

from build_scripts.model import Field
from build_scripts.text.characters import SPACE, bare, closes_sentence, width
from build_scripts.traced import Edit, Traced

STAMP = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ \u3000T]*\d{1,2}:\d{2}(?::\d{2})?)?")
STAMP_WITH_PUBLISHER = re.compile(rf"{STAMP.pattern}[{SPACE}|｜]*(?:[^\d\s|｜:：]\S{{0,19}})?")
LABELS = {
    "published": (
        "发布时间", "發佈時間", "發布時間", "更新时间", "更新時間", "发表时间", "發表時間", "发稿时间", "發稿時間", "发布日期",
        "發布日期", "發佈日期", "时间", "時間", "日期", "Published", "Updated", "Date", "Time",
    ),
    "publisher": ("来源", "來源", "稿件来源", "稿件來源", "文章来源", "文章來源", "信息来源", "稿源", "Source"),
    "author": ("作者", "记者", "記者", "撰文", "Author", "By"),
    "editor": ("责任编辑", "責任編輯", "编辑", "編輯", "责编", "責編", "网络编辑", "網絡編輯", "Editor"),
    # What the site counts or offers; no fact about the text.
    "": ("浏览次数", "瀏覽次數", "浏览量", "瀏覽量", "点击数", "點擊數", "点击", "點擊", "阅读量", "閱讀量", "阅读", "字号", "字號",
         "字体", "字體", "分享到", "分享", "Views", "Share"),
}  # fmt: skip
FIELD_OF_LABEL = {label: name for name, labels in LABELS.items() for label in labels}
LABELLED = re.compile(rf"(?<![A-Za-z])(?P<label>{'|'.join(sorted(FIELD_OF_LABEL, key=len, reverse=True))})\s*[:：]\s*")
# 本報記者 …, 文/…, By …: the line of particulars that has no colon.
BYLINE = re.compile(r"(?:(?:本[报報刊]|\S{2,6}[社报報网網])?(?:记者|記者|评论员|評論員)[ \u3000]+|文\s*[/／|｜]\s*|By\s+(?=[A-Z]))")
SEPARATOR = rf"[{SPACE}\n\r|｜丨/／·]"
EDGE = "（()[]【】［］"
NO_FACT = re.compile(rf"(?:{SEPARATOR}|[{re.escape(EDGE)}）】])*")
LONGEST_VALUE = 30.0  # ems
# 央视网消息(新闻联播):… — the agency's word for its own report, and the programme in which it ran.
PROGRAMME = re.compile(r"^(?P<credit>\S{2,10}?(?:消息|讯|訊|报道|報道))[（(](?P<programme>[^）)]{2,20})[）)][:：](?=\s*\S)")
# 新華社北京4月26日電 … — agency, place, day, wire; the reporters in brackets where they are named.
WIRE = re.compile(
    rf"^[（(]?(?:\S{{2,6}}社|\S{{2,6}}[网網])\S{{2,10}}?\d{{1,2}}月\d{{1,2}}日[電电讯訊]"
    rf"(?:[{SPACE}]*[（(](?:记者|記者)[^）)]{{1,40}}[）)][{SPACE}]*|[）)][{SPACE}]*|[{SPACE}]+)(?=\S)"
)


def is_dateline(text: str) -> bool:
    """Whether a line gives the page's time, or two or more labelled facts.

    >>> is_dateline("2025-06-24 08:41:10央视网"), is_dateline("來源:新華網 | 作者:"), is_dateline("时间:就是生命。")
    (True, True, False)
    """
    labels = {FIELD_OF_LABEL[match["label"]] for match in LABELLED.finditer(text)}
    if closes_sentence(text) and not LABELLED.match(text):
        return False
    return len(labels) > 1 or bool(labels and STAMP.search(text)) or bool(STAMP_WITH_PUBLISHER.fullmatch(bare(text)))


def is_byline(text: str) -> bool:
    """Whether a line above or below the body is one short labelled fact.

    >>> is_byline("（责任编辑：某某）"), is_byline("本报记者 某某"), is_byline("时间:就是生命。")
    (True, True, False)
    """
    inside = bare(text).strip(EDGE)
    match = LABELLED.match(inside) or BYLINE.match(inside)
    return bool(match) and width(inside) <= LONGEST_VALUE and not closes_sentence(inside)


def read_dateline(text: Traced) -> list[Field]:
    """The facts of a line of particulars; labels and separators are removed. No character is left over."""
    points, names = _cuts(text.text)
    head, *parts = text.partition(points)
    if NO_FACT.fullmatch(head.text):
        aside = head.removed("field-label").runs
    else:
        aside, names, parts = (), ["publisher", *names], [head, *parts]
    facts: list[Field] = []
    for name, part in zip(names, parts, strict=True):
        if name:
            facts.append(Field(name, Traced(aside + _unlabelled(part).runs)))
            aside = ()
        else:
            aside += part.removed("page-furniture").runs
    last = facts.pop() if facts else Field("publisher", Traced())
    return [*facts, Field(last.name, Traced(last.text.runs + aside))]


def _cuts(text: str) -> tuple[list[int], list[str]]:
    """Where each fact begins, and the name of its field."""
    start = len(text) - len(text.lstrip("".join(EDGE) + " \u3000"))
    byline = BYLINE.match(text, start)
    found = {byline.start(): "author"} if byline else {}
    values = set()
    for label in LABELLED.finditer(text):
        found[label.start()] = FIELD_OF_LABEL[label["label"]]
        values.add(label.end())
    for stamp in STAMP.finditer(text):
        if stamp.start() not in values:
            found[stamp.start()] = "published"
            rest = re.match(rf"{SEPARATOR}*", text[stamp.end() :])
            after = stamp.end() + (rest.end() if rest else 0)
            if after < len(text) and after not in found:
                found[after] = "publisher"
    points = sorted(found)
    return points, [found[point] for point in points]


def _unlabelled(text: Traced) -> Traced:
    """The value alone: the label, brackets around the line and the separator after the value are removed."""
    label = re.match(rf"[{re.escape(EDGE)}]*(?:{LABELLED.pattern}|{BYLINE.pattern})", text.text)
    head = label.end() if label else 0
    tail = re.search(rf"(?<!{SEPARATOR}){SEPARATOR}*[）)\]】］]?{SEPARATOR}*$", text.text[head:])
    start = head + tail.start() if tail else len(text.text)
    if "（" in text.text[head:start] or "(" in text.text[head:start]:  # the bracket belongs to the value
        start = head + len(text.text[head:].rstrip(" \u3000\n\r|｜丨"))
    edits = [Edit(0, head, "", "field-label"), Edit(max(start, head), len(text.text), "", "field-label")]
    return text.edit(edit for edit in edits if edit.start < edit.end)


def read_programme(text: Traced) -> tuple[list[Field], Traced]:
    """The programme named at the head of a paragraph, and the paragraph without it."""
    match = PROGRAMME.match(text.text)
    if not match:
        return [], text
    spans = [match.end("credit"), match.start("programme"), match.end("programme"), match.end()]
    credit, opening, programme, closing, body = text.partition(spans)
    fields = [Field("credit", _with(credit, opening)), Field("programme", _with(programme, closing))]
    return fields, body


def split_wire_dateline(text: Traced) -> tuple[Traced | None, Traced]:
    """The wire service's dateline at the head of a paragraph, and the paragraph without it."""
    match = WIRE.match(text.text)
    if not match:
        return None, text
    dateline, body = text.partition([match.end()])
    return dateline, body


def _with(value: Traced, mark: Traced) -> Traced:
    return Traced(value.runs + mark.removed("field-label").runs)
