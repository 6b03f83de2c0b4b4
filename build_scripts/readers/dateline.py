"""What a page says about itself: time, publisher, author, editor; programme; the wire service's dateline."""

from __future__ import annotations

import re

from build_scripts.model import Field
from build_scripts.text.characters import SPACE
from build_scripts.traced import Edit, Traced

STAMP = re.compile(r"(?P<published>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?)")
STAMP_WITH_PUBLISHER = re.compile(rf"^{STAMP.pattern}\s*(?P<publisher>[^\d\s|:：]\S{{0,19}})?$")
LABELS = {
    "published": ("發佈時間", "发布时间", "發布時間", "時間", "时间", "日期", "Published"),
    "publisher": ("來源", "来源", "稿件來源", "稿件来源", "Source"),
    "author": ("作者", "記者", "记者", "Author", "By"),
    "editor": ("責任編輯", "责任编辑", "編輯", "编辑", "責編", "责编", "Editor"),
}
FIELD_OF_LABEL = {label: name for name, labels in LABELS.items() for label in labels}
LABELLED = re.compile(rf"(?P<label>{'|'.join(sorted(FIELD_OF_LABEL, key=len, reverse=True))})\s*[:：]\s*")
# 央视网消息(新闻联播):… — the agency's word for its own report, and the programme in which it ran.
PROGRAMME = re.compile(r"^(?P<credit>\S{2,10}?(?:消息|讯|訊|报道|報道))[（(](?P<programme>[^）)]{2,20})[）)][:：]")
# 新華社北京4月26日電 … — agency, place, day, wire.
WIRE = re.compile(rf"^(\S{{2,6}}社\S{{2,10}}?\d{{1,2}}月\d{{1,2}}日[電电])[{SPACE}]+(?=\S)")


def is_dateline(text: str) -> bool:
    """Whether a line gives the page's time, or two or more labelled facts.

    >>> is_dateline("2025-06-24 08:41:10央视网"), is_dateline("來源:新華網 | 作者:"), is_dateline("时间:就是生命。")
    (True, True, False)
    """
    labels = {FIELD_OF_LABEL[match["label"]] for match in LABELLED.finditer(text)}
    return len(labels) > 1 or bool(labels and STAMP.search(text)) or bool(STAMP_WITH_PUBLISHER.match(text))


def read_dateline(text: Traced) -> list[Field]:
    """The facts of a dateline; labels and separators go under the rule `field-label`. No character is left over."""
    bare = STAMP_WITH_PUBLISHER.match(text.text.strip())
    if bare and not LABELLED.search(text.text):
        names = [name for name in ("published", "publisher") if bare[name]]
        parts = text.partition([bare.end("published")]) if len(names) > 1 else [text]
        return [Field(name, part) for name, part in zip(names, parts, strict=True)]
    labels = list(LABELLED.finditer(text.text))
    parts = text.partition([label.start() for label in labels])
    head = [Field("published", parts[0])] if parts[0].text.strip() else []
    if not head and parts[0].runs:
        parts[1] = Traced(parts[0].runs + parts[1].runs)
    fields = (Field(FIELD_OF_LABEL[label["label"]], part) for label, part in zip(labels, parts[1:], strict=True))
    return [*head, *(Field(item.name, _unlabelled(item.text)) for item in fields)]


def _unlabelled(text: Traced) -> Traced:
    """The value alone: what the label and the separator after the value were is removed."""
    label = LABELLED.search(text.text)
    edits = [Edit(0, label.end(), "", "field-label")] if label else []
    tail = re.search(r"[\s|｜丨]+$", text.text)
    start = max(tail.start(), edits[-1].end if edits else 0) if tail else len(text.text)
    return text.edit([*edits, Edit(start, len(text.text), "", "field-label")])


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
